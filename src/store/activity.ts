import { sql } from 'kysely';
import type { Scope } from './scope.ts';
import type { Activity, EventKind } from './shapes.ts';

const CHANGES: readonly EventKind[] = ['CREATED', 'UPDATED', 'DELETED'];
const FAILURES: readonly EventKind[] = ['WRITE_FAILED', 'WRITE_RETRYING'];

/** How much happened in each hour since that time, in one statement; hours without anything are left out. */
export async function activitySince({ db, workspace }: Scope, from: number): Promise<Map<number, Activity>> {
  const isOneOf = (kinds: readonly EventKind[]) => sql`kind in (${sql.join(kinds)})`;
  const count = (kinds: readonly EventKind[]) => sql<number>`sum(case when ${isOneOf(kinds)} then 1 else 0 end)`;
  // A literal, because PostgreSQL takes two parameters of one value for two columns.
  const hour = sql<number>`at - at % 3600000`;
  const rows = await db
    .selectFrom('events')
    .select([hour.as('hour'), count(CHANGES).as('changes'), count(FAILURES).as('failures')])
    .where('workspace', '=', workspace)
    .where('at', '>=', from)
    .where('kind', 'in', [...CHANGES, ...FAILURES])
    .groupBy(hour)
    .execute();
  return new Map(
    rows.map((row) => [Number(row.hour), { changes: Number(row.changes), failures: Number(row.failures) }]),
  );
}
