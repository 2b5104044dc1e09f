import { type SqlBool, sql } from 'kysely';
import type { AlertReason } from '../model/alert.ts';
import type { Sign } from './alert-shapes.ts';
import type { SignStore } from './alert-store.ts';
import type { Scope } from './scope.ts';

/** What alerts look for, each in one statement over an index of nothing else. The literals are what the partial indexes know it by. */
export function signStore({ db, workspace }: Scope): SignStore {
  return {
    async failedDeliveries() {
      const rows = await db
        .selectFrom('deliveries')
        .select((eb) => ['system', eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('since')])
        .where('workspace', '=', workspace)
        .where(sql<SqlBool>`status = 'FAILED'`)
        .groupBy('system')
        .execute();
      return new Map(rows.map(({ system, ...sign }) => [system, toSign(sign)]));
    },
    async quarantined() {
      const rows = await db
        .selectFrom('snapshots')
        .select((eb) => ['system', eb.fn.countAll<number>().as('count'), eb.fn.min('quarantined_at').as('since')])
        .where('workspace', '=', workspace)
        .where('quarantined_at', 'is not', null)
        .groupBy('system')
        .execute();
      return new Map(rows.map(({ system, ...sign }) => [system, toSign(sign)]));
    },
    async openConflicts() {
      const row = await db
        .selectFrom('conflicts')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('at').as('since')])
        .where('workspace', '=', workspace)
        .where(sql<SqlBool>`open = 1`)
        .executeTakeFirst();
      return row && Number(row.count) > 0 ? toSign(row) : null;
    },
    async told(since) {
      const rows = await db
        .selectFrom('events')
        .select((eb) => [
          'reason',
          'system',
          eb.fn.countAll<number>().as('count'),
          eb.fn.min('at').as('since'),
          eb.fn.max('at').as('lastAt'),
          eb.fn.max('seq').as('lastSeq'),
        ])
        .where('workspace', '=', workspace)
        .where(sql<SqlBool>`kind = 'ALERT'`)
        .where('at', '>', since)
        .groupBy(['reason', 'system'])
        .execute();
      return rows.map(({ reason, system, lastAt, lastSeq, ...sign }) => ({
        reason: reason as AlertReason | null,
        system,
        lastAt,
        lastSeq,
        ...toSign(sign),
      }));
    },
  };
}

function toSign({ count, since }: { readonly count: number; readonly since: number | null }): Sign {
  return { count: Number(count), since: since ?? 0 };
}
