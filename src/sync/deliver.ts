import { Problem, toProblem } from '../base/errors.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import type { Fields } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Delivery, DeliveryOutcome, Entity, StoredProblem } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { agreedForm, defaults, standingForm } from './agreement.ts';
import { bring, readRecords } from './bring.ts';
import type { Cause, SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import { ingestInto } from './ingest.ts';
import { Ledger, writableFields } from './ledger.ts';
import { sentValues } from './sent.ts';
import { takeSnapshot } from './snapshot.ts';
import { survivorOf } from './survivor.ts';
import { carryOut, type Done, pick, refOf } from './write.ts';

/** The one way out: carries a leased delivery out and records what became of it. Never rejects because of the system. */
export async function attempt(context: SyncContext, delivery: Delivery): Promise<void> {
  const cause: Cause = { origin: 'gateway', actor: null, runId: null, correlationId: delivery.correlationId };
  await context.mappings.renew(context.store);
  // Read before the entity, so that the entity holds what they are about.
  const behind = await followersOf(context, delivery);
  let entity = await entityOf(context, delivery);
  try {
    if (isOvertakeable([delivery, ...behind], entity)) {
      await lookFirst(context, delivery, cause);
      entity = await entityOf(context, delivery);
    }
    const { done, absorbed } = await carryOutTogether(context, delivery, behind, entity);
    await context.store.transaction(async (tx) => {
      await recordSuccess(context, tx, delivery, entity, done, cause);
      for (const follower of absorbed) await settleAbsorbed(context, tx, follower, entity, done);
    });
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL')
      context.log.error({ delivery: delivery.id, err: problem.cause }, 'a delivery failed inside');
    await context.store.transaction((tx) => recordFailure(context, tx, delivery, entity, problem, cause));
  }
  context.wake();
}

async function entityOf(context: SyncContext, delivery: Delivery): Promise<Entity> {
  const entity = (await context.store.entities.get([delivery.entityId])).get(delivery.entityId);
  if (entity) return survivorOf(context.store, entity);
  throw new Error(`delivery ${delivery.id} is about an entity that was never saved`);
}

/**
 * A caller's change is the latest there is when it is first written. One that waited, or comes from another system, may meet
 * a later edit that nobody has told of yet.
 */
function isOvertakeable(deliveries: readonly Delivery[], entity: Entity): boolean {
  if (deliveries[0]?.operation !== 'update' || entity.deletedAt !== null) return false;
  const isForeign = (field: string) => entity.stamps[field]?.origin !== 'gateway';
  return deliveries.some(({ attempts, fields }) => attempts > 0 || fields.some(isForeign));
}

/** Takes in what the system holds now, so that what is written over it is what merging has left to write. */
async function lookFirst(context: SyncContext, { entityId, system, kind }: Delivery, cause: Cause): Promise<void> {
  const records = (await context.store.snapshots.ofEntities([entityId])).get(entityId) ?? [];
  const record = records.find((candidate) => candidate.system === system && isKept(candidate));
  const connection = context.connections.get(system);
  if (!record || !connection) return;
  const answer = await readRecords(context, connection, kind, [refOf(record)]);
  await bring(context, { system, kind, ...answer }, { cause: { ...cause, origin: system }, spread: true });
}

/** Carries out with it the updates of the same record that wait behind it: they become one write. */
async function carryOutTogether(
  context: SyncContext,
  delivery: Delivery,
  absorbed: readonly Delivery[],
  entity: Entity,
): Promise<{ done: Done; absorbed: readonly Delivery[] }> {
  const fields = [...new Set([delivery, ...absorbed].flatMap((part) => part.fields))];
  try {
    return { done: await carryOut(context, { ...delivery, fields }, entity), absorbed };
  } catch (error) {
    // What the system refuses may be a value of those behind: then each is tried for itself.
    if (absorbed.length === 0 || toProblem(error).retry !== 'never') throw error;
    return { done: await carryOut(context, delivery, entity), absorbed: [] };
  }
}

/** The updates that stand directly behind it in the queue of its record. */
async function followersOf(context: SyncContext, delivery: Delivery): Promise<readonly Delivery[]> {
  const { id, entityId, system, operation } = delivery;
  if (operation !== 'update') return [];
  const open = (await context.store.outbox.openOf([entityId])).get(entityId) ?? [];
  const queue = open.filter((other) => other.system === system && other.status === 'QUEUED');
  const behind = queue.slice(queue.findIndex((other) => other.id === id) + 1);
  const end = behind.findIndex((other) => other.operation !== 'update');
  return end < 0 ? behind : behind.slice(0, end);
}

/** What was written together is told for each. */
async function settleAbsorbed(context: SyncContext, tx: Store, follower: Delivery, entity: Entity, done: Done) {
  const { correlationId, system, fields } = follower;
  const ledger = new Ledger(context, { origin: 'gateway', actor: null, runId: null, correlationId });
  if (done.status === 'APPLIED') ledger.event('WRITE_APPLIED', entity, { system });
  await ledger.flush(tx);
  await tx.outbox.settle(follower.id, {
    status: done.status,
    attempts: follower.attempts + (done.status === 'APPLIED' ? 1 : 0),
    nextAttemptAt: null,
    error: done.reason ? stored(done.reason) : null,
    unsupportedFields: done.unsupportedFields.filter((field) => fields.includes(field)),
    recordId: done.record?.id ?? null,
  });
}

async function recordSuccess(
  context: SyncContext,
  tx: Store,
  delivery: Delivery,
  entity: Entity,
  done: Done,
  cause: Cause,
): Promise<void> {
  const ledger = new Ledger(context, cause);
  const { system, kind } = delivery;
  const recordId = done.record?.id ?? done.removedId ?? null;
  if (done.record && done.isNew) {
    const current = (await tx.entities.get([entity.id])).get(entity.id) ?? entity;
    const owner = await survivorOf(tx, current);
    await linkCreated(tx, ledger, delivery, owner, done.record.id);
    // It was deleted, or merged into another contact that may say something else, while the creation was under way.
    if (owner.deletedAt !== null) ledger.deliver(owner, system, 'remove', []);
    else if (owner.id !== delivery.entityId) ledger.deliver(owner, system, 'update', writableFields(owner));
  }
  if (done.status === 'APPLIED') ledger.event('WRITE_APPLIED', entity, { system });
  await ledger.flush(tx);
  if (done.record) await agree(context, tx, delivery, done, done.record, pick(entity.fields, done.written), cause);
  if (done.removedId)
    await ingestInto(context, tx, { system, kind, records: [], gone: [done.removedId] }, { cause, spread: false });
  await tx.outbox.settle(delivery.id, {
    status: done.status,
    attempts: delivery.attempts + (done.status === 'APPLIED' ? 1 : 0),
    nextAttemptAt: null,
    error: done.reason ? stored(done.reason) : null,
    unsupportedFields: done.unsupportedFields.filter(
      (field) => delivery.operation !== 'update' || delivery.fields.includes(field),
    ),
    recordId,
  });
}

/**
 * Links what was created. Its notice may have come in before the answer: the entity that was made of it then goes. But a record
 * that has long belonged to another entity stays there.
 */
async function linkCreated(tx: Store, ledger: Ledger, delivery: Delivery, entity: Entity, recordId: string) {
  const { system, kind, createdAt } = delivery;
  const linkedTo = (await tx.links.find(system, kind, [recordId])).get(recordId);
  const others = linkedTo === undefined || linkedTo === entity.id ? [] : [linkedTo];
  const [owner] = (await tx.entities.get(others)).values();
  if (owner && owner.deletedAt === null) {
    const records = (await tx.snapshots.ofEntities([owner.id])).get(owner.id) ?? [];
    if (records.length > 1 || owner.createdAt < createdAt) throw alreadyHeld(system, owner);
    ledger.remove(owner);
  }
  // Its own notice may have linked it already.
  if (linkedTo !== entity.id) ledger.link(entity, { system, kind, recordId }, 'created');
}

function alreadyHeld(system: string, owner: Entity): Problem {
  const text = `${system} holds this already, as ${owner.kind} ${owner.id}: change that one instead`;
  return new Problem('DUPLICATE', text, 'never', { system });
}

/**
 * What we just wrote is agreed on in whatever form the system keeps it; only what else its answer shows is news. So our own
 * write coming back, by notice or poll, changes nothing.
 */
async function agree(
  context: SyncContext,
  tx: Store,
  delivery: Delivery,
  done: Done,
  record: SourceRecord,
  written: Fields,
  cause: Cause,
): Promise<void> {
  const { system, kind } = delivery;
  const mapping = context.mappings.of(system, kind);
  const before = (await tx.snapshots.get(system, kind, [record.id])).get(record.id);
  const now = context.clock.now();
  const after = takeSnapshot(system, kind, mapping, record, before, now);
  const sent = await sentValues(tx, system, done.stood ? [delivery.entityId] : []);
  const agreed = done.stood
    ? standingForm(written, after.values, (field) => sent(delivery.entityId, field))
    : agreedForm(written, after.values);
  const made = done.isNew && !record.adopted && (record.createdAt ?? delivery.createdAt) >= delivery.createdAt;
  const known = made ? defaults(after.values) : before?.values;
  const unread = { hash: 'written', changedAt: before?.changedAt ?? null };
  await tx.snapshots.put([{ ...after, ...unread, values: { ...known, ...agreed } }]);
  await ingestInto(
    context,
    tx,
    { system, kind, records: [record] },
    { cause: { ...cause, origin: system }, spread: true },
  );
  await context.freshness.saw(system, kind, [`record:${record.id}`], now);
}

async function recordFailure(
  context: SyncContext,
  tx: Store,
  delivery: Delivery,
  entity: Entity,
  problem: Problem,
  cause: Cause,
): Promise<void> {
  const current = (await tx.outbox.get([delivery.id])).get(delivery.id);
  // Somebody gave it up meanwhile.
  if (current?.status !== 'QUEUED') return;
  const outcome = afterFailure(delivery, problem, context.clock.now(), context.random);
  await tx.outbox.settle(delivery.id, outcome);
  const ledger = new Ledger(context, cause);
  const kind = outcome.status === 'QUEUED' ? 'WRITE_RETRYING' : 'WRITE_FAILED';
  ledger.event(kind, entity, { system: delivery.system, message: problem.message });
  await ledger.flush(tx);
}

/** Whether and when a failed delivery is tried again. */
export function afterFailure(
  delivery: Pick<Delivery, 'attempts'>,
  problem: Problem,
  now: number,
  random: () => number,
): DeliveryOutcome {
  const attempts = delivery.attempts + 1;
  const error = stored(problem);
  if (problem.code === 'UNSUPPORTED') return { status: 'UNSUPPORTED', attempts, nextAttemptAt: null, error };
  if (problem.retry === 'never' || attempts >= DELIVERY_RETRY.attempts) {
    return { status: 'FAILED', attempts, nextAttemptAt: null, error };
  }
  const asked = typeof problem.retry === 'object' ? problem.retry.afterMs : 0;
  return {
    status: 'QUEUED',
    attempts,
    nextAttemptAt: now + Math.max(asked, backoff(DELIVERY_RETRY, attempts, random)),
    error,
  };
}

/** A Problem as it is kept and shown. */
export function stored(problem: Problem): StoredProblem {
  return { code: problem.code, message: problem.message, retryable: problem.retry !== 'never' };
}
