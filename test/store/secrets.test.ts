import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { idOfKey, type Keys } from '../../src/base/secret-key.ts';
import { createVault } from '../../src/base/vault.ts';
import type { KeptTarget } from '../../src/store/alert-shapes.ts';
import { placeOf, SEALED } from '../../src/store/sealed.ts';
import type { Store } from '../../src/store/store.ts';
import { type Engine, engines, type Place } from '../support/databases.ts';
import { readModules } from '../support/modules.ts';
import { keyNumber } from '../support/vault.ts';
import { T0 } from './things.ts';

const target = (id: string): KeptTarget => ({
  id,
  name: 'A',
  enabled: true,
  via: 'webhook',
  url: 'https://hooks.example.com/',
  recipients: [],
  secret: `whsec_plain_${id}`,
  oldSecret: `whsec_older_${id}`,
  oldSecretUntil: T0,
  whyOff: null,
  createdAt: T0,
});

/** Something in every column that is sealed. */
async function fill(store: Store, name: string): Promise<void> {
  await store.targets.put([target(name)]);
  await store.connections.put({
    system: name,
    settings: { A: name },
    tokens: { b: name },
    createdAt: T0,
    createdBy: null,
  });
}

const TABLES = {
  sqlite: `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite_%' and m.sql not like 'create virtual%'`,
  postgres: `select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema()`,
};

let place: Place | null = null;
afterEach(async () => place?.remove());

describe.each(engines)('secrets on $name', (engine: Engine) => {
  const spelling = engine.shared ? TABLES.postgres : TABLES.sqlite;

  it.skipIf(!engine.available)('stand in the columns that are declared as sealed, and in no other', async () => {
    place = await engine.place();
    const { store } = await place.open();
    await fill(store('w'), 'one');

    const found: unknown[] = [];
    for (const { table, column } of await place.query(spelling)) {
      const rows = await place.query(
        `select count(*) as n from ${table} where cast("${column}" as text) like 'sealed:%'`,
      );
      if (Number(rows[0]?.n) > 0) found.push(`${table}.${column}`);
    }

    expect(found.sort()).toEqual(SEALED.map(({ table, column }) => `${table}.${column}`).sort());
  });

  it.skipIf(!engine.available)('that an earlier version kept as they were are sealed when it is opened', async () => {
    place = await engine.place();
    const first = await place.open();
    const ids = Array.from({ length: 250 }, (_, i) => `tgt_${String(i).padStart(3, '0')}`);
    await first.store('w').targets.put(ids.map(target));
    await first.store('v').targets.put(ids.slice(0, 3).map(target));
    await place.query(`update targets set secret = 'whsec_plain_' || id, old_secret = 'whsec_older_' || id`);
    await place.query(`update targets set old_secret = null where id = 'tgt_000'`);
    await first.close();

    const [second] = await Promise.all(engine.shared ? [place.open(), place.open()] : [place.open()]);
    const once = await place.query('select * from targets order by workspace, id');
    await place.open();
    const twice = await place.query('select * from targets order by workspace, id');

    const read = await second?.store('w').targets.all();
    expect(read).toEqual(ids.map((id) => (id === 'tgt_000' ? { ...target(id), oldSecret: null } : target(id))));
    expect(await second?.store('v').targets.all()).toHaveLength(3);
    expect(JSON.stringify(once)).not.toMatch(/whsec_/);
    expect(twice).toEqual(once);
  });

  it.skipIf(!engine.available)('sealed with a key that is not here are told of when it is opened', async () => {
    place = await engine.place();
    const { store } = await place.open();
    await fill(store('w'), 'one');
    const [own, other] = [keyNumber(7), keyNumber(8)];

    await expect(
      place.open(
        undefined,
        createVault(() => [other]),
      ),
    ).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(new RegExp(`sealed with the key ${idOfKey(own)}.*SECRET_KEY_OLD`)),
    });
    const opened = await place.open(
      undefined,
      createVault(() => [other, own]),
    );
    expect(await opened.store('w').targets.all()).toEqual([target('one')]);
  });

  it.skipIf(!engine.available)('are sealed anew in all workspaces, and what is written meanwhile stays', async () => {
    place = await engine.place();
    const [young, old] = [8, 7].map(keyNumber);
    if (!young || !old) throw new Error('two keys were made');
    let keys: Keys = [old];
    const { store } = await place.open(
      undefined,
      createVault(() => keys),
    );
    for (const workspace of ['v', 'w']) {
      for (let i = 0; i < 3; i++) await fill(store(workspace), `s${i}`);
      await store(workspace).targets.put(
        Array.from({ length: 140 }, (_, i) => target(`t${String(i).padStart(3, '0')}`)),
      );
    }
    keys = [young, old];
    const { secrets, store: again } = await place.open(
      undefined,
      createVault(() => keys),
    );
    const told: number[] = [];

    // After the first batch somebody writes what was sealed anew already, and what was not yet.
    const sealed = await secrets.sealAnew(async (count) => {
      if (told.push(count) > 1) return;
      await store('v').targets.put([{ ...target('s0'), secret: 'whsec_behind' }]);
      await store('w').targets.put([{ ...target('t139'), secret: 'whsec_before' }]);
    });

    expect(await secrets.inUse((keyIds) => [...keyIds])).toEqual([idOfKey(young)]);
    expect(sealed).toBe(2 * (143 * 2 + 3 * 2) - 1 - 2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(sealed);
    expect(await secrets.sealAnew(() => Promise.reject(new Error('There is nothing to tell')))).toBe(0);
    const secretOf = async (workspace: string, id: string) =>
      (await again(workspace).targets.all()).find((one) => one.id === id)?.secret;
    expect(await secretOf('v', 's0')).toBe('whsec_behind');
    expect(await secretOf('w', 't139')).toBe('whsec_before');
    expect(await again('w').connections.get('s2')).toMatchObject({ settings: { A: 's2' }, tokens: { b: 's2' } });
  });
});

describe('the file of the embedded database', () => {
  async function open() {
    const opened = await engines.find(({ shared }) => !shared)?.place();
    if (!opened) throw new Error('there is no such engine');
    place = opened;
    const bytes = () => {
      const { dataDir } = opened;
      return readdirSync(dataDir)
        .map((name) => readFileSync(join(dataDir, name), 'latin1'))
        .join();
    };
    return { at: opened, database: await opened.open(), bytes };
  }

  it('holds no trace of secrets that were kept as they are, once they are sealed', async () => {
    const { at, database, bytes } = await open();
    await database.store('w').targets.put(['one', 'two', 'six'].map(target));
    await at.query(`update targets set secret = 'whsec_plain_' || id, old_secret = 'whsec_older_' || id`);
    await database.close();
    const before = bytes();

    await at.open();

    expect(before).toContain('whsec_plain_one');
    expect(/whsec_(plain|older)/.exec(bytes())?.[0]).toBeUndefined();
  });

  it('holds no trace of texts that were sealed anew', async () => {
    const { at, database, bytes } = await open();
    const { store } = database;
    for (let i = 0; i < 40; i++) await fill(store('w'), `s${i}`);
    const columns = SEALED.map(({ table, column }) => `select ${column} as text from ${table}`);
    const former = (await at.query(columns.join(' union all '))).map(({ text }) => String(text));
    const before = bytes();

    const { secrets } = await at.open(
      undefined,
      createVault(() => [keyNumber(8), keyNumber(7)]),
    );
    await secrets.sealAnew(async () => undefined);
    await at.close();

    const after = bytes();
    expect(former.filter((text) => before.includes(text))).toHaveLength(160);
    expect(former.filter((text) => after.includes(text))).toEqual([]);
  });
});

describe('the store', () => {
  it('seals nowhere but where only the declared columns can be sealed', () => {
    const sealing = readModules().filter(
      ({ path, uses }) => path.startsWith('store/') && uses.some(({ text }) => /vault\.(seal|open)\b/.test(text)),
    );

    expect(sealing.map(({ path }) => path)).toEqual(['store/sealed.ts', 'store/secrets.ts']);
  });

  it('has a place of its own for every text', () => {
    const parts = ['a', 'a b', 'a\\', ' ', '\\ ', ''];
    const names = parts.flatMap((workspace) => parts.map((key) => placeOf(workspace, 'targets', 'secret', key)));

    expect(new Set(names).size).toBe(names.length);
    expect(placeOf('default', 'targets', 'secret', 'tgt_1')).toBe('default targets secret tgt_1');
    expect(placeOf('w', 'targets', 'secret', 'a\u0000b')).toBe(placeOf('w', 'targets', 'secret', 'ab'));
  });
});
