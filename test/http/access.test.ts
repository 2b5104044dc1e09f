import { inspect } from 'node:util';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { newKeySecret } from '../../src/base/api-key.ts';
import type { Logger } from '../../src/base/logger.ts';
import { runCommand } from '../../src/commands/index.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { keyFor, startClosedWorld, tokenOf } from '../support/closed.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld, type World, type WorldOptions } from '../support/world.ts';

afterEach(closeWorlds);

const MINUTE = 60_000;
const EVENTS = 'subscription { syncEvents { id } }';

/** A closed world on a clock that a test can let leap, without a system. */
async function start(options: WorldOptions = {}) {
  const clock = createFastClock(1);
  const world = await startClosedWorld({ systems: [], clock, ...options, env: { SANDBOX: 'off', ...options.env } });
  return { world, clock };
}

async function ask(world: World, authorization?: string, query = '{ viewer { id workspace scopes } }') {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, asks: response.headers.get('www-authenticate'), text, body: JSON.parse(text) };
}

/** Runs a command of the operator on a world's database, as another process would. */
const operate = (world: World, ...args: string[]) =>
  runCommand(args, { env: world.env, definitions, write: async () => undefined });

describe('a caller', () => {
  it('with a key or a token is who it says, and may do what it says', async () => {
    const { world, clock } = await start();
    const { key, headers } = await keyFor(world, ['contacts.write']);
    const token = await tokenOf({ scope: 'sync.manage' }, clock.now());

    const [byKey, byToken] = [await ask(world, headers.authorization), await ask(world, `bearer ${token}`)];

    expect(byKey.body.data.viewer).toEqual({
      id: key.id,
      workspace: 'default',
      scopes: ['contacts.readonly', 'contacts.write'],
    });
    expect(byToken.body.data.viewer).toEqual({
      id: 'jwt:ann',
      workspace: 'default',
      scopes: ['contacts.readonly', 'sync.manage'],
    });
  });

  it.each<[string, (world: World, now: number) => Promise<string | undefined>, RegExp]>([
    ['nothing', async () => undefined, /^Show a key or token/],
    ['another scheme', async () => 'Basic YTpi', /^What was shown has not the form/],
    ['nonsense', async () => 'Bearer nonsense', /neither an API key, .* nor a JSON Web Token/],
    [
      'half a key',
      async (world) => (await keyFor(world, ['admin'])).headers.authorization.slice(0, -1),
      /no such API key/,
    ],
    ['a key of nobody', async () => `Bearer ${newKeySecret(`key_${'0'.repeat(32)}`)}`, /no such API key/],
    [
      'another secret of a key',
      async (world) => `Bearer ${newKeySecret((await keyFor(world, ['admin'])).key.id)}`,
      /no such API key/,
    ],
    [
      'a key that is over',
      async (world, now) => (await keyFor(world, ['admin'], { expiresAt: now })).headers.authorization,
      /is over/,
    ],
    [
      'a key for another workspace',
      async (world) => (await keyFor(world, ['admin'], { workspace: 'acme' })).headers.authorization,
      /workspace .* is not here/,
    ],
    ['a token that is over', async (_, now) => `Bearer ${await tokenOf({}, now - 60 * MINUTE)}`, /token is over/],
    [
      'a token by another secret',
      async (_, now) => `Bearer ${await tokenOf({}, now, 'x'.repeat(32))}`,
      /not signed by a key/,
    ],
    [
      'a token for another workspace',
      async (_, now) => `Bearer ${await tokenOf({ workspace: 'acme' }, now)}`,
      /workspace .* is not here/,
    ],
  ])('who shows %s is told so with 401, and nothing of it is repeated', async (_, credential, words) => {
    const { world, clock } = await start();
    const shown = await credential(world, clock.now());

    const { status, asks, body, text } = await ask(world, shown);

    expect([status, asks]).toEqual([401, 'Bearer']);
    expect(body).toEqual({ errors: [{ message: expect.stringMatching(words), extensions: { code: 'UNAUTHORIZED' } }] });
    expect(text).not.toContain(shown?.slice(7) || 'acme');
  });

  it('by a key that is revoked here is refused at once; by one that is revoked elsewhere, within ten seconds', async () => {
    const { world, clock } = await start();
    const [here, elsewhere, admin] = [
      await keyFor(world, ['admin']),
      await keyFor(world, ['admin']),
      await keyFor(world, ['admin']),
    ];
    const statuses = async () => [
      (await ask(world, here.headers.authorization)).status,
      (await ask(world, elsewhere.headers.authorization)).status,
    ];
    const before = await statuses();

    const revoke = `mutation { revokeApiKey(id: "${here.key.id}") { apiKey { id } userErrors { code } } }`;
    await ask(world, admin.headers.authorization, revoke);
    await operate(world, 'keys', 'revoke', elsewhere.key.id);
    const soon = (await statuses())[0];
    clock.leap(10_000);
    const later = await statuses();

    expect([before, soon, later]).toEqual([[200, 200], 401, [401, 401]]);
    expect((await ask(world, here.headers.authorization)).body.errors[0].message).toMatch(/was revoked/);
  });

  it('by a key is noted, to five minutes', async () => {
    const { world, clock } = await start();
    const { key, headers } = await keyFor(world, ['admin']);
    const noted = async () => (await world.running.gateway.keys.get(key.id))?.lastUsedAt ?? 0;

    await ask(world, headers.authorization);
    const first = await noted();
    await ask(world, headers.authorization);
    const second = await noted();
    clock.leap(5 * MINUTE);
    await ask(world, headers.authorization);

    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
    expect(await noted()).toBeGreaterThanOrEqual(first + 5 * MINUTE);
  });

  it('whose issuer cannot be reached is told 503, and nothing of the address', async () => {
    const keys = 'http://127.0.0.1:1/keys?secret=word';
    const env = { AUTH_JWT_SECRET: '', AUTH_JWKS_URL: keys, ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
    const { world, clock } = await start({ env });

    const { status, asks, body, text } = await ask(world, `Bearer ${await tokenOf({}, clock.now())}`);
    const refused = await ask(world, `Bearer ${await signedAs('RS256')}`);

    expect([status, asks]).toEqual([401, 'Bearer']);
    expect(body.errors[0].message).toMatch(/algorithm/);
    expect([refused.status, refused.asks, refused.body.errors[0].extensions.code]).toEqual([503, null, 'UNAVAILABLE']);
    expect(text + refused.text).not.toMatch(/word|127\.0\.0\.1/);
  });
});

/** A token that only looks like one of that algorithm. */
async function signedAs(alg: string): Promise<string> {
  const [, claims] = (await tokenOf({})).split('.');
  return `${Buffer.from(JSON.stringify({ alg, kid: 'one' })).toString('base64url')}.${claims}.c2lnbmF0dXJl`;
}

describe('requests', () => {
  it('that nobody may make count against their address; a key has a rate of its own', async () => {
    const { world } = await start({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
    const [one, other] = [await keyFor(world, ['admin']), await keyFor(world, ['admin'])];
    const several = async (authorization: string | undefined) => {
      const statuses = [];
      for (let i = 0; i < 4; i++) statuses.push((await ask(world, authorization)).status);
      return statuses;
    };

    expect(await several('Bearer nonsense')).toEqual([401, 401, 401, 429]);
    expect(await several(one.headers.authorization)).toEqual([200, 200, 200, 429]);
    expect(await several(other.headers.authorization)).toEqual([200, 200, 200, 429]);
    expect(await several(undefined)).toEqual([429, 429, 429, 429]);
  });
});

describe('a gateway', () => {
  const opened = (env: Record<string, string>) => startWorld({ systems: [], env });
  const closed = { AUTH_JWT_SECRET: '', AUTH_ISSUER: '', AUTH_AUDIENCE: '' };

  it.each([{ AUTH: 'on' }, { AUTH: '' }, { AUTH: 'on', SANDBOX: 'on' }, { AUTH: '', SANDBOX: 'on', HOST: '0.0.0.0' }])(
    'with %j that nobody could call does not start, and says the three ways out',
    async (env) => {
      await expect(opened(env)).rejects.toThrow(
        /^Nobody could call this gateway: .*npm run cli -- keys add .*AUTH_JWKS_URL.*AUTH=off$/,
      );
    },
  );

  it('that may not ask for the keys of its issuer does not start', async () => {
    const env = { ...closed, AUTH_JWKS_URL: 'https://10.0.0.1/keys', AUTH_ISSUER: 'x', AUTH_AUDIENCE: 'y' };

    await expect(opened(env)).rejects.toThrow(/^AUTH_JWKS_URL leads into a private network/);
  });

  it('is open as a sandbox on a loopback address, and warns of it, also where keys were made', async () => {
    const world = await opened({ AUTH: '', SANDBOX: 'on' });
    const [first, warning] = [await ask(world), world.running.warning];
    const { headers } = await keyFor(world, ['admin']);

    await world.restart();

    expect(first.body.data.viewer).toMatchObject({ id: null, workspace: 'default' });
    expect(warning).toMatch(/open .*everybody on this machine/);
    expect([(await ask(world)).status, (await ask(world, headers.authorization)).status]).toEqual([200, 200]);
    expect(world.running.warning).toBe(warning);
  });

  it('that is open by AUTH=off warns of it, and holds who shows a key to its scopes', async () => {
    const world = await opened({ AUTH: 'off' });
    const { headers } = await keyFor(world, ['contacts.readonly']);

    const answers = [
      await ask(world, undefined, '{ apiKeys { name } }'),
      await ask(world, headers.authorization, '{ apiKeys { name } }'),
      await ask(world, 'Bearer nonsense', '{ apiKeys { name } }'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
    expect(answers[0]?.body.data).toEqual({ apiKeys: [{ name: 'contacts.readonly' }] });
    expect(answers[1]?.body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(world.running.warning).toMatch(/AUTH is off/);
  });
});

describe('a connection', () => {
  /** A subscription over WebSocket, with what became of its socket. */
  function overSocket(world: World, connectionParams: Record<string, unknown>, headers: Record<string, string> = {}) {
    let tell: (closed: { code: number; reason: string }) => void;
    const closed = new Promise<{ code: number; reason: string }>((resolve) => {
      tell = resolve;
    });
    const client = createClient({
      url: `${world.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, { headers });
        }
      },
      connectionParams,
      retryAttempts: 0,
      on: { closed: (event) => tell(event as { code: number; reason: string }) },
    });
    const iterator = client.iterate({ query: EVENTS });
    const ended = iterator.next().then(JSON.stringify, (error: unknown) => error);
    return { client, closed, ended };
  }

  /** A subscription over Server-Sent Events, as text. */
  async function overEvents(world: World, authorization: string) {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: EVENTS }),
    });
    return response.text();
  }

  it('over WebSocket shows its credential in its parameters or in the header of its request', async () => {
    const { world } = await start();
    const { headers } = await keyFor(world, ['contacts.readonly']);
    const sockets = [
      overSocket(world, headers),
      overSocket(world, {}, headers),
      overSocket(world, headers, { authorization: 'Bearer x' }),
    ];

    await world.followed(3);

    for (const { client } of sockets) await client.dispose();
  });

  it('without a good credential is closed with 4403 and the reason', async () => {
    const { world } = await start();

    const closings = [
      overSocket(world, {}),
      overSocket(world, { authorization: 'Bearer nonsense' }),
      overSocket(world, { authorization: 7 }),
    ];

    for (const { closed } of closings)
      expect(await closed).toMatchObject({ code: 4403, reason: expect.stringMatching(/^(Show|What)/) });
  });

  it('that cannot be judged now is closed with 1013', async () => {
    const env = { AUTH_JWT_SECRET: '', AUTH_JWKS_URL: 'http://127.0.0.1:1/keys', ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
    const { world } = await start({ env });

    const { closed } = overSocket(world, { authorization: `Bearer ${await signedAs('RS256')}` });

    expect(await closed).toMatchObject({ code: 1013, reason: expect.stringContaining('try again') });
  });

  const END = 100 * MINUTE;
  const ends: readonly [
    string,
    (
      world: World,
      now: number,
    ) => Promise<{ authorization: string; end: () => Promise<unknown> | undefined; after: number; words: RegExp }>,
  ][] = [
    [
      'key is over',
      async (world, now) => ({
        ...(await keyFor(world, ['contacts.readonly'], { expiresAt: now + END })).headers,
        end: async () => undefined,
        after: END,
        words: /key or token is over/,
      }),
    ],
    [
      'token is over',
      async (_, now) => ({
        authorization: `Bearer ${await tokenOf({ scope: 'contacts.readonly', exp: Math.ceil((now + END) / 1000) }, now)}`,
        end: async () => undefined,
        after: END + 6_000,
        words: /key or token is over/,
      }),
    ],
    [
      'key is revoked here',
      async (world, now) => {
        const { key, headers } = await keyFor(world, ['contacts.readonly']);
        const revoke = () => world.running.gateway.keys.revoke('default', key.id, now);
        return { ...headers, end: revoke, after: 15_000, words: /was revoked/ };
      },
    ],
    [
      'key is revoked elsewhere',
      async (world) => {
        const { key, headers } = await keyFor(world, ['contacts.readonly']);
        return { ...headers, end: () => operate(world, 'keys', 'revoke', key.id), after: 15_000, words: /was revoked/ };
      },
    ],
  ];

  it.each(ends)(
    'whose %s ends, its subscription with it: over WebSocket by 4403, over Server-Sent Events by an error',
    async (_, make) => {
      const { world, clock } = await start();
      const { authorization, end, after, words } = await make(world, clock.now());
      const socket = overSocket(world, { authorization });
      const events = overEvents(world, authorization);
      await world.followed(2);

      await end();
      clock.leap(after);

      expect(await socket.closed).toMatchObject({ code: 4403, reason: expect.stringMatching(words) });
      const [ping, next, complete] = (await events).split('\n\n');
      expect(ping).toBe(':');
      expect(next).toMatch(/^event: next\ndata: \{"errors":\[\{"message":/);
      expect(next).toMatch(words);
      expect(next).toContain('"code":"UNAUTHORIZED"');
      expect(complete).toMatch(/^event: complete/);
      await world.followed(0);
      await socket.client.dispose();
    },
  );

  it('that is left is watched no longer', async () => {
    const { world, clock } = await start();
    const { key, headers } = await keyFor(world, ['contacts.readonly']);
    const socket = overSocket(world, headers);
    const client = createSseClient({ url: `${world.url}/graphql`, headers, retryAttempts: 0 });
    const events = client.iterate({ query: EVENTS });
    const first = events.next();
    await world.followed(2);
    await Promise.all([socket.client.dispose(), events.return?.(), first]);
    await world.followed(0);
    const used = (await world.running.gateway.keys.get(key.id))?.lastUsedAt;

    clock.leap(60 * MINUTE);
    await ask(world);

    expect((await world.running.gateway.keys.get(key.id))?.lastUsedAt).toBe(used);
  });
});

it('what is logged of all this holds no secret', async () => {
  const lines: unknown[] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  const log: Logger = { debug: note, info: note, warn: note, error: note, child: () => log } as never;
  const env = { AUTH_JWT_SECRET: '', AUTH_JWKS_URL: 'http://127.0.0.1:1/keys?of=us', ALLOW_PRIVATE_HOSTS: '127.0.0.1' };
  const { world } = await start({ log, env });
  const { secret, headers } = await keyFor(world, ['admin']);

  for (const shown of [headers.authorization, `${headers.authorization}x`, `Bearer ${await signedAs('RS256')}`])
    await ask(world, shown);

  const text = inspect(lines, { depth: 10 });
  expect(text).toContain('ECONNREFUSED');
  expect(text).not.toMatch(new RegExp(`${secret.slice(40)}|eyJ|of=us`));
});
