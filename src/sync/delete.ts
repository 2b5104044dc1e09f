import type { Entity } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import { isKept } from './holder.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** Queues the removal of what was deleted in one system from the others that keep it and can delete it. */
export function deliverRemoval(context: SyncContext, ledger: Ledger, entity: Entity, world: World): void {
  const removed = ledger.entities.get(entity.id) ?? entity;
  for (const system of new Set((world.records.get(entity.id) ?? []).filter(isKept).map((record) => record.system))) {
    const removes = context.connections.get(system)?.source.collections[entity.kind]?.write?.remove;
    if (removes && system !== world.system) ledger.deliver(removed, system, 'remove', []);
  }
}
