import { type Client, stringifyDocument } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import { useEffect, useState } from 'react';
import type { EventRowFragment, SyncEventFilter } from '../../../client/generated/graphql.ts';
import { pause } from '../clock.ts';
import { codeOf, type Explained, explain, explainProblem } from '../problem.ts';
import { useSession } from '../session/context.ts';
import { EventPage, EventStream, LatestEvent } from './events.ts';
import { follow } from './follow.ts';
import { withEvent } from './rows.ts';

/** Events as they are followed: newest first; null before they are read. */
export interface Events {
  readonly events: readonly EventRowFragment[] | null;
  /** Why nothing comes any more; null while it does. */
  readonly problem: Explained | null;
}

const NOTHING: Events = { events: null, problem: null };
const AGAIN_MS = 2_000;

/** The newest `keep` events that fit, and each that comes: none left out and none twice, also over a lost connection or a restart of the gateway. */
export function useEvents(filter: SyncEventFilter = {}, keep = 50): Events {
  const { graph, socket } = useSession();
  const [state, setState] = useState<Events>(NOTHING);
  const wanted = JSON.stringify(filter);

  useEffect(() => {
    const ending = new AbortController();
    setState(NOTHING);
    void followEvents({
      ...{ graph, keep, filter: JSON.parse(wanted) as SyncEventFilter },
      socket: socket.client,
      signal: ending.signal,
      show: (change) => !ending.signal.aborted && setState(change),
    });
    return () => ending.abort();
  }, [graph, socket, wanted, keep]);

  return state;
}

interface Following {
  readonly graph: Client;
  readonly socket: SocketClient;
  readonly filter: SyncEventFilter;
  readonly keep: number;
  readonly signal: AbortSignal;
  readonly show: (change: (state: Events) => Events) => void;
}

async function followEvents({ graph, socket, filter, keep, signal, show }: Following): Promise<void> {
  /** The event behind which to go on; undefined while the list must be read first. */
  let cursor: string | number | null | undefined;

  async function read(): Promise<Explained | null> {
    // In this order: what comes in between is on the page and is brought again, and counts once.
    const latest = await graph.query(LatestEvent, {}, NETWORK).toPromise();
    if (latest.error) return explain(latest.error);
    const page = await graph.query(EventPage, { first: keep, filter }, NETWORK).toPromise();
    if (page.error) return explain(page.error);
    cursor = latest.data?.syncEvents.nodes[0]?.id ?? null;
    const events = page.data?.syncEvents.nodes ?? [];
    show(() => ({ events, problem: null }));
    return null;
  }

  while (!signal.aborted) {
    const failed = cursor === undefined ? await read() : null;
    if (failed) show(({ events }) => ({ events, problem: failed }));
    if (failed && !failed.retryable) return;
    if (!failed) {
      const ended = await follow<{ syncEvents: EventRowFragment }>(socket, {
        query: stringifyDocument(EventStream),
        variables: () => ({ after: cursor, filter }),
        signal,
        onData({ syncEvents: event }) {
          cursor = event.id;
          show(({ events }) => ({ events: withEvent(events ?? [], event, keep), problem: null }));
        },
      });
      // What was to come next is forgotten by now: only reading the list anew tells what there is.
      if (ended && codeOf(ended) === 'EXPIRED') cursor = undefined;
      else if (ended && !signal.aborted) {
        const problem = explainProblem(ended);
        show(({ events }) => ({ events, problem }));
        if (!problem.retryable) return;
      }
    }
    if (!signal.aborted) await pause(AGAIN_MS);
  }
}

const NETWORK = { requestPolicy: 'network-only' } as const;
