import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isOneOf, keysByText, type SearchedLog } from './log-search.ts';
import type { RunFilter } from './log-shapes.ts';
import { type Ordering, pageOf } from './page.ts';
import { anyOf, decode, readByKeys } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Run } from './shapes.ts';
import type { Store } from './store.ts';
import type { RunTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'started_at', type: 'number', direction: 'desc' };

/** The runs of a workspace. */
export function runStore(scope: Scope): Store['runs'] {
  const { db, workspace } = scope;
  const runs = () => db.selectFrom('runs').selectAll().where('workspace', '=', workspace);
  return {
    async put(run) {
      const row = toRow(workspace, run);
      await db
        .insertInto('runs')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(row))
        .execute();
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) => runs().where('id', 'in', part).execute());
      return new Map(rows.map((row) => [row.id, toRun(row)]));
    },
    page: (filter, page) => pageOf(selectRuns(scope, filter), NEWEST_FIRST, page, toRun),
    async lastGood(system, kind) {
      const row = await runs()
        .where('system', '=', system)
        .where('finished_at', 'is not', null)
        .where('error', 'is', null)
        // It read no record of the system's.
        .where('trigger', '!=', 'mapping')
        // `kinds` is a JSON list of words without quotes in them.
        .where('kinds', 'like', `%"${kind}"%`)
        .orderBy('finished_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? toRun(row) : null;
    },
  };
}

const SEARCHED: SearchedLog = {
  table: 'runs',
  key: 'id',
  order: 'started_at',
  at: 'started_at',
  text: sql`coalesce(error, '') || ' ' || "trigger"`,
};

const IN_STATE: Readonly<Record<NonNullable<RunFilter['states']>[number], RawBuilder<SqlBool>>> = {
  RUNNING: sql`finished_at is null`,
  FINISHED: sql`(finished_at is not null and error is null)`,
  FAILED: sql`(finished_at is not null and error is not null)`,
};

function selectRuns(scope: Scope, filter: RunFilter) {
  const { system, kinds, states, contactId, from, to, search } = filter;
  return scope.db
    .selectFrom('runs')
    .selectAll()
    .where('workspace', '=', scope.workspace)
    .where((eb) =>
      eb.and([
        ...(system === undefined ? [] : [eb('system', '=', system)]),
        ...(kinds === undefined ? [] : [eb.or(anyOf(kinds).map((kind) => eb('kinds', 'like', `%"${kind}"%`)))]),
        ...(states === undefined ? [] : [eb.or(states.map((state) => IN_STATE[state]))]),
        ...(from === undefined ? [] : [eb('started_at', '>=', from)]),
        ...(to === undefined ? [] : [eb('started_at', '<', to)]),
        ...(contactId === undefined ? [] : [isOneOf('id', runsAbout(scope, contactId))]),
        ...(search === undefined ? [] : [isOneOf('id', keysByText(scope, SEARCHED, filter))]),
      ]),
    );
}

/** The runs that brought something about that contact, as far as the events tell. */
function runsAbout({ workspace }: Scope, contactId: string): RawBuilder<unknown> {
  return sql`select run_id from events where workspace = ${workspace} and contact_id = ${contactId} and run_id is not null`;
}

function toRow(workspace: string, run: Run): RunTable {
  return {
    workspace,
    id: run.id,
    system: run.system,
    kinds: JSON.stringify(run.kinds),
    trigger: run.trigger,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    read: run.read,
    changed: run.changed,
    failed: run.failed,
    upstream_calls: run.upstreamCalls,
    progress: run.progress,
    error: run.error,
  };
}

function toRun(row: RunTable): Run {
  return {
    id: row.id,
    system: row.system,
    kinds: decode(row.kinds),
    trigger: row.trigger,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    read: row.read,
    changed: row.changed,
    failed: row.failed,
    upstreamCalls: row.upstream_calls,
    progress: row.progress,
    error: row.error,
  };
}
