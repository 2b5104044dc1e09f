import { isHashOf, keyIdOf } from '../base/api-key.ts';
import type { Clock } from '../base/clock.ts';
import type { ApiKey, ApiKeyStore } from './access-store.ts';
import { USED_EVERY_MS } from './keys.ts';

/** The API keys of a database as callers show them. */
export interface KeyLookup extends ApiKeyStore {
  /**
   * The key of that secret, also where it was revoked or is over; null where there is none. What is answered may be ten seconds old,
   * but for what was revoked through this very lookup.
   */
  find(secret: string): Promise<ApiKey | null>;
}

const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 10_000;
/** What is compared with where there is no such key, so that it takes as long. */
const NOBODYS = '0'.repeat(64);

/** Remembers for ten seconds the keys whose secret was shown: a wrong secret is looked up every time, so that no answer is quicker. */
export function createKeyLookup(keys: ApiKeyStore, clock: Clock): KeyLookup {
  const remembered = new Map<string, { readonly key: ApiKey; readonly until: number }>();
  let revocations = 0;

  function remember(key: ApiKey): void {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key.id, { key, until: clock.now() + REMEMBERED_MS });
  }

  return {
    ...keys,
    async find(secret) {
      const id = keyIdOf(secret);
      if (id === null) return null;
      const kept = remembered.get(id);
      if (kept && clock.now() < kept.until && isHashOf(kept.key.hash, secret)) return kept.key;
      const before = revocations;
      const key = await keys.get(id);
      if (!isHashOf(key?.hash ?? NOBODYS, secret) || key === null) return null;
      // What was read before a revocation is not to outlive it.
      if (revocations === before) remember(key);
      return key;
    },
    async revoke(workspace, id, at) {
      const revoked = await keys.revoke(workspace, id, at);
      revocations += 1;
      remembered.delete(id);
      return revoked;
    },
    async used(id, at) {
      const kept = remembered.get(id);
      if (kept && isRecent(kept.key.lastUsedAt, at)) return;
      if (kept) remembered.set(id, { ...kept, key: { ...kept.key, lastUsedAt: at } });
      await keys.used(id, at);
    },
  };
}

function isRecent(lastUsedAt: number | null, at: number): boolean {
  return lastUsedAt !== null && lastUsedAt > at - USED_EVERY_MS;
}
