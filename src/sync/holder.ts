import type { LinkedRecord } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';

/**
 * True if the record is a living one that the system keeps as such. A record extracted from a document only tells of its
 * entity: another record of the same system may stand beside it, and nobody writes to it.
 */
export function isKept(record: LinkedRecord): boolean {
  return record.deletedAt === null && record.documentId === null;
}

/** The systems that keep a record of an entity. */
export function holders(records: readonly LinkedRecord[]): Set<string> {
  return new Set(records.filter(isKept).map((record) => record.system));
}

/**
 * Entity id to the systems that keep a record of it, or will when a creation under way arrives there: whatever changes the
 * entity must reach those too, in its turn.
 */
export async function holdersOf(tx: Store, entityIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const records = await tx.snapshots.ofEntities(entityIds);
  const open = await tx.outbox.openOf(entityIds);
  const coming = (id: string) =>
    (open.get(id) ?? []).filter(({ operation, status }) => operation === 'create' && status === 'QUEUED');
  return new Map(
    entityIds.map((id) => [
      id,
      new Set([...holders(records.get(id) ?? []), ...coming(id).map((delivery) => delivery.system)]),
    ]),
  );
}
