import type { Kind } from '../model/kind.ts';
import { by, grouped, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Link, RecordKey } from './shapes.ts';
import type { Store } from './store.ts';
import type { LinkTable } from './tables.ts';

/** The links between the entities of a workspace and the records of its systems; a record has one entity. */
export function linkStore({ db, workspace }: Scope): Store['links'] {
  return {
    async put(links) {
      const rows = lastByKey(links, recordName).map((link) => toRow(workspace, link));
      await writeRows(rows, (part) =>
        db
          .insertInto('links')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'system', 'kind', 'record_id']).doUpdateSet((eb) => ({
              entity_id: eb.ref('excluded.entity_id'),
              how: eb.ref('excluded.how'),
              linked_at: eb.ref('excluded.linked_at'),
            })),
          )
          .execute(),
      );
    },
    async remove(key) {
      await db
        .deleteFrom('links')
        .where('workspace', '=', workspace)
        .where('system', '=', key.system)
        .where('kind', '=', key.kind)
        .where('record_id', '=', key.recordId)
        .execute();
    },
    async find(system, kind, recordIds) {
      const rows = await readByKeys(recordIds, (part) =>
        db
          .selectFrom('links')
          .select(['record_id', 'entity_id'])
          .where('workspace', '=', workspace)
          .where('system', '=', system)
          .where('kind', '=', kind)
          .where('record_id', 'in', part)
          .execute(),
      );
      return new Map(rows.map((row) => [row.record_id, row.entity_id]));
    },
    async of(entityIds) {
      const rows = await readByKeys(entityIds, (part) =>
        db.selectFrom('links').selectAll().where('workspace', '=', workspace).where('entity_id', 'in', part).execute(),
      );
      return grouped(rows.sort(by('system', 'kind', 'record_id')), (row) => row.entity_id, toLink);
    },
  };
}

/** One text for a record's name, to compare names by. */
export function recordName(key: RecordKey): string {
  return JSON.stringify([key.system, key.kind, key.recordId]);
}

function toRow(workspace: string, link: Link): LinkTable {
  return {
    workspace,
    system: link.system,
    kind: link.kind,
    record_id: link.recordId,
    entity_id: link.entityId,
    how: link.how,
    linked_at: link.linkedAt,
  };
}

function toLink(row: LinkTable): Link {
  return {
    system: row.system,
    kind: row.kind as Kind,
    recordId: row.record_id,
    entityId: row.entity_id,
    how: row.how,
    linkedAt: row.linked_at,
  };
}
