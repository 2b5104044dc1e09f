import { afterEach, describe, expect, it } from 'vitest';
import type { KeptConnection } from '../../src/store/access-store.ts';
import { type Engine, engines, type Place } from '../support/databases.ts';
import { T0 } from './things.ts';
import { describeStore } from './world.ts';

type Wish = Omit<KeptConnection, 'tokensVersion' | 'refused'>;

const SETTINGS = { ALPHA_TOKEN: 'a plain sécret\u0000', ALPHA_REGION: 'eu' };
const TOKENS = { access: 'a plain access token', refresh: 'a plain refresh token', scopes: ['one'] };
const connection = (system: string, changes: Partial<Wish> = {}): Wish => ({
  system,
  settings: SETTINGS,
  tokens: TOKENS,
  createdAt: T0,
  createdBy: 'key_1',
  ...changes,
});
const LEASE = { system: 'alpha', now: T0, leaseMs: 100 };

describeStore('connections', ({ newStore, elsewhere }) => {
  it('come back as they were put, in the order of their systems, until they are removed', async () => {
    const { connections } = newStore();
    await connections.put(connection('beta', { tokens: null, createdBy: null }));
    await connections.put(connection('alpha'));

    const [alpha, beta] = await connections.all();
    await connections.remove('beta');

    expect(alpha).toEqual({ ...connection('alpha'), tokensVersion: expect.any(Number), refused: null });
    expect(beta).toMatchObject({ ...connection('beta'), tokens: null, createdBy: null });
    expect(await connections.get('alpha')).toEqual(alpha);
    expect(await connections.get('beta')).toBeNull();
    expect(await connections.all()).toEqual([alpha]);
    expect(await newStore().connections.all()).toEqual([]);
  });

  it('let one renew the tokens at a time, whoever else wants to, until the lease ends', async () => {
    const store = newStore();
    await store.connections.put(connection('alpha'));
    const other = (await elsewhere(store)).connections;
    const version = (await store.connections.get('alpha'))?.tokensVersion ?? 0;
    const wish = { ...LEASE, version };

    const race = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? store.connections : other).leaseTokens(wish)),
    );
    const early = await other.leaseTokens({ ...wish, now: T0 + 99 });
    const late = await other.leaseTokens({ ...wish, now: T0 + 100 });
    const again = await store.connections.leaseTokens({ ...wish, now: T0 + 100 });

    expect(race.filter(Boolean)).toHaveLength(1);
    expect([early, late, again]).toEqual([false, true, false]);
  });

  it('take renewed tokens once, and the lease is over', async () => {
    const store = newStore();
    const { connections } = store;
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;
    await connections.leaseTokens({ ...LEASE, version });
    const other = (await elsewhere(store)).connections;

    const renewed = await Promise.all(
      [connections, other, connections].map((by, i) => by.renewTokens({ system: 'alpha', version, tokens: { i } })),
    );

    const { tokens, tokensVersion } = (await other.get('alpha')) ?? {};
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect(tokens).toEqual({ i: renewed.indexOf(true) });
    expect(tokensVersion).toBe(version + 1);
    expect(await connections.leaseTokens({ ...LEASE, version })).toBe(false);
    expect(await connections.leaseTokens({ ...LEASE, version: version + 1 })).toBe(true);
  });

  it('can be leased again at once when a renewal came to nothing', async () => {
    const { connections } = newStore();
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;
    await connections.leaseTokens({ ...LEASE, version });

    await connections.releaseTokens('alpha', version - 1);
    const before = await connections.leaseTokens({ ...LEASE, version });
    await connections.releaseTokens('alpha', version);

    expect(before).toBe(false);
    expect(await connections.leaseTokens({ ...LEASE, version })).toBe(true);
  });

  it('made anew take the place of earlier ones: lease and refusal end, and what was renewed for those is not kept', async () => {
    const { connections } = newStore();
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;
    await connections.leaseTokens({ ...LEASE, version });

    await connections.put(connection('alpha', { tokens: { access: 'new' }, createdAt: T0 + 5, createdBy: 'key_2' }));
    const late = await connections.renewTokens({ system: 'alpha', version, tokens: TOKENS });

    expect(late).toBe(false);
    expect(await connections.get('alpha')).toMatchObject({
      tokens: { access: 'new' },
      tokensVersion: version + 1,
      createdAt: T0 + 5,
      createdBy: 'key_2',
    });
    expect(await connections.leaseTokens({ ...LEASE, version: version + 1 })).toBe(true);
    await connections.refuse('alpha', 'The grant was taken back');
    await connections.put(connection('alpha'));
    expect(await connections.get('alpha')).toMatchObject({ refused: null, tokens: TOKENS });
  });

  it('that were removed and made anew do not take what was renewed for those before', async () => {
    const { connections } = newStore();
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;
    await connections.leaseTokens({ ...LEASE, version });

    await connections.remove('alpha');
    await connections.put(connection('alpha', { tokens: { access: 'new' }, createdAt: T0 + 60_000 }));

    expect(await connections.renewTokens({ system: 'alpha', version, tokens: TOKENS })).toBe(false);
    expect(await connections.get('alpha')).toMatchObject({ tokens: { access: 'new' } });
  });

  it('that are refused say why, forget their tokens and let nobody renew them', async () => {
    const { connections } = newStore();
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;
    await connections.leaseTokens({ ...LEASE, version });

    await connections.refuse('alpha', 'The grant was taken back');

    expect(await connections.get('alpha')).toMatchObject({ refused: 'The grant was taken back', tokens: null });
    expect(await connections.renewTokens({ system: 'alpha', version, tokens: TOKENS })).toBe(false);
    expect(await connections.leaseTokens({ ...LEASE, version: version + 1 })).toBe(false);
    expect(await connections.get('alpha')).toMatchObject({ tokens: null, settings: SETTINGS });
  });

  it('that do not exist are leased, renewed and refused by nobody', async () => {
    const { connections } = newStore();

    await connections.refuse('alpha', 'gone');
    await connections.releaseTokens('alpha', 1);

    expect(await connections.leaseTokens({ ...LEASE, version: 1 })).toBe(false);
    expect(await connections.renewTokens({ system: 'alpha', version: 1, tokens: TOKENS })).toBe(false);
    expect(await connections.all()).toEqual([]);
  });

  it('are put in a transaction that is taken back, and then are not there', async () => {
    const store = newStore();

    const torn = store.transaction(async (tx) => {
      await tx.connections.put(connection('alpha'));
      throw new Error('no');
    });

    await expect(torn).rejects.toThrow('no');
    expect(await store.connections.all()).toEqual([]);
  });
});

describe.each(engines)('what stands in the table on $name', (engine: Engine) => {
  let place: Place | null = null;
  afterEach(async () => place?.remove());

  async function open() {
    place = await engine.place();
    const { store } = await place.open();
    return { query: place.query, store };
  }

  it.skipIf(!engine.available)('is sealed, also when tokens were renewed', async () => {
    const { query, store } = await open();
    const { connections } = store('w');
    await connections.put(connection('alpha'));
    const version = (await connections.get('alpha'))?.tokensVersion ?? 0;

    const before = await query('select * from connections');
    await connections.renewTokens({ system: 'alpha', version, tokens: { access: 'another plain access token' } });
    const after = await query('select * from connections');

    for (const row of [...before, ...after]) {
      expect(row).toMatchObject({
        settings: expect.stringMatching(/^sealed:1:/),
        tokens: expect.stringMatching(/^sealed:1:/),
      });
      expect(JSON.stringify(row)).not.toMatch(/plain|ALPHA_|access/);
    }
    expect(before).toHaveLength(1);
    expect(after[0]?.tokens).not.toBe(before[0]?.tokens);
  });

  it.skipIf(!engine.available).each([
    ['to another system', `update connections set system = 'beta'`],
    ['to another workspace', `update connections set workspace = 'v'`],
    ['between its columns', 'update connections set settings = tokens'],
  ])('does not open when it was moved %s', async (_, statement) => {
    const { query, store } = await open();
    await store('w').connections.put(connection('alpha'));

    await query(statement);

    const all = [...['w', 'v'].map((workspace) => store(workspace).connections.all())];
    const problems = (await Promise.allSettled(all)).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(problems).toMatchObject([{ code: 'INVALID', message: expect.stringContaining('put there from elsewhere') }]);
    expect(String(problems[0])).not.toMatch(/plain/);
  });
});
