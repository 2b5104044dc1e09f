import type { Clock } from '../../src/base/clock.ts';
import { simulator } from '../../src/sources/commusoft/simulator/index.ts';
import type { Person, Row } from '../../src/sources/simulator.ts';

const START = Date.parse('2026-07-01T09:00:00Z');
const DAY = 24 * 3_600_000;

const people: Person[] = [
  person(1, {
    firstName: 'Ann',
    lastName: 'Shaw',
    email: 'ann@example.com',
    phone: '+447700900123',
    tasks: [
      { title: 'Call about the quote', dueAt: START + DAY, completed: false, assignee: 'Mo Khan' },
      { title: 'Fit new boiler', body: 'Bring a ladder', dueAt: START + 2 * DAY, completed: true, assignee: 'Mo Khan' },
    ],
    notes: [{ title: 'Gate code', body: 'Gate code is 4711', at: START }],
    appointments: [{ title: 'Boiler visit', startsAt: START + DAY, endsAt: START + DAY + 1_800_000 }],
  }),
  person(2, { firstName: 'Bob', lastName: 'Lee', phone: '020 7946 0123' }),
  person(5, {
    firstName: 'Cy',
    lastName: 'Park',
    companyName: 'Park Ltd',
    address: { line1: '1 Quay', city: 'Hull', postcode: 'HU1 1AA', country: 'GB' },
    tasks: Array.from({ length: 9 }, (_, index) => ({ title: `Visit ${index}`, dueAt: START, completed: false })),
  }),
];

function person(number: number, facts: Partial<Person> & Pick<Person, 'firstName' | 'lastName'>): Person {
  return { number, tags: [], createdAt: START - DAY, tasks: [], notes: [], appointments: [], ...facts };
}

function manualClock(): Clock & { advance(ms: number): void } {
  let now = START;
  return {
    now: () => now,
    after: () => () => undefined,
    advance(ms) {
      now += ms;
    },
  };
}

/** Every envelope a test looks into. */
interface Body {
  readonly token?: string;
  readonly error_description: string;
  readonly errors: { readonly children: Row };
  readonly id: number;
  readonly jobId: number;
  readonly Customer: Row;
  readonly Customers: Row[];
  readonly Contacts: Row[];
  readonly workAddress: Row[];
  readonly search: { readonly properties: Row[] };
  readonly jobs: Row[];
  readonly Jobs: Row[];
  readonly events: (Row & { readonly redirectDetails: Row })[];
  readonly users: Row[];
  readonly communicationsnotes: Row[];
  readonly officetasks: Row[];
}

/** What the simulator answered. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A running simulator with three people in it, and a client that is logged in. */
export interface Vendor {
  readonly running: Awaited<ReturnType<typeof simulator.start>>;
  readonly clock: ReturnType<typeof manualClock>;
  /** Logs in, with some of the credentials changed, and keeps the token where there is one. */
  logIn(change?: Record<string, string>): Promise<Answer>;
  /** One call as it stands, a fifth of a second after the one before. */
  call(method: string, path: string, init?: RequestInit): Promise<Answer>;
  get(path: string): Promise<Answer>;
  send(method: string, path: string, fields: Record<string, string>): Promise<Answer>;
  sendJson(path: string, value: unknown): Promise<Answer>;
  /** That path under the base URL, with the token in the query. */
  urlOf(path: string): string;
  customerIdOf(surname: string): string;
}

/** Starts the simulator on a free port, on a clock that only its calls and the test move. */
export async function startVendor(): Promise<Vendor> {
  const clock = manualClock();
  const running = await simulator.start({ port: 0, people, clock });
  const { settings } = running;
  let token = '';

  const withToken = (path: string) => `${path}${path.includes('?') ? '&' : '?'}token=${token}`;
  const vendor: Vendor = {
    running,
    clock,
    async logIn(change = {}) {
      const { COMMUSOFT_CLIENT_ID: clientId, COMMUSOFT_APPLICATION_ID: applicationId } = settings;
      const { COMMUSOFT_USERNAME: username, COMMUSOFT_PASSWORD: password } = settings;
      const login = { clientId, applicationId, username, password, ...change };
      const answer = await vendor.call('POST', '/getToken', json(login));
      token = answer.body.token ?? token;
      return answer;
    },
    async call(method, path, init = {}) {
      clock.advance(200);
      const answer = await fetch(settings.COMMUSOFT_BASE_URL + path, { method, ...init });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: JSON.parse(text || '{}') };
    },
    get: (path) => vendor.call('GET', withToken(path)),
    send: (method, path, fields) => vendor.call(method, withToken(path), { body: new URLSearchParams(fields) }),
    sendJson: (path, value) => vendor.call('POST', withToken(path), json(value)),
    urlOf: (path) => settings.COMMUSOFT_BASE_URL + withToken(path),
    customerIdOf(surname) {
      const row = running.tables.customers?.list().find((customer) => customer.surname === surname);
      return String(row?.id);
    },
  };
  await vendor.logIn();
  return vendor;
}

function json(value: unknown): RequestInit {
  return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}
