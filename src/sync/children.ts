import { CHILD_KINDS } from '../model/kind.ts';
import type { Entity } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';

const PAGE = 200;

/**
 * Takes what belongs to a deleted contact with it, also in the systems that hold it and can delete it. Answers each as it was
 * and as it is.
 */
export async function removeChildren(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  contactId: string,
): Promise<{ before: Entity; after: Entity }[]> {
  const taken: { before: Entity; after: Entity }[] = [];
  for (const kind of CHILD_KINDS) {
    for (let from: Position | null = null; ; ) {
      const page = await tx.entities.page({ kind, contactId }, { limit: PAGE, forward: true, from });
      const holders = await holdersOf(
        tx,
        page.items.map((child) => child.id),
      );
      for (const child of page.items)
        taken.push({ before: child, after: removeChild(context, ledger, child, holders.get(child.id)) });
      from = page.positions.at(-1) ?? null;
      if (!page.more || from === null) break;
    }
  }
  return taken;
}

function removeChild(
  context: SyncContext,
  ledger: Ledger,
  child: Entity,
  holders: ReadonlySet<string> | undefined,
): Entity {
  const removed = ledger.remove(child);
  for (const connection of context.connections.values()) {
    const removes = connection.source.collections[child.kind]?.write?.remove;
    if (removes && holders?.has(connection.id)) ledger.deliver(removed, connection.id, 'remove', []);
  }
  return removed;
}
