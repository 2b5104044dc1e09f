import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Client } from '@urql/core';
import { type Explained, explain } from '../../app/problem.ts';

/** A page of a log, newest first. */
export interface LogPage<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads a page behind that cursor, or the first one; answers why not where it cannot. */
export type ReadPage<Row> = (
  first: number,
  after: string | null,
) => Promise<{ readonly page: LogPage<Row> } | { readonly problem: Explained }>;

/** What every page is asked for with. */
interface Variables<Filter> {
  first: number;
  after?: string | null | undefined;
  filter?: Filter | null | undefined;
}

/** The way to read the pages of a log, always as it is now. */
export function readerOf<Data, Filter, Row>(
  graph: Client,
  document: TypedDocumentNode<Data, Variables<Filter>>,
  filter: Filter,
  pick: (data: Data) => LogPage<Row>,
): ReadPage<Row> {
  return async (first, after) => {
    const { data, error } = await graph
      .query(document, { first, after, filter }, { requestPolicy: 'network-only' })
      .toPromise();
    // A log that may not be read is null beside its error.
    if (error || !data) return { problem: explain(error ?? { graphQLErrors: [] }) };
    return { page: pick(data) };
  };
}
