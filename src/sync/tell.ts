import { models } from '../model/index.ts';
import { sameValue } from '../model/merge.ts';
import type { Delivery, Entity, LinkedRecord } from '../store/shapes.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import type { Ledger } from './ledger.ts';
import { isToldOf } from './writable.ts';

/** A contact or another entity that a person decided about, with what its systems know of it. */
export interface Telling {
  readonly entity: Entity;
  /** All of them, as they will be linked; of one system's, those linked first before others. */
  readonly records: readonly LinkedRecord[];
  /** The entity's unsettled deliveries. */
  readonly open: readonly Delivery[];
  /** The fields that were decided. */
  readonly fields: readonly string[];
  /** Also to be answered with a receipt where a system shows a field that nobody can write there. */
  readonly explicit?: true;
}

/** Queues for every system that keeps the entity those of the fields in which its record differs or is about to. */
export function tellDiffering(context: SyncContext, ledger: Ledger, telling: Telling): void {
  for (const connection of context.connections.values()) {
    const record = telling.records.find((candidate) => candidate.system === connection.id && isKept(candidate));
    const others = telling.records.filter((one) => one !== record && one.system === connection.id && isKept(one));
    const waiting = telling.open.filter(({ system, status }) => system === connection.id && status === 'QUEUED');
    const coming = waiting.some(({ operation }) => operation === 'create');
    const fields = telling.fields.filter((field) => !isTaken(telling.entity, field, others));
    if (record || coming) tell(connection, ledger, { ...telling, fields }, record, waiting);
  }
}

/** What identifies a person stays with the record that has it already: no system takes it for two of its records. */
function isTaken({ kind, fields }: Entity, field: string, others: readonly LinkedRecord[]): boolean {
  const value = fields[field] ?? null;
  const identifies = models[kind].matchKeys({ [field]: value }).length > 0;
  return identifies && others.some((record) => sameValue(record.values[field], value));
}

function tell(
  connection: Connection,
  ledger: Ledger,
  { entity, fields, explicit }: Telling,
  record: LinkedRecord | undefined,
  waiting: readonly Delivery[],
): void {
  // What is being written at this moment may still be the value of before.
  const unsure = new Set(waiting.flatMap((delivery) => delivery.fields));
  const differing = fields.filter(
    (field) => !record || unsure.has(field) || !sameValue(record.values[field], entity.fields[field]),
  );
  const writes = (field: string) => isToldOf(connection, entity.kind, field);
  const told = differing.filter(writes);
  const left = explicit ? differing.filter((field) => !writes(field) && record?.values[field] !== undefined) : [];
  if (told.length > 0 && connection.source.collections[entity.kind]?.write?.update)
    ledger.deliver(entity, connection.id, 'update', [...told, ...left], { unsupportedFields: left });
  else if (left.length > 0) {
    const message = `${connection.name} cannot change ${left.join(', ')} of this ${entity.kind} through its API`;
    const error = { code: 'UNSUPPORTED' as const, message, retryable: false };
    ledger.deliver(entity, connection.id, 'update', [], {
      status: 'UNSUPPORTED',
      error,
      unsupportedFields: left,
      nextAttemptAt: null,
    });
  }
}
