import type { Client } from '@urql/core';
import { createContext, useContext } from 'react';
import type { DashboardViewerQuery } from '../../../client/generated/graphql.ts';
import type { Socket } from '../live/socket.ts';

/** Somebody who is let in, and the ways to the gateway with their credential. */
export interface Session {
  readonly viewer: DashboardViewerQuery['viewer'];
  readonly graph: Client;
  readonly socket: Socket;
  /** The header and connection parameter; null where the gateway is open and nothing is shown. */
  readonly authorization: string | null;
  may(scope: string): boolean;
  /** Forgets the key; null where there is none. */
  readonly signOut: (() => void) | null;
}

/** Holds the session below `SessionGate`. */
export const SessionContext = createContext<Session | null>(null);

/** The session; only below `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside of SessionGate');
  return session;
}
