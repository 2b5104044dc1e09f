import type { Fields } from '../model/kind.ts';
import type { Entity, Link, Version } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { moveChildren } from './children.ts';
import type { SyncContext } from './context.ts';
import { heldRecord, recordsChange } from './history.ts';
import { handOver } from './join-contacts.ts';
import type { Ledger } from './ledger.ts';
import { hangingOn, keyOf, readOnlyPatch } from './move-records.ts';
import { takenBack, versionsOf } from './past.ts';
import { childrenTouched } from './revive.ts';
import { tellDiffering } from './tell.ts';

/** A contact that has records which another one takes back; `by` is the version with which that other one lost them. */
export interface Owner {
  readonly entity: Entity;
  readonly by: Version;
  readonly links: readonly Link[];
}

/**
 * Takes from a contact what it was given: records, what hangs on them, and the values that came with them and that nobody has
 * changed since. A contact that came to be by that and has nothing else is merged back.
 */
export async function takeFrom(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  owner: Owner,
  back: Entity,
): Promise<void> {
  const { entity, by, links } = owner;
  const keys = new Set(links.map(keyOf));
  const stays = (one: Pick<Link, 'system' | 'recordId'>) => !keys.has(keyOf(one));
  const own = (await tx.links.of([entity.id])).get(entity.id) ?? [];
  const records = ((await tx.snapshots.ofEntities([entity.id])).get(entity.id) ?? []).filter(stays);
  const born = entity.createdAt === by.at;
  const changes = recordsChange(own.map(heldRecord), own.filter(stays).map(heldRecord));
  if (born && records.every(({ deletedAt }) => deletedAt !== null)) {
    await moveChildren(tx, ledger, { from: entity, to: back, why: `Merged with ${entity.id}` });
    return mergeBack(context, tx, ledger, entity, back, changes);
  }

  const why = `${back.id} has its own again`;
  const patch = born ? {} : takenBack(entity.kind, entity.fields, await changesWith(tx, entity, by));
  const left = ledger.change(entity, { ...patch, ...readOnlyPatch(entity, records) }, context.clock.now(), null, {
    changes,
    why,
  });
  for (const { system } of links) ledger.event('UNLINKED', left, { system, message: why });
  const touched = await childrenTouched(tx, entity.id, by, ({ changes: moved }) =>
    moved.some(({ field, before }) => field === 'contact' && before === back.id),
  );
  const hangs = hangingOn(keys);
  await moveChildren(tx, ledger, {
    from: entity,
    to: back,
    why,
    fits: (child, held) => touched.has(child.id) || hangs(child, held),
  });
  await passConflictsOn(tx, ledger, entity, back, patch);
  const open = (await tx.outbox.openOf([entity.id])).get(entity.id) ?? [];
  tellDiffering(context, ledger, { entity: left, records, open, fields: Object.keys(patch) });
}

async function mergeBack(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  entity: Entity,
  back: Entity,
  changes: ReturnType<typeof recordsChange>,
): Promise<void> {
  ledger.remove(entity, { into: back.id, changes, why: `Merged into ${back.id}` });
  ledger.event('MERGED', back, { message: `Merged with ${entity.id}` });
  const open = (await tx.outbox.openOf([entity.id])).get(entity.id) ?? [];
  const kept = (await tx.snapshots.ofEntities([back.id])).get(back.id) ?? [];
  await handOver(context, tx, ledger, { to: back, open, expected: new Set(kept.map(({ system }) => system)) });
  for (const conflict of (await tx.conflicts.of([entity.id])).get(entity.id) ?? [])
    if (conflict.open) ledger.resolve(conflict, back, back.fields[conflict.field] ?? null);
}

/** What that cause changed about the contact. */
async function changesWith(tx: Store, entity: Entity, { correlationId, at }: Version) {
  for await (const version of versionsOf(tx, entity.id)) {
    if (version.correlationId === correlationId) return version.changes;
    if (version.at < at) break;
  }
  return [];
}

/** What is in dispute about a value goes where the value goes. */
async function passConflictsOn(tx: Store, ledger: Ledger, from: Entity, to: Entity, patch: Fields): Promise<void> {
  for (const conflict of (await tx.conflicts.of([from.id])).get(from.id) ?? [])
    if (conflict.open && conflict.field in patch) ledger.passOn(conflict, to);
}
