import { Problem } from '../base/errors.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { apply } from './apply.ts';
import type { SyncContext } from './context.ts';
import { type DecisionOptions, decide } from './decide.ts';
import { joinContacts } from './join-contacts.ts';
import type { Ledger } from './ledger.ts';
import { quiet } from './move-records.ts';
import { fieldsBack, type Past, pastOf } from './past.ts';
import type { Mutated } from './reply.ts';
import { type Regrouped, regroup } from './revert-records.ts';
import { revive, reviveChildren } from './revive.ts';
import { survivorOf } from './survivor.ts';
import { tellDiffering } from './tell.ts';

/** Which entity is to be again as it was, and when it was so. */
export interface RevertWish {
  readonly id: string;
  readonly version: number;
}

/**
 * Makes an entity what it was at an earlier version, in the graph and in every system that holds it: its fields, the records that
 * people moved since, its contact; one that was deleted or merged away comes back. That is again a version.
 */
export async function revertTo(context: SyncContext, options: DecisionOptions, wish: RevertWish): Promise<Mutated> {
  const known = (await context.store.entities.get([wish.id])).get(wish.id);
  await quiet(context, known ? [wish.id, (await survivorOf(context.store, known)).id] : []);
  return decide(context, options, `Reverted to version ${wish.version}`, async (tx, ledger) => {
    const entity = (await tx.entities.get([wish.id])).get(wish.id);
    if (!entity) throw refusal('NOT_FOUND', `There is nothing with the id ${wish.id}`, 'id');
    const past = await pastOf(tx, entity, wish.version);
    if (past.deleted) return endAgain(context, tx, ledger, entity, past);
    await bringBack(context, tx, ledger, entity, past);
    return entity.id;
  });
}

function refusal(code: 'INVALID' | 'NOT_FOUND', text: string, field: string): Problem {
  return new Problem(code, text, 'never', { path: ['input', field] });
}

/** What was deleted or merged away at that version is so again. */
async function endAgain(context: SyncContext, tx: Store, ledger: Ledger, entity: Entity, past: Past): Promise<string> {
  if (entity.deletedAt !== null) throw refusal('INVALID', `${entity.id} was deleted then, as it is now`, 'version');
  const named = past.mergedInto === null ? undefined : (await tx.entities.get([past.mergedInto])).get(past.mergedInto);
  const into = named && (await survivorOf(tx, named));
  if (into?.deletedAt === null && into.id !== entity.id)
    return (await joinContacts(context, tx, ledger, { into, from: entity })).id;
  await apply(context, tx, ledger, { operation: 'remove', entityId: entity.id }, null);
  return entity.id;
}

async function bringBack(context: SyncContext, tx: Store, ledger: Ledger, entity: Entity, past: Past): Promise<void> {
  const patch = fieldsBack(entity, past.version);
  const regrouped =
    entity.kind === 'contact'
      ? await regroup(context, tx, ledger, { entity, past, patch })
      : await changeBack(context, tx, ledger, entity, past);
  const { entity: back, records, fields } = regrouped;
  const open = [...((await tx.outbox.openOf([entity.id])).get(entity.id) ?? []), ...regrouped.waiting];
  const left = past.end ? await revive(context, tx, ledger, { dead: entity, entity: back, records, open }) : open;
  if (past.end && entity.kind === 'contact') await reviveChildren(context, tx, ledger, back, past.end);
  const explicit = fields === null ? { explicit: true as const } : {};
  tellDiffering(context, ledger, {
    entity: back,
    records,
    open: left,
    fields: fields ?? Object.keys(patch),
    ...explicit,
  });
}

/** What belongs to a contact goes back to the one it belonged to then, if that still lives. */
async function changeBack(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  entity: Entity,
  past: Past,
): Promise<Regrouped> {
  const contactId = await contactThen(tx, entity, past);
  const patch = fieldsBack(entity, past.version);
  const back = ledger.change(entity, patch, context.clock.now(), contactId);
  const records = (await tx.snapshots.ofEntities([entity.id])).get(entity.id) ?? [];
  return { entity: back, records, fields: null, waiting: [] };
}

async function contactThen(tx: Store, entity: Entity, past: Past): Promise<string | null> {
  if (entity.contactId === null && past.contactId === null) return null;
  const ids = [past.contactId, entity.contactId].filter((id) => id !== null);
  const contacts = await tx.entities.get(ids);
  for (const id of ids) {
    const contact = contacts.get(id);
    const living = contact && (await survivorOf(tx, contact));
    if (living?.deletedAt === null) return living.id;
  }
  throw refusal('INVALID', `The contact it belongs to, ${ids[0]}, was deleted; bring that back first`, 'id');
}
