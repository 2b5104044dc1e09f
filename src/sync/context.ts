import type { Clock } from '../base/clock.ts';
import type { NewId } from '../base/id.ts';
import type { Logger } from '../base/logger.ts';
import type { Store } from '../store/store.ts';
import type { CallLog } from './call-log.ts';
import type { Connection, System } from './connection.ts';
import type { Discovery } from './discover.ts';
import type { Freshness } from './freshness.ts';
import type { MappingBook } from './mappings.ts';
import type { Outward } from './outward.ts';

/** What every part of the sync engine works with. */
export interface SyncContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: NewId;
  readonly log: Logger;
  /** All systems the gateway knows, in a fixed order. */
  readonly systems: readonly System[];
  /** Those that are connected, by id. */
  readonly connections: ReadonlyMap<string, Connection>;
  readonly freshness: Freshness;
  /** The ways out to targets that people enter. */
  readonly outward: Outward;
  readonly discovery: Discovery;
  /** What each system's `mapping` is taken from. */
  readonly mappings: MappingBook;
  readonly calls: CallLog;
  /** The attempts at deliveries that this process is making, by entity and system: one at a time for each. */
  readonly attempts: Map<string, Promise<void>>;
  /** Aborted when the gateway shuts down: long work ends at its next step. */
  readonly stopping: AbortSignal;
  /** Called after a commit that appended events or deliveries; with 'inbox', after one that kept notices and nothing else. */
  wake(only?: 'inbox'): void;
}

/** Why something is being changed: every version, event and delivery carries it. */
export interface Cause {
  /** A system's id, or 'gateway' for a caller's mutation. */
  readonly origin: string;
  readonly actor: string | null;
  readonly runId: string | null;
  readonly correlationId: string;
  /** What it was done for, in words for people; absent: the system or caller named as origin changed it. */
  readonly why?: string;
}
