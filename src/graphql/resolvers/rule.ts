import { Problem } from '../../base/errors.ts';
import { canonical } from '../../model/merge.ts';
import { MOST_PER_HOUR } from '../../model/rule.ts';
import { actionInWords, summary } from '../../model/rule-summary.ts';
import type { KeptRule } from '../../store/rule-shapes.ts';
import { changeRule, createRule, deleteRule, rollbackRule } from '../../sync/rule-book.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { connection, pageRequest } from '../pagination.ts';
import { partsOf, readPatch, readRule } from '../rule-input.ts';
import { dryRunRule } from '../rule-trial.ts';
import { instant } from './synced.ts';

const LIST = 'firing';

/** Rules, what they did or would have done, and changing them. */
export const ruleResolvers: Resolvers = {
  Rule: {
    id: ({ rule }) => rule.id,
    name: ({ rule }) => rule.name,
    enabled: ({ rule }) => rule.enabled,
    pausedAt: ({ pausedAt }) => (pausedAt === null ? null : instant(pausedAt)),
    mostPerHour: ({ rule }) => rule.mostPerHour ?? MOST_PER_HOUR,
    shipped: ({ shipped }) => shipped !== null,
    edited: ({ rule, shipped }) => shipped !== null && canonical(rule) !== canonical(shipped),
    versions: async ({ rule }, _, context) => [...(await context.loaders.ruleVersions(rule.id))],
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
  RuleVersion: {
    at: ({ at }) => instant(at),
    summary: ({ rule }) => summary(rule),
    name: ({ rule }) => rule.name,
    trigger: ({ rule }) => rule.trigger,
    when: ({ rule }) => rule.when,
    actions: ({ rule }) => rule.actions,
  },
  RuleFiring: {
    rule: async (firing, _, context) => (await context.loaders.rules()).get(firing.ruleId) ?? null,
    event: (firing, _, context) => (firing.eventSeq === null ? null : context.loaders.event.load(firing.eventSeq)),
    entity: (firing, _, context) => living(context, firing.entityId),
    result: ({ result, errands }) => [...(result ? [result] : []), ...errands.map(actionInWords)].join('; '),
    at: (firing) => instant(firing.at),
  },
  RuleDryRun: {
    since: ({ since }) => (since === null ? null : instant(since)),
    examples: ({ examples }) => [...examples],
  },
  RuleDryRunExample: {
    event: ({ eventSeq }, _, context) => (eventSeq === null ? null : context.loaders.event.load(eventSeq)),
    entity: ({ entityId }, _, context) => living(context, entityId),
  },
  Query: {
    rules: async (_, __, context) => [...(await context.loaders.rules()).values()],
    ruleFirings: async (_, { ruleId, ...args }, context) => {
      const request = pageRequest(args, LIST);
      const filter = ruleId == null ? {} : { ruleId };
      const page = await context.sync.store.firings.page(filter, request);
      return connection(page, request, LIST, (firing) => firing);
    },
    dryRunRule: (_, { input }, context) => dryRunRule(context, input),
  },
  Mutation: {
    createRule: async (_, { input }, context) => {
      const id = input.id ?? context.sync.newId('rul');
      const read = await readRule(context.sync, { id, enabled: true, when: null, ...partsOf({ ...input }) });
      if ('errors' in read) return refused(read.errors);
      return written(context, () => createRule(context.sync, read.rule));
    },
    updateRule: async (_, { input }, context) => {
      const before = (await context.loaders.rules()).get(input.id);
      if (!before) return refused([invalid(['id'], 'is not the id of a rule', 'NOT_FOUND')]);
      const wish = await readPatch(context.sync, before.rule, { ...input });
      if ('errors' in wish) return refused(wish.errors);
      return written(context, () => changeRule(context.sync, input.id, wish.patch));
    },
    rollbackRule: (_, { input }, context) =>
      written(context, () => rollbackRule(context.sync, input.id, input.version)),
    deleteRule: async (_, { id }, context) => {
      const userErrors = await problemsOf(() => deleteRule(context.sync, id), ['id']);
      context.renew();
      return { deletedId: userErrors.length > 0 ? null : id, userErrors };
    },
  },
};

async function living(context: GraphContext, id: string | null) {
  const entity = id === null ? null : await context.loaders.entity.load(id);
  return entity?.deletedAt === null ? entity : null;
}

async function written(context: GraphContext, write: () => Promise<KeptRule>) {
  let rule: KeptRule | null = null;
  const userErrors = await problemsOf(async () => {
    rule = await write();
  }, ['input', 'id']);
  context.renew();
  return { rule, userErrors };
}

async function problemsOf(work: () => Promise<void>, path: readonly string[]): Promise<InputError[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return [{ ...fromProblem(error, []), path: [...(error.details.path ?? path)] }];
  }
}

function refused(userErrors: readonly InputError[]) {
  return { rule: null, userErrors: [...userErrors] };
}
