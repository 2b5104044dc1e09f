import { Problem } from '../../base/errors.ts';
import type { Proposal } from '../../store/shapes.ts';
import { approveMerges, type Choice, type Decided, rejectMerges } from '../../sync/merge-plan.ts';
import { isWaitingForPlan } from '../../sync/plan.ts';
import { startSync } from '../../sync/start-sync.ts';
import type { GraphContext } from '../context.ts';
import { badInput, fromProblem, type InputError, invalid } from '../errors.ts';
import type { ApproveMergesInput, Resolvers } from '../generated/resolvers.ts';
import { connection, pageRequest } from '../pagination.ts';
import { instant } from './synced.ts';
import { systemOf } from './system.ts';

const MOST_IDS = 1000;
const NO_ITEMS = { limit: 1, forward: true, from: null };

/** The merge plan of a first sync, and what a person decides about it. */
export const planResolvers: Resolvers = {
  Proposal: {
    contact: (proposal, _, context) => living(context, proposal.entityId),
    into: (proposal, _, context) => living(context, proposal.intoId),
    reasons: (proposal) => [...proposal.reasons],
    at: (proposal) => instant(proposal.at),
    decidedAt: (proposal) => instant(proposal.decidedAt),
  },
  MergePlanSystem: { system: (share, _, context) => systemOf(context, share.system) },
  Query: {
    mergePlan: async (_, { state, minScore, ...args }, context) => {
      if (minScore != null && !isShare(minScore)) throw badInput('minScore must be from 0 to 1', ['minScore']);
      const filter = { state: state ?? 'PROPOSED', minScore: minScore ?? 0 };
      const request = pageRequest(args, 'proposal');
      const page = await context.sync.store.proposals.page(filter, request);
      return connection(page, request, 'proposal', (proposal: Proposal) => proposal);
    },
    mergePlanSummary: (_, __, context) => summary(context),
  },
  Mutation: {
    approveMerges: async (_, { input }, context) => {
      const choice = chosen(input);
      if (isRefused(choice)) return payload(context, choice);
      const cause = {
        origin: 'gateway',
        actor: context.caller.id,
        runId: null,
        correlationId: context.correlationId,
      };
      return decided(context, await approveMerges(context.sync, choice, cause), input.ids ?? []);
    },
    rejectMerges: async (_, { input }, context) => {
      const choice = chosen(input);
      if (isRefused(choice)) return payload(context, choice);
      return decided(context, await rejectMerges(context.sync, input.ids), input.ids);
    },
    startSync: async (_, { input }, context) => {
      try {
        await startSync(context.sync, { force: input.force ?? false });
        return { summary: await summary(context), userErrors: [] };
      } catch (error) {
        if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
        return { summary: await summary(context), userErrors: [fromProblem(error, [])] };
      }
    },
  },
};

async function living(context: GraphContext, id: string) {
  const contact = await context.loaders.entity.load(id);
  return contact?.deletedAt === null ? contact : null;
}

async function summary({ sync }: GraphContext) {
  const { store } = sync;
  const [waiting, counts, contacts, shares] = await Promise.all([
    isWaitingForPlan(store),
    store.proposals.counts(),
    store.entities.page({ kind: 'contact' }, NO_ITEMS),
    store.proposals.shares(),
  ]);
  const none = { contacts: 0, linked: 0, proposed: 0 };
  const held = new Map(shares.map((share) => [share.system, share]));
  const ids = new Set([...sync.connections.keys(), ...held.keys()]);
  return {
    waiting,
    proposed: counts.PROPOSED,
    approved: counts.APPROVED,
    rejected: counts.REJECTED,
    contacts: contacts.total,
    systems: [...ids].map((id) => {
      const { contacts: all, linked, proposed } = held.get(id) ?? none;
      return { system: id, contacts: all, linked, proposed, alone: all - linked - proposed };
    }),
  };
}

function chosen({ ids, minScore }: ApproveMergesInput): Choice | InputError[] {
  if (minScore != null) return isShare(minScore) ? { minScore } : [invalid(['minScore'], 'must be from 0 to 1')];
  if ((ids ?? []).length > MOST_IDS) return [invalid(['ids'], `must be at most ${MOST_IDS}`)];
  return { ids: ids ?? [] };
}

function isRefused(choice: Choice | InputError[]): choice is InputError[] {
  return Array.isArray(choice);
}

function isShare(score: number): boolean {
  return score >= 0 && score <= 1;
}

function decided(context: GraphContext, { done, settled, refused }: Decided, ids: readonly string[]) {
  context.renew();
  const userErrors = refused.map(({ id, problem }) => {
    const place = ids.length > 0 ? ['ids', String(ids.indexOf(id))] : ['minScore'];
    return { ...fromProblem(problem, place), message: `${id}: ${problem.message}` };
  });
  return payload(context, userErrors, { decided: done, settled });
}

async function payload(context: GraphContext, userErrors: InputError[], counts = { decided: 0, settled: 0 }) {
  return { ...counts, summary: await summary(context), userErrors };
}
