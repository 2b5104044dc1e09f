import type { Alert } from '../model/alert.ts';
import type { KeptAlertRule, KeptTarget, Message, Sign, ToldAlerts } from './alert-shapes.ts';
import type { PageRequest, PageResult } from './paging.ts';

/** The alert rules of a workspace. */
export interface AlertRuleStore {
  put(rules: readonly KeptAlertRule[]): Promise<void>;
  /** By id. */
  all(): Promise<readonly KeptAlertRule[]>;
}

/** The alerts of a workspace; of a rule and subject at most one is not over. */
export interface AlertStore {
  /** Inserts or replaces. */
  put(alerts: readonly Alert[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Raised and past ones. */
  get(ids: readonly string[]): Promise<Map<string, Alert>>;
  /** All that are watched or raised. */
  current(): Promise<readonly Alert[]>;
  /** Raised and past ones, newest first; `open` true: only the raised ones, false: only the past ones. */
  page(filter: { open?: boolean; ruleId?: string }, page: PageRequest): Promise<PageResult<Alert>>;
}

/** Where a workspace sends messages to. */
export interface TargetStore {
  /** Inserts or replaces. */
  put(targets: readonly KeptTarget[]): Promise<void>;
  /** Takes it away with what is still to be sent there. */
  remove(id: string): Promise<void>;
  /** By id. */
  all(): Promise<readonly KeptTarget[]>;
}

/** What is to be sent to targets, and what was. */
export interface MessageStore {
  /** Keeps new ones; one whose target has had a message for the same cause is left out. */
  add(messages: readonly Message[]): Promise<void>;
  /** Leases due QUEUED ones for `leaseMs`, only the oldest of a target and thread; every lease counts as an attempt. */
  claim(request: { now: number; leaseMs: number; limit: number }): Promise<readonly Message[]>;
  /** Ends the leases that a dead process left. Only for who knows that no other process is at work. */
  release(): Promise<void>;
  /** Ends a lease; QUEUED again needs `nextAttemptAt`. */
  settle(id: string, outcome: Pick<Message, 'status' | 'error' | 'nextAttemptAt' | 'settledAt'>): Promise<void>;
  get(ids: readonly string[]): Promise<Map<string, Message>>;
  /** When the next one may be claimed; null where none is queued. */
  nextDue(): Promise<number | null>;
  /** Target id to how many are queued and how many were given up. */
  counts(): Promise<Map<string, { queued: number; failed: number }>>;
  /** Forgets those that were settled before that time. */
  forget(before: number): Promise<void>;
}

/** What alerts look for, counted by the database. */
export interface SignStore {
  /** System id to the writes that it refused and nobody has looked after. */
  failedDeliveries(): Promise<Map<string, Sign>>;
  /** System id to the records that are set aside. */
  quarantined(): Promise<Map<string, Sign>>;
  /** Conflicts that wait for a person; null: none. */
  openConflicts(): Promise<Sign | null>;
  /** What ALERT events have told since that time, by reason and system. */
  told(since: number): Promise<readonly ToldAlerts[]>;
}
