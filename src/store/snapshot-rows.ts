import type { Kind } from '../model/kind.ts';
import { decode } from './rows.ts';
import type { Snapshot } from './shapes.ts';
import type { SnapshotTable } from './tables.ts';

/** The row of a snapshot. */
export function toSnapshotRow(workspace: string, snapshot: Snapshot): SnapshotTable {
  return {
    workspace,
    system: snapshot.system,
    kind: snapshot.kind,
    record_id: snapshot.recordId,
    contact_record_id: snapshot.contactRecordId,
    fields: JSON.stringify(snapshot.fields),
    values: JSON.stringify(snapshot.values),
    hash: snapshot.hash,
    seen_at: snapshot.seenAt,
    changed_at: snapshot.changedAt,
    created_at: snapshot.createdAt,
    deleted_at: snapshot.deletedAt,
    url: snapshot.url,
    document_id: snapshot.documentId,
    confidence: snapshot.confidence,
    quarantined_at: snapshot.quarantinedAt,
  };
}

/** The snapshot of a row. */
export function toSnapshot(row: SnapshotTable): Snapshot {
  return {
    system: row.system,
    kind: row.kind as Kind,
    recordId: row.record_id,
    contactRecordId: row.contact_record_id,
    fields: decode(row.fields),
    values: decode(row.values),
    hash: row.hash,
    seenAt: row.seen_at,
    changedAt: row.changed_at,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
    url: row.url,
    documentId: row.document_id,
    confidence: row.confidence,
    quarantinedAt: row.quarantined_at,
  };
}
