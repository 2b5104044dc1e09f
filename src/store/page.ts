import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { Problem } from '../base/errors.ts';
import type { PageRequest, PageResult, Position } from './store.ts';
import type { Tables } from './tables.ts';

/** What a list is ordered by: a column that is never null, then (unless it is unique) the id. */
export interface Ordering {
  readonly column: string;
  readonly type: 'text' | 'number';
  readonly direction: 'asc' | 'desc';
  readonly unique?: true;
}

type Row = Readonly<Record<string, unknown>>;

/** One page of a query that has its columns and filters but no order: one statement for the rows, one for the total. */
export async function pageOf<TB extends keyof Tables, O extends Row, T>(
  query: SelectQueryBuilder<Tables, TB, O>,
  ordering: Ordering,
  page: PageRequest,
  toItem: (row: O) => T,
): Promise<PageResult<T>> {
  const direction = readDirection(ordering, page);
  const behind = page.from ? query.where(isBehind(ordering, page, page.from)) : query;
  const ordered = behind.orderBy(sql.ref(ordering.column), direction);
  const rows = await (ordering.unique ? ordered : ordered.orderBy(sql.ref('id'), direction))
    .limit(page.limit + 1)
    .execute();
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return toPage(rows as O[], ordering, page, Number(total), toItem);
}

/** The direction in which the rows of that page are read; backwards against the list's own. */
export function readDirection(ordering: Ordering, page: PageRequest): 'asc' | 'desc' {
  return (ordering.direction === 'asc') === page.forward ? 'asc' : 'desc';
}

/** True for rows behind that position in the direction of reading. A position of another ordering is INVALID. */
export function isBehind(ordering: Ordering, page: PageRequest, from: Position) {
  const fits = ordering.type === 'text' ? typeof from.value === 'string' : Number.isSafeInteger(from.value);
  if (!fits) throw new Problem('INVALID', 'The cursor does not belong to a list in this order');
  const column = sql.ref(ordering.column);
  const operator = sql.raw(readDirection(ordering, page) === 'asc' ? '>' : '<');
  if (ordering.unique) return sql<SqlBool>`${column} ${operator} ${from.value}`;
  return sql<SqlBool>`(${column}, ${sql.ref('id')}) ${operator} (${from.value}, ${from.id})`;
}

/** Makes the page of rows in order of reading, of which one more than the limit was asked for. */
export function toPage<O extends Row, T>(
  rows: readonly O[],
  ordering: Ordering,
  page: PageRequest,
  total: number,
  toItem: (row: O) => T,
): PageResult<T> {
  const kept = rows.slice(0, page.limit);
  if (!page.forward) kept.reverse();
  return {
    items: kept.map(toItem),
    positions: kept.map((row) => positionOf(row, ordering)),
    total,
    more: rows.length > page.limit,
  };
}

function positionOf(row: Row, ordering: Ordering): Position {
  const value = row[ordering.column] as string | number;
  return { value, id: String(ordering.unique ? value : row.id) };
}
