import type { Kind } from '../model/kind.ts';
import { type Ordering, pageOf } from './page.ts';
import { by, decode, grouped, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Conflict } from './shapes.ts';
import type { Store } from './store.ts';
import type { ConflictTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'at', type: 'number', direction: 'desc' };

/** The conflicts of a workspace, open and resolved. */
export function conflictStore({ db, workspace }: Scope): Store['conflicts'] {
  const conflicts = () => db.selectFrom('conflicts').selectAll().where('workspace', '=', workspace);
  return {
    async put(changed) {
      const rows = lastByKey(changed, (conflict) => conflict.id).map((conflict) => toRow(workspace, conflict));
      await writeRows(rows, (part) =>
        db
          .insertInto('conflicts')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
              entity_id: eb.ref('excluded.entity_id'),
              kind: eb.ref('excluded.kind'),
              field: eb.ref('excluded.field'),
              base: eb.ref('excluded.base'),
              values: eb.ref('excluded.values'),
              chosen: eb.ref('excluded.chosen'),
              open: eb.ref('excluded.open'),
              at: eb.ref('excluded.at'),
            })),
          )
          .execute(),
      );
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) => conflicts().where('id', 'in', part).execute());
      return new Map(rows.map((row) => [row.id, toConflict(row)]));
    },
    async of(entityIds) {
      const rows = await readByKeys(entityIds, (part) => conflicts().where('entity_id', 'in', part).execute());
      return grouped(rows.sort(by('at', 'id')).reverse(), (row) => row.entity_id, toConflict);
    },
    page({ open }, page) {
      const chosen = open === undefined ? conflicts() : conflicts().where('open', '=', open ? 1 : 0);
      return pageOf(chosen, NEWEST_FIRST, page, toConflict);
    },
  };
}

function toRow(workspace: string, conflict: Conflict): ConflictTable {
  return {
    workspace,
    id: conflict.id,
    entity_id: conflict.entityId,
    kind: conflict.kind,
    field: conflict.field,
    base: JSON.stringify(conflict.base),
    values: JSON.stringify(conflict.values),
    chosen: JSON.stringify(conflict.chosen),
    open: conflict.open ? 1 : 0,
    at: conflict.at,
  };
}

function toConflict(row: ConflictTable): Conflict {
  return {
    id: row.id,
    entityId: row.entity_id,
    kind: row.kind as Kind,
    field: row.field,
    base: decode(row.base),
    values: decode(row.values),
    chosen: decode(row.chosen),
    open: row.open === 1,
    at: row.at,
  };
}
