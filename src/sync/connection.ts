import type { Budget } from '../base/budget.ts';
import type { Clock } from '../base/clock.ts';
import { Problem, toProblem } from '../base/errors.ts';
import { currentWork } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Collection, Source } from '../sources/source.ts';

/** How a system is, in one word. */
export type HealthState = 'OK' | 'DEGRADED' | 'DOWN' | 'UNAUTHORIZED' | 'NOT_CONNECTED';

/** How a system is, judged by the last calls made to it. Times in milliseconds since 1970. */
export interface Health {
  readonly state: HealthState;
  readonly checkedAt: number | null;
  readonly error: string | null;
}

/** A system the gateway knows; `source` is null where it is not configured. */
export interface System {
  readonly id: string;
  readonly name: string;
  readonly source: Source | null;
  /** The mapping of that kind that is in force now; empty where there is none. */
  mapping(kind: Kind): Mapping;
  budget(): Budget | null;
}

/** A connected system, with its health. */
export interface Connection extends System {
  readonly source: Source;
  health(): Health;
  /** Runs a use of the source and judges the system's health by how it ends; a reader is not kept waiting for a system that is down. */
  use<T>(fn: (source: Source) => Promise<T>): Promise<T>;
  /** Tells of every change of state. */
  onChange(listener: (health: Health) => void): void;
}

/** Readers are refused for so long after a failure; everybody else may try, and so finds out when it is well again. */
const REST_MS = 5_000;

/** Wraps a configured system. */
export function createConnection(system: System & { readonly source: Source }, clock: Clock): Connection {
  let health: Health = { state: 'OK', checkedAt: null, error: null };
  const listeners: ((health: Health) => void)[] = [];

  function judge(state: HealthState, error: string | null): void {
    const changed = state !== health.state;
    health = { state, checkedAt: clock.now(), error };
    if (changed) for (const listener of listeners) listener(health);
  }

  function refuseReaders(): void {
    const resting = health.state === 'DOWN' && clock.now() - (health.checkedAt ?? 0) < REST_MS;
    if (resting && currentWork().lane === 'read') {
      throw new Problem(
        'UNAVAILABLE',
        health.error ?? `${system.name} is down`,
        { afterMs: REST_MS },
        { system: system.id },
      );
    }
  }

  return {
    ...system,
    health: () => health,
    onChange: (listener) => listeners.push(listener),
    async use(fn) {
      refuseReaders();
      try {
        const result = await fn(system.source);
        judge('OK', null);
        return result;
      } catch (thrown) {
        const problem = toProblem(thrown);
        const state = stateAfter(problem);
        if (state) judge(state, problem.message);
        throw problem;
      }
    },
  };
}

/** What a failure says of the system as a whole; null where it is about one record or one request only. */
function stateAfter(problem: Problem): HealthState | null {
  switch (problem.code) {
    case 'UNAVAILABLE':
    case 'TIMEOUT':
    case 'AMBIGUOUS':
      return 'DOWN';
    case 'UNAUTHORIZED':
      return 'UNAUTHORIZED';
    case 'RATE_LIMITED':
    case 'MALFORMED':
    case 'FORBIDDEN':
      return 'DEGRADED';
    default:
      return null;
  }
}

/** The collection of that kind, or a Problem UNSUPPORTED that says who lacks it. */
export function collectionOf(connection: Connection, kind: Kind): Collection {
  const collection = connection.source.collections[kind];
  if (!collection)
    throw new Problem('UNSUPPORTED', `${connection.name} has no ${kind}s`, 'never', { system: connection.id });
  return collection;
}

/** Of a batch's results, those that came; throws the first Problem where nothing but failures came. */
export function settled<T>(results: readonly (T | Error)[]): T[] {
  const good = results.filter((result): result is T => !(result instanceof Error));
  const failure = results.find((result) => result instanceof Error);
  if (good.length === 0 && failure) throw failure;
  return good;
}
