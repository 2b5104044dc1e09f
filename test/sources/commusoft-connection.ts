import { pino } from 'pino';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { Problem } from '../../src/base/errors.ts';
import { createHttp } from '../../src/base/http.ts';
import { createPace } from '../../src/base/pace.ts';
import type { Kind } from '../../src/model/kind.ts';
import { definition } from '../../src/sources/commusoft/index.ts';
import { simulator } from '../../src/sources/commusoft/simulator/index.ts';
import type { Person, Simulator } from '../../src/sources/simulator.ts';
import type { Collection, Page, Source, SourceRecord, Writer } from '../../src/sources/source.ts';

const PREFIX = '/webservice_dev.php/api/v1';
const DAY = 86_400_000;

/** A source connected over real HTTP. */
export interface Connection {
  readonly source: Source;
  /** Every line that was logged. */
  readonly log: string[];
  /** The source's clock goes forward by so much. */
  advance(ms: number): void;
  close(): Promise<void>;
}

/** A source connected to a simulator. */
export interface SimulatedConnection extends Connection {
  readonly commusoft: Simulator;
  /** Calls so far as 'METHOD /path' without the prefix. */
  calls(): string[];
}

/** Connects with these environment variables, as the gateway would but without its pace. */
export function open(environment: Readonly<Record<string, unknown>>): Connection {
  const settings = definition.settings.parse(environment);
  let ahead = 0;
  const clock: Clock = { now: () => systemClock.now() + ahead, after: systemClock.after };
  const log: string[] = [];
  const tools = { clock, random: () => 0, log: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }) };
  const http = createHttp({
    ...tools,
    system: definition.id,
    baseUrl: definition.baseUrl(settings),
    pace: createPace({ ...definition.limits, calls: 1000 }, systemClock),
    concurrency: definition.limits.concurrency,
  });
  return {
    source: definition.connect(settings, { ...tools, http }),
    log,
    advance(ms) {
      ahead += ms;
    },
    close: () => http.close(),
  };
}

/** Starts a simulator with these people and connects to it; an undefined setting is unset. */
export async function connect(
  people: readonly Person[],
  changed: Readonly<Record<string, string | undefined>> = {},
): Promise<SimulatedConnection> {
  const commusoft = await simulator.start({ port: 0, people, clock: neverBusy() });
  const connection = open({ ...commusoft.settings, ...changed });
  return {
    ...connection,
    commusoft,
    calls: () => commusoft.calls.map((call) => `${call.method} ${call.path.replace(PREFIX, '')}`),
    async close() {
      await connection.close();
      await commusoft.close();
    },
  };
}

/** A clock by which no two calls fall into the same second, so that the simulator's limit stays out of the way. */
function neverBusy(): Clock {
  let ahead = 0;
  const now = () => {
    ahead += 200;
    return systemClock.now() + ahead;
  };
  return { now, after: systemClock.after };
}

/** A believable customer. */
export function person(number: number, facts: Partial<Person> = {}): Person {
  return {
    number,
    firstName: `First${number}`,
    lastName: `Last${number}`,
    email: `person${number}@example.com`,
    phone: `07700 9000${String(number).padStart(2, '0')}`,
    address: { line1: `${number} High Street`, city: 'Leeds', county: 'Yorkshire', postcode: 'LS1 1AA', country: 'GB' },
    tags: [],
    createdAt: Date.now() - 30 * DAY,
    tasks: [],
    notes: [],
    appointments: [],
    ...facts,
  };
}

/** A customer with two tasks (one becomes a job), a note and a visit tomorrow. */
export function busyPerson(number: number): Person {
  const tomorrow = Math.floor(Date.now() / DAY) * DAY + DAY + 12 * 3_600_000 + number * 3_600_000;
  return person(number, {
    tasks: [
      { title: 'Call back', dueAt: tomorrow, completed: false },
      { title: 'Fit new boiler', body: 'Bring a ladder', dueAt: tomorrow, completed: false },
    ],
    notes: [{ title: 'Gate', body: 'Gate code is 4711', at: Date.now() - DAY }],
    appointments: [{ title: 'Boiler visit', notes: 'Ring twice', startsAt: tomorrow, endsAt: tomorrow + 1_800_000 }],
  });
}

/** A collection that must be there. */
export function collectionOf({ source }: Connection, kind: Kind): Collection {
  const collection = source.collections[kind];
  if (!collection) throw new Error(`Commusoft has no ${kind}`);
  return collection;
}

/** A writer with everything that must be there. */
export function writerOf(connection: Connection, kind: Kind): Required<Writer> {
  const { write } = collectionOf(connection, kind);
  const cannot = () => Promise.reject(new Error('This cannot be done'));
  if (!write) throw new Error(`Commusoft does not write ${kind}`);
  return { create: cannot, find: cannot, update: cannot, remove: cannot, callsPerUpdate: 1, ...write };
}

/** What a whole scan brings. */
export async function scanned(collection: Collection, cursor: string | null = null): Promise<SourceRecord[]> {
  return (await pagesOf(collection, cursor)).flatMap((page) => page.records);
}

/** The pages of a whole scan. */
export async function pagesOf(collection: Collection, cursor: string | null = null): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of collection.scan(cursor)) pages.push(page);
  return pages;
}

/** The Problem that this rejects with. */
export async function problemOf(attempt: Promise<unknown>): Promise<Problem> {
  const thrown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof Problem) return thrown;
  throw new Error('No Problem was thrown', { cause: thrown });
}
