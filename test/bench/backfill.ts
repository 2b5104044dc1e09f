import type { PaceLimits } from '../../src/base/budget.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { SimulatedCall } from '../../src/sources/simulator.ts';
import { RUNS } from '../sync/documents.ts';
import { benchPeople } from './people.ts';
import { round } from './spread.ts';
import { pause } from './time.ts';
import { type BenchWorld, startBenchWorld } from './world.ts';

/** The first pass over one system with no limits: what the gateway itself takes in. */
export interface BackfillRate {
  readonly system: string;
  readonly people: number;
  readonly records: number;
  readonly calls: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
}

/** A first pass within the vendor's limit, watched for a while: how much of the budget it uses and what is refused. */
export interface BudgetUse {
  readonly system: string;
  readonly seconds: number;
  readonly calls: number;
  /** What the source's own limits allow in that time. */
  readonly allowed: number;
  /** Of what is allowed, in per cent. */
  readonly used: number;
  /** Answers 429. */
  readonly refused: number;
}

/** What the first pass over the only system of a world took in; waits for its end. */
export async function backfillRate(world: BenchWorld, people: number): Promise<BackfillRate> {
  await world.synced();
  const { syncRuns } = await world.ask(RUNS, {});
  const first = syncRuns.nodes.at(-1);
  if (!first?.finishedAt || first.error) throw new Error(`The first pass failed: ${first?.error ?? 'it did not end'}`);
  const seconds = (Date.parse(first.finishedAt) - Date.parse(first.startedAt)) / 1000;
  return {
    system: first.system.id,
    people,
    records: first.read,
    calls: first.upstreamCalls,
    seconds: round(seconds),
    recordsPerSecond: Math.round(first.read / seconds),
  };
}

/** Watches the first pass over all systems for so many seconds. */
export async function measureBudget(people: number, seconds: number): Promise<BudgetUse[]> {
  const seen = new Map<string, readonly SimulatedCall[]>();
  const world = await startBenchWorld({ people: benchPeople(people), limited: true, profileDir: null });
  try {
    await Promise.all(
      [...world.simulators].map(async ([system, { calls }]) => {
        while (calls.length === 0) await pause(10);
        const start = calls[0]?.at ?? 0;
        await pause(start + seconds * 1000 - Date.now() + 100);
        seen.set(
          system,
          calls.filter(({ at }) => at < start + seconds * 1000),
        );
      }),
    );
  } finally {
    await world.close();
  }
  return definitions.map(({ id, limits }) => useOf(id, limits, seen.get(id) ?? [], seconds));
}

/** A pass that ended before the watch is judged by the time it took. */
function useOf(system: string, limits: PaceLimits, calls: readonly SimulatedCall[], watched: number): BudgetUse {
  const took = ((calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0)) / 1000;
  const seconds = took < watched / 2 ? Math.max(took, limits.perMs / 1000) : watched;
  const allowed = Math.round((limits.calls * seconds * 1000) / limits.perMs);
  return {
    system,
    seconds: round(seconds),
    calls: calls.length,
    allowed,
    used: Math.round((100 * calls.length) / allowed),
    refused: calls.filter(({ status }) => status === 429).length,
  };
}
