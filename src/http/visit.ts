import type { IncomingMessage } from 'node:http';
import type { Problem } from '../base/errors.ts';
import type { Caller } from '../graphql/caller.ts';
import type { Gateway } from '../graphql/context.ts';
import type { NameCaller } from './caller.ts';

/** Somebody who may ask, and the gateway of the workspace that the credential is for. */
export interface Visit {
  readonly caller: Caller;
  readonly gateway: Gateway;
}

/** The gateways of all workspaces, as whoever stands at the door knows them. */
export interface Gateways {
  /** Of the workspace that the environment describes. */
  readonly main: Gateway;
  /** Null where there is no such workspace. */
  find(workspace: string): Promise<Gateway | null>;
  open(): readonly Gateway[];
}

/** What somebody shows at the door: the `Authorization` header or what stands for it, and where they ask from. */
export interface Ticket {
  readonly authorization: string | undefined;
  readonly from: string;
}

/** Finds out who asks; a Problem (UNAUTHORIZED, UNAVAILABLE) says why nobody is let in. */
export type Identify = (ticket: Ticket) => Promise<Visit | Problem>;

/** What a request over HTTP shows. */
export function ticketOf({ headers, socket }: IncomingMessage, nameCaller: NameCaller): Ticket {
  const from = nameCaller(socket.remoteAddress, headers['x-forwarded-for']?.toString());
  return { authorization: headers.authorization, from };
}

/** Under what name a caller's requests are counted: those of a key or a token's subject together, else those of an address. */
export function countedAs({ caller }: Visit, { from }: Ticket): string {
  return caller.id === null ? from : `${caller.workspace} ${caller.id}`;
}
