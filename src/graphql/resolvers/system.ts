import { models } from '../../model/index.ts';
import type { Kind } from '../../model/kind.ts';
import type { Collection, Source } from '../../sources/source.ts';
import type { Delivery, LinkedRecord } from '../../store/shapes.ts';
import type { System } from '../../sync/connection.ts';
import { canWrite } from '../../sync/writable.ts';
import type { GraphContext } from '../context.ts';
import type { ChangeFeed, EntityType, RecordState, Resolvers } from '../generated/resolvers.ts';
import { instant } from './synced.ts';

/** The graph's name of a kind. */
export function entityType(kind: Kind): EntityType {
  return kind.toUpperCase() as EntityType;
}

/** The kind of a graph name. */
export function kindOf(type: EntityType): Kind {
  return type.toLowerCase() as Kind;
}

/** The system with that id, also one that is known only from old records. */
export function systemOf(context: GraphContext, id: string): System {
  const known = context.sync.systems.find((system) => system.id === id);
  return known ?? { id, name: id, source: null, mapping: () => [], budget: () => null };
}

/** Systems: what they can do, how they are, and their records. */
export const systemResolvers: Resolvers = {
  System: {
    capabilities: (system) =>
      Object.entries(system.source?.collections ?? {}).flatMap(([kind, collection]) =>
        system.source && collection ? [capability(system, system.source, kind as Kind, collection)] : [],
      ),
    health: (system, _, context) => health(system, context),
  },
  SystemRecord: {
    system: (record, _, context) => systemOf(context, record.system),
    id: (record) => record.recordId,
    seenAt: (record) => instant(record.seenAt),
    changedAt: (record) => instant(record.changedAt),
    stale: (record, _, context) => context.isStale(record),
    state: (record, _, context) => recordState(record, context),
  },
  Receipt: {
    system: (delivery, _, context) => systemOf(context, delivery.system),
    nextAttemptAt: (delivery) => instant(delivery.nextAttemptAt),
    unsupportedFields: (delivery) => [...delivery.unsupportedFields],
  },
  Query: { systems: (_, __, context) => [...context.sync.systems] },
};

function capability(system: System, source: Source, kind: Kind, collection: Collection) {
  const { write } = collection;
  return {
    type: entityType(kind),
    read: true,
    create: write?.create !== undefined,
    update: write?.update !== undefined,
    delete: write?.remove !== undefined,
    changes: changeFeed(source, kind, collection),
    writableFields: writableFields(system, kind),
    note: collection.note ?? null,
  };
}

function changeFeed(source: Source, kind: Kind, collection: Collection): ChangeFeed {
  if (source.webhooks?.tells.includes(kind)) return 'WEBHOOK';
  return collection.covers === 'changes' ? 'DELTA_POLL' : 'FULL_POLL';
}

function writableFields(system: System, kind: Kind): string[] {
  const model = models[kind];
  const writes = (field: string) =>
    canWrite(system, kind, field, 'creates') || canWrite(system, kind, field, 'updates');
  const listed = Object.keys(model.fields).filter((field) => !model.fields[field]?.readOnly && writes(field));
  return model.open && writes('custom.any') ? [...listed, 'customFields'] : listed;
}

async function health(system: System, context: GraphContext) {
  const { store } = context.sync;
  const connection = context.sync.connections.get(system.id);
  const counts = (await store.outbox.counts()).get(system.id) ?? { queued: 0, failed: 0 };
  const polled = connection ? await store.runs.lastGood(system.id, 'contact') : null;
  const [changedAt, noticedAt, missed] = await Promise.all([
    store.settings.get(`lastChange:${system.id}`),
    store.settings.get(`lastWebhook:${system.id}`),
    store.missed.count(system.id),
  ]);
  const { state, checkedAt, error } = connection?.health() ?? {
    state: 'NOT_CONNECTED' as const,
    checkedAt: null,
    error: null,
  };
  const budget = system.budget();
  return {
    state,
    error,
    checkedAt: instant(checkedAt),
    lastChangeAt: instant(asTime(changedAt)),
    lastPollAt: instant(polled?.finishedAt ?? null),
    lastWebhookAt: instant(asTime(noticedAt)),
    credentialExpiresAt: instant(system.source?.credentialExpiresAt?.() ?? null),
    budget: budget && { ...budget, resetsAt: instant(budget.resetsAt) },
    pendingDeliveries: counts.queued,
    failedDeliveries: counts.failed,
    missedWebhooks: missed,
  };
}

function asTime(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

async function recordState(record: LinkedRecord, context: GraphContext): Promise<RecordState> {
  if (record.deletedAt !== null) return 'ARCHIVED';
  if (record.quarantinedAt !== null) return 'QUARANTINED';
  const here = (delivery: Delivery) => delivery.system === record.system;
  const open = (await context.loaders.openDeliveries.load(record.entityId)).filter(here);
  if (open.some((delivery) => delivery.status === 'QUEUED')) return 'PENDING';
  if (open.at(-1)?.status === 'FAILED') return 'FAILED';
  const conflicts = await context.loaders.conflicts.load(record.entityId);
  const disputed = conflicts.some(
    (conflict) => conflict.open && conflict.values.some((side) => side.origin === record.system),
  );
  return disputed ? 'CONFLICT' : 'IN_SYNC';
}
