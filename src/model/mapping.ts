import type { Fields, KindModel, Value } from './kind.ts';
import { sameValue } from './merge.ts';
import { tidy } from './tidy.ts';
import { joins, type Transform } from './transform.ts';
import { type Complain, putOut, takeIn } from './transforming.ts';

/** Which way a row is followed: both ways, only into the entity, or only out to the record. */
export const DIRECTIONS = ['both', 'in', 'out'] as const;
/** One of the directions. */
export type Direction = (typeof DIRECTIONS)[number];

/**
 * When a row writes. 'always'; 'ifEmpty': only into a field that is empty, in the record and in the entity; 'neverOverwrite': into a
 * record only when it is created, never afterwards, and into an entity only where the field is empty.
 */
export const OCCASIONS = ['always', 'ifEmpty', 'neverOverwrite'] as const;
/** One of the occasions. */
export type Occasion = (typeof OCCASIONS)[number];

/**
 * One line of a mapping: an entity field and the record field(s) it lives in. Of several record fields the first that holds something
 * is read, and the first is written, unless the first transform joins them. 'custom.*' on both sides maps every custom field that no
 * other row names.
 */
export interface MappingRow {
  readonly entity: string;
  readonly record: string | readonly string[];
  /** Default 'both'. */
  readonly direction?: Direction | undefined;
  /** In the order in which a value comes in; it goes out the other way round. */
  readonly transforms?: readonly Transform[] | undefined;
  /** This system's value wins where both sides changed the field differently. */
  readonly owner?: boolean | undefined;
  /** Default 'always'. */
  readonly when?: Occasion | undefined;
}

/** The mapping of one kind in one system. */
export type Mapping = readonly MappingRow[];

const WILDCARD = '.*';

/** True for a row that stands for every field which begins like it. */
export function isWildcard(row: MappingRow): boolean {
  return row.entity.endsWith(WILDCARD);
}

/** The record fields of a row, first to last. */
export function recordFields(row: MappingRow): readonly string[] {
  return typeof row.record === 'string' ? [row.record] : row.record;
}

/** The record fields that a row writes: the first, or all where it joins them; none where it is only read. */
export function writtenFields(row: MappingRow): readonly string[] {
  if (row.direction === 'in') return [];
  return joins(row.transforms?.[0]) ? recordFields(row) : recordFields(row).slice(0, 1);
}

/** The entity fields that a record's fields amount to; a field the record does not speak of stays absent. */
export function toEntity(model: KindModel, mapping: Mapping, record: Fields, complain?: Complain): Fields {
  const entity: Record<string, Value> = {};
  for (const row of mapping) {
    if (row.direction === 'out') continue;
    for (const [field, value] of readRow(mapping, row, record, complain)) {
      const rule = model.fields[field];
      entity[field] = rule
        ? tidy(rule.type, rule.type === 'text' && typeof value === 'number' ? `${value}` : value)
        : value;
    }
  }
  return entity;
}

function readRow(mapping: Mapping, row: MappingRow, record: Fields, complain?: Complain): [string, Value][] {
  const transforms = row.transforms ?? [];
  if (isWildcard(row)) return readWildcard(mapping, row, record, complain);
  const held = recordFields(row).map((field) => record[field]);
  if (held.every((value) => value === undefined)) return [];
  const values = held.map((value) => value ?? null);
  return [[row.entity, takeIn(transforms, values, complain)]];
}

function readWildcard(mapping: Mapping, row: MappingRow, record: Fields, complain?: Complain): [string, Value][] {
  const prefix = recordFields(row)[0]?.slice(0, -1) ?? '';
  const found: [string, Value][] = [];
  for (const [field, value] of Object.entries(record)) {
    if (!field.startsWith(prefix)) continue;
    const entityField = row.entity.slice(0, -1) + field.slice(prefix.length);
    if (isNamed(mapping, entityField, field)) continue;
    found.push([entityField, row.transforms ? takeIn(row.transforms, [value], complain) : value]);
  }
  return found;
}

/** What a row names, it alone decides about. */
function isNamed(mapping: Mapping, entityField: string, recordField: string): boolean {
  return mapping.some(
    (row) => !isWildcard(row) && (row.entity === entityField || recordFields(row).includes(recordField)),
  );
}

/**
 * The record fields that these entity fields are written to; entity fields without a row, or whose row does not write now, are left out.
 * `previous` is what the record holds (null: it is being created): what is only a part of a record field changes that part.
 */
export function toRecord(
  mapping: Mapping,
  entity: Fields,
  previous: Fields | null = null,
  complain?: Complain,
): Fields {
  const record: Record<string, Value> = {};
  // In the order of the rows, so that parts of one field are put together in the order of the mapping.
  for (const { row, field, fields } of placesOf(mapping, Object.keys(entity), previous)) {
    const held = fields.map((name) => (name in record ? record[name] : trimmed(previous?.[name])) ?? null);
    const values = putOut(row.transforms ?? [], entity[field] ?? null, held, complain);
    for (const [at, name] of fields.entries()) record[name] = values[at] ?? null;
  }
  // A name without its first part keeps the space in front until its other part is put in.
  for (const name of mapping.filter(isPart).flatMap(writtenFields))
    if (name in record) record[name] = trimmed(record[name]);
  return record;
}

function isPart({ transforms }: MappingRow): boolean {
  return transforms?.some((step) => step.do === 'splitName') ?? false;
}

function trimmed(value: Value | undefined): Value {
  return typeof value === 'string' ? value.trim() || null : (value ?? null);
}

/** A place that an entity field is written to. */
export interface Place {
  readonly row: MappingRow;
  readonly field: string;
  /** The record fields there. */
  readonly fields: readonly string[];
}

/** Where these entity fields are written now, in the order of the mapping's rows; `previous` as in `toRecord`. */
export function placesOf(
  mapping: Mapping,
  fields: readonly string[],
  previous: Fields | null = null,
): readonly Place[] {
  return allPlaces(mapping, fields).filter((place) => previous === null || writesOver(place, previous));
}

function writesOver({ row, fields }: Place, previous: Fields): boolean {
  if (row.when === 'neverOverwrite') return false;
  return row.when !== 'ifEmpty' || fields.every((name) => sameValue(previous[name], null));
}

function allPlaces(mapping: Mapping, fields: readonly string[]): readonly Place[] {
  return mapping.flatMap((row) => {
    if (row.direction === 'in') return [];
    if (!isWildcard(row))
      return fields.includes(row.entity) ? [{ row, field: row.entity, fields: writtenFields(row) }] : [];
    return fields.flatMap((field) => wildcardPlace(mapping, row, field));
  });
}

function wildcardPlace(mapping: Mapping, row: MappingRow, field: string): Place[] {
  if (!field.startsWith(row.entity.slice(0, -1))) return [];
  const recordField = (recordFields(row)[0] ?? row.entity).slice(0, -1) + field.slice(row.entity.length - 1);
  return isNamed(mapping, field, recordField) ? [] : [{ row, field, fields: [recordField] }];
}

/** The record fields that an entity field is written to; none where the mapping has no place for it, or does not write it now. */
export function writtenTo(mapping: Mapping, field: string, previous: Fields | null = null): readonly string[] {
  return placesOf(mapping, [field], previous).flatMap((place) => place.fields);
}

/** The row that an entity field is read by; undefined where there is none. */
export function inwardRow(mapping: Mapping, field: string): MappingRow | undefined {
  const inward = mapping.filter((row) => row.direction !== 'out');
  return (
    inward.find((row) => row.entity === field) ??
    inward.find((row) => isWildcard(row) && field.startsWith(row.entity.slice(0, -1)))
  );
}
