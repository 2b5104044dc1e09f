import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is waiting for an upstream call, most urgent first; a system's budget is handed out in this order. */
export const LANES = ['write', 'notice', 'read', 'poll', 'backfill'] as const;
/** One of the lanes. */
export type Lane = (typeof LANES)[number];

/** One piece of work from its cause to its end: its urgency, its trace id and what it cost upstream. */
export interface Work {
  readonly lane: Lane;
  readonly correlationId: string;
  /** Who it is done for: a caller's id; null for nobody in particular. */
  readonly actor: string | null;
  /** Upstream calls made so far, by system id. */
  readonly calls: Map<string, number>;
}

const storage = new AsyncLocalStorage<Work>();

/** Runs `fn` as this work: everything it awaits is paced in its lane and counted on it. */
export function within<T>(work: Work, fn: () => T): T {
  return storage.run(work, fn);
}

/** Starts the account of a new piece of work. */
export function newWork(lane: Lane, correlationId: string, actor: string | null = null): Work {
  return { lane, correlationId, actor, calls: new Map() };
}

/** The work under way; outside of any, an anonymous one in the least urgent lane. */
export function currentWork(): Work {
  return storage.getStore() ?? newWork('backfill', 'none');
}

/** Counts one upstream call on the work under way. */
export function countCall(system: string): void {
  const { calls } = currentWork();
  calls.set(system, (calls.get(system) ?? 0) + 1);
}

/** All upstream calls of a piece of work. */
export function totalCalls(work: Work): number {
  return [...work.calls.values()].reduce((sum, calls) => sum + calls, 0);
}
