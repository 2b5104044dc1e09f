import { describe, expect, it } from 'vitest';
import { asPaged, type GraphPage, withFirstPage, withNextPage } from '../../src/dashboard/app/paged.ts';

interface Row {
  readonly id: string;
  readonly name?: string;
}

const page = (ids: string, hasNextPage: boolean, totalCount = 9): GraphPage<Row> => ({
  nodes: [...ids].map((id) => ({ id })),
  pageInfo: { hasNextPage, endCursor: `after ${ids.at(-1)}` },
  totalCount,
});
const idsOf = ({ rows }: { readonly rows: readonly Row[] }) => rows.map(({ id }) => id).join('');

describe('a list that is read page by page', () => {
  const known = withNextPage(asPaged(page('abc', true)), page('def', true));

  it('grows by each page, and goes on behind the last one', () => {
    expect(idsOf(known)).toBe('abcdef');
    expect(known).toMatchObject({ end: 'after f', hasMore: true, total: 9 });
    expect(withNextPage(known, page('g', false))).toMatchObject({ end: 'after g', hasMore: false });
  });

  it('has a row once that moved to the next page meanwhile', () => {
    expect(idsOf(withNextPage(known, page('cgh', true)))).toBe('abcdefgh');
  });

  it('takes its first page anew, with what is new and without what is gone, and keeps the rest', () => {
    const renewed = withFirstPage(known, page('xac', true, 10));

    expect(idsOf(renewed)).toBe('xacdef');
    expect(renewed).toMatchObject({ end: 'after f', hasMore: true, total: 10 });
  });

  it('keeps the rows behind a first page that ends with a new one', () => {
    expect(idsOf(withFirstPage(known, page('abx', true)))).toBe('abxcdef');
  });

  it('is the first page alone where that is all there is, or all that is known', () => {
    expect(idsOf(withFirstPage(known, page('ab', false)))).toBe('ab');
    expect(withFirstPage(asPaged(page('abc', true)), page('xab', true))).toMatchObject({ hasMore: true });
    expect(idsOf(withFirstPage(asPaged(page('abc', true)), page('abc', true)))).toBe('abc');
  });

  it('shows the rows of the page, not those known before', () => {
    const changed = { ...page('abc', true), nodes: [{ id: 'a', name: 'new' }, { id: 'b' }, { id: 'c' }] };

    expect(withFirstPage(known, changed).rows[0]).toEqual({ id: 'a', name: 'new' });
  });
});
