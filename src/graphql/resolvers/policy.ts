import { Problem } from '../../base/errors.ts';
import { within } from '../../base/work.ts';
import { Condition } from '../../model/condition.ts';
import { KINDS } from '../../model/kind.ts';
import { type Policy, policyOf } from '../../model/policy.ts';
import { readPolicies, setPolicy } from '../../sync/policies.ts';
import { releaseRecord } from '../../sync/release.ts';
import { spreadOnRequest } from '../../sync/spread-request.ts';
import type { GraphContext } from '../context.ts';
import { fromProblem, type InputError, invalid } from '../errors.ts';
import type { Resolvers, SetPolicyInput } from '../generated/resolvers.ts';
import { upper } from '../word.ts';
import { instant } from './synced.ts';
import { entityType, kindOf, systemOf } from './system.ts';

const MOST_QUARANTINED = 100;

/** Policies, and what a person does where they do not. */
export const policyResolvers: Resolvers = {
  Policy: {
    system: (policy, _, context) => systemOf(context, policy.system),
    type: (policy) => entityType(policy.kind),
    spread: (policy) => upper(policy.spread),
    deletes: (policy) => upper(policy.deletes),
  },
  QuarantinedRecord: {
    record: (record) => record,
    type: (record) => entityType(record.kind),
    entity: (record, _, context) => context.loaders.entity.load(record.entityId),
    since: (record) => instant(record.quarantinedAt),
  },
  Query: {
    async quarantinedRecords(_, __, { sync }) {
      const records = await sync.store.snapshots.quarantined(MOST_QUARANTINED);
      return records.flatMap(({ quarantinedAt, ...record }) =>
        quarantinedAt === null ? [] : [{ ...record, quarantinedAt }],
      );
    },
    async policies(_, __, { sync }) {
      const set = await readPolicies(sync.store);
      return [...sync.connections.values()].flatMap(({ id, source }) =>
        KINDS.filter((kind) => source.collections[kind]).map((kind) => policyOf(set, id, kind)),
      );
    },
  },
  Mutation: {
    async setPolicy(_, { input }, context) {
      const { store } = context.sync;
      const wish = await policyWish(input, context);
      if ('errors' in wish) return { policy: null, userErrors: [...wish.errors] };
      await setPolicy(store, wish.policy);
      return { policy: wish.policy, userErrors: [] };
    },
    spread: (_, { input }, context) =>
      answered({ queued: 0 }, async () => {
        const request = { kind: kindOf(input.type ?? 'CONTACT'), systems: input.systems, ids: input.ids ?? null };
        const cause = {
          origin: 'gateway',
          actor: context.caller.id,
          runId: null,
          correlationId: context.correlationId,
        };
        return { queued: await spreadOnRequest(context.sync, request, cause) };
      }),
    releaseRecord: (_, { input }, context) =>
      answered({ entity: null }, async () => {
        const record = { system: input.system, kind: kindOf(input.type), recordId: input.id };
        const lane = { ...context.work, lane: 'read' } as const;
        const id = await within(lane, () => releaseRecord(context.sync, record, context.correlationId));
        context.renew();
        return { entity: id === null ? null : await context.loaders.entity.load(id) };
      }),
  },
};

async function policyWish(
  input: SetPolicyInput,
  context: GraphContext,
): Promise<{ policy: Policy } | { errors: readonly InputError[] }> {
  const kind = kindOf(input.type);
  const known = context.sync.systems.map((system) => system.id);
  if (!known.includes(input.system))
    return { errors: [invalid(['system'], `names "${input.system}"; the systems are ${known.join(', ')}`)] };
  const now = policyOf(await readPolicies(context.sync.store), input.system, kind);
  const when =
    input.when === undefined ? { success: true as const, data: now.when } : Condition.nullable().safeParse(input.when);
  if (!when.success)
    return { errors: [invalid(['when'], 'is no condition; expected something like {"tag": "customer"}')] };
  const policy: Policy = {
    ...now,
    spread: lower(input.spread) ?? now.spread,
    deletes: lower(input.deletes) ?? now.deletes,
    when: when.data,
  };
  if (policy.spread === 'rule' && policy.when === null)
    return {
      errors: [invalid(['when'], 'is needed where spread is RULE; expected something like {"tag": "customer"}')],
    };
  return { policy };
}

function lower<T extends string>(word: T | null | undefined): Lowercase<T> | undefined {
  return word == null ? undefined : (word.toLowerCase() as Lowercase<T>);
}

/** What `act` answers, or `none` with what is wrong with the input. */
async function answered<T extends object>(none: T, act: () => Promise<T>): Promise<T & { userErrors: InputError[] }> {
  try {
    return { ...(await act()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'INTERNAL') throw error;
    return { ...none, userErrors: [fromProblem(error, [])] };
  }
}
