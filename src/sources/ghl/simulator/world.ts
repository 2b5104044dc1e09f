import type { Clock } from '../../../base/clock.ts';
import type { Row, Table } from '../../simulator.ts';
import type { Ids } from './ids.ts';
import type { SearchIndex } from './search-index.ts';
import type { Shelf } from './shelf.ts';

/** What a test may change while the simulator runs. */
export interface Switches {
  /** Milliseconds until contact search knows of a write. */
  lagMs: number;
  /** Search rows carry names in lower case only, as the vendor's document shows; else also as they were typed. */
  lowerCaseNames: boolean;
  /** TaskCreate webhooks arrive without contactId and body, as reported of the live system; else as documented. */
  bareTaskCreate: boolean;
  /** How webhooks are signed: the way of today, the way until September 2026, or both as in between. */
  signing: 'ed25519' | 'rsa' | 'both';
  /** The sub-account is suspended, e.g. for its bills: its grants stay, and get no new tokens meanwhile. */
  suspended: boolean;
  /** The ids of the agency's locations that have the app where the whole agency consented. */
  installedAt: readonly string[];
}

/** The names of the webhook events that are sent. */
export type EventName =
  | 'ContactCreate'
  | 'ContactUpdate'
  | 'ContactDelete'
  | 'ContactTagUpdate'
  | 'ContactDndUpdate'
  | `Note${'Create' | 'Update' | 'Delete'}`
  | `Task${'Create' | 'Complete' | 'Delete'}`
  | `Appointment${'Create' | 'Update' | 'Delete'}`;

/** The tables of the simulator. */
export type TableName = 'contacts' | 'tasks' | 'notes' | 'appointments' | 'tags' | 'businesses';

/** One HighLevel location with everything in it. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly location: Row & { readonly id: string; readonly timezone: string };
  readonly token: string;
  readonly shelves: Readonly<Record<TableName, Shelf>>;
  readonly calendars: readonly (Row & { readonly id: string })[];
  readonly users: readonly Row[];
  readonly index: SearchIndex;
  readonly switches: Switches;
  /** The time now as HighLevel stamps it. */
  stamp(): string;
}

/** The tables as the simulator host shows them. */
export function tablesOf(world: World): Readonly<Record<TableName, Table>> {
  const { contacts, tasks, notes, appointments, tags, businesses } = world.shelves;
  return {
    contacts: contacts.table,
    tasks: tasks.table,
    notes: notes.table,
    appointments: appointments.table,
    tags: tags.table,
    businesses: businesses.table,
  };
}

/** How rules tell the world what happened; nothing is told while the world is being seeded. */
export interface Telling {
  /** While true, stamps that a row brings are kept, nothing is told and search knows at once. */
  readonly quiet: boolean;
  tell(event: EventName, row: Row): void;
  quietly(work: () => void): void;
}
