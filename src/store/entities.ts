import type { Kind } from '../model/kind.ts';
import { pagesOfContacts } from './entity-children.ts';
import { orderingOf, selectEntities } from './entity-query.ts';
import { KEY_USES, storedKey, toEntity, toEntityRow, toKeyRows } from './entity-rows.ts';
import { pageOf } from './page.ts';
import { by, grouped, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Entity } from './shapes.ts';
import type { Store } from './store.ts';

/** The entities of a workspace. */
export function entityStore(scope: Scope): Store['entities'] {
  const { db, workspace } = scope;
  return {
    async get(ids) {
      const rows = await readByKeys(ids, (part) =>
        db
          .selectFrom('entities')
          .select(['id', 'kind', 'version', 'fields', 'stamps', 'contact_id', 'created_at', 'updated_at', 'deleted_at'])
          .where('workspace', '=', workspace)
          .where('id', 'in', part)
          .execute(),
      );
      return new Map(rows.map((row) => [row.id, toEntity(row)]));
    },
    async save(entities) {
      if (entities.length === 0) return;
      const latest = lastByKey(entities, (entity) => entity.id);
      await scope.atomically(async (tx) => {
        await upsert(tx, latest);
        await replaceKeys(tx, latest);
      });
    },
    byMatchKeys: (kind, keys) => byKeys(scope, kind, keys, 'match'),
    bySuggestKeys: (kind, keys) => byKeys(scope, kind, keys, 'suggest'),
    page: (query, page) => pageOf(selectEntities(scope, query), orderingOf(query), page, toEntity),
    pageOfEach: (query, contactIds, page) => pagesOfContacts(scope, query, contactIds, page),
  };
}

async function byKeys(
  { db, workspace }: Scope,
  kind: Kind,
  keys: readonly string[],
  use: 'match' | 'suggest',
): Promise<Map<string, string[]>> {
  const asked = new Map(keys.map((key) => [storedKey(key), key]));
  const rows = await readByKeys([...asked.keys()], (part) =>
    db
      .selectFrom('entity_keys')
      .select(['key', 'entity_id'])
      .where('workspace', '=', workspace)
      .where('kind', '=', kind)
      .where('key', 'in', part)
      .where('matching', '=', KEY_USES[use])
      .execute(),
  );
  return grouped(
    rows.sort(by('entity_id')),
    (row) => asked.get(row.key) ?? row.key,
    (row) => row.entity_id,
  );
}

async function upsert({ db, workspace }: Scope, entities: readonly Entity[]): Promise<void> {
  const rows = entities.map((entity) => toEntityRow(workspace, entity));
  await writeRows(rows, (part) =>
    db
      .insertInto('entities')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          version: eb.ref('excluded.version'),
          fields: eb.ref('excluded.fields'),
          stamps: eb.ref('excluded.stamps'),
          contact_id: eb.ref('excluded.contact_id'),
          label: eb.ref('excluded.label'),
          search: eb.ref('excluded.search'),
          at: eb.ref('excluded.at'),
          sorted_at: eb.ref('excluded.sorted_at'),
          state: eb.ref('excluded.state'),
          created_at: eb.ref('excluded.created_at'),
          updated_at: eb.ref('excluded.updated_at'),
          deleted_at: eb.ref('excluded.deleted_at'),
        })),
      )
      .execute(),
  );
}

async function replaceKeys({ db, workspace }: Scope, entities: readonly Entity[]): Promise<void> {
  const ids = entities.map((entity) => entity.id);
  await writeRows(ids, (part) =>
    db.deleteFrom('entity_keys').where('workspace', '=', workspace).where('entity_id', 'in', part).execute(),
  );
  const rows = entities.flatMap((entity) => toKeyRows(workspace, entity));
  await writeRows(rows, (part) => db.insertInto('entity_keys').values(part).execute());
}
