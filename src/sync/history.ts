import type { Value } from '../model/kind.ts';
import type { Entity, FieldChange, Link } from '../store/shapes.ts';

/** What versions tell besides fields: which records an entity has, whose it is, whether it is gone and what took its place. */
const HISTORY: ReadonlySet<string> = new Set(['records', 'contact', 'deleted', 'mergedInto']);

/** True for a change of a field: one that systems can be told of. */
export function isOfField({ field }: FieldChange): boolean {
  return !HISTORY.has(field);
}

/** A record of a contact as its history keeps it: how and when it was linked, and to which contact before a person moved it. */
export interface HeldRecord {
  readonly system: string;
  readonly id: string;
  readonly how: string;
  readonly linkedAt: number;
  readonly from?: { readonly contact: string; readonly how: string; readonly linkedAt: number };
}

/** A link, for history. */
export function heldRecord({ system, recordId, how, linkedAt }: Link): HeldRecord {
  return { system, id: recordId, how, linkedAt };
}

/** The link of a record that a person moves to another contact now. */
export function movedRecord(link: Link, now: number): HeldRecord {
  const { system, recordId: id, how, linkedAt, entityId: contact } = link;
  return { system, id, how: 'person', linkedAt: now, from: { contact, how, linkedAt } };
}

/** The change of an entity's records from one set to another; none where they are the same. */
export function recordsChange(before: readonly HeldRecord[], after: readonly HeldRecord[]): FieldChange[] {
  const ids = (records: readonly HeldRecord[]) => records.map(recordId).sort().join();
  if (ids(before) === ids(after)) return [];
  return [{ field: 'records', before: before.map(toValue), after: after.map(toValue) }];
}

/** One text for a contact's record, to compare by. */
export function recordId({ system, id }: Pick<HeldRecord, 'system' | 'id'>): string {
  return JSON.stringify([system, id]);
}

function toValue({ from, ...record }: HeldRecord): Value {
  return from === undefined ? { ...record } : { ...record, from: { ...from } };
}

/** The records that a change speaks of. */
export function recordsIn(value: Value): readonly HeldRecord[] {
  return Array.isArray(value) ? (value as unknown as readonly HeldRecord[]) : [];
}

/** What becoming another contact's, or coming back from deletion, adds to an entity's history. */
export function standingChanges(before: Entity, contactId: string | null): FieldChange[] {
  const moved =
    contactId === before.contactId ? [] : [{ field: 'contact', before: before.contactId, after: contactId }];
  const revived = before.deletedAt === null ? [] : [{ field: 'deleted', before: true, after: null }];
  return [...moved, ...revived];
}

/** What its end adds to an entity's history; `into` is the entity that takes its place. */
export function endChanges(into: string | undefined): FieldChange[] {
  const merged = into === undefined ? [] : [{ field: 'mergedInto', before: null, after: into }];
  return [{ field: 'deleted', before: null, after: true }, ...merged];
}
