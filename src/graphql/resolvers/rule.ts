import { Problem } from '../../base/errors.ts';
import { canonical } from '../../model/merge.ts';
import { summary } from '../../model/rule.ts';
import { changeRule } from '../../sync/rule-book.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { connection, pageRequest } from '../pagination.ts';
import { readRule } from '../rule-input.ts';
import { instant } from './synced.ts';

const LIST = 'firing';

/** Rules, what they did, and changing them. */
export const ruleResolvers: Resolvers = {
  Rule: {
    id: ({ rule }) => rule.id,
    name: ({ rule }) => rule.name,
    enabled: ({ rule }) => rule.enabled,
    shipped: ({ shipped }) => shipped !== null,
    edited: ({ rule, shipped }) => shipped !== null && canonical(rule) !== canonical(shipped),
    summary: ({ rule }) => summary(rule),
    trigger: ({ rule }) => rule.trigger,
    when: ({ rule }) => rule.when,
    actions: ({ rule }) => rule.actions,
    lastFiredAt: async ({ rule }, _, context) => {
      const fired = (await context.loaders.firedCounts()).get(rule.id);
      return fired ? instant(fired.lastAt) : null;
    },
    firings: async ({ rule }, _, context) => (await context.loaders.firedCounts()).get(rule.id)?.firings ?? 0,
  },
  RuleFiring: {
    rule: async (firing, _, context) => (await context.loaders.rules()).get(firing.ruleId) ?? null,
    event: (firing, _, context) => (firing.eventSeq === null ? null : context.loaders.event.load(firing.eventSeq)),
    entity: async (firing, _, context) => {
      const entity = firing.entityId === null ? null : await context.loaders.entity.load(firing.entityId);
      return entity?.deletedAt === null ? entity : null;
    },
    at: (firing) => instant(firing.at),
  },
  Query: {
    rules: async (_, __, context) => [...(await context.loaders.rules()).values()],
    ruleFirings: async (_, { ruleId, ...args }, context) => {
      const request = pageRequest(args, LIST);
      const filter = ruleId == null ? {} : { ruleId };
      const page = await context.sync.store.firings.page(filter, request);
      return connection(page, request, LIST, (firing) => firing);
    },
  },
  Mutation: {
    setRule: async (_, { input }, context) => {
      const before = (await context.loaders.rules()).get(input.id);
      if (!before) return refused([invalid(['id'], 'is not the id of a rule', 'NOT_FOUND')]);
      const wish = readRule(context.sync, before.rule, { ...input });
      if ('errors' in wish) return refused(wish.errors);
      return changed(context, input.id, wish.patch);
    },
  },
};

async function changed(context: GraphContext, id: string, patch: Parameters<typeof changeRule>[2]) {
  try {
    const rule = await changeRule(context.sync, id, patch);
    context.renew();
    return { rule, userErrors: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return refused([fromProblem(error, ['id'])]);
  }
}

function refused(userErrors: readonly InputError[]) {
  return { rule: null, userErrors: [...userErrors] };
}
