import type { Kind } from '../model/kind.ts';
import { type Mapping, placesOf, writtenTo } from '../model/mapping.ts';
import type { Writer } from '../sources/source.ts';
import type { System } from './connection.ts';

/** True if the system has a place for that entity field and the writer takes it. */
export function canWrite(system: System, kind: Kind, field: string, operation: 'creates' | 'updates'): boolean {
  const writer: Writer | undefined = system.source?.collections[kind]?.write;
  return hasPlace(system.mapping(kind), field, writer?.[operation] ?? []);
}

/** The same for a change that nobody asked for by name: a field that is only written at a creation is left alone. */
export function isToldOf(system: System, kind: Kind, field: string): boolean {
  const rows = placesOf(system.mapping(kind), [field]).map(({ row }) => row);
  return rows.some(({ when }) => when !== 'neverOverwrite') && canWrite(system, kind, field, 'updates');
}

/** True if the mapping has a place for that entity field, and the writer's list takes every record field of it. */
export function hasPlace(mapping: Mapping, field: string, list: readonly string[]): boolean {
  const places = writtenTo(mapping, field);
  return places.length > 0 && places.every((place) => accepts(list, place));
}

/** True if a writer's list names that record field; 'custom.*' names every custom field. */
export function accepts(list: readonly string[], recordField: string): boolean {
  return list.some(
    (name) => name === recordField || (name.endsWith('.*') && recordField.startsWith(name.slice(0, -1))),
  );
}
