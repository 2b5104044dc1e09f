import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';

const LATEST = { limit: 1, forward: true, from: null };

/** The entity that in the end took the place of a merged one; the entity itself where it lives or was deleted otherwise. */
export async function survivorOf(tx: Store, entity: Entity): Promise<Entity> {
  let current = entity;
  while (current.deletedAt !== null) {
    const [latest] = (await tx.versions.page(current.id, LATEST)).items;
    const into = latest?.changes.find(({ field }) => field === 'mergedInto')?.after;
    const next = typeof into === 'string' ? (await tx.entities.get([into])).get(into) : undefined;
    if (!next) break;
    current = next;
  }
  return current;
}
