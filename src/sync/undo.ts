import type { Delivery, Entity } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverNow } from './deliver.ts';
import { changesBetween, Ledger } from './ledger.ts';

/** What a mutation did, as undo needs it. */
export interface Undoable {
  readonly entityId: string;
  readonly before: Entity | null;
  readonly deliveries: readonly Delivery[];
}

/**
 * Takes a mutation back if any system refused or could not be reached: the entity gets its old values, what other systems
 * applied is written back, and the receipts say UNDONE. A deletion that a system carried out cannot be taken back there.
 */
export async function undo(context: SyncContext, done: Undoable, cause: Cause): Promise<void> {
  const { store } = context;
  const current = await store.outbox.get(done.deliveries.map((delivery) => delivery.id));
  const outcomes = [...current.values()];
  if (!outcomes.some((delivery) => delivery.status === 'FAILED' || delivery.status === 'QUEUED')) return;

  const reverse = await store.transaction(async (tx) => {
    const ledger = new Ledger(context, cause);
    const entity = (await tx.entities.get([done.entityId])).get(done.entityId);
    if (!entity) return [];
    restore(ledger, entity, done.before, context.clock.now());
    for (const delivery of outcomes) {
      if (delivery.status === 'APPLIED') writeBack(ledger, entity, delivery, done.before);
      if (delivery.status === 'QUEUED')
        await tx.outbox.settle(delivery.id, { ...delivery, status: 'UNDONE', nextAttemptAt: null });
    }
    await ledger.flush(tx);
    return ledger.deliveries.map((delivery) => delivery.id);
  });
  await deliverNow(context, reverse);
  await markUndone(context, outcomes, reverse);
}

function restore(ledger: Ledger, entity: Entity, before: Entity | null, now: number): void {
  if (before === null) {
    ledger.remove(entity);
    return;
  }
  const added = Object.fromEntries(Object.keys(entity.fields).map((field) => [field, null]));
  ledger.change(entity, { ...added, ...before.fields }, now, before.contactId);
}

function writeBack(ledger: Ledger, entity: Entity, delivery: Delivery, before: Entity | null): void {
  if (delivery.operation === 'create') ledger.deliver(entity, delivery.system, 'remove', []);
  if (delivery.operation === 'update' && before) {
    const fields = changesBetween(entity.fields, { ...before.fields }).map((change) => change.field);
    ledger.deliver(entity, delivery.system, 'update', [...new Set([...fields, ...delivery.fields])]);
  }
}

/** A receipt says UNDONE only where the writing back was carried out. */
async function markUndone(
  context: SyncContext,
  outcomes: readonly Delivery[],
  reverse: readonly string[],
): Promise<void> {
  const reversed = [...(await context.store.outbox.get(reverse)).values()];
  for (const delivery of outcomes.filter((candidate) => candidate.status === 'APPLIED')) {
    const back = reversed.find((candidate) => candidate.system === delivery.system);
    if (back?.status !== 'APPLIED') continue;
    await context.store.outbox.settle(delivery.id, { ...delivery, status: 'UNDONE', nextAttemptAt: null });
  }
}
