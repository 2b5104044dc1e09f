import type { Insertable, Selectable } from 'kysely';
import type { AuditEntry, AuditFilter, AuditOutcome, AuditStore } from './access-store.ts';
import type { AuditTable } from './access-tables.ts';
import { type Ordering, pageOf } from './page.ts';
import { anyOf, decode } from './rows.ts';
import type { Scope } from './scope.ts';

const NEWEST_FIRST: Ordering = { column: 'seq', type: 'number', direction: 'desc', unique: true };

/** The audit log of a workspace. That nothing of it is changed or removed is the database's own rule. */
export function auditStore(scope: Scope): AuditStore {
  const { db, workspace } = scope;
  return {
    async append(entry) {
      await db.insertInto('audit').values(toRow(workspace, entry)).execute();
    },
    page: (filter, page) => pageOf(selectEntries(scope, filter), NEWEST_FIRST, page, toEntry),
  };
}

function selectEntries({ db, workspace }: Scope, filter: AuditFilter) {
  const { actor, actions, subject, outcome, from, to } = filter;
  return db
    .selectFrom('audit')
    .selectAll()
    .where('workspace', '=', workspace)
    .where((eb) =>
      eb.and([
        ...(actor === undefined ? [] : [eb('actor', '=', actor)]),
        ...(actions ? [eb('action', 'in', anyOf(actions))] : []),
        ...(subject === undefined ? [] : [eb('subject', '=', subject)]),
        ...(outcome === undefined ? [] : [eb('outcome', '=', outcome)]),
        ...(from === undefined ? [] : [eb('at', '>=', from)]),
        ...(to === undefined ? [] : [eb('at', '<', to)]),
      ]),
    );
}

function toRow(workspace: string, entry: Omit<AuditEntry, 'seq'>): Insertable<AuditTable> {
  return {
    workspace,
    at: entry.at,
    actor: entry.actor,
    actor_name: entry.actorName,
    action: entry.action,
    subject: entry.subject,
    outcome: entry.outcome,
    detail: JSON.stringify(entry.detail),
    asked_from: entry.askedFrom,
    correlation_id: entry.correlationId,
  };
}

function toEntry(row: Selectable<AuditTable>): AuditEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    subject: row.subject,
    outcome: row.outcome as AuditOutcome,
    detail: decode(row.detail),
    askedFrom: row.asked_from,
    correlationId: row.correlation_id,
  };
}
