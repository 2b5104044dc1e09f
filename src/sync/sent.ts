import type { Value } from '../model/kind.ts';
import type { Delivery, Version } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';

/** The values of an entity's field that a write of ours on its way may bring, the latest first. */
export type Sent = (entityId: string, field: string) => readonly Value[];

/** More changes than this are not made while one write is under way. */
const MOST_VERSIONS = 50;

/**
 * Of entities with writes to that system that are not settled: the values that an attempt at one of them may have written, even
 * though the entity has moved on. What comes back as one of them is our own write, not an edit made there. Which of them
 * were tried is not asked: an attempt under way has not been counted yet, and it takes along what waits behind it.
 */
export async function sentValues(tx: Store, system: string, entityIds: readonly string[]): Promise<Sent> {
  const open = await tx.outbox.openOf([...new Set(entityIds)]);
  const written = new Map<string, Map<string, Value[]>>();
  for (const [entityId, deliveries] of open) {
    const writes = deliveries.filter((delivery) => delivery.system === system && delivery.operation !== 'remove');
    if (writes.length > 0) written.set(entityId, await valuesSince(tx, entityId, writes));
  }
  return (entityId, field) => written.get(entityId)?.get(field) ?? [];
}

/** Every value the fields of these deliveries have had since the first of them was made; a creation brings all fields. */
async function valuesSince(tx: Store, entityId: string, writes: readonly Delivery[]): Promise<Map<string, Value[]>> {
  const versions = await versionsSince(tx, entityId, Math.min(...writes.map((delivery) => delivery.createdAt)));
  const isCreated = writes.some(({ operation }) => operation === 'create');
  const all = isCreated ? versions.flatMap((version) => Object.keys(version.fields)) : [];
  const fields = new Set([...writes.flatMap((delivery) => delivery.fields), ...all]);
  return new Map([...fields].map((field) => [field, versions.map((version) => version.fields[field] ?? null)]));
}

/** What the entity was at any time from then on, the latest first. */
export async function versionsSince(tx: Store, entityId: string, since: number): Promise<readonly Version[]> {
  const latest = await tx.versions.page(entityId, { limit: MOST_VERSIONS, forward: true, from: null });
  return latest.items.filter(({ at }) => at >= since);
}
