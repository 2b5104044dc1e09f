import { createHash } from 'node:crypto';
import { models } from '../model/index.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { type Mapping, toEntity } from '../model/mapping.ts';
import { canonical } from '../model/merge.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Snapshot } from '../store/shapes.ts';

/** The snapshot of a record as it was just read; `previous` keeps what this reading does not speak of. */
export function takeSnapshot(
  system: string,
  kind: Kind,
  mapping: Mapping,
  record: SourceRecord,
  previous: Snapshot | undefined,
  now: number,
): Snapshot {
  const fields: Fields = { ...previous?.fields, ...record.fields };
  return {
    system,
    kind,
    recordId: record.id,
    contactRecordId: record.contactId ?? previous?.contactRecordId ?? null,
    fields,
    values: entityValues(system, kind, mapping, fields),
    hash: recordHash(fields, record),
    seenAt: now,
    changedAt: record.changedAt ?? previous?.changedAt ?? null,
    createdAt: record.createdAt ?? previous?.createdAt ?? null,
    deletedAt: record.deleted ? (previous?.deletedAt ?? now) : null,
    url: record.url ?? previous?.url ?? null,
    documentId: record.documentId ?? previous?.documentId ?? null,
    confidence: record.confidence ?? previous?.confidence ?? null,
    quarantinedAt: previous?.quarantinedAt ?? null,
  };
}

/** The entity fields that a record amounts to. Business ids are only unique within their system, so the entity's value names it. */
export function entityValues(system: string, kind: Kind, mapping: Mapping, fields: Fields): Fields {
  const values = toEntity(models[kind], mapping, fields);
  const business = values.businessId;
  return typeof business === 'string' ? { ...values, businessId: `${system}:${business}` } : values;
}

function recordHash(fields: Fields, record: SourceRecord): string {
  const content = canonical([fields, record.contactId ?? null, record.deleted === true]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/**
 * True if the reading brings nothing new, or is older news than the snapshot: a lagging index, a late notice, or (where the
 * system stamps no changes) an answer that was asked for before the record was last seen or written.
 */
export function bringsNothing(snapshot: Snapshot, previous: Snapshot | undefined, readAt: number): boolean {
  if (!previous) return false;
  if (snapshot.hash === previous.hash) return true;
  if (snapshot.changedAt === null || previous.changedAt === null) return previous.seenAt > readAt;
  return snapshot.changedAt < previous.changedAt;
}
