import type { Kind } from '../model/kind.ts';
import type { KeptMapping } from './kept-mapping.ts';
import { type Ordering, pageOf } from './page.ts';
import { decode } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Store } from './store.ts';
import type { MappingTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'version', type: 'number', direction: 'desc', unique: true };

/** The mappings of a workspace, all versions. A version that exists already is an error: two writers met. */
export function mappingStore({ db, workspace }: Scope): Store['mappings'] {
  const all = () => db.selectFrom('mappings').selectAll().where('workspace', '=', workspace);
  const of = (system: string, kind: Kind) => all().where('system', '=', system).where('kind', '=', kind);
  return {
    async add(mapping) {
      await db.insertInto('mappings').values(toRow(workspace, mapping)).execute();
    },
    async get(system, kind, version) {
      const row = await of(system, kind).where('version', '=', version).executeTakeFirst();
      return row ? toMapping(row) : null;
    },
    async inForce() {
      const rows = await all()
        .where((eb) =>
          eb(
            'version',
            '=',
            eb
              .selectFrom('mappings as later')
              .select((inner) => inner.fn.max('later.version').as('version'))
              .where('later.workspace', '=', workspace)
              .whereRef('later.system', '=', 'mappings.system')
              .whereRef('later.kind', '=', 'mappings.kind'),
          ),
        )
        .execute();
      return rows.map(toMapping);
    },
    page: (system, kind, page) => pageOf(of(system, kind), NEWEST_FIRST, page, toMapping),
  };
}

function toRow(workspace: string, { rows, ...mapping }: KeptMapping): MappingTable {
  return { workspace, ...mapping, rows: JSON.stringify(rows) };
}

function toMapping({ system, kind, version, rows, actor, why, at }: MappingTable): KeptMapping {
  return { system, kind: kind as Kind, version, rows: decode(rows), actor, why, at };
}
