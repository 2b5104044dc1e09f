import { type Clock, systemClock } from '../../src/base/clock.ts';
import { Problem } from '../../src/base/errors.ts';
import { createHttp } from '../../src/base/http.ts';
import { createLogger } from '../../src/base/logger.ts';
import { createPace } from '../../src/base/pace.ts';
import type { Env } from '../../src/config.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { Person, Simulator, SimulatorDefinition } from '../../src/sources/simulator.ts';
import type { Collection, Page, Source, SourceDefinition, SourceRecord } from '../../src/sources/source.ts';
import { samplePerson } from '../support/people.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A system: its source and the simulator that stands in for it. */
export interface Tested {
  readonly definition: SourceDefinition;
  readonly simulator: SimulatorDefinition;
}

/** A source connected to its simulator over real HTTP. */
export interface Connection {
  readonly definition: SourceDefinition;
  readonly source: Source;
  readonly vendor: Simulator;
  /** Moves the clock of both; timers go by real time. */
  advance(ms: number): void;
  collection(kind: Kind): Collection;
  close(): Promise<void>;
}

/** How a connection differs from the usual one. An undefined variable is unset. */
export interface ConnectOptions {
  readonly env?: Env;
  readonly people?: readonly Person[];
  /** The source's clock; default: the simulator's. */
  readonly clock?: Clock;
}

/** People with everything, six of them: a company, a website, a task, a note and an appointment each. */
export function people(): Person[] {
  const now = systemClock.now();
  const tomorrow = now - (now % DAY) + DAY;
  return [1, 2, 3, 4, 5, 6].map((number) => {
    const startsAt = tomorrow + (8 + number) * HOUR;
    return samplePerson(number, now, {
      companyName: `Company ${number}`,
      website: `https://company${number}.example.com`,
      tags: ['customer', `group ${number % 2}`],
      tasks: [
        { title: `Call ${number}`, dueAt: tomorrow + HOUR, completed: false },
        { title: `Fit boiler ${number}`, body: 'Bring a ladder', dueAt: tomorrow + 2 * HOUR, completed: number === 2 },
      ],
      appointments: [{ title: `Visit ${number}`, startsAt, endsAt: startsAt + HOUR, notes: 'Ring twice' }],
    });
  });
}

/** Starts a simulator and connects its source to it, without a pace: a look at the clock takes a quarter of a second. */
export async function connect({ definition, simulator }: Tested, options: ConnectOptions = {}): Promise<Connection> {
  let ahead = 0;
  const now = () => {
    ahead += 250;
    return systemClock.now() + ahead;
  };
  const vendor = await simulator.start({
    port: 0,
    people: options.people ?? people(),
    clock: { now, after: systemClock.after },
  });
  const { source, close } = connectTo(
    definition,
    { ...vendor.settings, ...options.env },
    options.clock ?? vendorClock(now),
  );
  return {
    definition,
    source,
    vendor,
    advance(ms) {
      ahead += ms;
    },
    collection(kind) {
      const found = source.collections[kind];
      if (!found) throw new Error(`${definition.id} has no ${kind}`);
      return found;
    },
    async close() {
      await close();
      await vendor.close();
    },
  };
}

function vendorClock(now: () => number): Clock {
  return { now, after: systemClock.after };
}

/** A source with these environment variables. */
export function connectTo(
  definition: SourceDefinition,
  env: Env,
  clock: Clock,
): { readonly source: Source; close(): Promise<void> } {
  const settings = definition.settings.parse(env) as Record<string, unknown>;
  const { concurrency } = definition.limits;
  const tools = { clock, random: () => 0.5, log: createLogger('silent') };
  const http = createHttp({
    ...tools,
    system: definition.id,
    name: definition.name,
    baseUrl: definition.baseUrl(settings),
    pace: createPace({ calls: 10_000, perMs: 1, concurrency }, clock),
    concurrency,
  });
  return { source: definition.connect(settings, { ...tools, http }), close: () => http.close() };
}

/** The pages of a whole scan. */
export async function pagesOf(collection: Collection, cursor: string | null = null): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of collection.scan(cursor)) pages.push(page);
  return pages;
}

/** The records of a whole scan. */
export async function recordsOf(collection: Collection, cursor: string | null = null): Promise<SourceRecord[]> {
  return (await pagesOf(collection, cursor)).flatMap((page) => page.records);
}

/** The one record with that id; fails where it cannot be read. */
export async function readOne(collection: Collection, { id, contactId }: SourceRecord): Promise<SourceRecord | null> {
  const [record = null] = await collection.read([{ id, ...(contactId ? { contactId } : {}) }]);
  if (record instanceof Error) throw record;
  return record;
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
