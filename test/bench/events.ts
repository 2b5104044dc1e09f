import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { SyncEventsSubscription, SyncEventsSubscriptionVariables } from '../../src/client/generated/graphql.ts';
import { EVENTS } from '../sync/documents.ts';
import { monotonic } from './time.ts';

/** An event as a subscriber is told of it. */
export type ToldEvent = SyncEventsSubscription['syncEvents'];

/** Follows the log from its beginning over WebSocket; `told` hears each event with the time it came. */
export function followEvents(
  gatewayUrl: string,
  filter: SyncEventsSubscriptionVariables['filter'],
  told: (event: ToldEvent, at: number) => void,
): { end(): void } {
  const client = createClient({ url: `${gatewayUrl.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  const variables: SyncEventsSubscriptionVariables = { after: BEFORE_ALL, filter };
  client.subscribe<SyncEventsSubscription, never>(
    { query: print(EVENTS), variables },
    {
      next({ data }) {
        if (data) told(data.syncEvents, monotonic());
      },
      error(error) {
        throw error instanceof Error ? error : new Error(`The subscription failed: ${JSON.stringify(error)}`);
      },
      complete: () => undefined,
    },
  );
  return { end: () => void client.dispose() };
}

const BEFORE_ALL = 'evt_000000000000';
