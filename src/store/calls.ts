import type { Insertable, Selectable } from 'kysely';
import type { CallStore, UpstreamCall } from './log-shapes.ts';
import { type Ordering, pageOf } from './page.ts';
import { by, decode, grouped, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { CallTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'number', type: 'number', direction: 'desc', unique: true };
const MOST_ROWS = 2_000;
const MOST_CHARACTERS = 8_000_000;
const MOST_OF_ONE = 200;

/** The masked calls of a workspace's verbose connections. */
export function callStore(scope: Scope): CallStore {
  const { db, workspace } = scope;
  const calls = () => db.selectFrom('upstream_calls').selectAll().where('workspace', '=', workspace);
  return {
    async add(added) {
      if (added.length === 0) return;
      await scope.atomically(async (tx) => {
        const rows = added.map((call) => toRow(workspace, call));
        await writeRows(rows, (part) => tx.db.insertInto('upstream_calls').values(part).execute());
        for (const system of new Set(added.map((call) => call.system))) await trim(tx, system);
      });
    },
    async of(correlationIds) {
      const rows = await readByKeys(correlationIds, (part) => calls().where('correlation_id', 'in', part).execute());
      const groups = grouped(rows.sort(by('number')), (row) => row.correlation_id, toCall);
      return new Map([...groups].map(([id, made]) => [id, made.slice(0, MOST_OF_ONE)]));
    },
    page: (system, page) => pageOf(calls().where('system', '=', system), NEWEST_FIRST, page, toCall),
  };
}

/** Forgets the oldest calls to a system that are too many or too long; the index alone tells which. */
async function trim({ db, workspace }: Scope, system: string): Promise<void> {
  const kept = await db
    .selectFrom('upstream_calls')
    .select(['number', 'size'])
    .where('workspace', '=', workspace)
    .where('system', '=', system)
    .orderBy('number', 'desc')
    .limit(MOST_ROWS + 1)
    .execute();
  let characters = 0;
  const last = kept.find(({ size }, i) => {
    characters += size;
    return i >= MOST_ROWS || characters > MOST_CHARACTERS;
  });
  if (last === undefined) return;
  await db
    .deleteFrom('upstream_calls')
    .where('workspace', '=', workspace)
    .where('system', '=', system)
    .where('number', '<=', last.number)
    .execute();
}

function toRow(workspace: string, call: UpstreamCall): Insertable<CallTable> {
  const request = JSON.stringify(call.request);
  const response = JSON.stringify(call.response);
  return {
    workspace,
    id: call.id,
    system: call.system,
    correlation_id: call.correlationId,
    at: call.at,
    duration: call.durationMs,
    method: call.method,
    path: call.path,
    status: call.status,
    error: call.error,
    request,
    response,
    size: request.length + response.length + call.path.length + (call.error?.length ?? 0),
  };
}

function toCall(row: Selectable<CallTable>): UpstreamCall {
  return {
    id: row.id,
    system: row.system,
    correlationId: row.correlation_id,
    at: row.at,
    durationMs: row.duration,
    method: row.method,
    path: row.path,
    status: row.status,
    error: row.error,
    request: decode(row.request),
    response: decode(row.response),
  };
}
