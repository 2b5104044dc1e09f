import { join } from 'node:path';
import Fastify from 'fastify';
import Sqlite from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/base/logger.ts';
import { healthRoutes } from '../../src/http/health.ts';
import type { Database } from '../../src/store/store.ts';
import type { SyncContext } from '../../src/sync/context.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { SYNC_NOW } from '../sync/documents.ts';

afterEach(closeWorlds);

async function ask({ url }: World, path: string) {
  const answer = await fetch(`${url}${path}`);
  return { status: answer.status, body: await answer.json() };
}

/** Runs a statement past the gateway, as another process would. */
function execute({ config }: World, statement: string): void {
  const database = new Sqlite(join(config.dataDir, 'tributary.db'));
  database.exec(statement);
  database.close();
}

describe('whether the gateway is able', () => {
  it('depends on no system: one that is down is a detail', async () => {
    const world = await startWorld({ systems: ['ghl'], people: () => [] });
    const before = await ask(world, '/readyz');
    world.simulator('ghl').faults.push({ kind: 'status', status: 503 });
    await world.query(SYNC_NOW, { input: {} });

    const after = await ask(world, '/readyz');

    const systems = { commusoft: 'NOT_CONNECTED', ghl: 'OK', rossum: 'NOT_CONNECTED' };
    expect(before).toEqual({ status: 200, body: { status: 'ready', database: 'sqlite', systems } });
    expect(after).toEqual({
      status: 200,
      body: { status: 'ready', database: 'sqlite', systems: { ...systems, ghl: 'DOWN' } },
    });
  });

  it('ends when a newer version has changed the database, and the words say which; it lives all the same', async () => {
    const world = await startWorld({ systems: [] });
    execute(world, `insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`);

    const [able, alive] = [await ask(world, '/readyz'), await ask(world, '/healthz')];

    expect(able.status).toBe(503);
    expect(able.body).toMatchObject({ status: expect.stringMatching(/newer version of Tributary.*9999-later/) });
    expect(alive).toEqual({ status: 200, body: { status: 'alive' } });
  });

  it('ends when the database does not answer, and when it is told to end', async () => {
    const ready = async (database: Partial<Database>, context: Partial<SyncContext>) => {
      const known = { systems: [], connections: new Map(), log: createLogger('silent'), ...context };
      const app = Fastify();
      await app.register(healthRoutes({ engine: 'sqlite', ...database } as Database, known as unknown as SyncContext));
      const { statusCode, body } = await app.inject('/readyz');
      return [statusCode, JSON.parse(body).status];
    };
    const going = new AbortController().signal;
    const away = async () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'));

    expect(await ready({ ping: async () => undefined }, { stopping: going })).toEqual([200, 'ready']);
    expect(await ready({ ping: async () => undefined }, { stopping: AbortSignal.abort() })).toEqual([503, 'stopping']);
    const [status, words] = await ready({ ping: away }, { stopping: going });
    expect(status).toBe(503);
    expect(words).not.toContain('10.0.0.7');
  });
});
