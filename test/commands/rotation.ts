import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { openKeyring } from '../../src/base/keyring.ts';
import { idOfKey, readSecretKey } from '../../src/base/secret-key.ts';
import { runCommand } from '../../src/commands/index.ts';
import type { Env } from '../../src/config.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import type { KeptTarget } from '../../src/store/alert-shapes.ts';
import { SEALED } from '../../src/store/sealed.ts';
import type { Store } from '../../src/store/store.ts';
import { T0 } from '../store/things.ts';
import { type Engine, engines, type Place } from '../support/databases.ts';

const closers: (() => Promise<unknown> | boolean)[] = [];

/** Ends what a test started; for an afterEach. */
export async function clearUp(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** An empty place, by default of the embedded database. */
export async function newPlace(engine: Engine | undefined = engines.find(({ shared }) => !shared)): Promise<Place> {
  if (!engine) throw new Error('there is no such engine');
  const place = await engine.place();
  closers.push(place.remove);
  return place;
}

/** The database as a gateway with that folder's key file opens it. */
export async function open(at: Place) {
  return at.open(systemClock, (await openKeyring([], at.dataDir)).vault);
}

/** The command over that place, and what it said on its way; `told` runs each time it says something. */
export async function rotate(at: Place, env: Env = {}, told: (said: number) => Promise<void> = async () => undefined) {
  const said: string[] = [];
  const outcome = await runCommand(['rotate-key'], {
    env: { DATA_DIR: at.dataDir, SANDBOX: 'off', ...(at.url && { DATABASE_URL: at.url }), ...env },
    definitions,
    write: async (text) => told(said.push(text)),
  });
  return { ...outcome, said };
}

/** A program of this folder as a process of its own, and the lines it says. */
export function start(program: string, args: readonly string[], env: Env = {}) {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closers.push(() => child.kill('SIGKILL'));
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), ended: once(child, 'exit') };
}

/** The ids of the keys in the key file. */
export function keyIds({ dataDir }: Pick<Place, 'dataDir'>): readonly string[] {
  const lines = readFileSync(join(dataDir, 'secret.key'), 'utf8').trim().split('\n');
  return lines.map(readSecretKey).map((key) => (key ? idOfKey(key) : 'no key'));
}

/** The ids of the keys that something in the tables is sealed with. */
export async function used(at: Place): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const { table, column } of SEALED)
    for (const { text } of await at.query(`select ${column} as text from ${table} where ${column} is not null`))
      ids.add(String(text).split(':')[2] ?? '');
  return [...ids];
}

/** A target with a secret that its id tells. */
export const target = (id: string): KeptTarget => ({
  id,
  name: 'A',
  enabled: true,
  via: 'webhook',
  url: null,
  recipients: [],
  secret: `whsec_${id}`,
  oldSecret: null,
  oldSecretUntil: null,
  whyOff: null,
  createdAt: T0,
});

const connection = (system: string) => {
  return { system, settings: { A: system }, tokens: { b: system }, createdAt: T0, createdBy: null };
};

/** Three secrets each of so many. */
export async function fill({ targets, connections }: Store, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, i) => `s${i}`);
  await targets.put(names.map(target));
  for (const name of names) await connections.put(connection(name));
}

/** All that `fill` put there can be read. */
export async function everythingOpens({ targets, connections }: Store, count: number): Promise<void> {
  const [all, connected] = [await targets.all(), await connections.all()];
  expect(all).toEqual(all.map(({ id }) => target(id)));
  expect(connected).toMatchObject(connected.map(({ system }) => connection(system)));
  expect([all.length, connected.length]).toEqual([count, count]);
}
