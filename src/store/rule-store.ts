import type { PageRequest, PageResult } from './paging.ts';
import type { Firing, KeptRule, RuleVersion } from './rule-shapes.ts';

/** The rules of a workspace. */
export interface RuleStore {
  put(rules: readonly KeptRule[]): Promise<void>;
  /** By id. */
  all(): Promise<readonly KeptRule[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Sets since when a rule is paused. */
  pause(id: string, at: number): Promise<void>;
  /** Keeps rules as they are under their numbers; of one that is kept already only the definition is renewed. */
  keepVersions(versions: readonly RuleVersion[]): Promise<void>;
  /** Newest first, also of rules that were removed. */
  versions(ruleId: string): Promise<readonly RuleVersion[]>;
  /** Rule id to how often it fired and when last; those that never did are missing. */
  firedCounts(): Promise<Map<string, { firings: number; lastAt: number }>>;
}

/** What the rules of a workspace did, and what they still have to ask a system. */
export interface FiringStore {
  /** Rejects where the rule has fired on that cause before. */
  add(firings: readonly Firing[]): Promise<void>;
  get(ids: readonly string[]): Promise<Map<string, Firing>>;
  /** Of these causes, those the rule has fired on. */
  known(ruleId: string, causes: readonly string[]): Promise<Set<string>>;
  /** Leases due PENDING ones for `leaseMs`, oldest first; every lease counts as an attempt. */
  claim(request: { now: number; leaseMs: number; limit: number }): Promise<readonly Firing[]>;
  /** Ends the leases that a dead process left. Only for who knows that no other process is at work. */
  release(): Promise<void>;
  /** Ends a lease; PENDING again needs `nextAttemptAt`. */
  settle(
    firings: readonly Pick<Firing, 'id' | 'state' | 'result' | 'errands' | 'error' | 'nextAttemptAt'>[],
  ): Promise<void>;
  /** How often the rule has fired since that time. */
  countSince(ruleId: string, since: number): Promise<number>;
  /** When the next PENDING one may be claimed; null where there is none. */
  nextDue(): Promise<number | null>;
  /** Newest first. */
  page(filter: { ruleId?: string }, page: PageRequest): Promise<PageResult<Firing>>;
  /** Forgets finished ones of before that time whose cause cannot come again. */
  forget(before: number): Promise<void>;
}
