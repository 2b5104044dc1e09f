import type { ProblemCode } from '../base/errors.ts';
import type { AlertReason } from '../model/alert.ts';
import type { Fields, Kind, Value } from '../model/kind.ts';
import type { LogFilter } from './log-shapes.ts';

/** When and by whom (a system's id, or 'gateway') a field got its value; milliseconds since 1970. */
export interface Stamp {
  readonly at: number;
  readonly origin: string;
}

/** The gateway's one merged thing, as it is now. Times in milliseconds since 1970. */
export interface Entity {
  readonly id: string;
  readonly kind: Kind;
  readonly version: number;
  readonly fields: Fields;
  readonly stamps: Readonly<Record<string, Stamp>>;
  /** The contact entity it belongs to. */
  readonly contactId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

/** One field's way from a value to another; null where there was none. */
export interface FieldChange {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** An entity at one moment, with who and why. */
export interface Version {
  readonly entityId: string;
  readonly version: number;
  readonly fields: Fields;
  readonly changes: readonly FieldChange[];
  readonly origin: string;
  readonly actor: string | null;
  /** What it was done for, in words; null where the origin says it all. */
  readonly why: string | null;
  readonly correlationId: string;
  readonly at: number;
}

/** Names a record: a thing in a system. */
export interface RecordKey {
  readonly system: string;
  readonly kind: Kind;
  readonly recordId: string;
}

/** A record belongs to an entity. `how` says why: 'created', 'record', 'email', 'phone', 'vat', 'company', 'name', 'person'. */
export interface Link extends RecordKey {
  readonly entityId: string;
  readonly how: string;
  readonly linkedAt: number;
}

/** A record as last seen: `fields` in the system's own names, `values` the entity fields they amount to. */
export interface Snapshot extends RecordKey {
  /** The contact record, in the same system, that it belongs to. */
  readonly contactRecordId: string | null;
  readonly fields: Fields;
  readonly values: Fields;
  readonly hash: string;
  readonly seenAt: number;
  readonly changedAt: number | null;
  readonly createdAt: number | null;
  readonly deletedAt: number | null;
  readonly url: string | null;
  readonly documentId: string | null;
  readonly confidence: number | null;
  /** Set aside since then, because it changed too often: what it says is not taken in. */
  readonly quarantinedAt: number | null;
}

/** A linked record with its snapshot. */
export type LinkedRecord = Snapshot & Pick<Link, 'entityId' | 'how'>;

/** Where a delivery stands; QUEUED alone is not settled. */
export type DeliveryStatus = 'QUEUED' | 'APPLIED' | 'FAILED' | 'UNSUPPORTED' | 'UNDONE' | 'SKIPPED';

/** A Problem in the form that is kept and shown. */
export interface StoredProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly retryable: boolean;
}

/** One write to one system: which fields of which entity; the values are read from the entity when it is carried out. */
export interface Delivery {
  readonly id: string;
  readonly entityId: string;
  readonly kind: Kind;
  readonly system: string;
  readonly operation: 'create' | 'update' | 'remove';
  readonly fields: readonly string[];
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly error: StoredProblem | null;
  /** Changed fields that this system has no place for. */
  readonly unsupportedFields: readonly string[];
  readonly recordId: string | null;
  readonly correlationId: string;
  readonly createdAt: number;
}

/** What became of an attempt. QUEUED again needs `nextAttemptAt`. */
export interface DeliveryOutcome {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly error: StoredProblem | null;
  readonly unsupportedFields?: readonly string[];
  readonly recordId?: string | null;
}

/** A notice as received, waiting to be worked. */
export interface InboxItem extends RecordKey {
  readonly id: string;
  readonly contactRecordId: string | null;
  /** The vendor's id of the delivery; a second one with the same id, kind and record is not kept. */
  readonly deliveryId: string;
  readonly receivedAt: number;
  /** When it is to be worked; absent: at once. */
  readonly dueAt?: number;
  readonly attempts: number;
}

/** Everything that can happen. */
export const EVENT_KINDS = [
  'CREATED',
  'UPDATED',
  'DELETED',
  'LINKED',
  'UNLINKED',
  'MERGED',
  'WRITE_APPLIED',
  'WRITE_RETRYING',
  'WRITE_FAILED',
  'CONFLICT',
  'CONFLICT_RESOLVED',
  'ECHO_SUPPRESSED',
  'RUN_STARTED',
  'RUN_FINISHED',
  'SYSTEM_CHANGED',
  'RULE_FIRED',
  'MAPPING_CHANGED',
  'QUARANTINED',
  'ALERT',
  'ALERT_RECOVERED',
] as const;
/** One of the things that can happen. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened, as told to subscribers. */
export interface NewEvent {
  readonly at: number;
  readonly kind: EventKind;
  readonly type: Kind | null;
  readonly entityId: string | null;
  /** The contact it concerns: the entity itself or the one it belongs to. */
  readonly contactId: string | null;
  readonly origin: string;
  /** The system written to, where one was. */
  readonly system: string | null;
  readonly changes: readonly FieldChange[];
  readonly actor: string | null;
  readonly runId: string | null;
  readonly correlationId: string;
  readonly message: string | null;
  /** What kind of ALERT it is; null or absent: one that only its message tells of. */
  readonly reason?: AlertReason | null;
}

/** An event in the log; `seq` grows with every commit and is never reused. */
export interface LoggedEvent extends NewEvent {
  readonly seq: number;
}

/** As much of an event as tells whether anybody has to look at it. */
export type EventHead = Pick<LoggedEvent, 'seq' | 'kind' | 'type' | 'entityId' | 'origin' | 'correlationId'>;

/** Which events are wanted; absent parts do not restrict. */
export interface EventFilter extends LogFilter {
  readonly systems?: readonly string[];
  readonly types?: readonly Kind[];
  readonly kinds?: readonly EventKind[];
}

/** How much happened within an hour: what changed, and tries to write that failed. */
export interface Activity {
  readonly changes: number;
  readonly failures: number;
}

/** Two systems changed one field since the last agreed value. */
export interface Conflict {
  readonly id: string;
  readonly entityId: string;
  readonly kind: Kind;
  readonly field: string;
  readonly base: Value;
  readonly values: readonly { readonly origin: string; readonly value: Value; readonly changedAt: number | null }[];
  readonly chosen: Value;
  readonly open: boolean;
  readonly at: number;
}

/** What became of a proposal. */
export type ProposalState = 'PROPOSED' | 'APPROVED' | 'REJECTED';

/** Two contacts that may be one, waiting for a person's word. */
export interface Proposal {
  readonly id: string;
  /** The contact that was made for a record, and the one it may be joined into. */
  readonly entityId: string;
  readonly intoId: string;
  /** How likely they are one, 0 to 1 in thousandths. */
  readonly score: number;
  /** What speaks for and against it, in words. */
  readonly reasons: readonly string[];
  readonly state: ProposalState;
  readonly at: number;
  readonly decidedAt: number | null;
}

/** Which proposals are wanted. */
export interface ProposalFilter {
  readonly state: ProposalState;
  readonly minScore?: number;
}

/** The living contacts that one system holds: with another system, not yet but by an undecided proposal, neither. */
export interface SystemShare {
  readonly system: string;
  readonly contacts: number;
  readonly linked: number;
  readonly proposed: number;
}

/** One pass of polling or backfill over some kinds of one system. `progress` from 0 to 1, null where unknown. */
export interface Run {
  readonly id: string;
  readonly system: string;
  readonly kinds: readonly Kind[];
  readonly trigger: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly read: number;
  readonly changed: number;
  readonly failed: number;
  readonly upstreamCalls: number;
  readonly progress: number | null;
  readonly error: string | null;
}

/** A mutation that was answered under an idempotency key. */
export interface Reply {
  readonly key: string;
  /** Hash of the operation and its input: the same key with another input is a caller's mistake. */
  readonly requestHash: string;
  readonly entityId: string;
  readonly correlationId: string;
  readonly at: number;
}
