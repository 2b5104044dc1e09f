import type { Kind, Value } from '../model/kind.ts';
import type { PageRequest, PageResult } from './paging.ts';

/** What every log is restricted by; absent parts do not restrict. Times in milliseconds since 1970, inclusive from, exclusive to. */
export interface LogFilter {
  readonly contactId?: string;
  readonly from?: number;
  readonly to?: number;
  /** Found in a message or an error (of the newest 20,000 of that time), or the name of the living contact that it concerns. */
  readonly search?: string;
}

/** Which deliveries are wanted. */
export interface DeliveryFilter extends LogFilter {
  readonly system?: string;
  readonly kinds?: readonly Kind[];
  readonly statuses?: readonly string[];
  readonly entityId?: string;
}

/** How a run stands: under way, ended well, ended with an error. */
export const RUN_STATES = ['RUNNING', 'FINISHED', 'FAILED'] as const;

/** Which runs are wanted; of a contact: those that brought something about it. Their texts are the trigger and the error. */
export interface RunFilter extends LogFilter {
  readonly system?: string;
  readonly kinds?: readonly Kind[];
  readonly states?: readonly (typeof RUN_STATES)[number][];
}

/** One try of one call to a system, masked. */
export interface UpstreamCall {
  readonly id: string;
  readonly system: string;
  /** What it was made for: the id of a delivery or a run, or of a caller's request. */
  readonly correlationId: string;
  readonly at: number;
  readonly durationMs: number;
  readonly method: string;
  readonly path: string;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly error: string | null;
  readonly request: Value;
  readonly response: Value;
}

/** The calls of verbose connections: of each system the newest 2,000, and at most 8 million characters. */
export interface CallStore {
  /** Keeps them, in order, and forgets what is too much. */
  add(calls: readonly UpstreamCall[]): Promise<void>;
  /** What each of these pieces of work called, in order: correlation id to calls, at most the first 200 of each. */
  of(correlationIds: readonly string[]): Promise<Map<string, UpstreamCall[]>>;
  /** Newest first. */
  page(system: string, page: PageRequest): Promise<PageResult<UpstreamCall>>;
}

/** What is forgotten after a time. */
export const FORGOTTEN = ['events', 'versions', 'deliveries', 'runs', 'firings', 'inbox', 'calls'] as const;
/** One of the things that are forgotten after a time. */
export type Forgotten = (typeof FORGOTTEN)[number];

/** Forgets what is old, a few rows at a time. */
export interface RetentionStore {
  /**
   * Removes at most `limit` entries of before that time and answers how many. Kept: unsettled and failed deliveries, the newest version of everything,
   * runs under way, firings whose cause may come again, notices not yet worked, the newest event and (`keepFrom`) those from that one on.
   */
  forget(what: Forgotten, request: { before: number; limit: number; keepFrom?: number }): Promise<number>;
  /** The newest event that was removed; 0 where none was. */
  forgottenUpTo(): Promise<number>;
}
