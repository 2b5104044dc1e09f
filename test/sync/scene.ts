import type { SyncNowInput } from '../../src/client/generated/graphql.ts';
import type { Row, SimulatedCall, Simulator } from '../../src/sources/simulator.ts';
import type { World } from '../support/world.ts';
import { SYNC_NOW } from './documents.ts';

/** Reads that are sent as POST, and logins. */
const READING = /\/(search|find|aggregate|login|getToken)$/;

/** The calls that change something there, in order. */
export function writesTo(simulator: Simulator, since = 0): SimulatedCall[] {
  return simulator.calls.slice(since).filter(({ method, path }) => method !== 'GET' && !READING.test(path));
}

/** The systems whose records a contact is made of. */
export function systemsOf(thing: { records: readonly { system: { id: string } }[] }): string[] {
  return [...new Set(thing.records.map(({ system }) => system.id))].sort();
}

/** What became of a change, by system. */
export function statuses(receipts: readonly { status: string; system: { id: string } }[] | undefined) {
  return Object.fromEntries((receipts ?? []).map(({ status, system }) => [system.id, status]));
}

/** The one row of a simulator's table that has this value in that column; fails the test where there is none. */
export function rowWith(world: World, system: string, table: string, column: string, value: unknown): Row {
  const rows = world.simulator(system).tables[table]?.list() ?? [];
  const found = rows.filter((row) => row[column] === value);
  const [row] = found;
  if (!row || found.length > 1) throw new Error(`${found.length} rows of ${system} ${table} have ${column} ${value}`);
  return row;
}

/** Has systems polled (default: all) and waits for the end, however long that takes, and until what came of it is written. */
export async function poll(world: World, input: SyncNowInput = {}): Promise<void> {
  const { data } = await world.query(SYNC_NOW, { input });
  const runs = data?.syncNow.runs ?? [];
  await Promise.all(runs.map(({ id }) => world.event(({ kind, runId }) => kind === 'RUN_FINISHED' && runId === id)));
  await settled(world);
}

/** Waits until nothing is left to be written to any system. */
export function settled(world: World): Promise<void> {
  const { outbox } = world.running.gateway.sync.store;
  return until(world, async () => [...(await outbox.counts()).values()].every(({ queued }) => queued === 0));
}

/** Waits until that holds; looks whenever the gateway has done a piece of work. */
export async function until(world: World, holds: () => Promise<boolean>): Promise<void> {
  const { sync } = world.running.gateway;
  const { wake } = sync;
  const { done } = sync.store.inbox;
  let look: () => void = () => undefined;
  sync.wake = (only) => {
    wake(only);
    look();
  };
  // A notice that told nothing new wakes nobody.
  Object.assign(sync.store.inbox, {
    async done(ids: readonly string[]) {
      await done(ids);
      look();
    },
  });
  for (;;) {
    const worked = new Promise<void>((resolve) => {
      look = resolve;
    });
    if (await holds()) break;
    await worked;
  }
  sync.wake = wake;
  Object.assign(sync.store.inbox, { done });
}
