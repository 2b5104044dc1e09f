import type { Kysely } from 'kysely';
import type { ApiKey, ApiKeyStore } from './access-store.ts';
import type { ApiKeyTable } from './access-tables.ts';
import { decode } from './rows.ts';
import type { Tables } from './tables.ts';

/** How exactly it is known when a key was last used, in milliseconds: a write for every request would tell nobody more. */
export const USED_EVERY_MS = 300_000;

/** The API keys of all workspaces. */
export function keyStore(db: Kysely<Tables>): ApiKeyStore {
  return {
    async add(key) {
      await db.insertInto('api_keys').values(toRow(key)).execute();
    },
    async get(id) {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toKey(row) : null;
    },
    async of(workspace) {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toKey);
    },
    async revoke(workspace, id, at) {
      const revoked = await db
        .updateTable('api_keys')
        .set({ revoked_at: at })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return revoked !== undefined;
    },
    async used(id, at) {
      await db
        .updateTable('api_keys')
        .set({ last_used_at: at })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', at - USED_EVERY_MS)]))
        .execute();
    },
    async anyAt(now) {
      const living = await db
        .selectFrom('api_keys')
        .select('id')
        .where('revoked_at', 'is', null)
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .limit(1)
        .executeTakeFirst();
      return living !== undefined;
    },
  };
}

function toRow(key: ApiKey): ApiKeyTable {
  return {
    id: key.id,
    workspace: key.workspace,
    name: key.name,
    hash: key.hash,
    scopes: JSON.stringify(key.scopes),
    created_at: key.createdAt,
    created_by: key.createdBy,
    expires_at: key.expiresAt,
    revoked_at: key.revokedAt,
    last_used_at: key.lastUsedAt,
  };
}

function toKey(row: ApiKeyTable): ApiKey {
  return {
    id: row.id,
    workspace: row.workspace,
    name: row.name,
    hash: row.hash,
    scopes: decode(row.scopes),
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
