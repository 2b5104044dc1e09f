import type { Simulator } from '../../src/sources/simulator.ts';
import type { AnsweredCall } from './calls.ts';
import { followEvents } from './events.ts';
import { type Change, createJournal, type Journal, namesIn } from './journal.ts';
import { benchPeople } from './people.ts';
import { round, type Spread, spreadOf } from './spread.ts';
import { monotonic, pause } from './time.ts';
import { type BenchWorld, startBenchWorld } from './world.ts';

/** Edits at one pace, with systems that answer after so long. Times in milliseconds. */
export interface ChangePoint {
  readonly latencyMs: number;
  readonly perSecond: number;
  readonly changes: number;
  /** Changes that had not come to their end when the patience after the last one was over. */
  readonly unfinished: number;
  /** What the slowest system takes to answer half of its calls. */
  readonly slowestCall: number;
  /** From the webhook's receipt until the subscriber is told of the change. */
  readonly told: Spread;
  /** From the edit until both other systems have it. */
  readonly written: Spread;
  /** From the webhook's receipt until the subscriber is told that both have it. */
  readonly confirmed: Spread;
}

/** What is measured: every pace with every latency, so many edits each. */
export interface ChangePlan {
  readonly latenciesMs: readonly number[];
  readonly paces: readonly { readonly perSecond: number; readonly changes: number }[];
  readonly warmUp: number;
  /** How long the last changes may take after the last edit. */
  readonly patienceMs: number;
  readonly profileDir: string | null;
}

/** Where the edits are made: the system whose webhooks tell of a contact's changes. */
const EDITED = 'ghl';
const FIELD = 'firstName';

/** Measures the way of a change from its edit to the subscriber, on contacts that all systems hold. */
export async function measureChanges(plan: ChangePlan, report: (point: ChangePoint) => void): Promise<ChangePoint[]> {
  const most = Math.max(...plan.paces.map(({ changes }) => changes));
  const durations = new Map<string, number[]>();
  let journal: Journal | null = null;
  const world = await startBenchWorld({
    people: benchPeople(most + plan.warmUp),
    limited: false,
    profileDir: plan.profileDir,
    answered: (call) => {
      journal?.answered(call);
      note(durations, call);
    },
  });
  await world.synced();
  const kept = createJournal([...world.simulators.keys()].filter((id) => id !== EDITED));
  journal = kept;
  const events = followEvents(world.gateway.url, { kinds: ['UPDATED', 'WRITE_APPLIED'] }, kept.told);
  const points: ChangePoint[] = [];
  try {
    for (const latencyMs of plan.latenciesMs) {
      slowDown(world, latencyMs);
      for (const { perSecond, changes } of plan.paces) {
        await edits(world, kept, { ...plan, perSecond: Math.max(perSecond, 10), changes: plan.warmUp });
        durations.clear();
        const made = await edits(world, kept, { ...plan, perSecond, changes });
        const slowestCall = Math.max(...[...durations.values()].map((times) => spreadOf(times).p50 ?? 0));
        const point = { latencyMs, perSecond, slowestCall: round(slowestCall), ...timesOf(made) };
        points.push(point);
        report(point);
      }
    }
  } finally {
    events.end();
    await world.close();
  }
  return points;
}

interface MadeChange extends Change {
  readonly receivedAt: number;
  /** True if every system's own table holds it at the end. */
  readonly isHeld: boolean;
}

/** Makes edits at that pace, each of another contact, and waits for what becomes of them. */
async function edits(
  world: BenchWorld,
  journal: Journal,
  { perSecond, changes, patienceMs }: { perSecond: number; changes: number; patienceMs: number },
): Promise<MadeChange[]> {
  const table = world.simulators.get(EDITED)?.tables.contacts;
  const rows = table?.list() ?? [];
  const start = monotonic();
  for (let nth = 0; nth < changes; nth++) {
    await pause(start + (nth * 1000) / perSecond - monotonic());
    const id = String(rows[nth]?.id);
    table?.change(id, { [FIELD]: journal.edit(id, monotonic()) });
  }
  const made = await journal.collect(patienceMs);
  const received = new Map(await world.gateway.receipts());
  const held = [...world.simulators.values()].map(namesHeld);
  return [...made].map(([name, change]) => ({
    ...change,
    receivedAt: received.get(change.recordId) ?? Number.POSITIVE_INFINITY,
    isHeld: held.every((names) => names.has(name)),
  }));
}

function namesHeld(simulator: Simulator): ReadonlySet<string> {
  return new Set(namesIn(Object.values(simulator.tables).map((table) => table.list())));
}

function timesOf(made: readonly MadeChange[]) {
  const since = (start: number, end: number | null) => (end === null || !Number.isFinite(start) ? LOST : end - start);
  const last = (times: ReadonlyMap<string, number>) => (times.size < SYSTEMS_TOLD ? null : Math.max(...times.values()));
  const written = made.map((one) => (one.isHeld ? since(one.editedAt, last(one.written)) : LOST));
  const told = made.map((one) => since(one.receivedAt, one.toldAt));
  const confirmed = made.map((one) => since(one.receivedAt, last(one.confirmed)));
  const unfinished = made.filter((_, i) => [written[i], told[i], confirmed[i]].includes(LOST)).length;
  return {
    changes: made.length,
    unfinished,
    told: spreadOf(told),
    written: spreadOf(written),
    confirmed: spreadOf(confirmed),
  };
}

const LOST = Number.POSITIVE_INFINITY;
const SYSTEMS_TOLD = 2;

function slowDown(world: BenchWorld, ms: number): void {
  for (const { faults } of world.simulators.values())
    faults.splice(0, faults.length, ...(ms > 0 ? [{ kind: 'latency', ms } as const] : []));
}

function note(durations: Map<string, number[]>, { system, tookMs }: AnsweredCall): void {
  const times = durations.get(system) ?? [];
  times.push(tookMs);
  durations.set(system, times);
}
