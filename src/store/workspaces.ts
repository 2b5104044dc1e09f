import type { Kysely } from 'kysely';
import type { WorkspaceStore } from './access-store.ts';
import type { Tables } from './tables.ts';

/** The workspaces of that database. */
export function workspaceStore(db: Kysely<Tables>): WorkspaceStore {
  const rows = db.selectFrom('workspaces').select(['id', 'name', 'created_at as createdAt']);
  return {
    async add({ id, name, createdAt }) {
      const result = await db
        .insertInto('workspaces')
        .values({ id, name, created_at: createdAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    get: async (id) => (await rows.where('id', '=', id).executeTakeFirst()) ?? null,
    all: () => rows.orderBy('id').execute(),
  };
}
