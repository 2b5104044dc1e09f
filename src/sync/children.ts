import { CHILD_KINDS } from '../model/kind.ts';
import type { Entity, LinkedRecord } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';

const PAGE = 200;

/** What belongs to a contact, page by page, as it stood before the running transaction's ledger is written. */
export async function* childrenOf(tx: Store, contactId: string): AsyncIterable<readonly Entity[]> {
  for (const kind of CHILD_KINDS) {
    for (let from: Position | null = null; ; ) {
      const page = await tx.entities.page({ kind, contactId }, { limit: PAGE, forward: true, from });
      if (page.items.length > 0) yield page.items;
      from = page.positions.at(-1) ?? null;
      if (!page.more || from === null) break;
    }
  }
}

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
  for await (const children of childrenOf(tx, contactId)) {
    const holders = await holdersOf(
      tx,
      children.map((child) => child.id),
    );
    for (const child of children)
      taken.push({ before: child, after: removeChild(context, ledger, child, holders.get(child.id)) });
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

/** Gives the children of one contact that fit to another one; nothing is written to any system by that. */
export async function moveChildren(tx: Store, ledger: Ledger, { from, to, why, fits }: ChildMove): Promise<void> {
  for await (const children of childrenOf(tx, from.id)) {
    const records = fits ? await tx.snapshots.ofEntities(children.map((child) => child.id)) : new Map();
    for (const child of children)
      if (!fits || fits(child, records.get(child.id) ?? [])) ledger.change(child, {}, 0, to.id, { why });
  }
}

/** Whose children go to whom, and why; without `fits` all of them. */
export interface ChildMove {
  readonly from: Entity;
  readonly to: Entity;
  readonly why: string;
  readonly fits?: (child: Entity, records: readonly LinkedRecord[]) => boolean;
}
