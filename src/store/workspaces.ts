import type { Kysely } from 'kysely';
import type { KeptWorkspace, WorkspaceStore } from './access-store.ts';
import type { Tables } from './tables.ts';

/** The workspaces of a database, besides the one that the environment describes. */
export function workspaceStore(db: Kysely<Tables>): WorkspaceStore {
  const kept = () => db.selectFrom('workspaces').select(['id', 'name', 'created_at as createdAt']);
  return {
    async add({ id, name, createdAt }: KeptWorkspace) {
      const added = await db
        .insertInto('workspaces')
        .values({ id, name, created_at: createdAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return added !== undefined;
    },
    async get(id) {
      return (await kept().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    all: () => kept().orderBy('id').execute(),
  };
}
