import { Problem, toProblem } from '../base/errors.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import type { Fields, Value } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Delivery, DeliveryOutcome, Entity, StoredProblem } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { bring, readRecords } from './bring.ts';
import type { Cause, SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import { ingestInto } from './ingest.ts';
import { Ledger, writableFields } from './ledger.ts';
import { takeSnapshot } from './snapshot.ts';
import { survivorOf } from './survivor.ts';
import { carryOut, type Done, pick, refOf } from './write.ts';

/** The one way out: carries a leased delivery out and records what became of it. Never rejects because of the system. */
export async function attempt(context: SyncContext, delivery: Delivery): Promise<void> {
  const cause: Cause = { origin: 'gateway', actor: null, runId: null, correlationId: delivery.correlationId };
  let entity = await entityOf(context, delivery);
  try {
    if (isOvertakeable(delivery, entity)) {
      await lookFirst(context, delivery, cause);
      entity = await entityOf(context, delivery);
    }
    const done = await carryOut(context, delivery, entity);
    await context.store.transaction((tx) => recordSuccess(context, tx, delivery, entity, done, cause));
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
function isOvertakeable(delivery: Delivery, entity: Entity): boolean {
  if (delivery.operation !== 'update' || entity.deletedAt !== null) return false;
  return delivery.attempts > 0 || delivery.fields.some((field) => entity.stamps[field]?.origin !== 'gateway');
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
    // It was deleted, or merged into another, while the creation was under way.
    if (owner.deletedAt !== null) ledger.deliver(owner, system, 'remove', []);
    else if (owner.id !== entity.id) ledger.deliver(owner, system, 'update', writableFields(owner));
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
    unsupportedFields: done.unsupportedFields,
    recordId,
  });
}

/**
 * Links what was created. Its notice may have come in before the answer: the entity that was made of it then goes. But a record
 * that has long belonged to another entity stays there.
 */
async function linkCreated(tx: Store, ledger: Ledger, delivery: Delivery, entity: Entity, recordId: string) {
  const { system, kind, createdAt } = delivery;
  const ownerId = (await tx.links.find(system, kind, [recordId])).get(recordId) ?? entity.id;
  const owner = ownerId === entity.id ? undefined : (await tx.entities.get([ownerId])).get(ownerId);
  if (owner && owner.deletedAt === null) {
    const records = (await tx.snapshots.ofEntities([owner.id])).get(owner.id) ?? [];
    if (records.length > 1 || owner.createdAt < createdAt) throw alreadyHeld(system, owner);
    ledger.remove(owner);
  }
  ledger.link(entity, { system, kind, recordId }, 'created');
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
  const mapping = context.systems.find((candidate) => candidate.id === system)?.mapping[kind] ?? [];
  const before = (await tx.snapshots.get(system, kind, [record.id])).get(record.id);
  const now = context.clock.now();
  const after = takeSnapshot(system, kind, mapping, record, before, now);
  const agreed = Object.fromEntries(
    Object.entries(written).map(([field, value]) => [field, agreedValue(value, after.values[field] ?? null)]),
  );
  const made = done.isNew && (record.createdAt ?? delivery.createdAt) >= delivery.createdAt;
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

/** What a system puts of its own into a record it just made (a stand-in surname, a country) is nobody's edit; names it adds are. */
function defaults(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !Array.isArray(value)));
}

/** Of names, only ours: what else stands among them was added there. */
function agreedValue(written: Value, answered: Value): Value {
  if (!Array.isArray(written) || !Array.isArray(answered)) return answered;
  const ours = new Set(written.map((name) => String(name).toLowerCase()));
  return answered.filter((name) => ours.has(String(name).toLowerCase()));
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
