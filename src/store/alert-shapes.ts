import type { AlertReason, AlertRule } from '../model/alert.ts';
import type { Target } from '../model/target.ts';

/** A target with its signing secrets, which nobody is ever shown again. Times in milliseconds since 1970. */
export interface KeptTarget extends Target {
  readonly secret: string | null;
  /** Also signs until that time, so that the receiver can change to the new one. */
  readonly oldSecret: string | null;
  readonly oldSecretUntil: number | null;
  /** Why the gateway switched it off; null where it did not. */
  readonly whyOff: string | null;
  readonly createdAt: number;
}

/** Where a message stands; QUEUED alone is not settled. */
export type MessageStatus = 'QUEUED' | 'SENT' | 'FAILED';

/** What is sent to one target. The id is the receiver's way to tell a repetition, and the same on every attempt. */
export interface Message {
  readonly id: string;
  readonly targetId: string;
  /** Messages of one thread reach a target in the order in which they were made. */
  readonly thread: string;
  /** Names what it is sent for: there is never a second message to the same target for the same cause. */
  readonly cause: string;
  /** Full-stop delimited, e.g. 'alert.raised'. */
  readonly type: string;
  /** One line, and the whole, for people. */
  readonly subject: string;
  readonly words: string;
  /** The JSON that a webhook brings, as text. */
  readonly body: string;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly error: string | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
}

/** An alert rule with where it comes from. `shipped` is what the gateway last brought; null: a rule of the operator's own. */
export interface KeptAlertRule {
  readonly rule: AlertRule;
  readonly shipped: AlertRule | null;
  /** Tells nobody of a new alert until then. */
  readonly mutedUntil: number | null;
}

/** So many of something, the first since that time. */
export interface Sign {
  readonly count: number;
  readonly since: number;
}

/** Alerts that the log told of, of one reason and about one system. */
export interface ToldAlerts extends Sign {
  readonly reason: AlertReason | null;
  readonly system: string | null;
  readonly lastAt: number;
  /** The newest one's event. */
  readonly lastSeq: number;
}
