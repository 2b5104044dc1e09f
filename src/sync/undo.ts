import { sameValue } from '../model/merge.ts';
import type { Delivery, Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { Touched } from './apply.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverNow } from './dispatch.ts';
import { isKept } from './holder.ts';
import { changesBetween, Ledger } from './ledger.ts';

/** What a mutation did, as undo needs it: the entity it is about comes first. */
export interface Undoable {
  readonly touched: readonly [Touched, ...Touched[]];
  readonly deliveries: readonly Delivery[];
}

/**
 * Takes a mutation back if any system refused or could not be reached: what it changed gets its old values, what other
 * systems applied is written back, and the receipts say UNDONE. A deletion that a system carried out cannot be taken back
 * there. Answers whether it was taken back.
 */
export async function undo(context: SyncContext, done: Undoable, cause: Cause): Promise<boolean> {
  const { store } = context;
  const current = await store.outbox.get(done.deliveries.map((delivery) => delivery.id));
  const outcomes = [...current.values()];
  const about = done.touched[0].after.id;
  const unsuccessful = (delivery: Delivery) => delivery.status === 'FAILED' || delivery.status === 'QUEUED';
  if (!outcomes.some((delivery) => delivery.entityId === about && unsuccessful(delivery))) return false;

  const reverse = await store.transaction(async (tx) => {
    const ledger = new Ledger(context, cause);
    const entities = await tx.entities.get(done.touched.map(({ after }) => after.id));
    for (const touched of done.touched) {
      const entity = entities.get(touched.after.id);
      if (entity) restore(ledger, entity, touched, context.clock.now());
    }
    for (const delivery of outcomes) {
      const entity = entities.get(delivery.entityId);
      const arrived = delivery.status === 'QUEUED' && mayHaveArrived(delivery);
      if (entity && (delivery.status === 'APPLIED' || (arrived && delivery.operation === 'update')))
        writeBack(ledger, entity, delivery);
      if (arrived && delivery.operation === 'update') await takeAsArrived(tx, delivery, done);
      if (delivery.status === 'QUEUED' && !(arrived && delivery.operation === 'create'))
        await tx.outbox.settle(delivery.id, { ...delivery, status: 'UNDONE', nextAttemptAt: null });
    }
    await ledger.flush(tx);
    return ledger.deliveries.map((delivery) => delivery.id);
  });
  await deliverNow(context, reverse);
  await markUndone(context, outcomes, reverse);
  return true;
}

const UNKNOWN_OUTCOME: ReadonlySet<string> = new Set(['AMBIGUOUS', 'TIMEOUT', 'UNAVAILABLE', 'MALFORMED']);

/** Nobody knows whether that write was made. A creation stays queued until a look has told, and what is found is removed. */
function mayHaveArrived({ operation, attempts, error }: Delivery): boolean {
  if (operation === 'create') return error?.code === 'AMBIGUOUS';
  return attempts > 0 && error !== null && UNKNOWN_OUTCOME.has(error.code);
}

/**
 * An update of unknown outcome counts as made: then writing back the old values is a change, and the new ones, should they show
 * there, are no edit of somebody's.
 */
async function takeAsArrived(tx: Store, { entityId, system, fields }: Delivery, done: Undoable): Promise<void> {
  const touched = done.touched.find(({ after }) => after.id === entityId);
  const records = (await tx.snapshots.ofEntities([entityId])).get(entityId) ?? [];
  const record = records.find((candidate) => candidate.system === system && isKept(candidate));
  if (!touched || !record) return;
  const { entityId: _, how: __, ...snapshot } = record;
  const written = Object.fromEntries(fields.map((field) => [field, touched.after.fields[field] ?? null]));
  await tx.snapshots.put([{ ...snapshot, hash: 'written', values: { ...record.values, ...written } }]);
}

/** Gives back what the mutation set; what somebody else has set since then stays. */
function restore(ledger: Ledger, entity: Entity, { before, after }: Touched, now: number): void {
  if (before === null) {
    if (entity.deletedAt === null) ledger.remove(entity);
    return;
  }
  const untouched = changesBetween(before.fields, after.fields).filter(({ field }) =>
    sameValue(entity.fields[field], after.fields[field]),
  );
  const patch = Object.fromEntries(untouched.map((change) => [change.field, change.before]));
  ledger.change(entity, patch, now);
}

function writeBack(ledger: Ledger, entity: Entity, delivery: Delivery): void {
  if (delivery.operation === 'create') ledger.deliver(entity, delivery.system, 'remove', []);
  if (delivery.operation === 'update') ledger.deliver(entity, delivery.system, 'update', delivery.fields);
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
