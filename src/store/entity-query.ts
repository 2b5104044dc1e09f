import { type Expression, type SqlBool, sql } from 'kysely';
import { storedKey } from './entity-rows.ts';
import type { Ordering } from './page.ts';
import type { Scope } from './scope.ts';
import { searchWords } from './search.ts';
import type { EntityQuery } from './store.ts';

const ORDERINGS: Readonly<Record<NonNullable<EntityQuery['order']>['by'], Omit<Ordering, 'direction'>>> = {
  label: { column: 'label', type: 'text' },
  at: { column: 'sorted_at', type: 'number' },
  createdAt: { column: 'created_at', type: 'number' },
  updatedAt: { column: 'updated_at', type: 'number' },
};

/** How the entities of that query are ordered; by label upwards where it does not say. */
export function orderingOf(query: EntityQuery): Ordering {
  const { by, direction } = query.order ?? { by: 'label', direction: 'asc' };
  return { ...ORDERINGS[by], direction };
}

/** The living entities that the query is about, with every column that pages need; not ordered. */
export function selectEntities(scope: Scope, query: EntityQuery) {
  return scope.db
    .selectFrom('entities')
    .select(['id', 'kind', 'version', 'fields', 'stamps', 'contact_id', 'label', 'sorted_at'])
    .select(['created_at', 'updated_at', 'deleted_at'])
    .where('workspace', '=', scope.workspace)
    .where('kind', '=', query.kind)
    .where('deleted_at', 'is', null)
    .where(({ eb, and }) => {
      const words = searchWords(query.search ?? '');
      const conditions: Expression<SqlBool>[] = (query.filterKeys ?? []).map((key) =>
        isAmong(withKey(scope, query.kind, key)),
      );
      if (words.length > 0) conditions.push(scope.dialect.found(words));
      if (query.contactId !== undefined) conditions.push(eb('contact_id', '=', query.contactId));
      if (query.state !== undefined) conditions.push(eb('state', '=', query.state));
      if (query.updatedAfter !== undefined) conditions.push(eb('updated_at', '>', query.updatedAfter));
      if (query.from !== undefined) conditions.push(eb('at', '>=', query.from));
      if (query.to !== undefined) conditions.push(eb('at', '<', query.to));
      if (query.system !== undefined) conditions.push(isAmong(linkedTo(scope, query.kind, query.system)));
      if (query.missingIn !== undefined) conditions.push(eb.not(isAmong(linkedTo(scope, query.kind, query.missingIn))));
      if (query.hasConflict !== undefined) {
        const disputed = isAmong(inConflict(scope));
        conditions.push(query.hasConflict ? disputed : eb.not(disputed));
      }
      return and(conditions);
    });
}

/**
 * True for the entities whose id the list holds. The `is true` keeps PostgreSQL from joining: it makes one hashed list,
 * a plan that is good without statistics too, while joins of filters go badly wrong until the tables have been analyzed.
 */
function isAmong(ids: Expression<{ entity_id: string }>): Expression<SqlBool> {
  return sql<SqlBool>`(entities.id in ${ids}) is true`;
}

function withKey({ db, workspace }: Scope, kind: string, key: string) {
  return db
    .selectFrom('entity_keys')
    .select('entity_id')
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .where('key', '=', storedKey(key));
}

function linkedTo({ db, workspace }: Scope, kind: string, system: string) {
  return db
    .selectFrom('links')
    .select('entity_id')
    .where('workspace', '=', workspace)
    .where('system', '=', system)
    .where('kind', '=', kind);
}

function inConflict({ db, workspace }: Scope) {
  return db.selectFrom('conflicts').select('entity_id').where('workspace', '=', workspace).where('open', '=', 1);
}
