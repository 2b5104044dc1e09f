import ipaddr from 'ipaddr.js';

/** What decides who may call. */
export interface Circumstances {
  /** AUTH; null where it is not set. */
  readonly auth: 'on' | 'off' | null;
  readonly isSandbox: boolean;
  readonly host: string;
  /** Is there an issuer whose tokens are taken? */
  readonly hasTokens: boolean;
  /** Is there a key that is neither revoked nor over? */
  readonly hasKeys: boolean;
}

/** `closed`: a key or token is needed. `off`, `sandbox`: anybody may, because it was said or because it is a sandbox. `nobody`: nobody could. */
export type Openness = 'closed' | 'off' | 'sandbox' | 'nobody';

/** Decides who may call; what is not plainly meant to be open is closed. */
export function opennessOf({ auth, isSandbox, host, hasTokens, hasKeys }: Circumstances): Openness {
  if (auth === 'off') return 'off';
  if (hasTokens) return 'closed';
  // Keys may be tried in a sandbox: whoever made one finds it open again all the same.
  if (auth === null && isSandbox && isLoopback(host)) return 'sandbox';
  return hasKeys ? 'closed' : 'nobody';
}

/** What an operator is to be told of it at the start; null where it is as it should be. */
export function warningOf(openness: Openness): string | null {
  if (openness === 'off') return 'open       AUTH is off: whoever reaches this address may read and change everything';
  if (openness === 'sandbox')
    return 'open       to everybody on this machine, as a sandbox is; AUTH=on asks for a key or token';
  return null;
}

/** Why a gateway that nobody could call does not start, and the three ways out. */
export const NOBODY =
  'Nobody could call this gateway: make a key with "npm run cli -- keys add --name me --scopes admin", set AUTH_JWKS_URL (or AUTH_JWT_SECRET), or set AUTH=off';

function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
