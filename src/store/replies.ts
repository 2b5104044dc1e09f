import type { Scope } from './scope.ts';
import type { Store } from './store.ts';

/** The mutations of a workspace that were answered under an idempotency key. */
export function replyStore({ db, workspace }: Scope): Store['replies'] {
  return {
    async get(key) {
      const row = await db
        .selectFrom('replies')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row) return null;
      const { request_hash: requestHash, entity_id: entityId, correlation_id: correlationId, at } = row;
      return { key, requestHash, entityId, correlationId, at };
    },
    async add(reply) {
      const added = await db
        .insertInto('replies')
        .values({
          workspace,
          key: reply.key,
          request_hash: reply.requestHash,
          entity_id: reply.entityId,
          correlation_id: reply.correlationId,
          at: reply.at,
        })
        .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
        .returning('key')
        .executeTakeFirst();
      return added !== undefined;
    },
  };
}
