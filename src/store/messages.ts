import { sql } from 'kysely';
import type { Message, MessageStatus } from './alert-shapes.ts';
import type { MessageStore } from './alert-store.ts';
import type { MessageTable } from './alert-tables.ts';
import { by, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';

/** What a workspace must still send to targets, and what it sent. */
export function messageStore(scope: Scope): MessageStore {
  const { db, workspace } = scope;
  return {
    async add(messages) {
      const rows = messages.map((message) => toRow(workspace, message));
      await writeRows(rows, (part) =>
        db
          .insertInto('messages')
          .values(part)
          .onConflict((conflict) => conflict.columns(['workspace', 'target_id', 'cause']).doNothing())
          .execute(),
      );
    },
    claim: (request) => claim(scope, request),
    async release() {
      await db
        .updateTable('messages')
        .set({ leased_until: null })
        .where('workspace', '=', workspace)
        .where('status', '=', 'QUEUED')
        .execute();
    },
    async settle(id, { status, error, nextAttemptAt, settledAt }) {
      await db
        .updateTable('messages')
        .set({ status, error, next_attempt_at: nextAttemptAt, settled_at: settledAt, leased_until: null })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute();
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) =>
        db.selectFrom('messages').selectAll().where('workspace', '=', workspace).where('id', 'in', part).execute(),
      );
      return new Map(rows.map((row) => [row.id, toMessage(row)]));
    },
    nextDue: () => nextDue(scope),
    counts: () => counts(scope),
    async forget(before) {
      await db.deleteFrom('messages').where('workspace', '=', workspace).where('settled_at', '<', before).execute();
    },
  };
}

/** The queued messages that no older queued one of the same target and thread stands before. */
function heads({ db, workspace }: Scope) {
  return db
    .selectFrom('messages as head')
    .where('head.workspace', '=', workspace)
    .where('head.status', '=', 'QUEUED')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages as older')
            .select('older.id')
            .whereRef('older.workspace', '=', 'head.workspace')
            .whereRef('older.target_id', '=', 'head.target_id')
            .whereRef('older.thread', '=', 'head.thread')
            .whereRef('older.id', '<', 'head.id')
            .where('older.status', '=', 'QUEUED'),
        ),
      ),
    );
}

async function claim(
  scope: Scope,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<readonly Message[]> {
  const { db, workspace, dialect } = scope;
  const free = heads(scope)
    .select('head.id')
    .where('head.next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('head.leased_until', 'is', null), eb('head.leased_until', '<=', now)]))
    .orderBy('head.id')
    .limit(limit);
  const rows = await db
    .with('picked', () => (dialect.concurrent ? free.forUpdate('head').skipLocked() : free))
    .updateTable('messages')
    .set((eb) => ({ leased_until: now + leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('workspace', '=', workspace)
    .where('id', 'in', (eb) => eb.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
  return rows.sort(by('id')).map(toMessage);
}

/** When the first may be claimed: its time, and not before a running lease ends. */
async function nextDue(scope: Scope): Promise<number | null> {
  const lease = sql<number>`coalesce(head.leased_until, 0)`;
  const waits = sql<number>`head.next_attempt_at`;
  const found = await heads(scope)
    .select(sql<number | null>`min(case when ${lease} > ${waits} then ${lease} else ${waits} end)`.as('due'))
    .executeTakeFirst();
  return found?.due ?? null;
}

async function counts({ db, workspace }: Scope): Promise<Map<string, { queued: number; failed: number }>> {
  const rows = await db
    .selectFrom('messages')
    .select(['target_id', 'status', (eb) => eb.fn.countAll<number>().as('total')])
    .where('workspace', '=', workspace)
    .where('status', 'in', ['QUEUED', 'FAILED'])
    .groupBy(['target_id', 'status'])
    .execute();
  const found = new Map<string, { queued: number; failed: number }>();
  for (const { target_id, status, total } of rows) {
    const known = found.get(target_id) ?? { queued: 0, failed: 0 };
    found.set(
      target_id,
      status === 'QUEUED' ? { ...known, queued: Number(total) } : { ...known, failed: Number(total) },
    );
  }
  return found;
}

function toRow(workspace: string, message: Message): MessageTable {
  return {
    workspace,
    id: message.id,
    target_id: message.targetId,
    thread: message.thread,
    cause: message.cause,
    type: message.type,
    subject: message.subject,
    words: message.words,
    body: message.body,
    status: message.status,
    attempts: message.attempts,
    next_attempt_at: message.nextAttemptAt,
    leased_until: null,
    error: message.error,
    created_at: message.createdAt,
    settled_at: message.settledAt,
  };
}

function toMessage(row: MessageTable): Message {
  return {
    id: row.id,
    targetId: row.target_id,
    thread: row.thread,
    cause: row.cause,
    type: row.type,
    subject: row.subject,
    words: row.words,
    body: row.body,
    status: row.status as MessageStatus,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    error: row.error,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
}
