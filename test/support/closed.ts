import { SignJWT } from 'jose';
import type { Scope } from '../../src/graphql/caller.ts';
import { issueKey } from '../../src/graphql/keys.ts';
import type { ApiKey } from '../../src/store/access-store.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** What a gateway takes tokens by, and what tokens are made with. */
export const ISSUER = 'https://login.example.com/';
/** For whom tokens are. */
export const AUDIENCE = 'tributary';
/** The secret that tokens are signed with. */
export const SECRET = 'a secret of thirty-two bytes or more, for tests';

/** A world whose gateway asks for a key or a token. */
export function startClosedWorld({ env, ...options }: WorldOptions = {}): Promise<World> {
  const auth = { AUTH: 'on', AUTH_JWT_SECRET: SECRET, AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: AUDIENCE };
  return startWorld({ ...options, env: { ...auth, ...env } });
}

/** A key as a caller has it. */
export interface HeldKey {
  readonly key: ApiKey;
  readonly secret: string;
  readonly headers: { readonly authorization: string };
}

/** Makes a key for a world's gateway. */
export async function keyFor(
  { running: { gateway } }: World,
  scopes: readonly Scope[],
  { workspace = 'default', expiresAt = null as number | null } = {},
): Promise<HeldKey> {
  const { clock, newId } = gateway.sync;
  const wish = { name: scopes.join(' '), scopes, expiresAt };
  const made = await issueKey({ keys: gateway.keys, clock, newId }, wish, { workspace, createdBy: null });
  return { ...made, headers: { authorization: `Bearer ${made.secret}` } };
}

/** A token that says this besides who made it for whom; one of ten minutes from `now` on unless `exp` is among it. */
export function tokenOf(claims: Readonly<Record<string, unknown>>, now = Date.now(), secret = SECRET): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'ann', exp: seconds + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}
