import { CHILD_KINDS } from '../model/kind.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';
import { childrenOf } from './place.ts';

/**
 * Takes what belongs to a deleted contact with it; where systems are to be told, also in those that hold it and can delete it.
 * Answers each as it was and as it is.
 */
export async function removeChildren(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  contactId: string,
  tell = true,
): Promise<{ before: Entity; after: Entity }[]> {
  const taken: { before: Entity; after: Entity }[] = [];
  for (const kind of CHILD_KINDS) {
    for await (const children of childrenOf(tx, contactId, kind)) {
      const holders = await holdersOf(
        tx,
        children.map((child) => child.id),
      );
      for (const child of children) {
        const told = tell ? holders.get(child.id) : undefined;
        taken.push({ before: child, after: removeChild(context, ledger, child, told) });
      }
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
