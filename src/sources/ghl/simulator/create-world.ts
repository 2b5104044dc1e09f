import type { Clock } from '../../../base/clock.ts';
import type { Row } from '../../simulator.ts';
import { appointmentRules, noteRules, taskRules } from './activity-rules.ts';
import { COMPANY_ID } from './company.ts';
import { businessRules, contactRules, tagRules } from './contact-rules.ts';
import { createIds, seededId, seededUuid } from './ids.ts';
import { createSearchIndex } from './search-index.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { EventName, TableName, Telling, World } from './world.ts';

/** An empty location and the way to fill it unseen. */
export interface NewWorld {
  readonly world: World;
  /** Does the work without webhooks, keeping the stamps that rows bring. */
  quietly(work: () => void): void;
}

const LOCATION_ID = seededId('location', 1);

const LOCATION: World['location'] = {
  id: LOCATION_ID,
  companyId: COMPANY_ID,
  name: 'Harbour Heating & Plumbing',
  address: '4 Quay Street',
  city: 'Bristol',
  state: 'Somerset',
  country: 'GB',
  postalCode: 'BS1 4DJ',
  website: 'https://harbour-heating.example',
  timezone: 'Europe/London',
  email: 'office@harbour-heating.example',
  phone: '+441179460000',
  settings: {
    allowDuplicateContact: false,
    allowDuplicateOpportunity: false,
    allowFacebookNameMerge: false,
    disableContactTimezone: false,
  },
};

/** Makes a location for those users; `tell` hears of every change that HighLevel has a webhook for. */
export function createWorld(clock: Clock, users: readonly Row[], tell: (event: EventName, row: Row) => void): NewWorld {
  let quiet = false;
  const telling: Telling = {
    get quiet() {
      return quiet;
    },
    tell: (event, row) => {
      if (!quiet) tell(event, row);
    },
    quietly(work) {
      const before = quiet;
      quiet = true;
      try {
        work();
      } finally {
        quiet = before;
      }
    },
  };
  const world: World = {
    clock,
    ids: createIds(clock.now()),
    location: LOCATION,
    token: `pit-${seededUuid('token')}`,
    get shelves() {
      return shelves;
    },
    calendars: ['Visits', 'Surveys'].map((name, i) => calendar(name, i, users)),
    users,
    index: createSearchIndex(clock),
    switches: {
      lagMs: 300,
      lowerCaseNames: false,
      bareTaskCreate: false,
      signing: 'ed25519',
      suspended: false,
      installedAt: [LOCATION_ID, seededId('location', 2)],
    },
    stamp: () => new Date(clock.now()).toISOString(),
  };
  const shelves: Record<TableName, Shelf> = {
    contacts: createShelf(contactRules(world, telling)),
    tasks: createShelf(taskRules(world, telling)),
    notes: createShelf(noteRules(world, telling)),
    appointments: createShelf(appointmentRules(world, telling)),
    tags: createShelf(tagRules(world)),
    businesses: createShelf(businessRules(world)),
  };
  return { world, quietly: telling.quietly };
}

function calendar(name: string, index: number, users: readonly Row[]): World['calendars'][number] {
  return {
    id: seededId('calendar', index),
    locationId: LOCATION_ID,
    name,
    description: '',
    slug: name.toLowerCase(),
    widgetSlug: name.toLowerCase(),
    calendarType: 'round_robin',
    eventType: 'RoundRobin_OptimizeForAvailability',
    eventTitle: '{{contact.name}}',
    eventColor: '#039be5',
    slotDuration: 60,
    slotDurationUnit: 'mins',
    slotInterval: 30,
    slotIntervalUnit: 'mins',
    appoinmentPerSlot: 1,
    autoConfirm: true,
    allowReschedule: true,
    allowCancellation: true,
    isActive: true,
    teamMembers: users.map((user, i) => ({ userId: user.id, priority: 0.5, isPrimary: i === 0 })),
  };
}
