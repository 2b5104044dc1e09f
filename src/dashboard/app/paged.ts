/** A page of a list as the graph answers it. */
export interface GraphPage<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  readonly totalCount: number;
}

/** A list as far as it is known: its first rows, and where to go on. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly end: string | null;
  readonly hasMore: boolean;
  readonly total: number;
}

/** What rows are told apart by. */
export interface Identified {
  readonly id: string | number;
}

/** A list of which nothing but its first page is known. */
export function asPaged<T>({ nodes, pageInfo, totalCount }: GraphPage<T>): Paged<T> {
  return { rows: nodes, end: pageInfo.endCursor ?? null, hasMore: pageInfo.hasNextPage, total: totalCount };
}

/** With the next page behind it; a row that moved there meanwhile stays where it was. */
export function withNextPage<T extends Identified>(known: Paged<T>, page: GraphPage<T>): Paged<T> {
  return { ...asPaged(page), rows: [...known.rows, ...without(page.nodes, known.rows)] };
}

/** With its first page read anew; what was known behind that stays. */
export function withFirstPage<T extends Identified>(known: Paged<T>, page: GraphPage<T>): Paged<T> {
  if (!page.pageInfo.hasNextPage) return asPaged(page);
  const last = page.nodes.at(-1)?.id;
  const place = known.rows.findIndex(({ id }) => id === last);
  const behind = without(known.rows.slice(place + 1), page.nodes);
  if (behind.length === 0) return asPaged(page);
  return { ...known, rows: [...page.nodes, ...behind], total: page.totalCount };
}

function without<T extends Identified>(rows: readonly T[], others: readonly T[]): readonly T[] {
  const ids = new Set(others.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}
