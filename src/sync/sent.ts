import type { Value } from '../model/kind.ts';
import { sameValue } from '../model/merge.ts';
import type { Delivery } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';

/** Tells whether a value may be a write of ours on its way. */
export type WasSent = (entityId: string, field: string, value: Value) => boolean;

/** More changes than this are not made while one write is under way. */
const MOST_VERSIONS = 50;

/**
 * Of entities with updates to that system that are not settled: the values that an attempt at one of them may have written, even
 * though the entity has moved on. What comes back as one of them is our own write, not an edit made there. Which of them
 * were tried is not asked: an attempt under way has not been counted yet, and it takes along what waits behind it.
 */
export async function sentValues(tx: Store, system: string, entityIds: readonly string[]): Promise<WasSent> {
  const open = await tx.outbox.openOf([...new Set(entityIds)]);
  const written = new Map<string, Map<string, Value[]>>();
  for (const [entityId, deliveries] of open) {
    const updates = deliveries.filter((delivery) => delivery.system === system && delivery.operation === 'update');
    if (updates.length > 0) written.set(entityId, await valuesSince(tx, entityId, updates));
  }
  return (entityId, field, value) =>
    written
      .get(entityId)
      ?.get(field)
      ?.some((sent) => sameValue(sent, value)) ?? false;
}

/** Every value the fields of these deliveries have had since the first of them was made. */
async function valuesSince(tx: Store, entityId: string, updates: readonly Delivery[]): Promise<Map<string, Value[]>> {
  const since = Math.min(...updates.map((delivery) => delivery.createdAt));
  const latest = await tx.versions.page(entityId, { limit: MOST_VERSIONS, forward: true, from: null });
  const versions = latest.items.filter(({ at }) => at >= since);
  const fields = new Set(updates.flatMap((delivery) => delivery.fields));
  return new Map([...fields].map((field) => [field, versions.map((version) => version.fields[field] ?? null)]));
}
