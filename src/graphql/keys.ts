import { keyHashOf, newKeySecret } from '../base/api-key.ts';
import type { Clock } from '../base/clock.ts';
import type { NewId } from '../base/id.ts';
import type { ApiKey, ApiKeyStore } from '../store/access-store.ts';
import { isScope, SCOPES } from './caller.ts';
import { type InputError, invalid } from './errors.ts';

/** A key that somebody wants; `expiresAt` in milliseconds since 1970, null for one that does not end by itself. */
export interface KeyWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

/** For whom a key is, and who makes it. */
export interface KeyOwner {
  readonly workspace: string;
  readonly createdBy: string | null;
}

/** It is shown in terminals too. */
const NAME = /^\P{Cc}{1,100}$/u;

/** Everything that is wrong with a wish of somebody who has these scopes; nothing where it may be granted. */
export function checkKey({ name, scopes, expiresAt }: KeyWish, had: ReadonlySet<string>, now: number): InputError[] {
  const unknown = scopes.filter((scope) => !isScope(scope));
  const lacking = scopes.filter((scope) => isScope(scope) && !had.has(scope));
  const all = SCOPES.join(', ');
  return [
    ...(NAME.test(name.trim()) ? [] : [invalid(['name'], 'must be a line of 1 to 100 characters')]),
    ...(scopes.length === 0 ? [invalid(['scopes'], `must name at least one of ${all}`)] : []),
    ...unknown.map((scope) => invalid(['scopes'], `names "${scope}"; the scopes are ${all}`)),
    ...lacking.map((scope) =>
      invalid(['scopes'], `names "${scope}", which whoever makes the key has not`, 'FORBIDDEN'),
    ),
    ...(expiresAt !== null && expiresAt <= now ? [invalid(['expiresAt'], 'must be in the future')] : []),
  ];
}

/** Makes a key that was checked. The secret is in the answer and nowhere else. */
export async function issueKey(
  { keys, clock, newId }: { readonly keys: ApiKeyStore; readonly clock: Clock; readonly newId: NewId },
  wish: KeyWish,
  owner: KeyOwner,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const id = newId('key');
  const secret = newKeySecret(id);
  const key: ApiKey = {
    ...owner,
    id,
    name: wish.name.trim(),
    hash: keyHashOf(secret),
    scopes: SCOPES.filter((scope) => wish.scopes.includes(scope)),
    createdAt: clock.now(),
    expiresAt: wish.expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  };
  await keys.add(key);
  return { key, secret };
}
