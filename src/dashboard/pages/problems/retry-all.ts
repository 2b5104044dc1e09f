import type { Client } from '@urql/core';
import { type Explained, explain } from '../../app/problem.ts';
import { likenessOf } from './alike.ts';
import { FailedPage, RetryDelivery } from './problems.ts';

/** How far it has come: of so many so many were tried, and so many of them went through. */
export interface Retried {
  readonly all: number;
  readonly tried: number;
  readonly through: number;
}

/** What came of it; `problem` says why it was left off before the end. */
export interface RetriedAll extends Retried {
  readonly problem: Explained | null;
}

/** Tries all refused writes to that system that failed in the same way once more, one after another, also those that no page shows. */
export async function retryAll(
  graph: Client,
  { system, likeness }: { readonly system: string; readonly likeness: string },
  tell: (so: Retried) => void,
): Promise<RetriedAll> {
  const found = await findAlike(graph, system, likeness);
  const { ids } = found;
  let [tried, through] = [0, 0];
  let { problem } = found;
  for (const id of problem ? [] : ids) {
    tell({ all: ids.length, tried, through });
    const { data, error } = await graph.mutation(RetryDelivery, { id }).toPromise();
    if (error) {
      problem = explain(error);
      break;
    }
    tried += 1;
    if (data?.retryDelivery.delivery?.status === 'APPLIED') through += 1;
  }
  return { all: ids.length, tried, through, problem };
}

async function findAlike(graph: Client, system: string, likeness: string) {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer = await readPage(graph, system, after);
    if (!answer.data) return { ids, problem: explain(answer.error ?? { graphQLErrors: [] }) };
    const { nodes, pageInfo } = answer.data.deliveries;
    ids.push(...nodes.filter((delivery) => likenessOf(delivery) === likeness).map(({ id }) => id));
    if (!pageInfo.hasNextPage) return { ids, problem: null };
    after = pageInfo.endCursor;
  }
}

const readPage = (graph: Client, system: string, after: string | null) =>
  graph.query(FailedPage, { system, after }, { requestPolicy: 'network-only' }).toPromise();
