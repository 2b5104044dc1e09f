import type { ConnectionStore, KeptConnection } from './access-store.ts';
import type { ConnectionTable } from './access-tables.ts';
import type { Scope } from './scope.ts';

/** The connections of a workspace. */
export function connectionStore({ db, workspace }: Scope): ConnectionStore {
  const rows = db.selectFrom('connections').selectAll().where('workspace', '=', workspace);
  return {
    all: async () => (await rows.execute()).map(toKept),
    async get(system) {
      const row = await rows.where('system', '=', system).executeTakeFirst();
      return row ? toKept(row) : null;
    },
    async put({ system, settings, createdAt, createdBy }) {
      await db
        .insertInto('connections')
        .values({
          workspace,
          system,
          settings: JSON.stringify(settings),
          tokens: null,
          tokens_version: 0,
          leased_until: null,
          refused: null,
          created_at: createdAt,
          created_by: createdBy,
        })
        .onConflict((c) => c.columns(['workspace', 'system']).doUpdateSet({ settings: JSON.stringify(settings) }))
        .execute();
    },
    async remove(system) {
      await db.deleteFrom('connections').where('workspace', '=', workspace).where('system', '=', system).execute();
    },
    leaseTokens: async () => false,
    renewTokens: async () => false,
    releaseTokens: async () => undefined,
    refuse: async () => undefined,
  };
}

function toKept(row: ConnectionTable): KeptConnection {
  return {
    system: row.system,
    settings: JSON.parse(row.settings),
    tokens: null,
    tokensVersion: row.tokens_version,
    refused: row.refused,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
