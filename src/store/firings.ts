import { sql } from 'kysely';
import { type Ordering, pageOf } from './page.ts';
import { by, decode, readByKeys, writeRows } from './rows.ts';
import type { Firing, FiringState } from './rule-shapes.ts';
import type { Scope } from './scope.ts';
import type { Store } from './store.ts';
import type { FiringTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'at', type: 'number', direction: 'desc' };

/** What the rules of a workspace did, and what they still have to ask a system. */
export function firingStore(scope: Scope): Store['firings'] {
  const { db, workspace } = scope;
  const firings = () => db.selectFrom('rule_firings').selectAll().where('workspace', '=', workspace);
  return {
    async add(added) {
      const rows = added.map((firing) => toRow(workspace, firing));
      await writeRows(rows, (part) => db.insertInto('rule_firings').values(part).execute());
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) => firings().where('id', 'in', part).execute());
      return new Map(rows.map((row) => [row.id, toFiring(row)]));
    },
    async known(ruleId, causes) {
      const rows = await readByKeys(causes, (part) =>
        db
          .selectFrom('rule_firings')
          .select('cause')
          .where('workspace', '=', workspace)
          .where('rule_id', '=', ruleId)
          .where('cause', 'in', part)
          .execute(),
      );
      return new Set(rows.map((row) => row.cause));
    },
    claim: (request) => claim(scope, request),
    async release() {
      await db
        .updateTable('rule_firings')
        .set({ leased_until: null })
        .where('workspace', '=', workspace)
        .where('state', '=', 'PENDING')
        .execute();
    },
    async settle(outcomes) {
      for (const { id, state, result, errands, error, nextAttemptAt } of outcomes) {
        await db
          .updateTable('rule_firings')
          .set({
            state,
            result,
            errands: JSON.stringify(errands),
            error,
            next_attempt_at: nextAttemptAt,
            leased_until: null,
          })
          .where('workspace', '=', workspace)
          .where('id', '=', id)
          .execute();
      }
    },
    async countSince(ruleId, since) {
      const { count } = await db
        .selectFrom('rule_firings')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('workspace', '=', workspace)
        .where('rule_id', '=', ruleId)
        .where('at', '>', since)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    nextDue: () => nextDue(scope),
    page({ ruleId }, page) {
      return pageOf(
        ruleId === undefined ? firings() : firings().where('rule_id', '=', ruleId),
        NEWEST_FIRST,
        page,
        toFiring,
      );
    },
    async forget(before) {
      await db
        .deleteFrom('rule_firings')
        .where('workspace', '=', workspace)
        .where('at', '<', before)
        .where('state', '<>', 'PENDING')
        .where('cause', 'not like', 'entity:%')
        .execute();
    },
  };
}

async function claim(
  { db, workspace, dialect }: Scope,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<readonly Firing[]> {
  const free = db
    .selectFrom('rule_firings')
    .select('id')
    .where('workspace', '=', workspace)
    .where('state', '=', 'PENDING')
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('at')
    .orderBy('id')
    .limit(limit);
  const rows = await db
    .with('picked', () => (dialect.concurrent ? free.forUpdate().skipLocked() : free))
    .updateTable('rule_firings')
    .set((eb) => ({ leased_until: now + leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('workspace', '=', workspace)
    .where('id', 'in', (eb) => eb.selectFrom('picked').select('picked.id'))
    .returningAll()
    .execute();
  return rows.sort(by('at', 'id')).map(toFiring);
}

/** When the first may be claimed: its time, and not before a running lease ends. */
async function nextDue({ db, workspace }: Scope): Promise<number | null> {
  const lease = sql<number>`coalesce(leased_until, 0)`;
  const found = await db
    .selectFrom('rule_firings')
    .select(
      sql<number | null>`min(case when ${lease} > next_attempt_at then ${lease} else next_attempt_at end)`.as('due'),
    )
    .where('workspace', '=', workspace)
    .where('state', '=', 'PENDING')
    .executeTakeFirst();
  return found?.due ?? null;
}

function toRow(workspace: string, firing: Firing): FiringTable {
  return {
    workspace,
    id: firing.id,
    rule_id: firing.ruleId,
    cause: firing.cause,
    event_seq: firing.eventSeq,
    entity_id: firing.entityId,
    contact_id: firing.contactId,
    origin: firing.origin,
    chain: JSON.stringify(firing.chain),
    state: firing.state,
    result: firing.result,
    errands: JSON.stringify(firing.errands),
    error: firing.error,
    attempts: firing.attempts,
    next_attempt_at: firing.nextAttemptAt,
    leased_until: null,
    at: firing.at,
  };
}

function toFiring(row: FiringTable): Firing {
  return {
    id: row.id,
    ruleId: row.rule_id,
    cause: row.cause,
    eventSeq: row.event_seq,
    entityId: row.entity_id,
    contactId: row.contact_id,
    origin: row.origin,
    chain: decode(row.chain),
    state: row.state as FiringState,
    result: row.result,
    errands: row.errands === null ? [] : decode(row.errands),
    error: row.error,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    at: row.at,
  };
}
