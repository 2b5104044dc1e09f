import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../src/base/clock.ts';
import { type Config, type Env, readConfig } from '../src/config.ts';
import { definitions, loadSimulators } from '../src/sources/generated/registry.ts';
import { keyNumber, SECRET_KEY } from './support/vault.ts';

const ids = definitions.map(({ id }) => id);
/** What is suggested where the schedule is wrong. */
const SCHEDULE = `SYNC_EVERY=15m,${ids[0]}=30m,${ids[0]}.note=1h`;
/** The variables that connect each system to its simulator, and those of the app that the simulator knows. */
const settingsOf = new Map<string, Env>();
const appOf = new Map<string, Env>();

beforeAll(async () => {
  for (const definition of await loadSimulators()) {
    const simulator = await definition.start({ port: 0, people: [], clock: systemClock });
    settingsOf.set(definition.id, simulator.settings);
    if (simulator.app) appOf.set(definition.id, simulator.app);
    await simulator.close();
  }
});

function configOf(env: Env): Config {
  const result = readConfig(env, definitions);
  if ('errors' in result) throw new Error(result.errors.join('\n'));
  return result.config;
}

function errorsOf(env: Env): readonly string[] {
  const result = readConfig(env, definitions);
  return 'errors' in result ? result.errors : [];
}

const environmentOf = (...systems: readonly string[]): Env =>
  Object.assign({}, ...systems.map((id) => settingsOf.get(id)));

/** The variables of a system, or of its app, with their examples. */
const examplesOf = (id: string, part: 'settings' | 'app' = 'settings'): [string, string][] => {
  const definition = definitions.find((one) => one.id === id);
  const { shape } = (part === 'app' ? definition?.oauth?.app : definition?.settings) ?? { shape: {} };
  return Object.entries(shape).map(([name, field]) => [
    name,
    String((field as { meta(): { example?: unknown } | undefined }).meta()?.example ?? ''),
  ]);
};

const every = (everyMs: number, exceptions: Record<string, number> = {}): Config['syncEvery'] => ({
  everyMs,
  exceptions: new Map(Object.entries(exceptions)),
});

describe('the gateway itself', () => {
  it('needs no variable at all', () => {
    expect(configOf({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: './.data',
      databaseUrl: undefined,
      redisUrl: undefined,
      secretKeys: [],
      logLevel: 'warn',
      sandbox: 'auto',
      syncEvery: every(900_000),
      firstSync: 'auto',
      publicUrl: undefined,
      smtp: undefined,
      allowPrivateHosts: [],
      door: { auth: null, tokens: null },
      callers: {
        introspection: 'auto',
        requestsPerMinute: 'auto',
        mostCost: 10_000,
        mostStreams: 100,
        corsOrigins: [],
        trustedProxies: [],
        trustedDocuments: null,
      },
      systems: new Map(),
      apps: new Map(),
    });
  });

  it.each<[string, string, Partial<Config>]>([
    ['PORT', '8080', { port: 8080 }],
    ['PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['DATA_DIR', '/var/lib/x', { dataDir: '/var/lib/x' }],
    ['REDIS_URL', 'redis://cache:6379', { redisUrl: 'redis://cache:6379' }],
    ['REDIS_URL', 'rediss://cache', { redisUrl: 'rediss://cache' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['SANDBOX', 'off', { sandbox: 'off' }],
    ['SYNC_EVERY', '30s', { syncEvery: every(30_000) }],
    ['SYNC_EVERY', '2m', { syncEvery: every(120_000) }],
    ['SYNC_EVERY', '1h', { syncEvery: every(3_600_000) }],
    ['SYNC_EVERY', '5m, ghl=30s , ghl.note=1h', { syncEvery: every(300_000, { ghl: 30_000, 'ghl.note': 3_600_000 }) }],
    ['SYNC_EVERY', 'commusoft.task=30m', { syncEvery: every(900_000, { 'commusoft.task': 1_800_000 }) }],
    ['FIRST_SYNC', 'auto', { firstSync: 'auto' }],
    ['FIRST_SYNC', 'plan', { firstSync: 'plan' }],
    ['PUBLIC_URL', 'https://t.example.com/x', { publicUrl: 'https://t.example.com/x' }],
    ['ALLOW_PRIVATE_HOSTS', ' hooks.lan,, 10.0.0.7 ', { allowPrivateHosts: ['hooks.lan', '10.0.0.7'] }],
  ])('takes %s=%s', (name, value, expected) => {
    expect(configOf({ [name]: value })).toEqual({ ...configOf({}), ...expected });
  });

  it.each([
    ['PORT', 'http', 'PORT is not a number; example: PORT=4000'],
    ['PORT', '80.5', 'PORT is not a whole number; example: PORT=4000'],
    ['PORT', '-1', 'PORT is not a port; example: PORT=4000'],
    ['PORT', '65536', 'PORT is not a port; example: PORT=4000'],
    ...['localhost:5432', 'mysql://u:p@db/x', 'db'].map((value) => [
      'DATABASE_URL',
      value,
      'DATABASE_URL is not a PostgreSQL address; example: DATABASE_URL=postgres://user:password@127.0.0.1:5432/tributary',
    ]),
    ...['localhost:6379', 'http://cache', 'cache'].map((value) => [
      'REDIS_URL',
      value,
      'REDIS_URL is not a Redis address; example: REDIS_URL=redis://127.0.0.1:6379',
    ]),
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is not a level; example: LOG_LEVEL=info'],
    ['SANDBOX', 'yes', 'SANDBOX must be auto, on or off; example: SANDBOX=auto'],
    ...['15', '0m', '-5s', '1.5h', '1d', 'often', '9999999s'].map((value) => [
      'SYNC_EVERY',
      value,
      `SYNC_EVERY is not a duration; example: ${SCHEDULE}`,
    ]),
    ['SYNC_EVERY', '15m,mars=5m', `SYNC_EVERY names "mars", which is not a system; example: ${SCHEDULE}`],
    ['SYNC_EVERY', 'ghl.deal=5m', `SYNC_EVERY names "ghl.deal", which is not a kind of ghl; example: ${SCHEDULE}`],
    ['SYNC_EVERY', 'ghl.note.x=5m', `SYNC_EVERY names "ghl.note.x", which is not a kind of ghl; example: ${SCHEDULE}`],
    ['SYNC_EVERY', 'ghl=often', `SYNC_EVERY names "ghl" without a duration; example: ${SCHEDULE}`],
    ['SYNC_EVERY', '15m,', `SYNC_EVERY is not a duration; example: ${SCHEDULE}`],
    ['SYNC_EVERY', '15m,5m', `SYNC_EVERY names an interval for everything twice; example: ${SCHEDULE}`],
    ['SYNC_EVERY', 'ghl=1m,ghl=2m', `SYNC_EVERY names "ghl" twice; example: ${SCHEDULE}`],
    ['FIRST_SYNC', 'later', 'FIRST_SYNC must be auto or plan; example: FIRST_SYNC=plan'],
    [
      'PUBLIC_URL',
      't.example.com',
      'PUBLIC_URL is not a web address; example: PUBLIC_URL=https://tributary.example.com',
    ],
    [
      'SMTP_URL',
      'mail.example.com',
      'SMTP_URL is not the address of a mail server; example: SMTP_URL=smtps://user:password@mail.example.com',
    ],
    ['SMTP_URL', 'smtp://mail', 'SMTP_FROM is missing; example: SMTP_FROM=tributary@example.com'],
    ['SMTP_FROM', 'nobody', 'SMTP_FROM is not an e-mail address; example: SMTP_FROM=tributary@example.com'],
    ['SMTP_FROM', 'a@example.com', 'SMTP_URL is missing; example: SMTP_URL=smtps://user:password@mail.example.com'],
  ])('refuses %s=%s in one line', (name = '', value = '', line = '') => {
    expect(errorsOf({ [name]: value })).toEqual([line]);
  });

  it.each(['postgres://u:p@db/x', 'postgresql://u:p@db/x?schema=a'])('takes DATABASE_URL=%s with a key', (url) => {
    expect(configOf({ DATABASE_URL: url, SECRET_KEY }).databaseUrl).toBe(url);
  });

  it('takes keys in base64 and hex, the current one first, and shows them nowhere', () => {
    const [hex, url] = [keyNumber(1).export().toString('hex'), keyNumber(255).export().toString('base64url')];

    const config = configOf({ SECRET_KEY: ` ${SECRET_KEY}\n`, SECRET_KEY_OLD: `${hex}, ${url}` });

    const shown = [
      JSON.stringify(config),
      inspect(config, { showHidden: true, depth: null }),
      String(config.secretKeys),
    ];
    const forms = [keyNumber(7), keyNumber(1), keyNumber(255)].flatMap((key) =>
      (['hex', 'base64', 'base64url', 'latin1'] as const).map((form) => key.export().toString(form)),
    );
    expect(config.secretKeys.map((key, i) => [7, 1, 255].map(keyNumber)[i]?.equals(key))).toEqual([true, true, true]);
    expect(forms.filter((form) => shown.some((text) => text.includes(form)))).toEqual([]);
  });

  it.each([
    [
      { DATABASE_URL: 'postgres://u:p@db/x' },
      'SECRET_KEY is missing, and DATABASE_URL needs it; example: SECRET_KEY=$(openssl rand -base64 32)',
    ],
    [
      { SECRET_KEY_OLD: SECRET_KEY },
      'SECRET_KEY is missing, and SECRET_KEY_OLD needs it; example: SECRET_KEY=$(openssl rand -base64 32)',
    ],
    ...['hunter2', 'a'.repeat(63), 'é'.repeat(32), '$(openssl rand -base64 32)'].map(
      (value) =>
        [
          { SECRET_KEY: value },
          'SECRET_KEY is not a key of 32 bytes in base64 or hex; example: SECRET_KEY=$(openssl rand -base64 32)',
        ] as const,
    ),
    [
      { SECRET_KEY, SECRET_KEY_OLD: `${SECRET_KEY},hunter2` },
      'SECRET_KEY_OLD has an entry that is not a key of 32 bytes in base64 or hex; example: SECRET_KEY_OLD=former-key,older-key',
    ],
  ] as const)('with %j says in one line what to set', (env, line) => {
    expect(errorsOf(env)).toEqual([line]);
  });

  it('takes a mail server with its sender', () => {
    const { smtp } = configOf({ SMTP_URL: 'smtp://user:word@mail:587', SMTP_FROM: 'a@example.com' });

    expect(smtp).toEqual({ url: 'smtp://user:word@mail:587', from: 'a@example.com' });
  });

  it.each<[string, string, Partial<Config['callers']>]>([
    ['INTROSPECTION', 'on', { introspection: 'on' }],
    ['RATE_LIMIT_PER_MINUTE', '60', { requestsPerMinute: 60 }],
    ['RATE_LIMIT_PER_MINUTE', 'off', { requestsPerMinute: 'off' }],
    ['MAX_COST', '500', { mostCost: 500 }],
    ['MAX_STREAMS', '7', { mostStreams: 7 }],
    [
      'CORS_ORIGINS',
      'https://a.example, http://localhost:5173',
      { corsOrigins: ['https://a.example', 'http://localhost:5173'] },
    ],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1', { trustedProxies: ['10.0.0.0/8', '::1'] }],
    ['TRUSTED_DOCUMENTS', './documents', { trustedDocuments: { path: './documents', only: false } }],
  ])('lets callers do what %s=%s says', (name, value, expected) => {
    expect(configOf({ [name]: value }).callers).toEqual({ ...configOf({}).callers, ...expected });
  });

  it.each([
    ['INTROSPECTION', 'yes', 'INTROSPECTION must be auto, on or off; example: INTROSPECTION=on'],
    ...['0', '-1', '1.5', 'many'].map((value) => [
      'RATE_LIMIT_PER_MINUTE',
      value,
      'RATE_LIMIT_PER_MINUTE must be a whole number above 0, auto or off; example: RATE_LIMIT_PER_MINUTE=600',
    ]),
    ['MAX_COST', '0', 'MAX_COST must be a whole number above 0; example: MAX_COST=10000'],
    ...['*', 'app.example.com', 'https://app.example.com/', 'https://*.example.com', 'null'].map((value) => [
      'CORS_ORIGINS',
      value,
      'CORS_ORIGINS has an entry that is not an origin; example: CORS_ORIGINS=https://app.example.com,https://admin.example.com',
    ]),
    [
      'TRUSTED_PROXIES',
      'proxy',
      'TRUSTED_PROXIES has an entry that is neither an address nor a network; example: TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8',
    ],
    [
      'TRUSTED_DOCUMENTS_ONLY',
      'on',
      'TRUSTED_DOCUMENTS_ONLY needs TRUSTED_DOCUMENTS; example: TRUSTED_DOCUMENTS_ONLY=on',
    ],
  ])('refuses %s=%s from an operator in one line', (name = '', value = '', line = '') => {
    expect(errorsOf({ [name]: value })).toEqual([line]);
  });

  const ISSUED = { AUTH_ISSUER: 'https://login.example.com/', AUTH_AUDIENCE: 'tributary' };
  const SECRET = 'x'.repeat(32);
  const JWKS = 'https://login.example.com/jwks';

  it.each<[Env, Config['door']]>([
    [{ AUTH: 'on' }, { auth: 'on', tokens: null }],
    [{ AUTH: 'off' }, { auth: 'off', tokens: null }],
    [
      { ...ISSUED, AUTH_JWKS_URL: JWKS },
      { auth: null, tokens: { issuer: ISSUED.AUTH_ISSUER, audience: 'tributary', keys: { jwksUrl: JWKS } } },
    ],
    [
      { ...ISSUED, AUTH_JWT_SECRET: SECRET },
      { auth: null, tokens: { issuer: ISSUED.AUTH_ISSUER, audience: 'tributary', keys: { secret: SECRET } } },
    ],
  ])('lets those in whom %j names', (env, expected) => {
    expect(configOf(env).door).toEqual(expected);
  });

  it.each<[Env, readonly RegExp[]]>([
    [{ AUTH: 'maybe' }, [/^AUTH must be on or off; example: AUTH=on$/]],
    [{ ...ISSUED, AUTH_JWKS_URL: 'login' }, [/^AUTH_JWKS_URL is not a web address; example: AUTH_JWKS_URL=https:/]],
    [{ ...ISSUED, AUTH_JWT_SECRET: 'short-secret' }, [/^AUTH_JWT_SECRET must have 32 bytes at least; example: /]],
    [{ AUTH_JWKS_URL: JWKS }, [/^AUTH_ISSUER is missing; example: /, /^AUTH_AUDIENCE is missing; example: /]],
    [{ AUTH_JWT_SECRET: SECRET, AUTH_ISSUER: 'x' }, [/^AUTH_AUDIENCE is missing; example: AUTH_AUDIENCE=tributary$/]],
    [{ AUTH_AUDIENCE: 'x' }, [/^AUTH_JWKS_URL is missing; example: /]],
    [
      { ...ISSUED, AUTH_JWKS_URL: JWKS, AUTH_JWT_SECRET: SECRET },
      [/^AUTH_JWT_SECRET must not be set beside AUTH_JWKS_URL/],
    ],
  ])('refuses %j, which lets nobody or anybody in, a line each', (env, lines) => {
    expect(errorsOf(env)).toEqual(lines.map((line) => expect.stringMatching(line)));
    expect(errorsOf(env).join()).not.toMatch(/short-secret|xxxx/);
  });

  it('suggests a schedule that it takes itself', () => {
    const [name = '', value] = SCHEDULE.split(/=(.*)/);

    expect(errorsOf({ [name]: value })).toEqual([]);
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', DATABASE_URL: ' ', SYNC_EVERY: undefined, LOG_LEVEL: '\t' };

    expect(configOf(empty)).toEqual(configOf({}));
  });

  it('says everything that is wrong at once, a line each', () => {
    const [first = ''] = ids;
    const [name = ''] = Object.keys(environmentOf(first)).filter((variable) => !variable.endsWith('_URL'));

    const lines = errorsOf({ PORT: 'x', SANDBOX: 'x', ...environmentOf(first), [name]: undefined });

    expect(lines).toHaveLength(3);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'SANDBOX', name]);
  });
});

describe('systems', () => {
  const sets = ids.flatMap((id, i) => [[id], ...ids.slice(i + 1).map((other) => [id, other])]);

  it.each([[], ...sets, ids].map((set) => ({ set })))('connects exactly those that are set: $set', ({ set }) => {
    expect([...configOf(environmentOf(...set)).systems.keys()]).toEqual(set);
  });

  it.each(ids)('%s: a value with a default alone connects nothing', (id) => {
    const shape = definitions.find((one) => one.id === id)?.settings.shape ?? {};
    const [name] = Object.entries(shape).find(([, field]) => field.type === 'default') ?? [];

    expect(configOf(name ? { [name]: environmentOf(id)[name] } : {}).systems.size).toBe(0);
  });

  it.each(ids)('%s: every variable has an example, and the examples fit', (id) => {
    const examples = examplesOf(id);

    expect(examples.filter(([, example]) => !example)).toEqual([]);
    expect(errorsOf(Object.fromEntries(examples))).toEqual([]);
  });

  it.each(ids)('%s: what is missing is named, with an example where it stands alone', (id) => {
    const all = environmentOf(id);
    const refusals = Object.keys(all).map((name) => ({ name, lines: errorsOf({ ...all, [name]: undefined }) }));
    const refused = refusals.filter(({ lines }) => lines.length > 0);

    expect(refused.length).toBeGreaterThan(0);
    for (const { name, lines } of refused) {
      const others = examplesOf(id).filter(([other]) => other !== name && lines[0]?.includes(other));
      const alone = `${name} is missing; example: ${name}=${new Map(examplesOf(id)).get(name)}`;
      expect(lines).toEqual([others.length === 0 ? alone : expect.stringContaining(name)]);
    }
  });

  it.each(ids)('%s: a wrong value is named with an example, and never repeated', (id) => {
    const all = environmentOf(id);
    const values = ['%%%wrong', 'ftp://wrong', '../wrong'];
    const refusals = examplesOf(id).flatMap(([name, example]) =>
      values.map((value) => ({ name, value, example, lines: errorsOf({ ...all, [name]: value }) })),
    );

    for (const { name, value, example, lines } of refusals.filter((one) => one.lines.length > 0)) {
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^${name} (is|must|needs|names|holds|set)\\b`, 'i'));
      expect(lines[0]).toContain(`; example: ${name}=${example}`);
      expect(lines[0]?.replace(`example: ${name}=${example}`, '')).not.toContain(value);
    }
  });

  it.each(ids)('%s: only a web address is an address', (id) => {
    const addresses = examplesOf(id).filter(([, example]) => /^https?:/.test(example));
    const wrong = ['acme.example', 'ftp://acme.example', 'javascript:alert(1)', 'file:///etc/passwd'];

    const accepted = addresses.flatMap(([name]) =>
      wrong
        .filter((value) => errorsOf({ ...environmentOf(id), [name]: value }).length === 0)
        .map((value) => `${name}=${value}`),
    );

    expect(addresses.length).toBeGreaterThan(0);
    expect(accepted).toEqual([]);
  });
});

describe('apps that people connect systems through', () => {
  const withApp = definitions.filter(({ oauth }) => oauth).map(({ id }) => id);

  it('are there for some system', () => {
    expect(withApp.length).toBeGreaterThan(0);
    expect(withApp.filter((id) => !appOf.has(id))).toEqual([]);
  });

  it.each(withApp)('%s: an app is read where it is set, and connects no system by itself', (id) => {
    const { apps, systems } = configOf({ ...appOf.get(id) });

    expect([...apps.keys()]).toEqual([id]);
    expect(systems.size).toBe(0);
    expect(configOf({ ...settingsOf.get(id) }).apps.size).toBe(0);
    expect(configOf({ ...settingsOf.get(id), ...appOf.get(id) }).systems.size).toBe(1);
  });

  it.each(withApp)('%s: what is missing of it is named with an example', (id) => {
    const examples = new Map(examplesOf(id, 'app'));
    const refusals = [...examples.keys()].map((name) => ({
      name,
      lines: errorsOf({ ...appOf.get(id), [name]: undefined }),
    }));
    const refused = refusals.filter(({ lines }) => lines.length > 0);

    expect(refused.length).toBeGreaterThan(0);
    for (const { name, lines } of refused)
      expect(lines).toEqual([`${name} is missing; example: ${name}=${examples.get(name)}`]);
  });

  it.each(withApp)('%s: every variable has an example, and the examples fit', (id) => {
    const examples = examplesOf(id, 'app');

    expect(examples.filter(([, example]) => !example)).toEqual([]);
    expect(configOf(Object.fromEntries(examples)).apps.size).toBe(1);
  });

  it.each(withApp)('%s: a variable that is the system’s as well is wrong once', (id) => {
    const shared = examplesOf(id, 'app').find(([name]) => examplesOf(id).some(([other]) => other === name))?.[0] ?? '';

    const lines = errorsOf({ ...settingsOf.get(id), ...appOf.get(id), [shared]: 'ftp://wrong' });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(shared);
  });
});
