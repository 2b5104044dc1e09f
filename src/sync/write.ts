import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import type { Fields } from '../model/kind.ts';
import { toRecord, writtenTo } from '../model/mapping.ts';
import { canonical, differences } from '../model/merge.ts';
import type { NewRecord, RecordRef, SourceRecord, Writer } from '../sources/source.ts';
import type { Delivery, DeliveryStatus, Entity, LinkedRecord } from '../store/shapes.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import { mayHaveBeenTried } from './lease.ts';
import { writableFields } from './ledger.ts';
import { versionsSince } from './sent.ts';
import { hasPlace } from './writable.ts';

/** What a delivery came to at the system. `written` are the entity fields that were sent. */
export interface Done {
  readonly status: DeliveryStatus;
  readonly record: SourceRecord | null;
  readonly isNew: boolean;
  /** It was made by an earlier attempt: somebody may have changed it there since. */
  readonly stood: boolean;
  readonly removedId: string | null;
  readonly written: readonly string[];
  readonly unsupportedFields: readonly string[];
  readonly reason: Problem | null;
}

const NOTHING: Done = {
  status: 'APPLIED',
  record: null,
  isNew: false,
  stood: false,
  removedId: null,
  written: [],
  unsupportedFields: [],
  reason: null,
};

/** Carries a delivery out with the entity as it is now; rejects with the Problem that the outbox decides by. */
export async function carryOut(context: SyncContext, delivery: Delivery, entity: Entity): Promise<Done> {
  const connection = context.connections.get(delivery.system);
  if (!connection) throw new Problem('NOT_CONNECTED', `${delivery.system} is not connected`, 'later');
  const writer = connection.source.collections[delivery.kind]?.write;
  const record = await livingRecord(context, entity.id, delivery.system);
  if (delivery.operation === 'remove') return remove(connection, writer, record);
  if (entity.deletedAt !== null) return skipDeleted(context, connection, writer, delivery, entity);
  if (record) return update(connection, writer, { ...delivery, fields: wishes(delivery, entity) }, entity, record);
  if (delivery.operation === 'create') return create(context, connection, writer, delivery, entity);
  return { ...NOTHING, status: 'SKIPPED', reason: notHeld(connection) };
}

/**
 * The fields an update sets. A creation that finds the record there already, linked meanwhile, sets what callers wished for: the
 * rest came from other systems, and merging has decided about it.
 */
function wishes({ operation, attempts, fields }: Delivery, { stamps }: Entity): readonly string[] {
  if (operation !== 'create' || attempts > 0) return fields;
  return fields.filter((field) => stamps[field]?.origin === 'gateway');
}

/** Why a system that does not hold the record is left out of an update. */
export function notHeld(connection: Pick<Connection, 'id' | 'name'>): Problem {
  const text = `${connection.name} does not hold this record; name "${connection.id}" in systems to create it there`;
  return new Problem('NOT_FOUND', text, 'never', { system: connection.id });
}

async function livingRecord(context: SyncContext, entityId: string, system: string): Promise<LinkedRecord | undefined> {
  const records = (await context.store.snapshots.ofEntities([entityId])).get(entityId) ?? [];
  return records.find((record) => record.system === system && isKept(record));
}

function unsupported(connection: Connection, doing: string): Problem {
  return new Problem('UNSUPPORTED', `${connection.name} cannot ${doing} through its API`, 'never', {
    system: connection.id,
  });
}

async function remove(
  connection: Connection,
  writer: Writer | undefined,
  record: LinkedRecord | undefined,
): Promise<Done> {
  if (!record) return { ...NOTHING, status: 'SKIPPED' };
  const removeRecord = writer?.remove;
  if (!removeRecord) throw unsupported(connection, `delete ${record.kind}s`);
  await connection.use(() => removeRecord(refOf(record)));
  return { ...NOTHING, removedId: record.recordId };
}

async function update(
  connection: Connection,
  writer: Writer | undefined,
  delivery: Delivery,
  entity: Entity,
  record: LinkedRecord,
): Promise<Done> {
  const updateRecord = writer?.update;
  if (!writer || !updateRecord) throw unsupported(connection, `change ${delivery.kind}s`);
  const wanted = Object.fromEntries(delivery.fields.map((field) => [field, entity.fields[field] ?? null]));
  const patch = differences(record.values, wanted);
  const { sent: able, left } = divide(connection, delivery, Object.keys(patch), writer.updates);
  if (able.length === 0 && left.length > 0) throw unsupported(connection, `change ${left.join(', ')}`);
  if (able.length === 0) return { ...NOTHING };
  const mapping = connection.mapping(delivery.kind);
  const sent = able.filter((field) => writtenTo(mapping, field, record.fields).length > 0);
  if (sent.length === 0)
    return { ...NOTHING, status: 'SKIPPED', unsupportedFields: left, reason: keeps(connection, able) };
  const fields = toRecord(mapping, pick(patch, sent), record.fields);
  const answered = await connection.use(() => updateRecord(refOf(record), fields, record.fields));
  return { ...NOTHING, record: answered, written: sent, unsupportedFields: left };
}

function keeps(connection: Connection, fields: readonly string[]): Problem {
  const text = `${connection.name} keeps what it has as ${fields.join(', ')}: its mapping does not overwrite that`;
  return new Problem('REFUSED', text, 'never', { system: connection.id });
}

/** Nothing is written of what was deleted meanwhile; what an attempt of unknown outcome left behind is cleared away. */
async function skipDeleted(
  context: SyncContext,
  connection: Connection,
  writer: Writer | undefined,
  delivery: Delivery,
  entity: Entity,
): Promise<Done> {
  const removeRecord = writer?.remove;
  const reachable = entity.contactId === null || (await livingRecord(context, entity.contactId, connection.id));
  if (delivery.operation === 'create' && reachable && removeRecord) {
    const left = await findEarlier(context, connection, writer, delivery, entity);
    if (left) await connection.use(() => removeRecord(left));
  }
  return { ...NOTHING, status: 'SKIPPED' };
}

async function create(
  context: SyncContext,
  connection: Connection,
  writer: Writer | undefined,
  delivery: Delivery,
  entity: Entity,
): Promise<Done> {
  const createRecord = writer?.create;
  if (!createRecord) throw unsupported(connection, `create ${delivery.kind}s`);
  const { record, sent, left } = await newRecord(context, connection, delivery, entity);
  const earlier = await findEarlier(context, connection, writer, delivery, entity);
  const answered = earlier && !earlier.deleted ? earlier : await connection.use(() => createRecord(record));
  const stood = answered === earlier;
  return { ...NOTHING, record: answered, isNew: true, stood, written: sent, unsupportedFields: left };
}

/**
 * What an earlier attempt made whose answer got lost, or whose process died. Some systems keep no key of ours and find it by what
 * it says: that is what the entity said at the time of that attempt.
 */
async function findEarlier(
  context: SyncContext,
  connection: Connection,
  writer: Writer | undefined,
  delivery: Delivery,
  entity: Entity,
): Promise<SourceRecord | null> {
  const find = writer?.find;
  if (!find || !mayHaveBeenTried(delivery, context.clock.now())) return null;
  const versions = await versionsSince(context.store, delivery.entityId, delivery.createdAt);
  const asked = new Set<string>();
  for (const { fields } of [entity, ...versions]) {
    const { record } = await newRecord(context, connection, delivery, { ...entity, fields });
    const content = canonical(record.fields);
    const found = asked.has(content) ? null : await connection.use(() => find(record));
    if (found) return found;
    asked.add(content);
  }
  return null;
}

/** What is to be created in that system, the same at every attempt as long as the entity is. */
async function newRecord(context: SyncContext, connection: Connection, delivery: Delivery, entity: Entity) {
  const { contactId: owner } = entity;
  const contactId = owner === null ? undefined : await contactRecordId(context, connection, owner);
  const accepted = connection.source.collections[delivery.kind]?.write?.creates ?? [];
  const { sent, left } = divide(connection, delivery, writableFields(entity), accepted);
  const fields = toRecord(connection.mapping(delivery.kind), pick(entity.fields, sent));
  const label = models[entity.kind].label(entity.fields);
  // The delivery's own entity, also when that was merged into another since: what an earlier attempt left is found by it.
  const record: NewRecord = {
    key: delivery.entityId,
    label,
    fields,
    ...(contactId === undefined ? {} : { contactId }),
  };
  return { record, sent, left };
}

/** The contact's record in that system; a child cannot be written where its contact is not. */
async function contactRecordId(context: SyncContext, connection: Connection, contactId: string): Promise<string> {
  const contact = await livingRecord(context, contactId, connection.id);
  if (contact) return contact.recordId;
  const open = (await context.store.outbox.openOf([contactId])).get(contactId) ?? [];
  const coming = open.find((delivery) => delivery.system === connection.id && delivery.status === 'QUEUED');
  if (coming) {
    const wait = (coming.nextAttemptAt ?? 0) - context.clock.now();
    throw new Problem(
      'UNAVAILABLE',
      `The contact is still on its way to ${connection.name}`,
      { afterMs: Math.max(0, wait) },
      {
        system: connection.id,
      },
    );
  }
  throw new Problem('REFUSED', `${connection.name} does not hold the contact this belongs to`, 'never', {
    system: connection.id,
  });
}

/** The fields this system can be told, and those it has no place for. */
function divide(connection: Connection, delivery: Delivery, fields: readonly string[], accepted: readonly string[]) {
  const mapping = connection.mapping(delivery.kind);
  const fits = (field: string) => hasPlace(mapping, field, accepted);
  return { sent: fields.filter(fits), left: fields.filter((field) => !fits(field)) };
}

/** These fields with their values; null where there is none. */
export function pick(fields: Fields, wanted: readonly string[]): Fields {
  return Object.fromEntries(wanted.map((field) => [field, fields[field] ?? null]));
}

/** Where a linked record stands in its system. */
export function refOf(record: LinkedRecord): RecordRef {
  return { id: record.recordId, ...(record.contactRecordId === null ? {} : { contactId: record.contactRecordId }) };
}
