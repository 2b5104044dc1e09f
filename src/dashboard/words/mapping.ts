import type { EntityType, MappingDirection, MappingOccasion } from '../../client/generated/graphql.ts';
import { fieldInWords } from './field.ts';
import { joins, type Transform, transformInWords } from './transform.ts';

/** One line of a mapping: a field here, the field or fields there, and how values go between them. */
export interface Row {
  readonly entity: string;
  readonly record: readonly string[];
  readonly direction: MappingDirection;
  readonly transforms: readonly Transform[];
  readonly owner: boolean;
  readonly when: MappingOccasion;
}

/** What the things of each type are called. */
export const TYPES: Readonly<Record<EntityType, string>> = {
  CONTACT: 'Contacts',
  TASK: 'Tasks',
  NOTE: 'Notes',
  APPOINTMENT: 'Appointments',
  TAG: 'Tags',
};

/** When a row writes, in words. */
export const OCCASIONS: Readonly<Record<MappingOccasion, string>> = {
  ALWAYS: 'Whenever it changes',
  IF_EMPTY: 'Only where it is empty',
  NEVER_OVERWRITE: 'Once, and never over something',
};

/** Which way values go, in words. */
export function directionInWords(direction: MappingDirection, system: string): string {
  if (direction === 'BOTH') return 'both ways';
  return direction === 'IN' ? `from ${system} only` : `to ${system} only`;
}

/** Which way values go, as an arrow between the field here and the field there. */
export const ARROWS: Readonly<Record<MappingDirection, string>> = { BOTH: '↔', IN: '←', OUT: '→' };

/** A row as the graph answers it, or as a template holds it: with what is usual left out. */
export function rowOf(given: unknown): Row {
  const row = given as { readonly [name in keyof Row]?: unknown };
  return {
    entity: String(row.entity ?? ''),
    record: [row.record ?? []].flat().map(String),
    direction: String(row.direction ?? 'BOTH').toUpperCase() as MappingDirection,
    transforms: Array.isArray(row.transforms) ? (row.transforms as Transform[]) : [],
    owner: row.owner === true,
    when: upper(String(row.when ?? 'ALWAYS')) as MappingOccasion,
  };
}

/** What a field is called by the labels that are known; `custom.*` stands for all that have no row of their own. */
export function labelOf(field: string, labels: ReadonlyMap<string, string>): string {
  return field.endsWith('.*') ? 'All other custom fields' : (labels.get(field) ?? field);
}

/** A row in one line: "first name ↔ firstName, remove spaces around it". */
export function rowInWords({ entity, record, direction, transforms, owner, when }: Row): string {
  const fields = record.join(joins(transforms[0]) ? ' and ' : ', else ');
  const extras = [
    ...transforms.map(transformInWords),
    ...(owner ? ['this system wins'] : []),
    ...(when === 'ALWAYS' ? [] : [OCCASIONS[when].toLowerCase()]),
  ];
  const here = entity.endsWith('.*') ? labelOf(entity, new Map()) : fieldInWords(entity);
  return [`${here} ${ARROWS[direction]} ${fields}`, ...extras].join(', ');
}

/** `ifEmpty` is `IF_EMPTY` in the graph's answers. */
function upper(word: string): string {
  return /^[A-Z_]+$/.test(word) ? word : word.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
