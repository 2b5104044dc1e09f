import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import type { Value } from '../../src/model/kind.ts';
import { definitions, loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Simulator } from '../../src/sources/simulator.ts';
import { openOAuth } from '../../src/sync/apps.ts';
import { createTokens, LOOK_MS } from '../../src/sync/tokens.ts';
import { createManualClock } from '../support/clock.ts';
import { type OpenConnections, openConnections } from '../support/connection-table.ts';
import { createMemoryConnections } from '../support/connections.ts';
import { engines, type Place } from '../support/databases.ts';

const SYSTEM = 'ghl';
const REDIRECT = 'https://tributary.example.com/callback';
const TOKEN = '/oauth/token';
const SLOW_MS = 5_000;

const definition = definitions.find(({ id }) => id === SYSTEM);
if (!definition?.oauth) throw new Error('There is no system to be connected by OAuth');
const { oauth: own, name } = definition;
const log = createLogger('silent');

const startVendor = async (clock: typeof systemClock): Promise<Simulator> => {
  const simulator = (await loadSimulators()).find(({ id }) => id === SYSTEM);
  if (!simulator) throw new Error('It is not simulated');
  return simulator.start({ port: 0, people: [], clock });
};

const openApp = (vendor: Simulator, clock: typeof systemClock) =>
  openOAuth(definition, own.app.parse(vendor.app), { clock, random: () => 0.5, log });

/** Somebody consents; answers what is kept of it. */
async function grant(vendor: Simulator, oauth: ReturnType<typeof openApp>): Promise<Value> {
  const url = new URL(oauth.authorizeUrl({ state: 's', redirectUri: REDIRECT }));
  url.searchParams.set('choose', vendor.settings.GHL_LOCATION_ID ?? '');
  const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
  const granted = await oauth.exchange({ code: back.searchParams.get('code') ?? '', redirectUri: REDIRECT });
  if ('places' in granted) throw new Error('One place was chosen');
  return granted.tokens;
}

/** The same, over already. */
const over = (tokens: Value): Value => {
  const { location } = tokens as unknown as { location: Record<string, Value> };
  return { location: { ...location, until: 0 } };
};

const renewals = (vendor: Simulator) =>
  vendor.calls.filter(
    ({ path, body }) => path === TOKEN && (body as { grant_type?: string }).grant_type === 'refresh_token',
  );

it('callers of two keepers over one store make one request to a slow token endpoint', async () => {
  const clock = createManualClock(systemClock.now());
  const vendor = await startVendor(clock);
  const oauth = openApp(vendor, clock);
  const connections = createMemoryConnections();
  await connections.put({
    system: SYSTEM,
    settings: {},
    tokens: over(await grant(vendor, oauth)),
    createdAt: 0,
    createdBy: null,
  });
  vendor.faults.push({ match: TOKEN, kind: 'latency', ms: SLOW_MS });
  const [one, two] = [1, 2].map(() => createTokens({ system: { id: SYSTEM, name }, connections, oauth, clock, log }));

  const first = Array.from({ length: 10 }, () => one?.current());
  const second = Array.from({ length: 10 }, () => two?.current());
  await Promise.all([clock.timer(SLOW_MS), clock.timer(LOOK_MS)]);
  await clock.advance(SLOW_MS);
  await Promise.all(first);
  await clock.advance(LOOK_MS);
  const got = await Promise.all([...first, ...second]);
  oauth.stop();
  await Promise.all([oauth.close(), vendor.close()]);

  expect(new Set(got.map((tokens) => JSON.stringify(tokens))).size).toBe(1);
  expect(renewals(vendor)).toHaveLength(1);
});

describe.each(engines.map((engine) => [engine.name, engine] as const))('processes over one %s', (_, engine) => {
  const test = engine.available ? it : it.skip;
  let vendor: Simulator;
  let place: Place;
  let kept: OpenConnections;
  let tokens: Value;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    if (!engine.available) return;
    vendor = await startVendor(systemClock);
    place = await engine.place();
    const oauth = openApp(vendor, systemClock);
    tokens = over(await grant(vendor, oauth));
    kept = await openConnections(place.dataDir, place.url);
    await kept.connections.put({ system: SYSTEM, settings: {}, tokens, createdAt: 0, createdBy: null });
    oauth.stop();
    await oauth.close();
  });

  afterEach(async () => {
    if (!engine.available) return;
    await Promise.all(children.splice(0).map(kill));
    await kept.close();
    await place.remove();
    await vendor.close();
  });

  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  /** Starts one whose clock is so many times as fast. */
  async function start(speed: number) {
    const script = fileURLToPath(new URL('token-process.ts', import.meta.url));
    const env = {
      PATH: process.env.PATH ?? '',
      SYSTEM,
      DATA_DIR: place.dataDir,
      ...(place.url && { DATABASE_URL: place.url }),
      APP: JSON.stringify(vendor.app),
      SPEED: String(speed),
      START: String(systemClock.now()),
    };
    const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => String((await lines.next()).value);
    expect(await next()).toBe('ready');
    return {
      kill: () => kill(child),
      async current(): Promise<unknown[]> {
        child.stdin.write('\n');
        return JSON.parse(await next());
      },
    };
  }

  test('renew a grant once between them', async () => {
    const [one, two] = await Promise.all([start(1), start(1)]);
    vendor.faults.push({ match: TOKEN, kind: 'latency', ms: 300 });

    const got = (await Promise.all([one.current(), two.current()])).flat();

    expect(new Set(got.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(renewals(vendor)).toHaveLength(1);
    expect((await kept.connections.get(SYSTEM))?.tokens).toEqual(got[0]);
  });

  test('go on where one of them is killed in the middle of it', async () => {
    const [one, two] = await Promise.all([start(10), start(10)]);
    vendor.faults.push({ match: TOKEN, kind: 'hang', times: 1 });
    const asked = untilCalled(vendor);
    one.current().catch(() => undefined);
    await asked;
    await one.kill();

    const got = await two.current();

    expect(got).toHaveLength(5);
    expect(renewals(vendor)).toHaveLength(2);
    expect((await kept.connections.get(SYSTEM))?.refused).toBeNull();
  });
});

/** Resolves when the token endpoint is asked. */
function untilCalled({ calls }: Simulator): Promise<void> {
  return new Promise((resolve) => {
    const push = calls.push.bind(calls);
    calls.push = (...added) => {
      if (added.some(({ path }) => path === TOKEN)) setImmediate(resolve);
      return push(...added);
    };
  });
}
