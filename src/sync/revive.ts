import type { ChildKind } from '../model/kind.ts';
import { CHILD_KINDS } from '../model/kind.ts';
import type { Delivery, Entity, LinkedRecord, LoggedEvent, Version } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { holdersOf, isKept } from './holder.ts';
import type { Ledger } from './ledger.ts';
import { route } from './route.ts';

const PAGE = 200;

/** An entity that came back, with what is left of it in systems. */
export interface Revival {
  /** As it was deleted. */
  readonly dead: Entity;
  readonly entity: Entity;
  readonly records: readonly LinkedRecord[];
  readonly open: readonly Delivery[];
}

/**
 * Has what was deleted created again in the systems where it was deleted with it; deletions that were still to be made are taken
 * back. Answers the deliveries that are still open.
 */
export async function revive(context: SyncContext, tx: Store, ledger: Ledger, revival: Revival): Promise<Delivery[]> {
  const { dead, entity, records, open } = revival;
  const error = { code: 'CONFLICT' as const, message: 'The deletion was taken back', retryable: false };
  const removals = open.filter(({ operation }) => operation === 'remove');
  for (const { id, attempts } of removals)
    await tx.outbox.settle(id, { status: 'SKIPPED', attempts, nextAttemptAt: null, error });
  const reachable = entity.contactId === null ? null : await reach(tx, ledger, entity.contactId);
  for (const { id: system } of context.connections.values()) {
    const there = records.filter((record) => record.system === system && record.documentId === null);
    const wentWithIt = there.some(({ deletedAt }) => deletedAt !== null && deletedAt >= (dead.deletedAt ?? 0));
    if (!wentWithIt || there.some(isKept)) continue;
    const nobody: ReadonlySet<string> = new Set();
    // It was there: no policy is asked again.
    const again = {
      operation: 'create',
      fields: [],
      named: true,
      barred: () => null,
      cameToBelong: () => false,
    } as const;
    route({ ...again, context, ledger, entity, keepers: nobody, reachable }, system);
  }
  return open.filter((delivery) => !removals.includes(delivery));
}

/** The systems that hold the contact, or will when what this ledger queues has arrived. */
async function reach(tx: Store, ledger: Ledger, contactId: string): Promise<ReadonlySet<string>> {
  const coming = ledger.deliveries.filter(({ entityId, operation, status }) => {
    return entityId === contactId && operation === 'create' && status === 'QUEUED';
  });
  const holders = (await holdersOf(tx, [contactId])).get(contactId) ?? new Set();
  return new Set([...holders, ...coming.map(({ system }) => system)]);
}

/** Brings back what was deleted together with a contact: `end` is the version that ended it. */
export async function reviveChildren(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  contact: Entity,
  end: Version,
): Promise<void> {
  const ids = await childrenTouched(tx, contact.id, end, (event) => event.kind === 'DELETED');
  const children = [...(await tx.entities.get([...ids])).values()].filter(
    ({ deletedAt, contactId }) => deletedAt !== null && contactId === contact.id,
  );
  const childIds = children.map(({ id }) => id);
  const records = await tx.snapshots.ofEntities(childIds);
  const open = await tx.outbox.openOf(childIds);
  for (const dead of children) {
    const entity = ledger.change(dead, {}, 0);
    const held = { records: records.get(dead.id) ?? [], open: open.get(dead.id) ?? [] };
    await revive(context, tx, ledger, { dead, entity, ...held });
  }
}

/** What belongs to a contact and was touched by the same cause as that version of a contact, in a way that fits. */
export async function childrenTouched(
  tx: Store,
  contactId: string,
  { correlationId, at }: Version,
  fits: (event: LoggedEvent) => boolean,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const filter = { contactId, types: CHILD_KINDS as readonly ChildKind[] };
  for (let from: Position | null = null; ; ) {
    const page = await tx.events.page(filter, { limit: PAGE, forward: true, from });
    for (const event of page.items)
      if (event.correlationId === correlationId && event.entityId !== null && fits(event)) ids.add(event.entityId);
    from = page.positions.at(-1) ?? null;
    const last = page.items.at(-1);
    if (!page.more || from === null || (last && last.at < at)) return ids;
  }
}
