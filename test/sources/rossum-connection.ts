import { systemClock } from '../../src/base/clock.ts';
import { createHttp } from '../../src/base/http.ts';
import { createLogger } from '../../src/base/logger.ts';
import { createPace, type Pace } from '../../src/base/pace.ts';
import { definition } from '../../src/sources/rossum/index.ts';
import { simulator } from '../../src/sources/rossum/simulator/index.ts';
import type { Person, Simulator } from '../../src/sources/simulator.ts';
import type { Collection, Page, Source, SourceRecord } from '../../src/sources/source.ts';

/** A source connected to a system over real HTTP. */
export interface Connection {
  readonly source: Source;
  close(): Promise<void>;
}

/** A connection to a running simulator. */
export interface SimulatedConnection extends Connection {
  readonly rossum: Simulator;
  /** How many calls ended with that path, so far. */
  count(pathEnd: string): number;
}

/** Connects with these environment variables, as the gateway would. */
export function connect(environment: Readonly<Record<string, string>>): Connection {
  const settings = definition.settings.parse(environment);
  const log = createLogger('silent');
  const limited = createPace(definition.limits, systemClock);
  // As if a caller waited for everything: a run's calls are spread over time.
  const pace: Pace = { ...limited, run: (_, task) => limited.run('read', task) };
  const http = createHttp({
    system: definition.id,
    baseUrl: definition.baseUrl(settings),
    pace,
    concurrency: definition.limits.concurrency,
    clock: systemClock,
    random: () => 0.5,
    log,
  });
  const source = definition.connect(settings, { http, clock: systemClock, random: () => 0.5, log });
  return { source, close: () => http.close() };
}

/** Starts a simulator with these people and connects to it. */
export async function connectToSimulator(
  people: readonly Person[],
  environment: Readonly<Record<string, string>> = {},
): Promise<SimulatedConnection> {
  const rossum = await simulator.start({ port: 0, people, clock: systemClock });
  const { source, close } = connect({ ...rossum.settings, ...environment });
  return {
    rossum,
    source,
    count: (pathEnd) => rossum.calls.filter((call) => call.path.endsWith(pathEnd)).length,
    async close() {
      await close();
      await rossum.close();
    },
  };
}

/** That many people, the n-th with company, address, two tags, a task, a note and an appointment. */
export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    firstName: `First${i + 1}`,
    lastName: `Last${i + 1}`,
    email: `person${i + 1}@example.com`,
    phone: '+442079460001',
    companyName: `Company ${i + 1}`,
    address: { line1: `${i + 1} High Street`, city: 'Leeds', county: 'Yorkshire', postcode: 'LS1 1AA', country: 'GB' },
    tags: ['Customer', 'Boiler'],
    createdAt: Date.parse('2025-01-01T00:00:00Z') + i * 1000,
    tasks: [{ title: `Call ${i + 1}`, dueAt: Date.parse('2025-02-01T09:00:00Z'), completed: false }],
    notes: [{ body: `Note ${i + 1}`, at: Date.parse('2025-01-02T00:00:00Z') }],
    appointments: [
      {
        title: `Visit ${i + 1}`,
        startsAt: Date.parse('2025-03-01T09:00:00Z'),
        endsAt: Date.parse('2025-03-01T10:00:00Z'),
      },
    ],
  }));
}

/** A collection that must be there. */
export function collectionOf(source: Source, kind: keyof Source['collections']): Collection {
  const collection = source.collections[kind];
  if (!collection) throw new Error(`Rossum has no ${kind}`);
  return collection;
}

/** The first page of a scan, as if the process had ended behind it. */
export async function firstPage(collection: Collection, cursor: string | null): Promise<Page | undefined> {
  for await (const page of collection.scan(cursor)) return page;
  return undefined;
}

/** What a whole scan brings, and the cursor to continue with. */
export async function scanned(
  collection: Collection,
  cursor: string | null = null,
): Promise<{ records: SourceRecord[]; resume: string | null }> {
  const pages: Page[] = [];
  for await (const page of collection.scan(cursor)) pages.push(page);
  return { records: pages.flatMap((page) => page.records), resume: pages.at(-1)?.resume ?? null };
}
