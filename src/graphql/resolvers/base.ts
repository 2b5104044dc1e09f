import { GraphQLScalarType } from 'graphql';
import { DateTimeISOResolver, JSONResolver } from 'graphql-scalars';
import { idPrefix } from '../../base/id.ts';
import { kindOfPrefix } from '../../sync/prefix.ts';
import type { GraphContext } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type {
  AlertModel,
  AlertRuleModel,
  AlertTargetModel,
  ConflictModel,
  DeliveryModel,
  EntityModel,
  EventModel,
  FiringModel,
  ProposalModel,
  RuleModel,
  RunModel,
} from '../models.ts';
import { typeOf } from './synced.ts';
import { eventSeq } from './timeline.ts';

type AnyNode =
  | EntityModel
  | EventModel
  | ConflictModel
  | DeliveryModel
  | RunModel
  | RuleModel
  | FiringModel
  | ProposalModel
  | AlertModel
  | AlertRuleModel
  | AlertTargetModel;

const MOST_NODES = 100;

/** Scalars, ids and the interfaces. */
export const baseResolvers: Resolvers = {
  DateTime: new GraphQLScalarType({ ...DateTimeISOResolver.toConfig(), name: 'DateTime' }),
  JSON: JSONResolver,
  Node: { __resolveType: (node: AnyNode) => nodeType(node) },
  Synced: { __resolveType: (entity) => typeOf(entity as EntityModel) },
  TimelineItem: {
    __resolveType: (item: EntityModel | EventModel) => ('seq' in item ? 'SyncEvent' : (typeOf(item) as 'Task')),
  },
  Query: {
    node: (_, { id }, context) => findNode(id, context),
    nodes: (_, { ids }, context) => {
      if (ids.length > MOST_NODES) throw badInput(`nodes takes at most ${MOST_NODES} ids`, ['ids']);
      return Promise.all(ids.map((id) => findNode(id, context)));
    },
  },
};

async function findNode(id: string, context: GraphContext): Promise<AnyNode | null> {
  const { store } = context.sync;
  const prefix = idPrefix(id);
  if (kindOfPrefix(prefix)) return context.present(id);
  const seq = eventSeq(id);
  if (seq !== null) return (await store.events.get([seq])).get(seq) ?? null;
  if (prefix === 'cft') return (await store.conflicts.get([id])).get(id) ?? null;
  if (prefix === 'dlv') return (await store.outbox.get([id])).get(id) ?? null;
  if (prefix === 'prp') return (await store.proposals.get([id])).get(id) ?? null;
  if (prefix === 'run') return (await store.runs.get([id])).get(id) ?? null;
  if (prefix === 'rul') return (await context.loaders.rules()).get(id) ?? null;
  if (prefix === 'fir') return (await store.firings.get([id])).get(id) ?? null;
  if (prefix === 'alt') return (await store.alerts.get([id])).get(id) ?? null;
  if (prefix === 'alr') return (await context.loaders.alertRules()).get(id) ?? null;
  if (prefix === 'tgt') return (await context.loaders.targets()).get(id) ?? null;
  return null;
}

function nodeType(node: AnyNode) {
  if ('seq' in node) return 'SyncEvent';
  if ('activeFrom' in node) return 'Rule';
  if ('mutedUntil' in node) return 'AlertRule';
  if ('via' in node) return 'AlertTarget';
  if ('raisedAt' in node) return 'Alert';
  if ('ruleId' in node) return 'RuleFiring';
  if ('operation' in node) return 'Delivery';
  if ('trigger' in node) return 'SyncRun';
  if ('intoId' in node) return 'Proposal';
  if ('field' in node) return 'Conflict';
  return typeOf(node);
}
