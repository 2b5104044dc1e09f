import { Problem } from '../../base/errors.ts';
import { within } from '../../base/work.ts';
import type { PageRequest, PageResult } from '../../store/store.ts';
import { discardDelivery, retryDelivery } from '../../sync/delivery.ts';
import { syncContact } from '../../sync/reconcile.ts';
import type { GraphContext } from '../context.ts';
import { badInput, fromProblem, type InputError } from '../errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { deliveryFilter, eventFilter, runFilter } from '../log-filters.ts';
import { receiptsOf } from '../mutation.ts';
import { connection, type PageArgs, pageRequest } from '../pagination.ts';
import { mapEvents } from '../subscription.ts';
import { syncNow } from '../sync-now.ts';
import { instant } from './synced.ts';
import { entityType, systemOf } from './system.ts';
import { eventId, eventSeq } from './timeline.ts';

/** The events that change what a contact's query answers. */
const CHANGES = [
  'CREATED',
  'UPDATED',
  'DELETED',
  'LINKED',
  'UNLINKED',
  'MERGED',
  'CONFLICT',
  'CONFLICT_RESOLVED',
] as const;

/** Events, runs, deliveries, conflicts, and what an operator can do about them. */
export const syncResolvers: Resolvers = {
  SyncEvent: {
    id: (event) => eventId(event.seq),
    at: (event) => instant(event.at),
    type: (event) => event.type && entityType(event.type),
    entity: async (event, _, context) => {
      const entity = event.entityId === null ? null : await context.loaders.entity.load(event.entityId);
      return entity?.deletedAt === null ? entity : null;
    },
    system: (event, _, context) => (event.system === null ? null : systemOf(context, event.system)),
    changes: (event) => [...event.changes],
  },
  Conflict: {
    entity: async (conflict, _, context) => {
      const entity = await context.loaders.entity.load(conflict.entityId);
      if (!entity) throw new Problem('INTERNAL', `Conflict ${conflict.id} is about nothing`);
      return entity;
    },
    values: (conflict) => conflict.values.map((side) => ({ ...side, changedAt: instant(side.changedAt) })),
    at: (conflict) => instant(conflict.at),
  },
  Delivery: {
    system: (delivery, _, context) => systemOf(context, delivery.system),
    entity: (delivery, _, context) => context.loaders.entity.load(delivery.entityId),
    fields: (delivery) => [...delivery.fields],
    nextAttemptAt: (delivery) => instant(delivery.nextAttemptAt),
    createdAt: (delivery) => instant(delivery.createdAt),
  },
  SyncRun: {
    system: (run, _, context) => systemOf(context, run.system),
    types: (run) => run.kinds.map(entityType),
    written: async (run, _, context) => {
      const came = await context.loaders.deliveries.load(run.id);
      return came.filter((delivery) => delivery.status === 'APPLIED').length;
    },
    startedAt: (run) => instant(run.startedAt),
    finishedAt: (run) => instant(run.finishedAt),
  },
  Query: {
    syncEvents: (_, { filter, ...args }, context) => {
      const wanted = eventFilter(filter, context);
      return plainList(args, 'event', (page) => context.sync.store.events.page(wanted, page));
    },
    syncRuns: (_, { filter, ...args }, context) => {
      const wanted = runFilter(filter, context);
      return plainList(args, 'run', (page) => context.sync.store.runs.page(wanted, page));
    },
    deliveries: (_, { filter, ...args }, context) => {
      const wanted = deliveryFilter(filter, context);
      return plainList(args, 'delivery', (page) => context.sync.store.outbox.page(wanted, page));
    },
    conflicts: (_, { open, ...args }, context) =>
      plainList(args, 'conflict', (page) => context.sync.store.conflicts.page(open == null ? {} : { open }, page)),
  },
  Mutation: {
    syncNow: (_, { input }, context) => syncNow(context, input),
    syncContact: async (_, { input }, context) => {
      try {
        const { correlationId } = context;
        await within({ ...context.work, lane: 'read' }, () => syncContact(context.sync, input.id, correlationId));
        context.renew();
        const deliveries = await context.sync.store.outbox.byCorrelation([correlationId]);
        const receipts = receiptsOf(input.id, deliveries.get(correlationId) ?? []);
        return { contact: await context.loaders.entity.load(input.id), receipts, userErrors: [] };
      } catch (error) {
        return { contact: null, receipts: [], userErrors: [asUserError(error)] };
      }
    },
    retryDelivery: (_, { id }, context) => onDelivery(context, id, retryDelivery),
    discardDelivery: (_, { id }, context) => onDelivery(context, id, discardDelivery),
  },
  Subscription: {
    syncEvents: {
      subscribe: async (_, { after, filter }, context) => {
        const from = after == null ? null : eventSeq(after);
        if (after != null && from === null) throw badInput('after is not the id of a sync event', ['after']);
        const events = await context.gateway.live.events(from, eventFilter(filter, context));
        return mapEvents(events, async (event) => {
          context.renew();
          return { syncEvents: event };
        });
      },
    },
    contactChanged: {
      subscribe: async (_, { id }, context) => {
        const events = await context.gateway.live.events(null, { contactId: id, kinds: CHANGES });
        return mapEvents(events, async () => {
          context.renew();
          const contact = await context.loaders.entity.load(id);
          return contact?.kind === 'contact' ? { contactChanged: contact } : null;
        });
      },
    },
    systemChanged: {
      subscribe: async (_, __, context) => {
        const events = await context.gateway.live.events(null, { kinds: ['SYSTEM_CHANGED'] });
        return mapEvents(events, async (event) => ({ systemChanged: systemOf(context, event.system ?? event.origin) }));
      },
    },
  },
};

async function plainList<T>(args: PageArgs, list: string, load: (page: PageRequest) => Promise<PageResult<T>>) {
  const request = pageRequest(args, list);
  return connection(await load(request), request, list, (item) => item);
}

async function onDelivery(
  context: GraphContext,
  id: string,
  act: (sync: GraphContext['sync'], id: string) => Promise<void>,
) {
  try {
    await within({ ...context.work, lane: 'write' }, () => act(context.sync, id));
    context.renew();
    return { delivery: (await context.sync.store.outbox.get([id])).get(id) ?? null, userErrors: [] };
  } catch (error) {
    return { delivery: null, userErrors: [asUserError(error)] };
  }
}

function asUserError(error: unknown): InputError {
  if (error instanceof Problem && error.code !== 'INTERNAL') return fromProblem(error, ['id']);
  throw error;
}
