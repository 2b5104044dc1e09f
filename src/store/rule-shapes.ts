import type { Action, Rule } from '../model/rule.ts';

/** A rule with where it comes from. `shipped` is what the gateway last brought; null: a rule of the operator's own. */
export interface KeptRule {
  readonly rule: Rule;
  /** Grows by one with every change. */
  readonly version: number;
  readonly shipped: Rule | null;
  /** It answers to events behind this one only. */
  readonly activeFrom: number;
  /** Since when it is paused, because it fired too often; null: it is not. */
  readonly pausedAt: number | null;
  /** What it fired before does not count for pausing it; 0: all does. */
  readonly resumedAt: number;
}

/** A rule as it was under one number. */
export interface RuleVersion {
  readonly rule: Rule;
  readonly version: number;
  readonly at: number;
  /** What was done to it, in words. */
  readonly why: string;
}

/** Where a firing stands: PENDING still has to ask a system something. */
export type FiringState = 'PENDING' | 'DONE' | 'FAILED';

/** What a rule did about one cause; there is never a second for the same rule and cause. */
export interface Firing {
  readonly id: string;
  readonly ruleId: string;
  /** 'event:42', 'entity:con_...:3' (the rule's version) or 'time:...'. */
  readonly cause: string;
  readonly eventSeq: number | null;
  readonly entityId: string | null;
  readonly contactId: string | null;
  /** Whose doing the cause was: a system's id, or 'gateway'. */
  readonly origin: string;
  /** The rules whose firings led to the cause, first to last, and this one. */
  readonly chain: readonly string[];
  readonly state: FiringState;
  /** What it did so far, in words. */
  readonly result: string;
  /** What it still has to ask of systems while it is PENDING, as it was decided: a rule that is changed since changes nothing about it. */
  readonly errands: readonly Action[];
  /** Why it could not yet, or could not at all; null where nothing failed. */
  readonly error: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly at: number;
}
