import type { Kind } from '../model/kind.ts';
import { writtenTo } from '../model/mapping.ts';
import type { Writer } from '../sources/source.ts';
import type { System } from './connection.ts';

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
