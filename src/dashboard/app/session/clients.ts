import { type Client, cacheExchange, createClient, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { createSocket, type Socket } from '../live/socket.ts';
import { codeOf } from '../problem.ts';

/** The ways to the gateway with one credential. */
export interface Clients {
  readonly graph: Client;
  readonly socket: Socket;
  readonly authorization: string | null;
}

/** Opens them; `onRefused` hears why the credential is good for nothing any more. */
export function createClients(authorization: string | null, onRefused: (why: string) => void): Clients {
  const socket = createSocket(authorization, onRefused);
  const graph = createClient({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      headers: {
        // Without it a stream of events would be accepted, and answered.
        accept: 'application/graphql-response+json, application/json',
        ...(authorization !== null && { authorization }),
      },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          const refusal = error.graphQLErrors.find((one) => codeOf(one) === 'UNAUTHORIZED');
          if (refusal) onRefused(refusal.message);
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables = {} }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.client.subscribe(
              { query, variables: variables as Record<string, unknown> },
              { ...sink, next: (result) => sink.next(result as Parameters<typeof sink.next>[0]) },
            ),
          }),
        }),
      }),
    ],
  });
  return { graph, socket, authorization };
}
