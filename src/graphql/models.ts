import type { Conflict, Delivery, Entity, LinkedRecord, LoggedEvent, Run } from '../store/store.ts';
import type { System } from '../sync/connection.ts';

/** What the resolvers of each type are given; the generated types name these. */
export type EntityModel = Entity;
export type SystemModel = System;
export type RecordModel = LinkedRecord;
export type EventModel = LoggedEvent;
export type ConflictModel = Conflict;
export type DeliveryModel = Delivery;
export type RunModel = Run;

/** A company in one system; `id` is the company's id there. */
export interface BusinessModel {
  readonly system: string;
  readonly id: string;
}
