import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { openKeyring } from '../../src/base/keyring.ts';
import { runCommand } from '../../src/commands/index.ts';
import type { Env } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { Row } from '../../src/sources/simulator.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

afterEach(closeWorlds);

const HOST = 'https://gateway.example';

const start = (...systems: string[]) =>
  startWorld({ systems, clock: createFastClock(), people: () => samplePeople(3) });
const dataDir = mkdtempSync(join(tmpdir(), 'tributary-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const run = (env: Env, ...args: string[]) =>
  runCommand(args, { env: { DATA_DIR: dataDir, ...env }, definitions, write: async () => undefined });
/** The newest entry of the audit log. */
async function lastEntry() {
  const { vault } = await openKeyring([], dataDir);
  const database = await openDatabase({ dataDir, clock: systemClock, vault });
  const { items } = await database.store('default').audit.page({}, { limit: 1, forward: true, from: null });
  await database.close();
  return items[0];
}
const register = (world: World, system: string, host = HOST, env: Env = {}) =>
  run({ ...world.simulator(system).settings, ...env }, 'webhooks', 'register', system, host);

/** A call of Rossum's API as its administrator makes it, and what it answers. */
async function rossum(world: World, method: string, path: string, json?: unknown): Promise<Row & { results: Row[] }> {
  const { url, settings } = world.simulator('rossum');
  const send = async (to: string, how: string, body: unknown, key = '') => {
    const answer = await fetch(`${url}/api/v1${to}`, {
      method: how,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Row & { key: string; results: Row[] };
  };
  const { ROSSUM_USERNAME: username, ROSSUM_PASSWORD: password } = settings;
  const { key } = await send('/auth/login', 'POST', { username, password });
  return send(path, method, json, key);
}

const hooksOf = async (world: World) => (await rossum(world, 'GET', '/hooks')).results;
const queuesOf = (world: World) => world.simulator('rossum').settings.ROSSUM_QUEUE_IDS?.split(',') ?? [];
/** The outcomes that a report tells, a word for each queue. */
const outcomes = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(': ').at(-1));

describe('webhooks register, where the system has an API for it', () => {
  it('makes one hook for the configured queues, with our events and secret', async () => {
    const world = await start('rossum');
    const { url, settings } = world.simulator('rossum');

    const { code, lines } = await register(world, 'rossum');

    const hooks = await hooksOf(world);
    expect(code).toBe(0);
    expect(outcomes(lines)).toEqual(queuesOf(world).map(() => 'made'));
    expect(hooks).toMatchObject([
      {
        type: 'webhook',
        active: true,
        queues: queuesOf(world).map((id) => `${url}/api/v1/queues/${id}`),
        events: ['annotation_status.changed', 'annotation_content.initialize'],
        config: { url: `${HOST}/webhooks/rossum`, secret: settings.ROSSUM_WEBHOOK_SECRET },
      },
    ]);
    expect(lines.join()).not.toContain(settings.ROSSUM_WEBHOOK_SECRET);
    expect(await lastEntry()).toMatchObject({
      actor: null,
      actorName: 'operator',
      action: 'cli webhooks register',
      subject: 'rossum',
      outcome: 'DONE',
      detail: {},
      askedFrom: null,
    });
  });

  it('changes nothing when it is repeated', async () => {
    const world = await start('rossum');
    await register(world, 'rossum');
    const before = await hooksOf(world);
    const calls = world.simulator('rossum').calls.length;

    const { code, lines } = await register(world, 'rossum', `${HOST}/`);

    const writes = world
      .simulator('rossum')
      .calls.slice(calls)
      .filter(({ method, path }) => method !== 'GET' && path.includes('/hooks'));
    expect(code).toBe(0);
    expect(outcomes(lines)).toEqual(queuesOf(world).map(() => 'already right'));
    expect(writes).toEqual([]);
    expect(await hooksOf(world)).toEqual(before);
  });

  it('mends what is wrong and keeps the queues, events and settings that others gave the hook', async () => {
    const world = await start('rossum');
    const [first = '', ...others] = queuesOf(world);
    const { url } = world.simulator('rossum');
    const theirs = {
      type: 'webhook',
      name: 'Ours since last year',
      queues: [first, others.at(-1)].map((id) => `${url}/api/v1/queues/${id}`),
      events: ['annotation_status.changed', 'email.received'],
      active: false,
      config: { url: `${HOST}/webhooks/rossum`, secret: 'old secret', timeout_s: 7 },
    };
    await rossum(world, 'POST', '/hooks', theirs);

    const { lines } = await register(world, 'rossum', HOST, {
      ROSSUM_QUEUE_IDS: queuesOf(world).slice(0, -1).join(','),
      ROSSUM_WEBHOOK_SECRET: 'new secret,old secret',
    });

    const [hook, ...more] = await hooksOf(world);
    expect(outcomes(lines)).toEqual(['changed', ...others.slice(0, -1).map(() => 'made')]);
    expect(more).toEqual([]);
    expect(hook).toMatchObject({
      name: 'Ours since last year',
      active: true,
      events: ['annotation_status.changed', 'email.received', 'annotation_content.initialize'],
      config: { secret: 'new secret', timeout_s: 7 },
    });
    expect(new Set(hook?.queues as string[])).toEqual(
      new Set(queuesOf(world).map((id) => `${url}/api/v1/queues/${id}`)),
    );
  });

  it('makes documents arrive', async () => {
    const world = await start('rossum');
    const { webhooks, tables } = world.simulator('rossum');
    webhooks.url = null;

    const { code } = await register(world, 'rossum', world.url);
    tables.annotations?.add({ file_name: 'new.pdf', values: { sender_name: 'Told Of Ltd' } });
    const event = await world.event(
      ({ kind, type, changes }) =>
        kind === 'CREATED' && type === 'contact' && changes.some(({ after }) => after === 'Told Of Ltd'),
    );

    expect(code).toBe(0);
    expect(event.origin).toBe('rossum');
  });

  it.each([
    [{ ROSSUM_WEBHOOK_SECRET: '' }, /^ROSSUM_WEBHOOK_SECRET is not set: set it/],
    [{ ROSSUM_QUEUE_IDS: '' }, /^ROSSUM_QUEUE_IDS is not set: set it/],
    [{ ROSSUM_PASSWORD: 'wrong' }, /^Rossum refuses ROSSUM_USERNAME/],
    [{ ROSSUM_QUEUE_IDS: '99' }, /^Rossum answered 400: queues/],
    [{ ROSSUM_BASE_URL: 'no address' }, /^ROSSUM_BASE_URL .*example: ROSSUM_BASE_URL=/],
  ])('with %j says in one line what to mend', async (env, words) => {
    const world = await start('rossum');

    const { code, lines } = await register(world, 'rossum', HOST, env);

    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(words)]);
    expect(await hooksOf(world)).toEqual([]);
    // Where the configuration is wrong there is no database to keep it in.
    if (!('ROSSUM_BASE_URL' in env))
      expect(await lastEntry()).toMatchObject({ action: 'cli webhooks register', outcome: 'FAILED' });
  });

  it('says what to do by hand where the user may not', async () => {
    const world = await start('rossum');
    world.simulator('rossum').faults.push({ kind: 'status', status: 403, match: '/hooks' });

    const { code, lines } = await register(world, 'rossum');

    expect(code).toBe(3);
    expect(lines.join('\n')).toMatch(
      /Nothing was registered.*403[\s\S]*URL: https:\/\/gateway.example\/webhooks\/rossum/,
    );
    expect(await lastEntry()).toMatchObject({ outcome: 'REFUSED', detail: { exit: 3 } });
  });
});

describe('webhooks register, where a person must do it', () => {
  it.each([
    ['ghl', 'HighLevel', /marketplace.gohighlevel.com[\s\S]*ContactTagUpdate/],
    ['commusoft', 'Commusoft', /support@commusoft.com[\s\S]*COMMUSOFT_WEBHOOK_SECRET/],
  ])('says for %s what to do, and does not pretend', async (system, name, words) => {
    const world = await start(system);
    const calls = world.simulator(system).calls.length;

    const { code, lines } = await register(world, system, 'https://gateway.example/behind/a/proxy/');

    expect(code).toBe(3);
    expect(lines[0]).toContain(`Nothing was registered: ${name}`);
    expect(lines.join('\n')).toMatch(words);
    expect(lines.join('\n')).toContain(`https://gateway.example/behind/a/proxy/webhooks/${system}`);
    expect(world.simulator(system).calls.slice(calls)).toEqual([]);
  });
});

describe('a command', () => {
  it('that is called wrongly says how it is called', async () => {
    const wrong = [['webhooks'], ['webhooks', 'register', 'rossum'], ['no', 'such', 'command', 'there']];

    const outcomesOf = await Promise.all(wrong.map((args) => run({}, ...args)));

    for (const { code, lines } of outcomesOf) {
      expect(code).toBe(2);
      expect(lines.join('\n')).toContain('webhooks register <system> <https://your-host>');
    }
    expect((await run({})).code).toBe(0);
  });

  it.each(['gateway.example', 'ftp://gateway.example', 'https://user:pass@gateway.example', 'https://a.example/?b'])(
    'is given no address by %s',
    async (host) => {
      expect(await run({}, 'webhooks', 'register', 'rossum', host)).toEqual({
        code: 2,
        lines: ['The address must be one such as https://your-host'],
      });
    },
  );

  it('about a system that is unknown or not configured says so in one line', async () => {
    const unknown = await run({}, 'webhooks', 'register', 'mars', HOST);
    const unset = await run({}, 'webhooks', 'register', 'rossum', HOST);

    expect(unknown).toEqual({ code: 2, lines: ['There is no such system; there are: commusoft, ghl, rossum'] });
    expect(unset).toEqual({ code: 1, lines: [expect.stringContaining('Rossum is not connected')] });
  });
});
