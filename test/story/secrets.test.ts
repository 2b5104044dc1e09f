import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/base/logger.ts';
import { runCommand } from '../../src/commands/index.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { HighLevelSimulator } from '../../src/sources/ghl/simulator/index.ts';
import { createWalk } from '../graphql/walk.ts';
import { SECRET as JWT_SECRET, keyFor, startClosedWorld, tokenOf } from '../support/closed.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { SECRET_KEY } from '../support/vault.ts';
import { closeWorlds, type World } from '../support/world.ts';
import { CREATE_TARGET, TEST_TARGET } from '../sync/alert-documents.ts';
import { CONNECT_SYSTEM, CONNECTIONS } from '../sync/connection-documents.ts';
import { CREATE_CONTACT, SYNC_NOW } from '../sync/documents.ts';
import { SET_VERBOSE } from '../sync/log-documents.ts';

const SMTP_PASSWORD = 'a-password-of-the-mail-server';
const WRONG = 'a-credential-that-is-wrong-0001';

/** Everything that anybody could read: the log at its most talkative, every answer, every page, what commands print, and the database as it lies on the disk. */
const told: { readonly where: string; readonly text: string }[] = [];
/** Everything that nobody may read there, by what it is. */
const secrets = new Map<string, string>();

const tell = (where: string, text: string) => told.push({ where, text });
const log = createLogger('debug', { write: (line) => void tell('the log', line) });

let world: World;
let admin: { readonly authorization: string };

beforeAll(async () => {
  world = await startClosedWorld({
    clock: createFastClock(),
    log,
    env: {
      ALLOW_PRIVATE_HOSTS: '127.0.0.1',
      MAX_COST: '1000000',
      SECRET_KEY,
      SMTP_URL: `smtp://mailer:${SMTP_PASSWORD}@127.0.0.1:9`,
      SMTP_FROM: 'gateway@example.com',
    },
  });
  remember({ JWT_SECRET, SECRET_KEY, SMTP_PASSWORD, WRONG });
  for (const id of world.systems) rememberSettings(world.simulator(id).settings);
  const key = await keyFor(world, ['admin']);
  const token = await tokenOf({ scope: 'admin', workspace: 'default' });
  remember({ 'an API key': key.secret, 'a token': token });
  admin = key.headers;
  await live(token);
}, 120_000);
afterAll(closeWorlds);

function remember(named: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(named)) if (text) secrets.set(name, text);
}

function rememberSettings(settings: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(settings))
    if (/TOKEN|PASSWORD|SECRET/.test(name)) remember({ [name]: text });
}

async function ask<T, V extends Record<string, unknown>>(
  document: TypedDocumentNode<T, V>,
  variables?: V,
  headers: Record<string, string> = admin,
) {
  const answer = await world.query(document, variables, headers);
  tell('an answer of the graph', JSON.stringify(answer));
  return answer.data;
}

/** A day in which much goes wrong. */
async function live(token: string): Promise<void> {
  for (const wrong of [`Bearer ${token}x`, `Bearer ${WRONG}`, `Basic ${WRONG}`, WRONG])
    tell('a refusal', JSON.stringify(await world.query(CONNECTIONS, {}, { authorization: wrong })));
  for (const system of world.systems) await ask(SET_VERBOSE, { input: { system, minutes: 60 } });
  const target = await ask(CREATE_TARGET, { input: { name: 'Pager', via: 'WEBHOOK', url: 'http://127.0.0.1:9/hook' } });
  // The one answer in which it may stand.
  told.pop();
  remember({ 'the secret of a target': target?.createAlertTarget.secret ?? '' });
  await ask(TEST_TARGET, { id: target?.createAlertTarget.alertTarget?.id ?? '' });
  for (const id of world.systems) world.simulator(id).faults.push({ kind: 'status', status: 500, times: 3 });
  await ask(CREATE_CONTACT, { input: { lastName: 'Quill', email: 'quill@example.com' } });
  await ask(SYNC_NOW, { input: {} });
  await connectOthers();
  rememberShown();
  await restartWithWrongCredentials();
  for (const document of createWalk(createSchema()).queries())
    await ask(document as TypedDocumentNode<unknown, Record<string, unknown>>);
}

/** A second workspace, by settings that are wrong and right, and by consent. */
async function connectOthers(): Promise<void> {
  await world.running.gateway.workspaces?.create('acme', 'Acme Heating');
  const { secret, headers } = await keyFor(world, ['admin'], { workspace: 'acme' });
  remember({ "another workspace's key": secret });
  for (const system of ['rossum', 'commusoft']) {
    const settings = Object.entries(world.simulator(system).settings).map(([name, value]) => ({ name, value }));
    const wrong = settings.map(({ name, value }) => ({ name, value: name.endsWith('PASSWORD') ? WRONG : value }));
    await ask(CONNECT_SYSTEM, { input: { system, settings: wrong } }, headers);
    await ask(CONNECT_SYSTEM, { input: { system, settings } }, headers);
  }
  await ask(CONNECTIONS, {}, headers);
}

async function restartWithWrongCredentials(): Promise<void> {
  const { app = {} } = world.simulator('ghl') as HighLevelSimulator;
  remember({ GHL_CLIENT_SECRET: app.GHL_CLIENT_SECRET });
  await world.restart(async () => undefined, {
    GHL_TOKEN: WRONG,
    ROSSUM_PASSWORD: WRONG,
    COMMUSOFT_PASSWORD: WRONG,
    ...app,
  });
  await world.event(({ kind, message }) => kind === 'SYSTEM_CHANGED' && /UNAUTHORIZED/.test(message ?? ''));
}

/** What systems were shown: tokens that they gave at a log-in are secrets as well. */
function rememberShown(): void {
  for (const id of world.systems) {
    for (const { path, headers } of world.simulator(id).calls) {
      const [, token] = /[?&]token=([^&]+)/.exec(path) ?? [];
      const bearer = String(headers.authorization ?? '').split(' ')[1];
      remember({ [`a token shown to ${id} in the address`]: token, [`a token shown to ${id}`]: bearer });
    }
  }
}

/** The texts of sealed columns and others, as bytes of the files. */
function filesOf(folder: string): string[] {
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
}

const places = () => [...new Set(told.map(({ where }) => where))];

describe('no secret that was used', () => {
  it('was left out here', () => {
    expect(secrets.size).toBeGreaterThan(12);
    expect(places()).toEqual(expect.arrayContaining(['the log', 'an answer of the graph', 'a refusal']));
    expect(told.filter(({ where }) => where === 'the log').length).toBeGreaterThan(100);
  });

  it('stands in the log, in an answer or in a refusal', () => {
    const leaks = [...secrets].flatMap(([name, secret]) =>
      told
        .filter(({ text }) => text.includes(secret))
        .map(({ where, text }) => `${name} in ${where}: ${text.slice(0, 200)}`),
    );

    expect(leaks).toEqual([]);
  });

  it('is on the disk in a form that opens nothing', () => {
    const files = filesOf(world.config.dataDir).join('\n');
    const kept = [...secrets].filter(([, secret]) => files.includes(secret)).map(([name]) => name);

    expect(files).toContain('sealed:1:');
    expect(kept).toEqual([]);
  });

  it('shows when the configuration or the gateway is dumped', () => {
    const dumps = [
      inspect(world.config, { depth: 9, showHidden: true }),
      JSON.stringify(world.config),
      inspect(world.running.gateway.connector, { depth: 9 }),
    ];

    for (const [name, secret] of secrets)
      expect({ name, shown: dumps.some((dump) => dump.includes(secret)) }).toEqual({ name, shown: false });
  });

  it('is printed by a command', async () => {
    const printed: string[] = [];
    const tools = { env: world.env, definitions, write: async (text: string) => void printed.push(text) };
    for (const words of [
      'config export',
      'keys list',
      'keys list --workspace acme',
      'workspace list',
      'logs export audit',
      'rotate-key',
      'nonsense',
    ])
      printed.push(...(await runCommand(words.split(' '), tools)).lines);
    const wrong = await runCommand(['config', 'export'], {
      ...tools,
      env: { ...world.env, GHL_BASE_URL: WRONG, SECRET_KEY: WRONG, SMTP_URL: WRONG },
    });
    const text = [...printed, ...wrong.lines].join('\n');

    expect(wrong.lines.length).toBeGreaterThan(1);
    expect([...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name)).toEqual([]);
  });
});
