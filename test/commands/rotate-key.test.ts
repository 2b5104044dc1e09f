import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeSecretKey } from '../../src/base/secret-key.ts';
import { T0 } from '../store/things.ts';
import { keyNumber } from '../support/vault.ts';
import { clearUp, everythingOpens, fill, keyIds, newPlace, open, rotate, start, target, used } from './rotation.ts';

afterEach(clearUp);

describe('rotate-key with a key file', () => {
  it('seals everything of all workspaces with a new key and drops the former one', async () => {
    const at = await newPlace();
    const database = await open(at);
    for (const workspace of ['v', 'w']) await fill(database.store(workspace), 3);
    await database.close();
    const before = keyIds(at);

    const { code, lines, said } = await rotate(at);

    const after = keyIds(at);
    expect({ code, lines }).toEqual({
      code: 0,
      lines: ['18 secrets sealed anew; the former key is gone from secret.key.'],
    });
    expect(said[0]).toBe(`New key ${after[0]} in secret.key.\n`);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect(await used(at)).toEqual(after);
    expect((statSync(join(at.dataDir, 'secret.key')).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(at.dataDir).filter((name) => name.includes('key'))).toEqual(['secret.key']);
    const again = await open(at);
    for (const workspace of ['v', 'w']) await everythingOpens(again.store(workspace), 3);
    expect([...lines, ...said].join()).not.toContain(readFileSync(join(at.dataDir, 'secret.key'), 'utf8').trim());
  });

  it("works where nothing is sealed yet, and the folder of the sandbox is the sandbox gateway's", async () => {
    const at = await newPlace();
    const home = { ...at, dataDir: join(at.dataDir, 'sandbox') };

    const first = await rotate(at, { SANDBOX: 'on' });
    const key = keyIds(home);
    const second = await rotate(at, { SANDBOX: 'on' });

    expect([first.code, second.code]).toEqual([0, 0]);
    expect(keyIds(home)).toHaveLength(1);
    expect(keyIds(home)).not.toEqual(key);
    expect(readdirSync(at.dataDir)).toEqual(['sandbox']);
  });

  it('loses nothing that a gateway which is running beside reads and writes meanwhile', async () => {
    const at = await newPlace();
    const { store } = await open(at);
    await fill(store('w'), 3);
    const beside = store('w').connections;
    const version = (await beside.get('s1'))?.tokensVersion ?? 0;
    await beside.leaseTokens({ system: 's1', version, now: T0, leaseMs: 100 });

    const { code } = await rotate(at, {}, async (said) => {
      // Reads what is sealed with either key, and seals with the new one as soon as there is one.
      expect(await beside.all()).toHaveLength(3);
      if (said === 1) await beside.renewTokens({ system: 's1', version, tokens: { renewed: true } });
      if (said === 1) await store('new').targets.put([target('made')]);
      if (said === 3) await store('w').targets.put([{ ...target('s0'), oldSecret: 'whsec_then' }]);
    });

    expect(code).toBe(0);
    expect(await used(at)).toEqual(keyIds(at));
    for (const read of [store, (await open(at)).store]) {
      expect(await read('w').connections.get('s1')).toMatchObject({
        tokens: { renewed: true },
        tokensVersion: version + 1,
      });
      expect(await read('new').targets.all()).toEqual([target('made')]);
      expect((await read('w').targets.all())[0]).toMatchObject({ secret: 'whsec_s0', oldSecret: 'whsec_then' });
    }
  });

  it('again and again beside a process that never stops renewing tokens loses none of them', async () => {
    const at = await newPlace();
    const first = await open(at);
    await fill(first.store('w'), 5);
    await first.close();
    const { child, lines, ended } = start('renewing-process.ts', [at.dataDir]);
    const said = [await lines.next()];

    const codes: number[] = [];
    for (let i = 0; i < 12; i++) {
      codes.push((await rotate(at)).code);
      said.push(await lines.next());
    }
    child.kill('SIGKILL');
    await ended;
    for (let line = await lines.next(); !line.done; line = await lines.next()) said.push(line);

    const told = new Map(said.map(({ value }) => String(value).split(' ') as [string, string]));
    const { connections, targets } = (await open(at)).store('w');
    const kept = new Map((await connections.all()).map(({ system, tokens }) => [system, tokens as { number: number }]));
    expect(codes).toEqual(Array(12).fill(0));
    expect(await used(at)).toEqual(keyIds(at));
    expect(await targets.all()).toHaveLength(5);
    expect(told.size).toBe(5);
    // What it renewed just before it was killed it may not have told.
    const lost = [...told].filter(([system, number]) => (kept.get(system)?.number ?? 0) < Number(number));
    expect(lost).toEqual([]);
  });

  // It says that there is a new key, then after each hundred secrets of a column how many are sealed with it.
  it.each([1, 2, 3, 5, 6])(
    'killed when it has said %i things is ended by the next one, and everything opens between',
    async (nth) => {
      const at = await newPlace();
      const first = await open(at);
      await fill(first.store('w'), 130);
      await first.close();
      const [former = ''] = keyIds(at);
      const { child, lines, ended } = start('rotate-key-process.ts', [String(nth)], {
        DATA_DIR: at.dataDir,
        SANDBOX: 'off',
      });
      for (let i = 0; i < nth; i++) await lines.next();
      child.kill('SIGKILL');
      await ended;
      const [between, usedBetween] = [keyIds(at), await used(at)];
      const opened = await open(at);
      await everythingOpens(opened.store('w'), 130);
      await opened.close();

      const { code, said } = await rotate(at);

      expect(code).toBe(0);
      expect(between).toEqual([expect.any(String), former]);
      expect(usedBetween).toContain(former);
      expect(usedBetween.includes(between[0] ?? '')).toBe(nth > 1);
      expect(said[0]).toBe(`Going on with the key ${between[0]} of secret.key.\n`);
      expect(keyIds(at)).toEqual(between.slice(0, 1));
      expect(await used(at)).toEqual(between.slice(0, 1));
      await everythingOpens((await open(at)).store('w'), 130);
    },
  );

  it("refuses a key file that others can read, and one that is not this database's", async () => {
    const at = await newPlace();
    const database = await open(at);
    await fill(database.store('w'), 1);
    await database.close();
    chmodSync(join(at.dataDir, 'secret.key'), 0o644);

    const readable = await rotate(at);
    const given = await rotate(at, { SECRET_KEY: writeSecretKey(keyNumber(9)) });

    expect(readable).toMatchObject({ code: 1, lines: [expect.stringMatching(/secret\.key.*mode 644/)], said: [] });
    expect(given).toMatchObject({
      code: 1,
      lines: [expect.stringContaining(`key ${keyIds(at)[0]}, which is not here`)],
    });
    expect(keyIds(at)).toHaveLength(1);
  });

  it('names what does not open, and keeps the former key for it', async () => {
    const at = await newPlace();
    const database = await open(at);
    await fill(database.store('w'), 2);
    await database.close();
    await at.query(`update connections set tokens = settings where system = 's1'`);

    const { code, lines } = await rotate(at);

    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringContaining('"w connections tokens s1" was changed')],
    });
    expect(keyIds(at)).toHaveLength(2);
  });
});
