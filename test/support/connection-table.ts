import type { Kysely } from 'kysely';
import { systemClock } from '../../src/base/clock.ts';
import type { ConnectionStore, KeptConnection } from '../../src/store/access-store.ts';
import type { ConnectionTable } from '../../src/store/access-tables.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Tables } from '../../src/store/tables.ts';

/** The connections of a database, for tests of several processes over one. */
export interface OpenConnections {
  readonly connections: ConnectionStore;
  close(): Promise<void>;
}

/** Opens the database of that folder or address and its connections of a workspace, which are not sealed. */
export async function openConnections(dataDir: string, url: string | undefined): Promise<OpenConnections> {
  const database = await openDatabase({ dataDir, clock: systemClock, ...(url && { url }) });
  await database.close();
  const db = url ? (await openPostgres(url)).db : await openSqlite(dataDir);
  return { connections: connectionTable(db, 'w'), close: () => db.destroy() };
}

function connectionTable(db: Kysely<Tables>, workspace: string): ConnectionStore {
  const all = () => db.selectFrom('connections').selectAll().where('workspace', '=', workspace);
  const change = (system: string) =>
    db.updateTable('connections').where('workspace', '=', workspace).where('system', '=', system);
  const isDone = ({ numUpdatedRows }: { readonly numUpdatedRows: bigint }) => numUpdatedRows === 1n;

  return {
    all: async () => (await all().execute()).map(toKept),
    async get(system) {
      const row = await all().where('system', '=', system).executeTakeFirst();
      return row ? toKept(row) : null;
    },
    async put({ system, settings, tokens, createdAt, createdBy }) {
      const row = {
        settings: JSON.stringify(settings),
        tokens: tokens === null ? null : JSON.stringify(tokens),
        leased_until: null,
        refused: null,
        created_at: createdAt,
        created_by: createdBy,
      };
      await db
        .insertInto('connections')
        .values({ workspace, system, tokens_version: 1, ...row })
        .onConflict((conflict) =>
          conflict
            .columns(['workspace', 'system'])
            .doUpdateSet((eb) => ({ ...row, tokens_version: eb('connections.tokens_version', '+', 1) })),
        )
        .execute();
    },
    async remove(system) {
      await db.deleteFrom('connections').where('workspace', '=', workspace).where('system', '=', system).execute();
    },
    leaseTokens: async ({ system, version, now, leaseMs }) =>
      isDone(
        await change(system)
          .set({ leased_until: now + leaseMs })
          .where('tokens_version', '=', version)
          .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
          .executeTakeFirstOrThrow(),
      ),
    renewTokens: async ({ system, version, tokens }) =>
      isDone(
        await change(system)
          .set({ tokens: JSON.stringify(tokens), tokens_version: version + 1, leased_until: null })
          .where('tokens_version', '=', version)
          .executeTakeFirstOrThrow(),
      ),
    async releaseTokens(system, version) {
      await change(system).set({ leased_until: null }).where('tokens_version', '=', version).execute();
    },
    async refuse(system, refused) {
      await change(system)
        .set((eb) => ({ refused, tokens: null, tokens_version: eb('tokens_version', '+', 1), leased_until: null }))
        .execute();
    },
  };
}

function toKept(row: ConnectionTable): KeptConnection {
  return {
    system: row.system,
    settings: JSON.parse(row.settings),
    tokens: row.tokens === null ? null : JSON.parse(row.tokens),
    tokensVersion: row.tokens_version,
    refused: row.refused,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
