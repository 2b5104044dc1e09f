import { createServer } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { openKeyring } from '../../src/base/keyring.ts';
import { openDatabase } from '../../src/store/database.ts';
import { buildProgram, type Program, type Programs } from '../support/program.ts';

let programs: Programs;
let folder = '';

beforeAll(async () => {
  programs = await buildProgram();
  folder = programs.folder;
});
afterEach(() => programs.kill());
afterAll(() => programs.remove());

const launch = (env: Record<string, string>): Program => programs.launch(env);

describe('npm start', () => {
  it('starts the sandbox where no system is configured, says so in ten lines and answers', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'sandbox') });

    const [, url] = await gateway.says(/Tributary {2}(http:\S+)/);
    await gateway.says(/Rossum {5,}http/);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ systems { id health { state } } }' }),
    });
    const page = await (await fetch(`${url}/`)).text();
    const health = await Promise.all(['healthz', 'readyz'].map(async (path) => (await fetch(`${url}/${path}`)).status));

    expect(gateway.output().trim().split('\n').length).toBeLessThanOrEqual(10);
    expect(gateway.output()).toMatch(/open {7}to everybody on this machine/);
    expect(await answer.json()).toMatchObject({
      data: { systems: [{ id: 'commusoft' }, { id: 'ghl' }, { id: 'rossum' }] },
    });
    expect(page).toContain('/graphql');
    expect(page).toContain('Commusoft, simulated');
    expect(health).toEqual([200, 200]);
  });

  it('ends within ten seconds on SIGTERM, in the middle of its first sync', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'sigterm') });
    await gateway.says(/Rossum {5,}http/);

    gateway.child.kill('SIGTERM');

    expect(await gateway.ended).toBe(0);
  });

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };

    const gateway = launch({ PORT: String(port), DATA_DIR: join(folder, 'port'), SANDBOX: 'off', AUTH: 'off' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim()).toBe(`127.0.0.1:${port} is in use by another program; set PORT to a free one`);
    other.close();
  });

  it('says in one line that the database is of a newer version, and leaves it alone', async () => {
    const dataDir = join(folder, 'newer');
    const { vault } = await openKeyring([], dataDir);
    const database = await openDatabase({ dataDir, clock: systemClock, vault });
    await database.close();
    const file = new Sqlite(join(dataDir, 'tributary.db'));
    file.exec(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`);
    file.close();

    const gateway = launch({ PORT: '0', DATA_DIR: dataDir, SANDBOX: 'off' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim()).toBe(
      'The database was brought up to date by a newer version of Tributary (step 9999-later): start that one',
    );
  });

  it.each([{ SANDBOX: 'off' }, { HOST: '0.0.0.0' }])('says in one line how to let callers in, with %j', async (env) => {
    const gateway = launch({ PORT: '0', DATA_DIR: join(folder, 'closed'), ...env });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toMatch(/^Nobody could call this gateway: .*keys add.*AUTH_JWKS_URL.*AUTH=off/);
  });

  it('says in one line that the data folder cannot be written', async () => {
    const gateway = launch({ PORT: '0', DATA_DIR: '/proc/nowhere', SANDBOX: 'off' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toContain('DATA_DIR');
  });

  it('says in one line which variable is wrong, why, and what would be right', async () => {
    const gateway = launch({ GHL_BASE_URL: 'not a url', GHL_LOCATION_ID: 'x', GHL_TOKEN: 'secret-token' });

    expect(await gateway.ended).toBe(1);
    expect(gateway.output().trim().split('\n')).toHaveLength(1);
    expect(gateway.output()).toMatch(/GHL_BASE_URL .*example: GHL_BASE_URL=https:/);
    expect(gateway.output()).not.toContain('secret-token');
  });
});
