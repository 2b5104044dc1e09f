import type { Kind } from '../model/kind.ts';
import { writtenTo } from '../model/mapping.ts';
import type { Writer } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import type { System } from './connection.ts';
import type { SyncContext } from './context.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';

/** Queues for every other system that holds a changed entity the fields that it can be told. */
export async function spread(context: SyncContext, tx: Store, ledger: Ledger, origin: string): Promise<void> {
  const changed = ledger.changedFields();
  if (changed.length === 0) return;
  const holders = await holdersOf(
    tx,
    changed.map(({ entity }) => entity.id),
  );
  for (const { entity, fields } of changed) {
    for (const connection of context.connections.values()) {
      if (connection.id === origin || !holders.get(entity.id)?.has(connection.id)) continue;
      const told = fields.filter((field) => canWrite(connection, entity.kind, field, 'updates'));
      if (told.length > 0) ledger.deliver(entity, connection.id, 'update', told);
    }
  }
}

/** True if the system has a place for that entity field and the writer takes it. */
export function canWrite(system: System, kind: Kind, field: string, operation: 'creates' | 'updates'): boolean {
  const writer: Writer | undefined = system.source?.collections[kind]?.write;
  const recordField = writtenTo(system.mapping[kind] ?? [], field);
  return recordField !== null && accepts(writer?.[operation] ?? [], recordField);
}

/** True if a writer's list names that record field; 'custom.*' names every custom field. */
export function accepts(list: readonly string[], recordField: string): boolean {
  return list.some(
    (name) => name === recordField || (name.endsWith('.*') && recordField.startsWith(name.slice(0, -1))),
  );
}
