import type { Policy } from '../model/policy.ts';
import type { UpstreamCall } from '../store/log-shapes.ts';
import type {
  Conflict,
  Delivery,
  Entity,
  Firing,
  KeptRule,
  LinkedRecord,
  LoggedEvent,
  Proposal,
  Run,
  SystemShare,
  Version,
} from '../store/shapes.ts';
import type { System } from '../sync/connection.ts';

// What the resolvers of each type are given; the generated types name these.

/** An entity of any kind. */
export type EntityModel = Entity;
/** A system, connected or not. */
export type SystemModel = System;
/** A linked record with its snapshot. */
export type RecordModel = LinkedRecord;
/** An event of the log. */
export type EventModel = LoggedEvent;
/** A conflict, open or settled. */
export type ConflictModel = Conflict;
/** An entity at one moment. */
export type VersionModel = Version;
/** A delivery; also what a receipt is made of. */
export type DeliveryModel = Delivery;
/** One try of one call to a system, masked. */
export type CallModel = UpstreamCall;
/** A run. */
export type RunModel = Run;
/** A rule, with where it comes from. */
export type RuleModel = KeptRule;
/** What a rule did about one cause. */
export type FiringModel = Firing;

/** How one kind is kept in step with one system. */
export type PolicyModel = Policy;

/** A proposal to take two contacts for one. */
export type ProposalModel = Proposal;

/** The contacts that one system holds. */
export interface MergePlanSystemModel extends SystemShare {
  readonly alone: number;
}

/** A company in one system; `id` is the company's id there. */
export interface BusinessModel {
  readonly system: string;
  readonly id: string;
}
