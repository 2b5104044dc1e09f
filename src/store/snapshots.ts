import type { Selectable } from 'kysely';
import { recordName } from './links.ts';
import { by, grouped, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { LinkedRecord, Snapshot } from './shapes.ts';
import { toSnapshot, toSnapshotRow } from './snapshot-rows.ts';
import type { Store } from './store.ts';
import type { SnapshotTable } from './tables.ts';

/** The snapshots of a workspace: each record as last seen. */
export function snapshotStore(scope: Scope): Store['snapshots'] {
  const { db, workspace } = scope;
  const records = (system: string, kind: string) =>
    db.selectFrom('snapshots').where('workspace', '=', workspace).where('system', '=', system).where('kind', '=', kind);
  const living = (system: string, kind: string) => records(system, kind).where('deleted_at', 'is', null);

  return {
    put: (snapshots) => put(scope, snapshots),
    async get(system, kind, recordIds) {
      const rows = await readByKeys(recordIds, (part) =>
        records(system, kind).selectAll().where('record_id', 'in', part).execute(),
      );
      return new Map(rows.map((row) => [row.record_id, toSnapshot(row)]));
    },
    async ofEntities(entityIds) {
      const rows = await readByKeys(entityIds, (part) =>
        linkedRows(scope).where('links.entity_id', 'in', part).execute(),
      );
      return grouped(rows.sort(by('system', 'kind', 'linked_at', 'record_id')), (row) => row.entity_id, toLinkedRecord);
    },
    async deletedAmong(system, kind, recordIds) {
      const rows = await readByKeys(recordIds, (part) =>
        records(system, kind)
          .select(['record_id', 'changed_at'])
          .where('record_id', 'in', part)
          .where('deleted_at', 'is not', null)
          .execute(),
      );
      return new Map(rows.map((row) => [row.record_id, row.changed_at]));
    },
    async touch(system, kind, recordIds, seenAt) {
      await writeRows([...new Set(recordIds)].sort(), (part) =>
        db
          .updateTable('snapshots')
          .set({ seen_at: seenAt })
          .where('workspace', '=', workspace)
          .where('system', '=', system)
          .where('kind', '=', kind)
          .where('record_id', 'in', part)
          .execute(),
      );
    },
    async unseenSince(system, kind, seenAt, limit) {
      const rows = await living(system, kind)
        .select('record_id')
        .where('seen_at', '<', seenAt)
        .orderBy('seen_at')
        .orderBy('record_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.record_id);
    },
    async idsOfContacts(system, kind, contactRecordIds) {
      const rows = await readByKeys(contactRecordIds, (part) =>
        living(system, kind)
          .select(['record_id', 'contact_record_id'])
          .where('contact_record_id', 'in', part)
          .execute(),
      );
      return grouped(
        rows.sort(by('record_id')),
        (row) => row.contact_record_id ?? '',
        (row) => row.record_id,
      );
    },
    async list(system, kind, { limit, after }) {
      const all = living(system, kind);
      const rows = await (after === undefined ? all : all.where('record_id', '>', after))
        .selectAll()
        .orderBy('record_id')
        .limit(limit)
        .execute();
      return rows.map(toSnapshot);
    },
    async idsAt(system, kind, places) {
      const found = await Promise.all(
        places.map((place) =>
          living(system, kind).select('record_id').orderBy('record_id').limit(1).offset(place).executeTakeFirst(),
        ),
      );
      return found.flatMap((row) => (row ? [row.record_id] : []));
    },
    async count(system, kind) {
      const { total } = await living(system, kind)
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
    async quarantined(limit) {
      const rows = await linkedRows(scope)
        .where('snapshots.quarantined_at', 'is not', null)
        .orderBy('snapshots.quarantined_at', 'desc')
        .orderBy('snapshots.record_id')
        .limit(limit)
        .execute();
      return rows.map(toLinkedRecord);
    },
    async quarantine(system, kind, recordIds, at) {
      await writeRows([...new Set(recordIds)].sort(), (part) =>
        db
          .updateTable('snapshots')
          .set({ quarantined_at: at })
          .where('workspace', '=', workspace)
          .where('system', '=', system)
          .where('kind', '=', kind)
          .where('record_id', 'in', part)
          .execute(),
      );
    },
  };
}

/** Every record that belongs to an entity, with its snapshot. */
function linkedRows({ db, workspace }: Scope) {
  return db
    .selectFrom('links')
    .innerJoin('snapshots', (join) =>
      join
        .onRef('snapshots.workspace', '=', 'links.workspace')
        .onRef('snapshots.system', '=', 'links.system')
        .onRef('snapshots.kind', '=', 'links.kind')
        .onRef('snapshots.record_id', '=', 'links.record_id'),
    )
    .selectAll('snapshots')
    .select(['links.entity_id', 'links.how', 'links.linked_at'])
    .where('links.workspace', '=', workspace);
}

type LinkedRow = Selectable<SnapshotTable> & { readonly entity_id: string; readonly how: string };

function toLinkedRecord(row: LinkedRow): LinkedRecord {
  return { ...toSnapshot(row), entityId: row.entity_id, how: row.how };
}

async function put({ db, workspace }: Scope, snapshots: readonly Snapshot[]): Promise<void> {
  const rows = lastByKey(snapshots, recordName).map((snapshot) => toSnapshotRow(workspace, snapshot));
  await writeRows(rows, (part) =>
    db
      .insertInto('snapshots')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'system', 'kind', 'record_id']).doUpdateSet((eb) => ({
          contact_record_id: eb.ref('excluded.contact_record_id'),
          fields: eb.ref('excluded.fields'),
          values: eb.ref('excluded.values'),
          hash: eb.ref('excluded.hash'),
          seen_at: eb.ref('excluded.seen_at'),
          changed_at: eb.ref('excluded.changed_at'),
          created_at: eb.ref('excluded.created_at'),
          deleted_at: eb.ref('excluded.deleted_at'),
          url: eb.ref('excluded.url'),
          document_id: eb.ref('excluded.document_id'),
          confidence: eb.ref('excluded.confidence'),
          quarantined_at: eb.ref('excluded.quarantined_at'),
        })),
      )
      .execute(),
  );
}
