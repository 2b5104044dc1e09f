import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createHttp } from '../../src/base/http.ts';
import { createLogger } from '../../src/base/logger.ts';
import { createPace, type Pace } from '../../src/base/pace.ts';
import { definition } from '../../src/sources/ghl/index.ts';
import { type HighLevelSimulator, simulator } from '../../src/sources/ghl/simulator/index.ts';
import type { Person, SimulatedCall } from '../../src/sources/simulator.ts';
import type { Collection, Page, Source, SourceRecord, Writer } from '../../src/sources/source.ts';
import { type Correction, readSpecification } from '../support/openapi.ts';

/** Monday 2 June 2025, 08:00 UTC: summer time in most locations. */
export const START = Date.UTC(2025, 5, 2, 8);
export const DAY = 86_400_000;

/** A HighLevel with its source connected to it, and a clock both go by. */
export interface Connection {
  readonly vendor: HighLevelSimulator;
  readonly source: Source;
  readonly contacts: Collection;
  readonly tasks: Collection;
  readonly notes: Collection;
  readonly appointments: Collection;
  readonly tags: Collection;
  readonly locationId: string;
  /** The id of the seeded contact with that last name. */
  idOf(lastName: string): string;
  /** Moves the clock; timers go by real time. */
  advance(ms: number): void;
  /** "METHOD /path" of each call made since the last look, ids as they are. */
  calls(): string[];
  /** The calls themselves, since the last look. */
  madeCalls(): SimulatedCall[];
  close(): Promise<void>;
}

/** All calls of all connections that were closed. */
export const everyCall: SimulatedCall[] = [];

/** Connects to a HighLevel of these people whose search index does not lag; `settings` replaces what it would be connected with. */
export async function connect(
  people: readonly Person[],
  settings: Readonly<Record<string, string | undefined>> = {},
): Promise<Connection> {
  let now = START;
  const clock: Clock = { now: () => now, after: systemClock.after };
  const vendor = await simulator.start({ port: 0, people, clock });
  vendor.lagMs = 0;
  const given = definition.settings.parse({ ...vendor.settings, ...settings });
  const log = createLogger('silent');
  const limited = createPace(definition.limits, clock);
  // As if a caller waited for everything: a run's calls are spread over time.
  const pace: Pace = { ...limited, run: (_, task) => limited.run('read', task) };
  const http = createHttp({
    system: definition.id,
    baseUrl: definition.baseUrl(given),
    pace,
    concurrency: definition.limits.concurrency,
    clock,
    random: () => 0.5,
    log,
    ...(definition.readBudget ? { readBudget: definition.readBudget } : {}),
  });
  const source = definition.connect(given, { http, clock, random: () => 0.5, log });
  const { contact, task, note, appointment, tag } = source.collections;
  if (!contact || !task || !note || !appointment || !tag) throw new Error('A collection is missing');
  let looked = 0;

  function madeCalls(): SimulatedCall[] {
    const made = vendor.calls.slice(looked);
    looked = vendor.calls.length;
    return made;
  }

  return {
    vendor,
    source,
    contacts: contact,
    tasks: task,
    notes: note,
    appointments: appointment,
    tags: tag,
    locationId: given.GHL_LOCATION_ID,
    idOf: (lastName) => String(vendor.tables.contacts?.list().find((row) => row.lastName === lastName)?.id),
    advance: (ms) => {
      now += ms;
    },
    calls: () => madeCalls().map(({ method, path }) => `${method} ${path}`),
    madeCalls,
    async close() {
      everyCall.push(...vendor.calls);
      await http.close();
      await vendor.close();
    },
  };
}

/** People numbered from 1: P1 Crowd1, p1@example.com, each with one task, one note and one appointment. */
export function crowd(size: number): Person[] {
  return Array.from({ length: size }, (_, index) => {
    const number = index + 1;
    return {
      number,
      firstName: `P${number}`,
      lastName: `Crowd${number}`,
      email: `p${number}@example.com`,
      tags: [],
      createdAt: START - 10 * DAY,
      tasks: [{ title: `Task of ${number}`, dueAt: START + DAY, completed: false }],
      notes: [{ body: `Note of ${number}`, at: START - DAY }],
      appointments: [{ title: `Visit ${number}`, startsAt: START + DAY, endsAt: START + DAY + 3_600_000 }],
    };
  });
}

/** One person with everything. */
export const ADA: Person = {
  number: 501,
  firstName: 'Ada',
  lastName: 'Marsh',
  email: 'ada.marsh@example.com',
  phone: '+447700900101',
  companyName: 'Marsh Lettings',
  address: { line1: '1 Kiln Row', city: 'Leeds', county: 'West Yorkshire', postcode: 'LS1 4AB', country: 'GB' },
  website: 'https://marsh.example',
  tags: ['vip', 'landlord'],
  createdAt: START - 30 * DAY,
  tasks: [{ title: 'Send quote', body: 'Two boilers', dueAt: START + DAY, completed: false, assignee: 'Jo Hart' }],
  notes: [{ title: 'Access', body: 'Key at no. 3', at: START - DAY, author: 'Jo Hart' }],
  appointments: [
    {
      title: 'Survey',
      startsAt: START + DAY,
      endsAt: START + DAY + 3_600_000,
      location: '1 Kiln Row',
      notes: 'Ring first',
    },
  ],
};

/** The one record that must have been read. */
export async function only(read: Promise<readonly (SourceRecord | null | Error)[]>): Promise<SourceRecord> {
  const [record, ...others] = await read;
  if (!record || record instanceof Error || others.length > 0) throw record ?? new Error('Not exactly one record');
  return record;
}

/** All pages of a scan. */
export async function pagesOf(scan: AsyncIterable<Page>): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of scan) pages.push(page);
  return pages;
}

/** All records of a scan. */
export async function recordsOf(scan: AsyncIterable<Page>): Promise<SourceRecord[]> {
  return (await pagesOf(scan)).flatMap((page) => page.records);
}

/** A writer with everything; fails the test where something is missing. */
export function writerOf(collection: Collection): Required<Writer> {
  const { create, find, update, remove, creates, updates, callsPerUpdate = 1 } = collection.write ?? {};
  if (!create || !find || !update || !remove || !creates || !updates) throw new Error('A write is missing');
  return { create, find, update, remove, creates, updates, callsPerUpdate };
}

/** Where HighLevel's specification is known to be wrong. */
const CORRECTIONS: readonly Correction[] = [
  {
    at: 'contacts.json SearchBodyV2DTO',
    schema: {},
    why: 'Declared as an empty object; the body is documented elsewhere.',
  },
  ...['NumericField', 'MonetoryField'].map((name) => ({
    at: `contacts.json ${name}.field_value`,
    schema: { type: 'number' },
    why: 'Declared as an object, with a number as its example.',
  })),
];

/** The vendor's specification, where it lies beside the checkout. */
export const specification = readSpecification(
  join(import.meta.dirname, '../../../shared/apis/ghl-openapi'),
  CORRECTIONS,
);

/** Why a test of the specification is left out. */
export const NO_SPECIFICATION = "the vendor's OpenAPI files do not lie beside this checkout";
