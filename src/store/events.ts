import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { AlertReason } from '../model/alert.ts';
import type { Kind } from '../model/kind.ts';
import { activitySince } from './activity.ts';
import { contactsNamed, isOneOf, keysByText, type SearchedLog } from './log-search.ts';
import { type Ordering, pageOf } from './page.ts';
import { anyOf, decode, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { EventFilter, EventHead, EventKind, LoggedEvent, NewEvent } from './shapes.ts';
import type { Store } from './store.ts';
import type { EventTable } from './tables.ts';

const NEWEST_FIRST: Ordering = { column: 'seq', type: 'number', direction: 'desc', unique: true };

/** The event log of a workspace. */
export function eventStore(scope: Scope): Store['events'] {
  const { db, workspace } = scope;
  return {
    append: (events) => (events.length === 0 ? Promise.resolve([]) : scope.atomically((tx) => append(tx, events))),
    async after(seq, filter, limit) {
      const rows = await selectEvents(scope, filter).where('seq', '>', seq).orderBy('seq').limit(limit).execute();
      return rows.map(toEvent);
    },
    async heads(seq, limit) {
      const rows = await selectHeads(scope).where('seq', '>', seq).orderBy('seq').limit(limit).execute();
      return rows.map(toHead);
    },
    async headsBefore(seq, limit) {
      const rows = await selectHeads(scope).where('seq', '<', seq).orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(toHead);
    },
    async get(seqs) {
      const rows = await readByKeys(seqs, (part) => selectEvents(scope, {}).where('seq', 'in', part).execute());
      return new Map(rows.map((row) => [row.seq, toEvent(row)]));
    },
    page: (filter, page) => pageOf(selectEvents(scope, filter), NEWEST_FIRST, page, toEvent),
    activity: (from) => activitySince(scope, from),
    async lastSeq() {
      const { last } = await db
        .selectFrom('events')
        .select((eb) => eb.fn.max('seq').as('last'))
        .where('workspace', '=', workspace)
        .executeTakeFirstOrThrow();
      return last ?? 0;
    },
  };
}

/** Transactions of a workspace run one after another, so a number that is given later is also committed later. */
async function append({ db, workspace }: Scope, events: readonly NewEvent[]): Promise<readonly LoggedEvent[]> {
  const seqs: number[] = [];
  await writeRows(events, async (part) => {
    const rows = part.map((event) => toRow(workspace, event));
    const numbered = await db.insertInto('events').values(rows).returning('seq').execute();
    seqs.push(...numbered.map((row) => row.seq).sort((a, b) => a - b));
  });
  return events.map((event, i) => ({ ...event, seq: seqs[i] ?? 0 }));
}

function selectHeads({ db, workspace }: Scope) {
  return db
    .selectFrom('events')
    .select(['seq', 'kind', 'type', 'entity_id', 'origin', 'correlation_id'])
    .where('workspace', '=', workspace);
}
const SEARCHED: SearchedLog = {
  table: 'events',
  key: 'seq',
  order: 'seq',
  at: 'at',
  text: sql.ref('message'),
  told: 'message',
};

/** A system's events are those that came from it and those about writes to it. */
function selectEvents(scope: Scope, filter: EventFilter) {
  const { systems, types, kinds, contactId, from, to, search } = filter;
  return scope.db
    .selectFrom('events')
    .selectAll()
    .where('workspace', '=', scope.workspace)
    .where((eb) =>
      eb.and([
        ...(systems ? [eb.or([eb('origin', 'in', anyOf(systems)), eb('system', 'in', anyOf(systems))])] : []),
        ...(types ? [eb('type', 'in', anyOf(types))] : []),
        ...(kinds ? [eb('kind', 'in', anyOf(kinds))] : []),
        ...(contactId === undefined ? [] : [eb('contact_id', '=', contactId)]),
        ...(from === undefined ? [] : [eb('at', '>=', from)]),
        ...(to === undefined ? [] : [eb('at', '<', to)]),
        ...(search === undefined ? [] : [isOneOf('seq', found(scope, filter, search))]),
      ]),
    );
}

/** The numbers of the events that say such a thing or concern a contact of that name. */
function found(scope: Scope, filter: EventFilter, search: string): RawBuilder<unknown> {
  const told = keysByText(scope, SEARCHED, filter);
  const named = contactsNamed(scope, search);
  if (named === null) return told;
  return sql`${told} union all select seq from events where workspace = ${scope.workspace} and contact_id in (${named})`;
}

function toRow(workspace: string, event: NewEvent): Insertable<EventTable> {
  return {
    workspace,
    at: event.at,
    kind: event.kind,
    type: event.type,
    entity_id: event.entityId,
    contact_id: event.contactId,
    origin: event.origin,
    system: event.system,
    changes: JSON.stringify(event.changes),
    actor: event.actor,
    run_id: event.runId,
    correlation_id: event.correlationId,
    message: event.message,
    reason: event.reason ?? null,
  };
}

type HeadRow = Pick<Selectable<EventTable>, 'seq' | 'kind' | 'type' | 'entity_id' | 'origin' | 'correlation_id'>;

function toHead(row: HeadRow): EventHead {
  return {
    seq: row.seq,
    kind: row.kind as EventKind,
    type: row.type as Kind | null,
    entityId: row.entity_id,
    origin: row.origin,
    correlationId: row.correlation_id,
  };
}

function toEvent(row: Selectable<EventTable>): LoggedEvent {
  return {
    ...toHead(row),
    at: row.at,
    contactId: row.contact_id,
    system: row.system,
    changes: decode(row.changes),
    actor: row.actor,
    runId: row.run_id,
    message: row.message,
    ...(row.reason !== null && { reason: row.reason as AlertReason }),
  };
}
