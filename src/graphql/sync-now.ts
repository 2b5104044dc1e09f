import { sleep } from '../base/clock.ts';
import type { Run } from '../store/shapes.ts';
import type { KindEstimate, RunEstimate } from '../sync/estimate.ts';
import type { RunRequest } from '../sync/run.ts';
import type { GraphContext } from './context.ts';
import { type InputError, invalid } from './errors.ts';
import type { SyncNowInput } from './generated/resolvers.ts';
import { entityType, kindOf, systemOf } from './resolvers/system.ts';

const PATIENCE_MS = 10_000;

/** Starts the runs and waits for them, but not for long: a big system is read on in the background. Or says what they would cost. */
export async function syncNow(context: GraphContext, input: SyncNowInput) {
  const userErrors = refused(context, input.systems ?? []);
  if (userErrors.length > 0) return { runs: [], estimate: null, userErrors };
  const kinds = input.types?.map(kindOf);
  const requests = (input.systems ?? [...context.sync.connections.keys()]).map(
    (system): RunRequest => ({ system, trigger: 'request', full: input.full ?? false, ...(kinds && { kinds }) }),
  );
  if (!input.estimate) return { runs: await carryOut(context, requests), estimate: null, userErrors };
  const estimates = await Promise.all(requests.map((request) => context.gateway.engine.estimate(request)));
  return { runs: [], estimate: summary(context, estimates), userErrors };
}

function refused(context: GraphContext, systems: readonly string[]): InputError[] {
  const unknown = systems.filter((id) => !context.sync.connections.has(id));
  return unknown.map((id) => {
    const known = context.sync.systems.some((system) => system.id === id);
    return invalid(['systems'], known ? `names ${id}, which is not connected` : `names "${id}", which is not a system`);
  });
}

async function carryOut(context: GraphContext, requests: readonly RunRequest[]): Promise<Run[]> {
  const started = await Promise.all(requests.map((request) => context.gateway.engine.run(request)));
  const patience = new AbortController();
  await Promise.race([
    Promise.all(started.map(({ finished }) => finished)),
    sleep(context.sync.clock, PATIENCE_MS, patience.signal),
  ]);
  patience.abort();
  const current = await context.sync.store.runs.get(started.map(({ run }) => run.id));
  return started.map(({ run }) => current.get(run.id) ?? run);
}

function summary(context: GraphContext, estimates: readonly RunEstimate[]) {
  const systems = estimates.map(({ system, kinds }) => ({
    system: systemOf(context, system),
    calls: sum(kinds, 'calls'),
    seconds: seconds(sum(kinds, 'ms')),
    types: kinds.map(({ kind, calls, ms, reason }) => ({
      type: entityType(kind),
      calls,
      seconds: seconds(ms),
      reason,
    })),
  }));
  const known = systems.flatMap((system) => system.seconds ?? []);
  return { calls: sum(systems, 'calls'), seconds: known.length > 0 ? Math.max(...known) : null, systems };
}

/** Null where none of them is known. */
function sum<K extends keyof KindEstimate>(parts: readonly { readonly [key in K]: number | null }[], key: K) {
  const known = parts.flatMap((part) => part[key] ?? []);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : null;
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.ceil(ms / 1000);
}
