import { type RawBuilder, sql } from 'kysely';
import type { Forgotten, RetentionStore } from './log-shapes.ts';
import { decode } from './rows.ts';
import type { Scope } from './scope.ts';

/** The setting that says which event was the last to be removed. */
const UP_TO = 'events:forgotten';

type Table = 'versions' | 'deliveries' | 'runs' | 'rule_firings' | 'inbox' | 'upstream_calls';

/** A table whose rows are forgotten by their age: what tells a row, its time, and what may go. */
interface Aged {
  readonly table: Table;
  readonly keys: readonly string[];
  readonly at: string;
  readonly unless: RawBuilder<unknown>;
}

const AGED: Readonly<Record<Exclude<Forgotten, 'events'>, Aged>> = {
  versions: {
    table: 'versions',
    keys: ['entity_id', 'version'],
    at: 'at',
    // The newest one says what was merged into what, and what a deleted thing held.
    unless: sql`not exists (select 1 from versions as newer where newer.workspace = old.workspace
      and newer.entity_id = old.entity_id and newer.version > old.version)`,
  },
  deliveries: {
    table: 'deliveries',
    keys: ['number'],
    at: 'created_at',
    unless: sql`old.status in ('QUEUED', 'FAILED')`,
  },
  runs: { table: 'runs', keys: ['id'], at: 'started_at', unless: sql`old.finished_at is null` },
  firings: {
    table: 'rule_firings',
    keys: ['id'],
    at: 'at',
    unless: sql`old.state = 'PENDING' or old.cause like 'entity:%'`,
  },
  inbox: { table: 'inbox', keys: ['id'], at: 'done_at', unless: sql`old.done_at is null` },
  calls: { table: 'upstream_calls', keys: ['number'], at: 'at', unless: sql`1 = 0` },
};

/** Forgets what is old of a workspace, in transactions so small that they hold nobody up. */
export function retentionStore(scope: Scope): RetentionStore {
  return {
    forget(what, { before, limit, keepFrom }) {
      return scope.atomically((tx) =>
        what === 'events' ? forgetEvents(tx, before, limit, keepFrom) : forgetAged(tx, AGED[what], before, limit),
      );
    },
    async forgottenUpTo() {
      const row = await scope.db
        .selectFrom('settings')
        .select('value')
        .where('workspace', '=', scope.workspace)
        .where('key', '=', UP_TO)
        .executeTakeFirst();
      return row ? decode<number>(row.value) : 0;
    },
  };
}

/** What stays of the log is its end, without a hole in it: an event goes with those before it. */
async function forgetEvents({ db, workspace }: Scope, before: number, limit: number, keepFrom?: number) {
  const { newest } = await db
    .selectFrom('events')
    .select((eb) => eb.fn.max('seq').as('newest'))
    .where('workspace', '=', workspace)
    .executeTakeFirstOrThrow();
  const oldest = await db
    .selectFrom('events')
    .select(['seq', 'at'])
    .where('workspace', '=', workspace)
    .where('seq', '<', Math.min(keepFrom ?? Number.MAX_SAFE_INTEGER, newest ?? 0))
    .orderBy('seq')
    .limit(limit)
    .execute();
  const last = oldest.findLastIndex(({ at }) => at < before);
  const upTo = oldest[last]?.seq;
  if (upTo === undefined) return 0;
  await db.deleteFrom('events').where('workspace', '=', workspace).where('seq', '<=', upTo).execute();
  const value = JSON.stringify(upTo);
  await db
    .insertInto('settings')
    .values({ workspace, key: UP_TO, value })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ value }))
    .execute();
  return last + 1;
}

async function forgetAged(scope: Scope, { table, keys, at, unless }: Aged, before: number, limit: number) {
  const { db, workspace } = scope;
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const chosen = sql`select ${sql.join(keys.map((key) => sql.ref(`old.${key}`)))} from ${sql.table(table)} as old
    where old.workspace = ${workspace} and ${sql.ref(`old.${at}`)} < ${before} and not (${unless})
    order by ${sql.ref(`old.${at}`)} limit ${limit}`;
  const removed = await sql`delete from ${sql.table(table)} where workspace = ${workspace}
    and (${columns}) in (${chosen})`.execute(db);
  return Number(removed.numAffectedRows ?? 0);
}
