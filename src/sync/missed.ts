import type { Entity, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import type { Ledger } from './ledger.ts';

/** News that polling brought, after it was settled. */
interface PolledNews {
  readonly news: readonly Snapshot[];
  /** The records as last seen before, by id. */
  readonly before: ReadonlyMap<string, Snapshot>;
  /** What the records were linked to before, and how that was. */
  readonly world: {
    readonly linked: ReadonlyMap<string, string>;
    readonly entities: ReadonlyMap<string, Entity>;
  };
  readonly ledger: Ledger;
  /** When the last complete pass over the kind began. */
  readonly feedAt: number;
}

/** A pass may miss what was made so shortly before it: search indexes lag. */
const LAG_MS = 5 * 60_000;

/** Remembers which of this news the system's webhooks should have told of; what a notice told of is left out when it is counted. */
export async function noteFound(context: SyncContext, tx: Store, polled: PolledNews): Promise<void> {
  const changes = polled.news.filter((snapshot) => isTold(context, snapshot) && isChange(context, snapshot, polled));
  await tx.missed.found(
    changes.map(({ system, kind, recordId }) => {
      const since = polled.before.get(recordId)?.seenAt ?? polled.feedAt;
      return { system, kind, recordId, since };
    }),
  );
}

function isTold(context: SyncContext, { system, kind }: Snapshot): boolean {
  return context.connections.get(system)?.source.webhooks?.tells.includes(kind) ?? false;
}

/** Did somebody change something there? Our own write coming back changes nothing of its entity, in whatever form it comes. */
function isChange(context: SyncContext, snapshot: Snapshot, { before, world, ledger, feedAt }: PolledNews): boolean {
  const entityId = world.linked.get(snapshot.recordId);
  if (snapshot.deletedAt !== null) return world.entities.get(entityId ?? '')?.deletedAt === null;
  if (entityId !== undefined) return ledger.entities.has(entityId);
  return before.has(snapshot.recordId) || isNew(context, snapshot, feedAt);
}

/** Something old may be seen for the first time, because it came into the window that scans look at. */
function isNew(context: SyncContext, { system, kind, changedAt, createdAt }: Snapshot, feedAt: number): boolean {
  const madeAt = changedAt ?? createdAt;
  if (madeAt !== null) return madeAt >= feedAt - LAG_MS;
  return context.connections.get(system)?.source.collections[kind]?.covers !== 'window';
}
