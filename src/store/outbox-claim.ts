import { type SqlBool, sql } from 'kysely';
import type { Kind } from '../model/kind.ts';
import { toDelivery } from './outbox-rows.ts';
import { by, readByKeys } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Delivery } from './shapes.ts';
import type { Store } from './store.ts';

/** The queued deliveries that no older queued one of the same entity and system stands before. */
function heads({ db, workspace }: Scope, system?: string) {
  return db
    .selectFrom('deliveries as head')
    .where('head.workspace', '=', workspace)
    .where('head.status', '=', 'QUEUED')
    .$if(system !== undefined, (query) => query.where('head.system', '=', system ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as older')
            .select('older.number')
            .whereRef('older.workspace', '=', 'head.workspace')
            .whereRef('older.entity_id', '=', 'head.entity_id')
            .whereRef('older.system', '=', 'head.system')
            .whereRef('older.number', '<', 'head.number')
            .where('older.status', '=', 'QUEUED')
            // The offset keeps PostgreSQL from joining instead of looking each one up.
            .limit(1)
            .offset(0),
        ),
      ),
    );
}

/** Leases due deliveries in one statement, so that two workers never get the same one. Oldest first. */
export async function claimDeliveries(
  scope: Scope,
  request: { now: number; leaseMs: number; limit: number; ids?: readonly string[]; system?: string },
): Promise<readonly Delivery[]> {
  const { now, leaseMs, limit, ids, system } = request;
  if (limit <= 0 || ids?.length === 0) return [];
  const free = heads(scope, system)
    .select('head.number')
    .where((eb) => eb.or([eb('head.leased_until', 'is', null), eb('head.leased_until', '<=', now)]))
    .where((eb) =>
      ids
        ? eb('head.id', 'in', ids)
        : eb.or([eb('head.next_attempt_at', 'is', null), eb('head.next_attempt_at', '<=', now)]),
    )
    .orderBy('head.number')
    .limit(limit);
  const rows = await scope.db
    .with('picked', () => (scope.dialect.concurrent ? free.forUpdate('head').skipLocked() : free))
    .updateTable('deliveries')
    .set({ leased_until: now + leaseMs })
    .where('number', 'in', (eb) => eb.selectFrom('picked').select('picked.number'))
    .returningAll()
    .execute();
  return rows.sort(by('number')).map(toDelivery);
}

/** Ends all leases; each may have been an attempt. */
export async function releaseLeases({ db, workspace }: Scope): Promise<void> {
  await db
    .updateTable('deliveries')
    .set((eb) => ({ leased_until: null, attempts: eb('attempts', '+', 1) }))
    .where('workspace', '=', workspace)
    .where('status', '=', 'QUEUED')
    .where('leased_until', 'is not', null)
    .execute();
}

/** When the first delivery may be claimed: at its time, but not before its lease ends (a dead worker's runs out, too). */
export async function nextDeliveryDue(scope: Scope, system?: string): Promise<number | null> {
  const waitsFor = sql<number>`coalesce(head.next_attempt_at, head.created_at)`;
  const lease = sql<number>`coalesce(head.leased_until, 0)`;
  const found = await heads(scope, system)
    .select(sql<number | null>`min(case when ${lease} > ${waitsFor} then ${lease} else ${waitsFor} end)`.as('due'))
    .executeTakeFirst();
  return found?.due ?? null;
}

const HOUR_MS = 3_600_000;

/** The partial index knows these by exactly this condition. */
const TRIED = sql<SqlBool>`(leased_until is not null or attempts > 0)`;

/** Queued creations that may have been made already, oldest first. */
export async function triedCreations(
  { db, workspace }: Scope,
  system: string,
  kind: Kind,
): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('system', '=', system)
    .where('kind', '=', kind)
    .where(sql<SqlBool>`status = 'QUEUED'`)
    .where(sql<SqlBool>`operation = 'create'`)
    .where(TRIED)
    .execute();
  return rows.sort(by('number')).map(toDelivery);
}

/** What was put off until a system is known well enough to be written to becomes due. */
export async function hastenCreations(
  { db, workspace, clock }: Scope,
  which: Parameters<Store['outbox']['hasten']>[0],
): Promise<void> {
  const now = clock.now();
  const putOff = db
    .updateTable('deliveries')
    .set({ next_attempt_at: now })
    .where('workspace', '=', workspace)
    .where('status', '=', 'QUEUED')
    .where('operation', '=', 'create')
    .where('attempts', '=', 0)
    .where('leased_until', 'is', null)
    .where('next_attempt_at', '>', now + HOUR_MS);
  if ('entityIds' in which)
    await readByKeys(which.entityIds, (part) => putOff.where('entity_id', 'in', part).execute());
  else await putOff.where('system', '=', which.system).where('kind', '=', which.kind).execute();
}
