import { type Problem, toProblem } from '../base/errors.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import type { Fields } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Delivery, DeliveryOutcome, Entity, Store, StoredProblem } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { ingestInto } from './ingest.ts';
import { Ledger } from './ledger.ts';
import { takeSnapshot } from './snapshot.ts';
import { carryOut, type Done } from './write.ts';

const LEASE_MS = 60_000;
const MOST_AT_ONCE = 20;

/** Attempts these deliveries now, whether due or not; those that an earlier one of the same record holds up stay queued. */
export async function deliverNow(context: SyncContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await context.store.outbox.claim({
    now: context.clock.now(),
    leaseMs: LEASE_MS,
    limit: ids.length,
    ids,
  });
  await Promise.all(claimed.map((delivery) => attempt(context, delivery)));
}

/** Attempts what is due; answers how many it took on. */
export async function deliverDue(context: SyncContext): Promise<number> {
  const claimed = await context.store.outbox.claim({
    now: context.clock.now(),
    leaseMs: LEASE_MS,
    limit: MOST_AT_ONCE,
  });
  await Promise.all(claimed.map((delivery) => attempt(context, delivery)));
  return claimed.length;
}

/** The one way out: carries a leased delivery out and records what became of it. Never rejects because of the system. */
async function attempt(context: SyncContext, delivery: Delivery): Promise<void> {
  const entity = (await context.store.entities.get([delivery.entityId])).get(delivery.entityId);
  const cause: Cause = { origin: 'gateway', actor: null, runId: null, correlationId: delivery.correlationId };
  try {
    if (!entity) throw new Error(`delivery ${delivery.id} is about an entity that was never saved`);
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
  if (done.record && done.isNew) ledger.link(entity, { system, kind, recordId: done.record.id }, 'created');
  if (done.status === 'APPLIED') ledger.event('WRITE_APPLIED', entity, { system });
  await ledger.flush(tx);
  if (done.record) await agree(context, tx, delivery, done.record, done.written, cause);
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
 * What we just wrote is agreed on in whatever form the system keeps it; only what else its answer shows is news. So our own
 * write coming back, by notice or poll, changes nothing.
 */
async function agree(
  context: SyncContext,
  tx: Store,
  delivery: Delivery,
  record: SourceRecord,
  written: readonly string[],
  cause: Cause,
): Promise<void> {
  const { system, kind } = delivery;
  const mapping = context.systems.find((candidate) => candidate.id === system)?.mapping[kind] ?? [];
  const before = (await tx.snapshots.get(system, kind, [record.id])).get(record.id);
  const now = context.clock.now();
  const after = takeSnapshot(system, kind, mapping, record, before, now);
  const agreed: Fields = Object.fromEntries(written.map((field) => [field, after.values[field] ?? null]));
  const unread = { hash: 'written', changedAt: before?.changedAt ?? null };
  await tx.snapshots.put([{ ...after, ...unread, values: { ...before?.values, ...agreed } }]);
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
  entity: Entity | undefined,
  problem: Problem,
  cause: Cause,
): Promise<void> {
  const outcome = afterFailure(delivery, problem, context.clock.now(), context.random);
  await tx.outbox.settle(delivery.id, outcome);
  if (!entity) return;
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
