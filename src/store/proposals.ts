import { sql } from 'kysely';
import { type Ordering, pageOf } from './page.ts';
import { decode, lastByKey, readByKeys, writeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Proposal, ProposalFilter, ProposalState, SystemShare } from './shapes.ts';
import type { Store } from './store.ts';
import type { ProposalTable } from './tables.ts';

const BEST_FIRST: Ordering = { column: 'score', type: 'number', direction: 'desc' };
const THOUSAND = 1000;
/** 0.57 * 1000 is a little more than 570. */
const ROUNDING = 1e-6;

/** The proposals of a workspace to take two contacts for one. */
export function proposalStore(scope: Scope): Store['proposals'] {
  const { db, workspace } = scope;
  const all = () => db.selectFrom('proposals').selectAll().where('workspace', '=', workspace);
  return {
    async put(changed) {
      const rows = lastByKey(changed, (proposal) => proposal.id).map((proposal) => toRow(workspace, proposal));
      await writeRows(rows, (part) =>
        db
          .insertInto('proposals')
          .values(part)
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
              entity_id: eb.ref('excluded.entity_id'),
              into_id: eb.ref('excluded.into_id'),
              reasons: eb.ref('excluded.reasons'),
              state: eb.ref('excluded.state'),
              decided_at: eb.ref('excluded.decided_at'),
            })),
          )
          .execute(),
      );
    },
    async remove(ids) {
      await writeRows([...new Set(ids)], (part) =>
        db.deleteFrom('proposals').where('workspace', '=', workspace).where('id', 'in', part).execute(),
      );
    },
    async get(ids) {
      const rows = await readByKeys(ids, (part) => all().where('id', 'in', part).execute());
      return new Map(rows.map((row) => [row.id, toProposal(row)]));
    },
    async about(contactIds) {
      const rows = await readByKeys(contactIds, (part) =>
        all()
          .where(({ or, eb }) => or([eb('entity_id', 'in', part), eb('into_id', 'in', part)]))
          .where('state', '<>', 'APPROVED')
          .execute(),
      );
      return lastByKey(rows.map(toProposal), ({ id }) => id);
    },
    page: (filter, page) => pageOf(listed(scope, filter), BEST_FIRST, page, toProposal),
    async counts() {
      const rows = await db
        .selectFrom('proposals')
        .select(['state', sql<number>`count(*)`.as('count')])
        .where('workspace', '=', workspace)
        .where(sql<boolean>`(state <> 'PROPOSED' or ${isOpen(scope)})`)
        .groupBy('state')
        .execute();
      const of = (state: ProposalState) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { PROPOSED: of('PROPOSED'), APPROVED: of('APPROVED'), REJECTED: of('REJECTED') };
    },
    shares: () => shares(scope),
  };
}

function listed(scope: Scope, { state, minScore }: ProposalFilter) {
  const { db, workspace } = scope;
  const chosen = db
    .selectFrom('proposals')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('state', '=', state)
    .where('score', '>=', Math.ceil((minScore ?? 0) * THOUSAND - ROUNDING));
  return state === 'PROPOSED' ? chosen.where(isOpen(scope)) : chosen;
}

/** What is undecided is nobody's question any more once one of the two contacts is gone. */
function isOpen({ workspace }: Scope) {
  const lives = (column: string) => sql<boolean>`exists (select 1 from entities where entities.workspace = ${workspace}
    and entities.id = ${sql.ref(`proposals.${column}`)} and entities.deleted_at is null)`;
  return sql<boolean>`(${lives('entity_id')} and ${lives('into_id')})`;
}

/** One statement over the links of living contact records. */
async function shares(scope: Scope): Promise<readonly SystemShare[]> {
  const { db, workspace } = scope;
  const held = db
    .selectFrom('links')
    .innerJoin('snapshots', (join) =>
      join
        .onRef('snapshots.workspace', '=', 'links.workspace')
        .onRef('snapshots.system', '=', 'links.system')
        .onRef('snapshots.kind', '=', 'links.kind')
        .onRef('snapshots.record_id', '=', 'links.record_id'),
    )
    .where('links.workspace', '=', workspace)
    .where('links.kind', '=', 'contact')
    .where('snapshots.deleted_at', 'is', null)
    .select(['links.system', 'links.entity_id'])
    .distinct();
  const counted = db
    .selectFrom(held.as('held'))
    .selectAll()
    .select(sql<number>`count(*) over (partition by entity_id)`.as('systems'));
  const open = listed(scope, { state: 'PROPOSED' }).clearSelect();
  const proposed = open.select('entity_id').union(open.select('into_id as entity_id'));
  const rows = await db
    .selectFrom(counted.as('counted'))
    .select('system')
    .select(sql<number>`count(*)`.as('contacts'))
    .select(sql<number>`sum(case when systems > 1 then 1 else 0 end)`.as('linked'))
    .select(sql<number>`sum(case when systems = 1 and entity_id in (${proposed}) then 1 else 0 end)`.as('proposed'))
    .groupBy('system')
    .orderBy('system')
    .execute();
  return rows.map(({ system, ...counts }) => ({
    system,
    contacts: Number(counts.contacts),
    linked: Number(counts.linked),
    proposed: Number(counts.proposed),
  }));
}

function toRow(workspace: string, proposal: Proposal): ProposalTable {
  return {
    workspace,
    id: proposal.id,
    entity_id: proposal.entityId,
    into_id: proposal.intoId,
    score: Math.round(proposal.score * THOUSAND),
    reasons: JSON.stringify(proposal.reasons),
    state: proposal.state,
    at: proposal.at,
    decided_at: proposal.decidedAt,
  };
}

function toProposal(row: ProposalTable): Proposal {
  return {
    id: row.id,
    entityId: row.entity_id,
    intoId: row.into_id,
    score: row.score / THOUSAND,
    reasons: decode(row.reasons),
    state: row.state as ProposalState,
    at: row.at,
    decidedAt: row.decided_at,
  };
}
