import { Problem, toProblem } from '../base/errors.ts';
import { differences } from '../model/merge.ts';
import type { Entity, LinkedRecord } from '../store/shapes.ts';
import { bring, readRecords } from './bring.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import { Ledger, writableFields } from './ledger.ts';
import { isToldOf } from './writable.ts';

/** Contacts to be read again, because of something that happened in the system `origin`. */
export interface Pull {
  readonly contactIds: readonly string[];
  /** The system that has just been read: not asked again, but brought up to date. A caller's doing is no system's. */
  readonly origin: string;
  readonly correlationId: string;
  /** Why, in words for people. */
  readonly why: string;
}

/**
 * Reads contacts again in every other system that keeps them, in one batch a system, and merges what comes. Then queues for the system
 * it began in the fields in which it still differs. Answers the contacts that some system did not answer for, with its Problem.
 */
export async function pullContacts(context: SyncContext, pull: Pull): Promise<ReadonlyMap<string, Problem>> {
  const records = await context.store.snapshots.ofEntities(pull.contactIds);
  const failed = new Map<string, Problem>();
  const others = [...context.connections.values()].filter(({ id }) => id !== pull.origin);
  await Promise.all(others.map((connection) => readAgain(context, connection, pull, records, failed)));
  const answered = pull.contactIds.filter((id) => !failed.has(id));
  const origin = context.connections.get(pull.origin);
  if (origin && answered.length > 0) await bringUpToDate(context, origin, answered, pull);
  context.wake();
  return failed;
}

async function readAgain(
  context: SyncContext,
  connection: Connection,
  { contactIds, correlationId }: Pull,
  records: ReadonlyMap<string, readonly LinkedRecord[]>,
  failed: Map<string, Problem>,
): Promise<void> {
  const system = connection.id;
  const owners = new Map<string, string>();
  for (const id of contactIds) {
    for (const record of records.get(id) ?? [])
      if (record.system === system && isKept(record)) owners.set(record.recordId, id);
  }
  if (owners.size === 0) return;
  const fail = (recordIds: Iterable<string>, problem: Problem) => {
    for (const recordId of recordIds) failed.set(owners.get(recordId) ?? '', problem);
  };
  try {
    const refs = [...owners.keys()].map((id) => ({ id }));
    const answer = await readRecords(context, connection, 'contact', refs);
    const cause = { origin: system, actor: null, runId: null, correlationId };
    await bring(context, { system, kind: 'contact', ...answer }, { cause, spread: true });
    fail(
      answer.failed,
      new Problem('UNAVAILABLE', `${connection.name} did not answer for this contact`, 'later', { system }),
    );
  } catch (thrown) {
    fail(owners.keys(), toProblem(thrown));
  }
}

/** What two systems dispute is left to the person who decides it; what is on its way already is not sent twice. */
async function bringUpToDate(
  context: SyncContext,
  connection: Connection,
  contactIds: readonly string[],
  { correlationId, why }: Pull,
): Promise<void> {
  await context.store.transaction(async (tx) => {
    const entities = await tx.entities.get(contactIds);
    const records = await tx.snapshots.ofEntities(contactIds);
    const conflicts = await tx.conflicts.of(contactIds);
    const open = await tx.outbox.openOf(contactIds);
    const cause = { origin: 'gateway', actor: null, runId: null, correlationId, why };
    const ledger = new Ledger(context, cause);
    for (const entity of entities.values()) {
      const record = records.get(entity.id)?.find((one) => one.system === connection.id && isKept(one));
      if (!record || entity.deletedAt !== null) continue;
      const disputed = (conflicts.get(entity.id) ?? []).filter((conflict) => conflict.open).map(({ field }) => field);
      const coming = (open.get(entity.id) ?? [])
        .filter(({ system, status }) => system === connection.id && status === 'QUEUED')
        .flatMap(({ fields }) => fields);
      const left = new Set([...disputed, ...coming]);
      const fields = differing(connection, entity, record).filter((field) => !left.has(field));
      if (fields.length > 0) ledger.deliver(entity, connection.id, 'update', fields);
    }
    await ledger.flush(tx);
  });
}

/** The fields that the system can be told and shows otherwise; what we know nothing of is not held against it. */
function differing(connection: Connection, entity: Entity, record: LinkedRecord): string[] {
  const known = Object.fromEntries(
    writableFields(entity)
      .filter((field) => entity.fields[field] !== null && isToldOf(connection, entity.kind, field))
      .map((field) => [field, entity.fields[field] ?? null]),
  );
  return Object.keys(differences(record.values, known));
}
