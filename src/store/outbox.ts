import { type RawBuilder, sql } from 'kysely';
import { contactsNamed, isOneOf, keysByText, type SearchedLog, withChildren } from './log-search.ts';
import type { DeliveryFilter } from './log-shapes.ts';
import { claimDeliveries, hastenCreations, nextDeliveryDue, releaseLeases, triedCreations } from './outbox-claim.ts';
import { toDelivery, toDeliveryRow } from './outbox-rows.ts';
import { type Ordering, pageOf } from './page.ts';
import { anyOf, by, grouped, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { DeliveryOutcome } from './shapes.ts';
import type { Store } from './store.ts';

const NEWEST_FIRST: Ordering = { column: 'created_at', type: 'number', direction: 'desc' };

/** The outbox of a workspace: what must still be written to systems, and what became of the rest. */
export function outboxStore(scope: Scope): Store['outbox'] {
  const { db, workspace } = scope;
  const deliveries = () => db.selectFrom('deliveries').selectAll().where('workspace', '=', workspace);

  return {
    async add(added) {
      const rows = added.map((delivery) => toDeliveryRow(workspace, delivery));
      await writeRows(rows, (part) => db.insertInto('deliveries').values(part).execute());
    },
    claim: (request) => claimDeliveries(scope, request),
    tried: (system, kind) => triedCreations(scope, system, kind),
    hasten: (which) => hastenCreations(scope, which),
    settle: (id, outcome) => settle(scope, id, outcome),
    async get(ids) {
      const rows = await readByKeys(ids, (part) => deliveries().where('id', 'in', part).execute());
      return new Map(rows.map((row) => [row.id, toDelivery(row)]));
    },
    async byCorrelation(correlationIds) {
      const rows = await readByKeys(correlationIds, (part) =>
        deliveries().where('correlation_id', 'in', part).execute(),
      );
      return grouped(rows.sort(by('number')), (row) => row.correlation_id, toDelivery);
    },
    async openOf(entityIds) {
      const rows = await readByKeys(entityIds, (part) =>
        deliveries().where('entity_id', 'in', part).where('status', 'in', ['QUEUED', 'FAILED']).execute(),
      );
      return grouped(rows.sort(by('number')), (row) => row.entity_id, toDelivery);
    },
    page: (filter, page) => pageOf(selectDeliveries(scope, filter), NEWEST_FIRST, page, toDelivery),
    counts: () => countOpen(scope),
    release: () => releaseLeases(scope),
    nextDue: (_, system) => nextDeliveryDue(scope, system),
  };
}

const NO_TEXT = ['{"code":', '"message":', ',"retryable":true}', ',"retryable":false}'];

/** What an error says, without the names of its parts and with its quotes as they were. */
const SEARCHED: SearchedLog = {
  table: 'deliveries',
  key: 'number',
  order: 'created_at',
  at: 'created_at',
  text: NO_TEXT.reduce<RawBuilder<string | null>>(
    (text, part) => sql`replace(${text}, ${part}, '')`,
    sql`replace(error, '\\"', '"')`,
  ),
  told: 'error',
};

function selectDeliveries(scope: Scope, filter: DeliveryFilter) {
  const { system, kinds, statuses, entityId, contactId, from, to, search } = filter;
  const contact = sql`select cast(${contactId ?? ''} as text)`;
  return scope.db
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace', '=', scope.workspace)
    .where((eb) =>
      eb.and([
        ...(system === undefined ? [] : [eb('system', '=', system)]),
        ...(kinds === undefined ? [] : [eb('kind', 'in', anyOf(kinds))]),
        ...(statuses === undefined ? [] : [eb('status', 'in', anyOf(statuses))]),
        ...(entityId === undefined ? [] : [eb('entity_id', '=', entityId)]),
        ...(contactId === undefined ? [] : [isOneOf('number', numbersOf(scope, contact))]),
        ...(from === undefined ? [] : [eb('created_at', '>=', from)]),
        ...(to === undefined ? [] : [eb('created_at', '<', to)]),
        ...(search === undefined ? [] : [isOneOf('number', found(scope, filter, search))]),
      ]),
    );
}

/** The numbers of the deliveries whose error says such a thing or that concern a contact of that name. */
function found(scope: Scope, filter: DeliveryFilter, search: string): RawBuilder<unknown> {
  const told = keysByText(scope, SEARCHED, filter);
  const named = contactsNamed(scope, search);
  if (named === null) return told;
  return sql`${told} union all ${numbersOf(scope, named)}`;
}

/** The numbers of the deliveries of these contacts and of what belongs to them. */
function numbersOf(scope: Scope, contacts: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select number from deliveries where workspace = ${scope.workspace}
    and entity_id in (${withChildren(scope, contacts)})`;
}

async function settle({ db, workspace }: Scope, id: string, outcome: DeliveryOutcome): Promise<void> {
  const { unsupportedFields, recordId } = outcome;
  await db
    .updateTable('deliveries')
    .set({
      status: outcome.status,
      attempts: outcome.attempts,
      next_attempt_at: outcome.nextAttemptAt,
      error: outcome.error === null ? null : JSON.stringify(outcome.error),
      leased_until: null,
      ...(unsupportedFields === undefined ? {} : { unsupported_fields: JSON.stringify(unsupportedFields) }),
      ...(recordId === undefined ? {} : { record_id: recordId }),
    })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute();
}

async function countOpen({ db, workspace }: Scope): Promise<Map<string, { queued: number; failed: number }>> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['system', 'status', (eb) => eb.fn.countAll<number>().as('total')])
    .where('workspace', '=', workspace)
    .where('status', 'in', ['QUEUED', 'FAILED'])
    .groupBy(['system', 'status'])
    .execute();
  const counts = new Map<string, { queued: number; failed: number }>();
  for (const { system, status, total } of rows) {
    const known = counts.get(system) ?? { queued: 0, failed: 0 };
    counts.set(system, status === 'QUEUED' ? { ...known, queued: total } : { ...known, failed: total });
  }
  return counts;
}
