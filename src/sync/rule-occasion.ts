import { asksForContact, asksForSystems, type Condition, type Subject } from '../model/condition.ts';
import type { Happening } from '../model/rule.ts';
import { type Cause, tagMoves } from '../model/rule-cause.ts';
import type { Entity, EventHead, EventKind, LoggedEvent } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { holders } from './holder.ts';

/** What an event may be to rules; which of it is so, its changes tell. */
const HAPPENINGS_OF: Readonly<Partial<Record<EventKind, readonly Happening[]>>> = {
  CREATED: ['created', 'tagAdded'],
  UPDATED: ['changed', 'tagAdded', 'tagRemoved'],
  DELETED: ['deleted'],
  CONFLICT: ['conflictOpened'],
  WRITE_FAILED: ['deliveryFailed'],
  QUARANTINED: ['recordQuarantined'],
};

/** What an event is to rules, without its details as long as it was not opened; null where it is nothing to them. */
export function causeOf(head: EventHead, event: LoggedEvent | null): Cause | null {
  const happenings = HAPPENINGS_OF[head.kind];
  if (!happenings || head.type === null || head.entityId === null) return null;
  const details = event && {
    fields: event.changes.map(({ field }) => field),
    tags: tagMoves(event.changes),
    system: event.system ?? event.origin,
  };
  return { happenings, kind: head.type, origin: head.origin, details };
}

/** What the conditions of rules are asked of, for entities of any number, in a few statements. */
export async function subjectsOf(
  tx: Store,
  entities: readonly Entity[],
  conditions: readonly (Condition | null)[],
): Promise<(entity: Entity) => Subject> {
  const held = conditions.some(asksForSystems) ? entities.map(({ id }) => id) : [];
  const records = await tx.snapshots.ofEntities(held);
  const contactIds = conditions.some(asksForContact) ? entities.flatMap(({ contactId }) => contactId ?? []) : [];
  const contacts = await tx.entities.get([...new Set(contactIds)]);
  return (entity) => ({
    fields: entity.fields,
    systems: holders(records.get(entity.id) ?? []),
    contact: entity.kind === 'contact' ? entity.fields : (contacts.get(entity.contactId ?? '')?.fields ?? null),
  });
}
