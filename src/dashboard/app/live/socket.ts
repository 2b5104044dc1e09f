import { type Client, createClient } from 'graphql-ws';
import { after, pause } from '../clock.ts';
import { createStore, type Store } from '../store.ts';

/** How the live connection is: `idle` while nobody needs it, `lost` while it is tried again. */
export type Connection = 'idle' | 'live' | 'lost';

/** The socket to the gateway. */
export interface Socket {
  readonly client: Client;
  readonly state: Store<Connection>;
}

/** What the gateway closes a socket with whose credential is refused or has ended. */
const REFUSED = 4403;
/** A connection that is silent for that long is dead, whatever the network says. */
const PING_MS = 10_000;
const PONG_MS = 5_000;
const LONGEST_WAIT_MS = 5_000;

/** A socket that connects when it is needed and again whenever it is lost; `onRefused` hears why nobody is let in any more. */
export function createSocket(authorization: string | null, onRefused: (why: string) => void): Socket {
  const state = createStore<Connection>('idle');
  let giveUp: (() => void) | null = null;
  const client = createClient({
    url: `${location.origin.replace('http', 'ws')}/graphql`,
    connectionParams: () => (authorization === null ? {} : { authorization }),
    keepAlive: PING_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (thrown) => closeCode(thrown) !== REFUSED,
    retryWait: (retries) => pause(Math.min(300 * 2 ** retries, LONGEST_WAIT_MS)),
    on: {
      connected: () => state.set('live'),
      ping: (received) => {
        if (!received) giveUp = after(PONG_MS, () => client.terminate());
      },
      pong: (received) => {
        if (received) giveUp?.();
      },
      closed: (event) => {
        giveUp?.();
        if (closeCode(event) === REFUSED) onRefused((event as CloseEvent).reason);
        state.set(closeCode(event) === 1000 ? 'idle' : 'lost');
      },
    },
  });
  return { client, state };
}

function closeCode(event: unknown): number | null {
  const code = typeof event === 'object' && event !== null && 'code' in event ? event.code : null;
  return typeof code === 'number' ? code : null;
}
