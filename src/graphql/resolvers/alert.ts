import { Problem } from '../../base/errors.ts';
import { conditionInWords } from '../../model/alert.ts';
import { canonical } from '../../model/merge.ts';
import type { KeptAlertRule, KeptTarget } from '../../store/alert-shapes.ts';
import { muteAlertRule, setAlertRule } from '../../sync/alert-book.ts';
import { sendTest } from '../../sync/messages.ts';
import { type Changed, changeTarget, createTarget, deleteTarget, targetOf } from '../../sync/targets.ts';
import { readAlertRule, readNewTarget, readTarget, type Wish } from '../alert-input.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { AlertVia, Resolvers } from '../generated/resolvers.ts';
import { connection, pageRequest } from '../pagination.ts';
import { instant } from './synced.ts';
import { systemOf } from './system.ts';

const LIST = 'alert';

/** Alerts, their rules and targets, and changing these. */
export const alertResolvers: Resolvers = {
  AlertRule: {
    id: ({ rule }) => rule.id,
    name: ({ rule }) => rule.name,
    enabled: ({ rule }) => rule.enabled,
    shipped: ({ shipped }) => shipped !== null,
    edited: ({ rule, shipped }) => shipped !== null && canonical(rule) !== canonical(shipped),
    condition: ({ rule }) => rule.condition,
    summary: ({ rule }) => conditionInWords(rule.condition),
    targets: ({ rule }, _, context) => targetsOf(context, rule.targets),
    mutedUntil: ({ mutedUntil }, _, context) =>
      mutedUntil !== null && mutedUntil > context.sync.clock.now() ? instant(mutedUntil) : null,
  },
  Alert: {
    rule: async ({ ruleId }, _, context) => (await context.loaders.alertRules()).get(ruleId) ?? null,
    open: ({ state }) => state === 'RAISED',
    system: ({ system }, _, context) => (system === null ? null : systemOf(context, system)),
    since: ({ since }) => instant(since),
    raisedAt: ({ raisedAt, at }) => instant(raisedAt ?? at),
    recoveredAt: ({ recoveredAt }) => instant(recoveredAt),
    told: ({ told }, _, context) => targetsOf(context, told),
  },
  AlertTarget: {
    via: ({ via }) => via.toUpperCase() as AlertVia,
    recipients: ({ recipients }) => [...recipients],
    oldSecretUntil: ({ oldSecretUntil }, _, context) =>
      oldSecretUntil !== null && oldSecretUntil > context.sync.clock.now() ? instant(oldSecretUntil) : null,
    pending: async ({ id }, _, context) => (await context.loaders.messageCounts()).get(id)?.queued ?? 0,
    failed: async ({ id }, _, context) => (await context.loaders.messageCounts()).get(id)?.failed ?? 0,
    createdAt: ({ createdAt }) => instant(createdAt),
  },
  Query: {
    alertRules: async (_, __, context) => [...(await context.loaders.alertRules()).values()],
    alerts: async (_, { open, ruleId, ...args }, context) => {
      const request = pageRequest(args, LIST);
      const filter = { ...(open != null && { open }), ...(ruleId != null && { ruleId }) };
      return connection(await context.sync.store.alerts.page(filter, request), request, LIST, (alert) => alert);
    },
    alertTargets: async (_, __, context) => [...(await context.loaders.targets()).values()],
  },
  Mutation: {
    setAlertRule: async (_, { input }, context) => {
      const before = input.id == null ? null : (await context.loaders.alertRules()).get(input.id);
      if (before === undefined) return noRule([invalid(['id'], 'is not the id of an alert rule', 'NOT_FOUND')]);
      const id = before?.rule.id ?? context.sync.newId('alr');
      const wish = readAlertRule(before?.rule ?? null, id, input);
      return 'errors' in wish ? noRule(wish.errors) : ruleAnswer(context, setAlertRule(context.sync, wish.value));
    },
    muteAlertRule: (_, { input }, context) =>
      ruleAnswer(context, muteAlertRule(context.sync, input.id, input.until?.getTime() ?? null)),
    createAlertTarget: (_, { input }, context) =>
      targetAnswer(context, async () => {
        const wish = readNewTarget(context.sync.newId('tgt'), input);
        return 'errors' in wish ? wish : { value: await createTarget(context.sync, wish.value) };
      }),
    updateAlertTarget: (_, { input }, context) =>
      targetAnswer(context, async () => {
        const wish = readTarget(await targetOf(context.sync, input.id), input);
        if ('errors' in wish) return wish;
        return { value: await changeTarget(context.sync, wish.value, input.renewSecret ?? false) };
      }),
    deleteAlertTarget: async (_, { id }, context) => {
      try {
        await deleteTarget(context.sync, id);
        return { deletedId: id, userErrors: [] };
      } catch (error) {
        return { deletedId: null, userErrors: [asUserError(error)] };
      }
    },
    testAlertTarget: async (_, { id }, context) => {
      try {
        return { ...(await sendTest(context.sync, await targetOf(context.sync, id))), userErrors: [] };
      } catch (error) {
        return { delivered: false, result: null, userErrors: [asUserError(error)] };
      }
    },
  },
};

async function targetsOf(context: GraphContext, ids: readonly string[]): Promise<KeptTarget[]> {
  const known = await context.loaders.targets();
  return ids.flatMap((id) => known.get(id) ?? []);
}

async function ruleAnswer(context: GraphContext, changing: Promise<KeptAlertRule>) {
  try {
    const alertRule = await changing;
    context.renew();
    return { alertRule, userErrors: [] };
  } catch (error) {
    return noRule([asUserError(error)]);
  }
}

async function targetAnswer(context: GraphContext, change: () => Promise<Wish<Changed>>) {
  try {
    const changed = await change();
    if ('errors' in changed) return { alertTarget: null, secret: null, userErrors: [...changed.errors] };
    context.renew();
    return { alertTarget: changed.value.target, secret: changed.value.secret, userErrors: [] };
  } catch (error) {
    return { alertTarget: null, secret: null, userErrors: [asUserError(error)] };
  }
}

function noRule(userErrors: readonly InputError[]) {
  return { alertRule: null, userErrors: [...userErrors] };
}

function asUserError(error: unknown): InputError {
  if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
  return fromProblem(error, ['id']);
}
