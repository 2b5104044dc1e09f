import { sql } from 'kysely';
import type { Kind } from '../model/kind.ts';
import { by, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { InboxItem } from './shapes.ts';
import type { Store } from './store.ts';
import type { InboxTable } from './tables.ts';

/** The inbox of a workspace: notices received and not worked yet. */
export function inboxStore(scope: Scope): Store['inbox'] {
  const { db, workspace, clock } = scope;
  return {
    async add(items) {
      let added = 0;
      await writeRows(
        items.map((item) => toRow(workspace, item)),
        async (part) => {
          const kept = await db
            .insertInto('inbox')
            .values(part)
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .execute();
          added += kept.length;
        },
      );
      return added;
    },
    claim: (request) => claim(scope, request),
    async done(ids) {
      if (ids.length === 0) return;
      const now = clock.now();
      await readByKeys(ids, (part) =>
        db
          .updateTable('inbox')
          .set({ done_at: now, leased_until: null })
          .where('workspace', '=', workspace)
          .where('id', 'in', part)
          .execute(),
      );
    },
    async postpone(id, nextAttemptAt) {
      await db
        .updateTable('inbox')
        .set({ next_attempt_at: nextAttemptAt, leased_until: null })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute();
    },
    nextDue: () => nextDue(scope),
  };
}

/** Every claim counts as an attempt, so that an item that kills its worker is known for it. */
async function claim(
  { db, workspace, dialect }: Scope,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<readonly InboxItem[]> {
  const free = db
    .selectFrom('inbox')
    .select('id')
    .where('workspace', '=', workspace)
    .where('done_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit);
  const rows = await db
    .with('picked', () => (dialect.concurrent ? free.forUpdate().skipLocked() : free))
    .updateTable('inbox')
    .set((eb) => ({ leased_until: now + leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('workspace', '=', workspace)
    .where('id', 'in', (eb) => eb.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
  return rows.sort(by('received_at', 'id')).map(toItem);
}

/** When the first item may be claimed: its time, and not before a running lease ends. */
async function nextDue({ db, workspace }: Scope): Promise<number | null> {
  const lease = sql<number>`coalesce(leased_until, 0)`;
  const found = await db
    .selectFrom('inbox')
    .select(
      sql<number | null>`min(case when ${lease} > next_attempt_at then ${lease} else next_attempt_at end)`.as('due'),
    )
    .where('workspace', '=', workspace)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return found?.due ?? null;
}

function toRow(workspace: string, item: InboxItem): InboxTable {
  return {
    workspace,
    id: item.id,
    system: item.system,
    kind: item.kind,
    record_id: item.recordId,
    contact_record_id: item.contactRecordId,
    delivery_id: item.deliveryId,
    received_at: item.receivedAt,
    attempts: item.attempts,
    next_attempt_at: item.dueAt ?? item.receivedAt,
    leased_until: null,
    done_at: null,
  };
}

function toItem(row: InboxTable): InboxItem {
  return {
    id: row.id,
    system: row.system,
    kind: row.kind as Kind,
    recordId: row.record_id,
    contactRecordId: row.contact_record_id,
    deliveryId: row.delivery_id,
    receivedAt: row.received_at,
    attempts: row.attempts,
  };
}
