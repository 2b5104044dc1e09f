import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { openDatabase } from '../../src/store/database.ts';
import { type Engine, engines, type Place } from '../support/databases.ts';
import { testVault } from '../support/vault.ts';
import { delivery, entity, event, notice, T0 } from './things.ts';

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

async function newPlace(engine: Engine | undefined): Promise<Place> {
  if (!engine) throw new Error('there is no such engine');
  const place = await engine.place();
  places.push(place);
  return place;
}

describe.each(engines)('a database on $name', (engine) => {
  it.skipIf(!engine.available)('holds everything after it was closed and opened again', async () => {
    const place = await newPlace(engine);
    const before = await place.open();
    const store = before.store('w');
    await store.entities.save([entity('e1')]);
    const [first] = await store.events.append([event('before')]);
    await store.outbox.add([delivery('d1')]);
    await store.inbox.add([notice('n1')]);
    await before.close();

    const after = await place.open();
    const again = after.store('w');
    const [second] = await again.events.append([event('after')]);

    expect(after.engine).toBe(before.engine);
    expect((await again.entities.get(['e1'])).get('e1')).toEqual(entity('e1'));
    expect((await again.entities.page({ kind: 'contact', search: 'ann' }, page)).total).toBe(1);
    expect(await again.outbox.claim(lease)).toHaveLength(1);
    expect(await again.inbox.claim(lease)).toHaveLength(1);
    expect(second?.seq).toBeGreaterThan(first?.seq ?? 0);
  });

  it.skipIf(!engine.available)('can be opened by several at once, the first time too', async () => {
    const place = await newPlace(engine);

    const opened = await Promise.all([place.open(), place.open(), place.open()]);

    for (const database of opened) await expect(database.ping()).resolves.toBeUndefined();
  });

  it.skipIf(!engine.available)('does not answer once it is closed', async () => {
    const database = await (await newPlace(engine)).open();

    await database.close();

    await expect(database.ping()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it.skipIf(!engine.available)('of a newer version is refused, by who has it open and by who opens it', async () => {
    const place = await newPlace(engine);
    const database = await place.open();
    await place.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`);

    const refusal = {
      code: 'INVALID',
      message: expect.stringMatching(/newer version of Tributary \(step 9999-later\)/),
    };
    await expect(database.ping()).rejects.toMatchObject(refusal);
    await expect(place.open()).rejects.toMatchObject(refusal);
  });

  it.skipIf(!engine.available)('that is not up to date is told from one that is', async () => {
    const place = await newPlace(engine);
    const database = await place.open();
    await place.query(`delete from kysely_migration where name = '0002-two-way'`);

    await expect(database.ping()).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/not up to date/),
    });
  });

  it.skipIf(!engine.available)('keeps planning well while it grows', async () => {
    const store = (await (await newPlace(engine)).open()).store('w');

    for (let i = 0; i < 40; i++) await store.entities.save([entity(`e${i}`)]);

    expect((await store.entities.page({ kind: 'contact' }, page)).total).toBe(40);
  });
});

describe('the embedded database', () => {
  const sqlite = engines.find((engine) => engine.name === 'sqlite');

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const { dataDir, open } = await newPlace(sqlite);
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('writer.ts', import.meta.url)), dataDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let acknowledged = 0;
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 150) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');

    const store = (await open()).store('w');
    const numbers = Array.from({ length: acknowledged }, (_, i) => i + 1);
    const found = await store.entities.get(numbers.map((number) => `e${number}`));
    const events = await store.events.after(0, {}, 1_000_000);
    const settings = await Promise.all(numbers.map((number) => store.settings.get(`s${number}`)));

    expect(acknowledged).toBeGreaterThanOrEqual(150);
    expect(found.size).toBe(acknowledged);
    expect(events.slice(0, acknowledged).map((each) => each.message)).toEqual(numbers.map((n) => `event ${n}`));
    expect(settings).toEqual(numbers);
  });

  it('says so when another process holds the lock, and commits again afterwards', async () => {
    const place = await newPlace(sqlite);
    const mine = await place.open();
    const other = await place.open();
    let refused: unknown;

    // While the first one is in its transaction, the second waits in vain: it blocks this very thread.
    await other.store('w').transaction(async (tx) => {
      await tx.settings.put('theirs', 1);
      refused = await mine
        .store('w')
        .replies.add(reply)
        .catch((error: unknown) => error);
    });
    const added = await mine.store('w').replies.add(reply);
    await mine.store('w').settings.put('mine', 2);

    expect(refused).toMatchObject({ code: 'UNAVAILABLE', retry: 'later' });
    expect(added).toBe(true);
    expect(await other.store('w').replies.get('k')).toEqual(reply);
    expect(await other.store('w').settings.get('mine')).toBe(2);
  }, 20_000);

  it('names DATA_DIR when the folder cannot be used', async () => {
    const { dataDir } = await newPlace(sqlite);
    await writeFile(join(dataDir, 'file'), '');

    const opened = openDatabase({ dataDir: join(dataDir, 'file', 'data'), clock: systemClock, vault: testVault });

    await expect(opened).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/DATA_DIR.*ENOTDIR/),
    });
  });

  it('names DATA_DIR when the file in it is no database', async () => {
    const { dataDir } = await newPlace(sqlite);
    await writeFile(join(dataDir, 'tributary.db'), 'a letter to my aunt '.repeat(100));

    const opened = openDatabase({ dataDir, clock: systemClock, vault: testVault });

    await expect(opened).rejects.toMatchObject({ code: 'INVALID', message: expect.stringMatching(/DATA_DIR.*NOTADB/) });
  });
});

describe('a PostgreSQL address', () => {
  it('that nobody answers is named without its password', async () => {
    const opened = openDatabase({
      dataDir: '',
      url: 'postgres://me:hunter2@127.0.0.1:1/x',
      clock: systemClock,
      vault: testVault,
    });

    const problem = await opened.catch((error: unknown) => error);

    expect(problem).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('DATABASE_URL') });
    expect(String(problem)).not.toMatch(/hunter2|127\.0\.0\.1/);
  });

  it.each(['mysql://x/y', 'not an address', 'postgres://h/d?schema=a"b'])('such as %s is refused', async (url) => {
    const opened = openDatabase({ dataDir: '', url, clock: systemClock, vault: testVault });

    await expect(opened).rejects.toMatchObject({ code: 'INVALID', message: expect.stringContaining('DATABASE_URL') });
  });

  it.skipIf(!engines.some((engine) => engine.shared && engine.available))(
    'whose server drops all connections serves again with the next one',
    async () => {
      const place = await newPlace(engines.find((engine) => engine.shared));
      const database = await place.open();
      const store = database.store('w');

      const torn = store.transaction(async (tx) => {
        await tx.settings.put('k', 1);
        await place.disconnectAll();
        await tx.settings.put('k', 2);
      });

      await expect(torn).rejects.toMatchObject({ code: 'UNAVAILABLE', retry: 'later' });
      expect(await store.settings.get('k')).toBeUndefined();
    },
  );
});

const page = { limit: 10, forward: true, from: null };
const lease = { now: T0, leaseMs: 1, limit: 10 };
const reply = { key: 'k', requestHash: 'h', entityId: 'e1', correlationId: 'c1', at: T0 };
