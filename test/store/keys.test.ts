import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyHashOf, newKeySecret } from '../../src/base/api-key.ts';
import type { ApiKey, ApiKeyStore } from '../../src/store/access-store.ts';
import { createKeyLookup } from '../../src/store/key-lookup.ts';
import { createManualClock } from '../support/clock.ts';
import { engines, type Place } from '../support/databases.ts';
import { T0 } from './things.ts';

const MINUTE = 60_000;
let made = 0;

/** A key with its secret; each in a workspace of its own unless it is told. */
function sample(changes: Partial<ApiKey> = {}): { key: ApiKey; secret: string } {
  const number = (++made).toString(16).padStart(32, '0');
  const id = changes.id ?? `key_${number}`;
  const secret = newKeySecret(id);
  const key: ApiKey = {
    id,
    workspace: `w${made}`,
    name: 'The website',
    hash: keyHashOf(secret),
    scopes: ['contacts.readonly'],
    createdAt: T0,
    createdBy: null,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    ...changes,
  };
  return { key, secret };
}

for (const engine of engines)
  describe.skipIf(!engine.available)(`API keys on ${engine.name}`, () => {
    let place: Place;
    let keys: ApiKeyStore;

    beforeAll(async () => {
      place = await engine.place();
      keys = (await place.open()).keys;
    });
    afterAll(() => place.remove());

    it('are kept as they are, and found by their id', async () => {
      const { key } = sample({ scopes: ['contacts.write', 'admin'], createdBy: 'jwt:ann', expiresAt: T0 + MINUTE });

      await keys.add(key);

      expect(await keys.get(key.id)).toEqual(key);
      expect(await keys.get('key_nobody')).toBeNull();
    });

    it('are listed by workspace, oldest first', async () => {
      const workspace = 'listed';
      const young = sample({ workspace, createdAt: T0 + 1 }).key;
      const [first, second] = [sample({ workspace }).key, sample({ workspace }).key];
      for (const key of [young, second, first, sample().key]) await keys.add(key);

      expect(await keys.of(workspace)).toEqual([first, second, young]);
      expect(await keys.of('nobodys')).toEqual([]);
    });

    it('are revoked once, and by their own workspace alone', async () => {
      const { key } = sample();
      await keys.add(key);

      const answers = [
        await keys.revoke('another', key.id, T0 + 1),
        await keys.revoke(key.workspace, key.id, T0 + 2),
        await keys.revoke(key.workspace, key.id, T0 + 3),
        await keys.revoke(key.workspace, 'key_nobody', T0 + 4),
      ];

      expect(answers).toEqual([false, true, false, false]);
      expect(await keys.get(key.id)).toEqual({ ...key, revokedAt: T0 + 2 });
    });

    it('remember to five minutes when they were last used', async () => {
      const { key } = sample();
      await keys.add(key);
      const seen = [];

      for (const at of [T0, T0 + 5 * MINUTE - 1, T0 + 5 * MINUTE, T0 + 6 * MINUTE]) {
        await keys.used(key.id, at);
        seen.push((await keys.get(key.id))?.lastUsedAt);
      }

      expect(seen).toEqual([T0, T0, T0 + 5 * MINUTE, T0 + 5 * MINUTE]);
    });
  });

describe.each(engines)('a living key on $name', (engine) => {
  it.skipIf(!engine.available)('is one that was not revoked and is not over', async () => {
    const place = await engine.place();
    const { keys } = await place.open();
    const [over, revoked, living] = [sample({ expiresAt: T0 }).key, sample().key, sample({ expiresAt: T0 + 1 }).key];
    const seen = [await keys.anyAt(T0)];
    for (const key of [over, revoked, living]) await keys.add(key);

    seen.push(await keys.anyAt(T0));
    await keys.revoke(revoked.workspace, revoked.id, T0);
    seen.push(await keys.anyAt(T0), await keys.anyAt(T0 + 1));
    await keys.add(sample().key);
    seen.push(await keys.anyAt(T0 + 1));
    await place.remove();

    expect(seen).toEqual([false, true, true, false, true]);
  });
});

describe('a lookup', () => {
  /** A store in memory that counts what it is asked. */
  async function start(...held: readonly ApiKey[]) {
    const rows = new Map(held.map((key) => [key.id, key]));
    const asked: string[] = [];
    const clock = createManualClock(T0);
    const store: ApiKeyStore = {
      add: async (key) => void rows.set(key.id, key),
      async get(id) {
        asked.push(`get ${id}`);
        return rows.get(id) ?? null;
      },
      of: async () => [...rows.values()],
      async revoke(_, id, revokedAt) {
        const key = rows.get(id);
        if (key) rows.set(id, { ...key, revokedAt });
        return key !== undefined;
      },
      used: async (id, at) => void asked.push(`used ${id} ${at - T0}`),
      anyAt: async () => true,
    };
    return { store, clock, asked, lookup: createKeyLookup(store, clock) };
  }

  it('finds a key by its secret, looking it up once in ten seconds', async () => {
    const { key, secret } = sample();
    const { lookup, clock, asked } = await start(key);

    const found = [await lookup.find(secret), await lookup.find(secret)];
    await clock.advance(9_999);
    found.push(await lookup.find(secret));
    const before = asked.length;
    await clock.advance(1);
    found.push(await lookup.find(secret));

    expect(found).toEqual([key, key, key, key]);
    expect([before, asked.length]).toEqual([1, 2]);
  });

  it('finds none by another secret of the same key, whether it is remembered or not, and looks it up each time', async () => {
    const { key, secret } = sample();
    const { lookup, asked } = await start(key);
    const other = newKeySecret(key.id);

    const found = [await lookup.find(other), await lookup.find(secret), await lookup.find(other)];

    expect(found).toEqual([null, key, null]);
    expect(asked).toHaveLength(3);
  });

  it.each(['', 'trb_', `trb_${'0'.repeat(32)}`, 'nonsense', `trb_${'0'.repeat(32)}_${'a'.repeat(44)}`])(
    'finds none by %j, and asks nobody',
    async (secret) => {
      const { lookup, asked } = await start(sample().key);

      expect(await lookup.find(secret)).toBeNull();
      expect(asked).toEqual([]);
    },
  );

  it('forgets at once what is revoked through it, also what was being looked up meanwhile', async () => {
    const { key, secret } = sample();
    const { lookup } = await start(key);
    await lookup.find(secret);

    const underWay = lookup.find(newKeySecret(key.id)).then(() => lookup.find(secret));
    await lookup.revoke(key.workspace, key.id, T0);

    expect((await underWay)?.revokedAt).toBe(T0);
    expect((await lookup.find(secret))?.revokedAt).toBe(T0);
  });

  it('does not remember what it read before a revocation', async () => {
    const { key, secret } = sample();
    const { store, clock } = await start(key);
    let answer: (found: ApiKey) => void = () => undefined;
    const slow = new Promise<ApiKey>((resolve) => {
      answer = resolve;
    });
    let lookUp: ApiKeyStore['get'] = () => slow;
    const lookup = createKeyLookup({ ...store, get: (id) => lookUp(id) }, clock);

    const first = lookup.find(secret);
    await lookup.revoke(key.workspace, key.id, T0);
    answer(key);
    await first;
    lookUp = store.get;

    expect((await lookup.find(secret))?.revokedAt).toBe(T0);
  });

  it('tells the store of a use once in five minutes', async () => {
    const { key, secret } = sample();
    const { lookup, asked } = await start(key);
    await lookup.find(secret);

    for (const at of [0, 1, 4 * MINUTE]) await lookup.used(key.id, T0 + at);
    await lookup.used(key.id, T0 + 5 * MINUTE);

    expect(asked.slice(1)).toEqual([`used ${key.id} 0`, `used ${key.id} ${5 * MINUTE}`]);
  });
});

describe('a secret', () => {
  it('names its key, is new every time, and is kept as a hash alone', () => {
    const id = `key_${'ab'.repeat(16)}`;
    const [one, other] = [newKeySecret(id), newKeySecret(id)];

    expect(one).toMatch(new RegExp(`^trb_${'ab'.repeat(16)}_[A-Za-z0-9_-]{43}$`));
    expect(one).not.toBe(other);
    expect(keyHashOf(one)).toMatch(/^[0-9a-f]{64}$/);
  });
});
