import { beforeEach, describe, expect, it } from 'vitest';
import { Problem, toProblem } from '../../src/base/errors.ts';
import { createLogger } from '../../src/base/logger.ts';
import type { Value } from '../../src/model/kind.ts';
import type { Tokens } from '../../src/sources/oauth.ts';
import type { ConnectionStore } from '../../src/store/access-store.ts';
import { createTokens, LOOK_MS, TOKEN_LEASE_MS, type TokenParts } from '../../src/sync/tokens.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';
import { createMemoryConnections } from '../support/connections.ts';

const SYSTEM = { id: 'acme', name: 'Acme' };
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Tokens of the vendor: the n-th pair, and when it ends. */
interface Pair {
  readonly nth: number;
  readonly until: number;
}

let clock: ManualClock;
let connections: ConnectionStore;
/** The pairs that the vendor was asked to renew, and what it does then. */
let asked: number[];
let vendor: (pair: Pair) => Promise<Value>;

const pair = (nth: number, lifeMs = HOUR): Value => ({ nth, until: clock.now() + lifeMs });
const nthOf = (tokens: Value) => (tokens as unknown as Pair).nth;
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => toProblem(error),
  );

beforeEach(async () => {
  clock = createManualClock();
  connections = createMemoryConnections();
  asked = [];
  vendor = async ({ nth }) => pair(nth + 1);
  await put(pair(1));
});

const put = (tokens: Value) =>
  connections.put({ system: SYSTEM.id, settings: {}, tokens, createdAt: clock.now(), createdBy: null });

/** What one process has of the connection. */
function keeper(parts: Partial<TokenParts> = {}): Tokens {
  const oauth = {
    renew: (tokens: Value) => {
      asked.push(nthOf(tokens));
      return vendor(tokens as unknown as Pair);
    },
    expiresAt: (tokens: Value) => (tokens as unknown as Pair).until,
  };
  return createTokens({ system: SYSTEM, connections, oauth, clock, log: createLogger('silent'), ...parts });
}

const kept = async () => {
  const connection = await connections.get(SYSTEM.id);
  if (!connection) throw new Error('Nothing is kept');
  return connection;
};
const revoked = () => Promise.reject(new Problem('UNAUTHORIZED', 'Acme was revoked. Connect Acme anew', 'never'));
const lease = async (leaseMs = TOKEN_LEASE_MS) =>
  connections.leaseTokens({ system: SYSTEM.id, version: (await kept()).tokensVersion, now: clock.now(), leaseMs });

/** A promise and its ends. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}

describe('tokens that are good', () => {
  it('are read once, and nobody is asked for others', async () => {
    const tokens = keeper();
    let reads = 0;
    const get = connections.get;
    connections.get = (system) => {
      reads += 1;
      return get(system);
    };

    expect(nthOf(await tokens.current())).toBe(1);
    expect(nthOf(await tokens.current())).toBe(1);
    expect([reads, asked]).toEqual([1, []]);
  });
});

describe('tokens that are about to end', () => {
  it('are renewed while they still serve, and kept before anybody has them', async () => {
    const tokens = keeper();
    await tokens.current();
    await clock.advance(HOUR - 4 * MINUTE);

    expect(nthOf(await tokens.current())).toBe(2);
    expect(await kept()).toMatchObject({ tokens: { nth: 2 }, tokensVersion: 2 });
    expect(nthOf(await tokens.current())).toBe(2);
    expect(asked).toEqual([1]);
  });

  it('are renewed once for all callers of a process', async () => {
    await put(pair(1, 0));
    const tokens = keeper();

    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.current()));

    expect(new Set(all.map(nthOf))).toEqual(new Set([2]));
    expect(asked).toEqual([1]);
  });

  it('serve on, unwaited for, while another process renews them', async () => {
    await put(pair(1, MINUTE));
    await lease();

    expect(nthOf(await keeper().current())).toBe(1);
    expect([asked, clock.pending()]).toEqual([[], []]);
  });

  it('serve on where they cannot be renewed, which is tried once a minute', async () => {
    await put(pair(1, 4 * MINUTE));
    const tokens = keeper();
    vendor = () => Promise.reject(new Problem('UNAVAILABLE', 'Acme is ill', 'later'));

    for (let call = 0; call < 5; call++) expect(nthOf(await tokens.current())).toBe(1);
    expect(asked).toEqual([1]);
    await clock.advance(MINUTE);
    await tokens.current();
    expect(asked).toEqual([1, 1]);
    await clock.advance(3 * MINUTE);
    expect(await refusalOf(tokens.current())).toMatchObject({ code: 'UNAVAILABLE', message: 'Acme is ill' });
  });

  it('of a vendor whose tokens live shorter than that are not renewed with every call', async () => {
    await put(pair(1, 0));
    vendor = async ({ nth }) => pair(nth + 1, 2 * MINUTE);
    const tokens = keeper();

    for (let call = 0; call < 5; call++) expect(nthOf(await tokens.current())).toBe(2);
    expect(asked).toEqual([1]);
  });
});

describe('two processes', () => {
  it('ask once between them: who has not got the lease waits and takes what the other one kept', async () => {
    await put(pair(1, 0));
    const answer = deferred<Value>();
    vendor = () => answer.promise;
    const [one, two] = [keeper(), keeper()];
    const all = [one.current(), two.current(), two.current()];
    await clock.timer(LOOK_MS);
    await clock.advance(10 * LOOK_MS);
    expect(asked).toEqual([1]);

    answer.resolve(pair(2));
    await all[0];
    await clock.timer(LOOK_MS);
    await clock.advance(LOOK_MS);

    expect((await Promise.all(all)).map(nthOf)).toEqual([2, 2, 2]);
    expect(asked).toEqual([1]);
  });

  it('are not held up by one that died while it renewed: its lease runs out', async () => {
    await put(pair(1, 0));
    await lease();
    const waiting = keeper().current();
    await clock.timer(LOOK_MS);
    await clock.advance(TOKEN_LEASE_MS - LOOK_MS);
    expect(asked).toEqual([]);
    await clock.advance(LOOK_MS);

    expect(nthOf(await waiting)).toBe(2);
  });

  it('go on with what the slower one got, where the faster one took over its lease and was refused', async () => {
    await put(pair(1, 0));
    const slow = deferred<Value>();
    vendor = () => slow.promise;
    const first = keeper().current();
    await clock.advance(TOKEN_LEASE_MS);
    const refusal = deferred<Value>();
    vendor = () => refusal.promise;
    const second = keeper().current();
    await clock.advance(0);
    expect(asked).toEqual([1, 1]);

    slow.resolve(pair(2));
    await first;
    refusal.reject(new Problem('UNAUTHORIZED', 'Acme does not know this one', 'never'));

    expect(nthOf(await second)).toBe(2);
    expect((await kept()).refused).toBeNull();
  });

  it('do not outlive the gateway in their waiting', async () => {
    await put(pair(1, 0));
    await lease();
    const stopping = new AbortController();
    const waiting = refusalOf(keeper({ stopping: stopping.signal }).current());
    await clock.timer(LOOK_MS);
    stopping.abort();

    expect(await waiting).toMatchObject({ code: 'UNAVAILABLE', retry: 'later' });
    expect(clock.pending()).toEqual([]);
  });
});

describe('tokens that were refused', () => {
  it('are replaced, for all who were refused at the same time by one renewal', async () => {
    const tokens = keeper();
    const first = await tokens.current();

    const others = await Promise.all([1, 2, 3].map(() => tokens.renewed(first)));

    expect(others.map(nthOf)).toEqual([2, 2, 2]);
    expect(nthOf(await tokens.current())).toBe(2);
    expect(asked).toEqual([1]);
  });

  it('are replaced by what another process has kept meanwhile, and the vendor is not asked', async () => {
    const tokens = keeper();
    const first = await tokens.current();
    await connections.renewTokens({ system: SYSTEM.id, version: 1, tokens: pair(7) });

    expect(nthOf(await tokens.renewed(first))).toBe(7);
    expect(asked).toEqual([]);
  });

  it('are waited for to be replaced, though they would serve, where somebody else is at it', async () => {
    const tokens = keeper();
    const first = await tokens.current();
    await lease();
    const other = tokens.renewed(first);
    await clock.timer(LOOK_MS);
    await connections.renewTokens({ system: SYSTEM.id, version: 1, tokens: pair(7) });
    await clock.advance(LOOK_MS);

    expect(nthOf(await other)).toBe(7);
  });

  it('are replaced for those too who were about to be given them', async () => {
    await put(pair(1, MINUTE));
    await lease();
    const tokens = keeper();
    const first = (await kept()).tokens;
    const all = [tokens.current(), tokens.renewed(first)];
    await clock.timer(LOOK_MS);
    await connections.releaseTokens(SYSTEM.id, (await kept()).tokensVersion);
    await clock.advance(LOOK_MS);

    expect((await Promise.all(all)).map(nthOf)).toEqual([2, 2]);
    expect(asked).toEqual([1]);
  });

  it('right after they were made are refused for something else: no others are asked for', async () => {
    const tokens = keeper();
    const second = await tokens.renewed(await tokens.current());

    expect(await refusalOf(tokens.renewed(second))).toMatchObject({ code: 'UNAUTHORIZED', retry: 'later' });
    expect(asked).toEqual([1]);
    await clock.advance(MINUTE);
    expect(nthOf(await tokens.renewed(second))).toBe(3);
  });
});

describe('a grant that has ended', () => {
  it('is UNAUTHORIZED from then on, in every process, and nobody asks again', async () => {
    await put(pair(1, 0));
    vendor = revoked;
    const [one, two] = [keeper(), keeper()];
    const refusals = [];
    for (const tokens of [one, one, two]) refusals.push(await refusalOf(tokens.current()));

    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        code: 'UNAUTHORIZED',
        retry: 'later',
        message: 'Acme was revoked. Connect Acme anew',
      });
    expect(await kept()).toMatchObject({ refused: 'Acme was revoked. Connect Acme anew', tokens: null });
    expect(asked).toEqual([1]);
  });

  it('is found by what is renewed ahead of time as well', async () => {
    await put(pair(1, MINUTE));
    vendor = revoked;

    const tokens = keeper();
    for (let call = 0; call < 2; call++)
      expect(await refusalOf(tokens.current())).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(asked).toEqual([1]);
  });

  it('is over when somebody has connected anew', async () => {
    await put(pair(1, 0));
    vendor = revoked;
    const tokens = keeper();
    await refusalOf(tokens.current());
    await put(pair(5));

    expect(nthOf(await tokens.current())).toBe(5);
  });

  it('may be what a process that died in the middle has left: it spent it, and the answer got lost', async () => {
    await put(pair(1, 0));
    await lease();
    vendor = revoked;
    const waiting = refusalOf(keeper().current());
    await clock.timer(LOOK_MS);
    await clock.advance(TOKEN_LEASE_MS);

    expect(await waiting).toMatchObject({
      code: 'UNAUTHORIZED',
      message: expect.stringContaining('Connect Acme anew'),
    });
    expect((await kept()).refused).not.toBeNull();
  });
});

describe('a renewal that fails', () => {
  it.each<[Problem, object]>([
    [new Problem('AMBIGUOUS', 'lost', 'later'), { code: 'UNAVAILABLE', retry: 'later' }],
    [new Problem('RATE_LIMITED', 'slow down', { afterMs: 5000 }), { code: 'RATE_LIMITED', retry: { afterMs: 5000 } }],
    [new Problem('FORBIDDEN', 'suspended', 'never'), { code: 'FORBIDDEN', retry: 'later' }],
    [new Problem('NOT_FOUND', 'no such location', 'never'), { code: 'UNAUTHORIZED', retry: 'later' }],
    [new Problem('UNAUTHORIZED', 'check the secret', 'later'), { code: 'UNAUTHORIZED', retry: 'later' }],
  ])('with %s is about the system, not about the record that was wanted, and is tried again', async (problem, felt) => {
    await put(pair(1, 0));
    const tokens = keeper();
    vendor = () => Promise.reject(problem);
    const refusal = await refusalOf(tokens.current());
    vendor = async ({ nth }) => pair(nth + 1);

    expect(refusal).toMatchObject(felt);
    expect(nthOf(await keeper().current())).toBe(2);
    expect(nthOf(await tokens.current())).toBe(2);
  });

  it('at the database loses nothing: what the vendor gave is kept with the next call, and not asked for again', async () => {
    await put(pair(1, 0));
    const tokens = keeper();
    const { renewTokens } = connections;
    connections.renewTokens = () => Promise.reject(new Problem('UNAVAILABLE', 'The database does not answer', 'later'));

    expect(await refusalOf(tokens.current())).toMatchObject({ message: 'The database does not answer' });
    expect(await refusalOf(tokens.current())).toMatchObject({ message: 'The database does not answer' });
    connections.renewTokens = renewTokens;
    expect(nthOf(await tokens.current())).toBe(2);
    expect(await kept()).toMatchObject({ tokens: { nth: 2 } });
    expect(asked).toEqual([1]);
  });
});

describe('a renewal of several steps', () => {
  it('keeps each step before the next', async () => {
    await put(pair(1, 0));
    const before: Value[] = [];
    vendor = async ({ nth }) => {
      before.push((await kept()).tokens);
      return pair(nth + 1, nth === 1 ? 0 : HOUR);
    };

    expect(nthOf(await keeper().current())).toBe(3);
    expect(before.map(nthOf)).toEqual([1, 2]);
  });

  it('that leads nowhere ends', async () => {
    await put(pair(1, 0));
    vendor = async ({ nth }) => pair(nth + 1, 0);

    expect(await refusalOf(keeper().current())).toMatchObject({ code: 'UNAUTHORIZED', retry: 'later' });
    expect(asked).toEqual([1, 2, 3]);
  });
});

describe('a connection without tokens', () => {
  it('says so', async () => {
    await put(null);
    expect(await refusalOf(keeper().current())).toMatchObject({ code: 'UNAUTHORIZED' });
    await connections.remove(SYSTEM.id);
    expect(await refusalOf(keeper().current())).toMatchObject({ code: 'NOT_CONNECTED' });
  });
});
