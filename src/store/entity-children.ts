import { sql } from 'kysely';
import { orderingOf, selectEntities } from './entity-query.ts';
import { type EntityRow, toEntity } from './entity-rows.ts';
import { isBehind, readDirection, toPage } from './page.ts';
import { by, grouped, readByKeys } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Entity } from './shapes.ts';
import type { EntityQuery, PageRequest, PageResult } from './store.ts';

/**
 * The same page of the children of each contact. Of the contacts whose children all lie before the position one row is
 * read all the same (`behind` 0), because it tells the total.
 */
export async function pagesOfContacts(
  scope: Scope,
  query: EntityQuery,
  contactIds: readonly string[],
  page: PageRequest,
): Promise<Map<string, PageResult<Entity>>> {
  const ordering = orderingOf(query);
  const rows = await readByKeys(contactIds, (part) => rankedRows(scope, query, part, page));
  const byContact = grouped(
    rows.sort(by('rank')),
    (row) => row.contact_id ?? '',
    (row) => row,
  );
  return new Map(
    contactIds.map((id) => {
      const found = byContact.get(id) ?? [];
      const behind = found.filter((row) => row.behind === 1);
      return [id, toPage(behind, ordering, page, found[0]?.total ?? 0, toEntity)];
    }),
  );
}

type RankedRow = EntityRow & {
  readonly label: string;
  readonly sorted_at: number;
  readonly behind: number;
  readonly rank: number;
  readonly total: number;
};

async function rankedRows(
  scope: Scope,
  query: EntityQuery,
  contactIds: readonly string[],
  page: PageRequest,
): Promise<RankedRow[]> {
  const ordering = orderingOf(query);
  const direction = sql.raw(readDirection(ordering, page));
  const behind = page.from
    ? sql<number>`case when ${isBehind(ordering, page, page.from)} then 1 else 0 end`
    : sql<number>`1`;
  const marked = selectEntities(scope, query).where('contact_id', 'in', contactIds).select(behind.as('behind'));
  const order = sql`order by ${sql.ref(ordering.column)} ${direction}, id ${direction}`;
  const ranked = scope.db
    .selectFrom(marked.as('marked'))
    .selectAll()
    .select(sql<number>`row_number() over (partition by contact_id, behind ${order})`.as('rank'))
    .select(sql<number>`count(*) over (partition by contact_id)`.as('total'));
  return scope.db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where(sql<boolean>`rank <= case when behind = 1 then ${sql.lit(page.limit + 1)} else 1 end`)
    .execute();
}
