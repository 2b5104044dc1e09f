import type { ConnectionStore, KeptConnection } from './access-store.ts';
import type { ConnectionTable } from './access-tables.ts';
import { decode } from './rows.ts';
import type { Scope } from './scope.ts';
import { sealerOf } from './sealed.ts';

/** The connections of a workspace that were made through the graph. Whoever renews tokens is known by their version and a lease. */
export function connectionStore(scope: Scope): ConnectionStore {
  const { db, workspace } = scope;
  const sealer = sealerOf(scope, 'connections');
  const kept = () => db.selectFrom('connections').selectAll().where('workspace', '=', workspace);
  const change = (on: Scope['db'], system: string) =>
    on.updateTable('connections').where('workspace', '=', workspace).where('system', '=', system);

  function toConnection(row: ConnectionTable): KeptConnection {
    const { system } = row;
    const tokens = sealer.open('tokens', system, row.tokens);
    return {
      system,
      settings: decode(sealer.open('settings', system, row.settings)),
      tokens: tokens === null ? null : decode(tokens),
      tokensVersion: row.tokens_version,
      refused: row.refused,
      createdAt: row.created_at,
      createdBy: row.created_by,
    };
  }

  return {
    async all() {
      return (await kept().orderBy('system').execute()).map(toConnection);
    },
    async get(system) {
      const row = await kept().where('system', '=', system).executeTakeFirst();
      return row ? toConnection(row) : null;
    },
    put: ({ system, settings, tokens, createdAt, createdBy }) =>
      scope.atomically(async (tx) => {
        await tx.db
          .insertInto('connections')
          .values({
            workspace,
            system,
            settings: sealer.seal('settings', system, JSON.stringify(settings)),
            tokens: sealer.seal('tokens', system, tokens === null ? null : JSON.stringify(tokens)),
            // Not from one: who still renews tokens of a connection that was removed must not meet their version again.
            tokens_version: createdAt,
            leased_until: null,
            refused: null,
            created_at: createdAt,
            created_by: createdBy,
          })
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'system']).doUpdateSet((eb) => ({
              settings: eb.ref('excluded.settings'),
              tokens: eb.ref('excluded.tokens'),
              tokens_version: eb('connections.tokens_version', '+', 1),
              leased_until: null,
              refused: null,
              created_at: eb.ref('excluded.created_at'),
              created_by: eb.ref('excluded.created_by'),
            })),
          )
          .execute();
      }),
    async remove(system) {
      await db.deleteFrom('connections').where('workspace', '=', workspace).where('system', '=', system).execute();
    },
    async leaseTokens({ system, version, now, leaseMs }) {
      const leased = await change(db, system)
        .set({ leased_until: now + leaseMs })
        .where('tokens_version', '=', version)
        .where('tokens', 'is not', null)
        .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
        .executeTakeFirst();
      return leased.numUpdatedRows === 1n;
    },
    // Urgent: calls to the system wait for it.
    renewTokens: ({ system, version, tokens }) =>
      scope.atomically(async (tx) => {
        const sealed = sealer.seal('tokens', system, JSON.stringify(tokens));
        const renewed = await change(tx.db, system)
          .set({ tokens: sealed, tokens_version: version + 1, leased_until: null })
          .where('tokens_version', '=', version)
          .executeTakeFirst();
        return renewed.numUpdatedRows === 1n;
      }, true),
    async releaseTokens(system, version) {
      await change(db, system).set({ leased_until: null }).where('tokens_version', '=', version).execute();
    },
    async refuse(system, reason) {
      await change(db, system)
        .set((eb) => ({
          tokens: null,
          tokens_version: eb('tokens_version', '+', 1),
          leased_until: null,
          refused: reason,
        }))
        .execute();
    },
  };
}
