import type { Clock } from '../../src/base/clock.ts';
import { type HighLevelSimulator, simulator } from '../../src/sources/ghl/simulator/index.ts';
import type { Person, Row } from '../../src/sources/simulator.ts';

/** Monday 2 June 2025, 08:00 UTC: summer time in the location. */
export const START = Date.UTC(2025, 5, 2, 8);
const DAY = 24 * 3_600_000;

/** Ada has everything; Ben shares her company; Cy is a bare name. */
export const PEOPLE: readonly Person[] = [
  {
    number: 1,
    firstName: 'Ada',
    lastName: 'Marsh',
    email: 'Ada.Marsh@example.com',
    phone: '+44 7700 900101',
    companyName: 'Marsh Lettings',
    address: { line1: '1 Kiln Row', city: 'Leeds', county: 'West Yorkshire', postcode: 'LS1 4AB', country: 'GB' },
    website: 'https://marsh.example',
    tags: ['VIP', 'Landlord'],
    createdAt: START - 30 * DAY,
    tasks: [{ title: 'Send quote', body: 'Two boilers', dueAt: START + DAY, completed: false, assignee: 'Jo Hart' }],
    notes: [{ title: 'Access', body: '<p>Key at <b>no. 3</b></p>', at: START - DAY, author: 'Jo Hart' }],
    appointments: [
      {
        title: 'Survey',
        startsAt: START + DAY,
        endsAt: START + DAY + 3_600_000,
        location: '1 Kiln Row',
        notes: 'Ring first',
      },
    ],
  },
  {
    number: 2,
    firstName: 'Ben',
    lastName: 'Cole',
    phone: '+447700900102',
    companyName: 'Marsh Lettings',
    tags: ['landlord'],
    createdAt: START - 20 * DAY,
    tasks: [{ title: 'Call back', dueAt: START - DAY, completed: true }],
    notes: [],
    appointments: [],
  },
  {
    number: 3,
    firstName: 'Cy',
    lastName: 'Ito',
    tags: [],
    createdAt: START - 20 * DAY,
    tasks: [],
    notes: [],
    appointments: [],
  },
];

/** Every envelope a test looks into; which of them came is what the test says. */
export interface Body {
  readonly message: string | readonly string[];
  readonly traceId: string;
  readonly contact: Row & { readonly customFields: readonly { readonly id: string; readonly value: unknown }[] };
  readonly contacts: readonly (Row & Readonly<Record<'id' | 'dateAdded' | 'firstNameLowerCase', string>>)[];
  readonly meta: Row;
  readonly total: number;
  readonly count: number;
  readonly tasks: readonly Row[];
  readonly task: Row;
  readonly notes: readonly Row[];
  readonly note: Row;
  readonly tags: readonly unknown[];
  readonly tag: Row;
  readonly events: readonly Row[];
  readonly event: Row;
  readonly calendars: readonly Row[];
  readonly businesses: readonly Row[];
  readonly customFields: readonly { readonly id: string; readonly fieldKey: string }[];
  readonly users: readonly Row[];
  readonly location: Row;
  readonly id: string;
}

/** An answer as a test sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A running simulator, a clock in hand, and a way to call it as a careful client. */
export interface Vendor {
  readonly running: HighLevelSimulator;
  readonly clock: Clock & { advance(ms: number): void };
  readonly locationId: string;
  /** Sends what is not undefined as JSON; headers are added to, or with null taken from, the usual ones. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string | null>): Promise<Answer>;
  search(body: Record<string, unknown>): Promise<Answer>;
  /** The id of the seeded contact with that last name. */
  idOf(lastName: string): string;
}

/** Starts one with PEOPLE. */
export async function startVendor(): Promise<Vendor> {
  const clock = manualClock(START);
  const running = await simulator.start({ port: 0, people: PEOPLE, clock });
  const locationId = String(running.settings.GHL_LOCATION_ID);

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string | null> = {}) {
    const usual = {
      authorization: `Bearer ${running.settings.GHL_TOKEN}`,
      version: '2021-07-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(usual).filter((pair): pair is [string, string] => pair[1] !== null);
    const request = {
      method,
      headers: Object.fromEntries(sent),
      body: body === undefined ? null : JSON.stringify(body),
    };
    const response = await fetch(running.url + path, request);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }
  return {
    running,
    clock,
    locationId,
    call,
    search: (body) => call('POST', '/contacts/search', { locationId, pageLimit: 20, ...body }),
    idOf: (lastName) => String(running.tables.contacts?.list().find((row) => row.lastName === lastName)?.id),
  };
}

function manualClock(start: number): Vendor['clock'] {
  let now = start;
  const waiting = new Set<{ at: number; fn: () => void }>();
  return {
    now: () => now,
    after(ms, fn) {
      const entry = { at: now + ms, fn };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      now += ms;
      for (const entry of waiting) {
        if (entry.at > now) continue;
        waiting.delete(entry);
        entry.fn();
      }
    },
  };
}
