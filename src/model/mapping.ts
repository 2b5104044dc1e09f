import type { Fields, KindModel, Value } from './kind.ts';
import { tidy } from './tidy.ts';

/**
 * One line of a mapping: an entity field and the record field(s) it lives in. Of several record fields the first that
 * holds something is read, and the first is written. 'custom.*' on both sides maps every custom field.
 */
export interface MappingRow {
  readonly entity: string;
  readonly record: string | readonly string[];
  /** Record value to entity value, for closed sets; written back by the first record value with that entity value. */
  readonly table?: Readonly<Record<string, Value>>;
  /** Default 'both'; 'in' is only read, 'out' only written. */
  readonly direction?: 'in' | 'out';
  /** This system's value wins where both sides changed the field differently. */
  readonly owner?: true;
}

/** The mapping of one kind in one system. */
export type Mapping = readonly MappingRow[];

const WILDCARD = '.*';

/** The entity fields that a record's fields amount to; a field the record does not speak of stays absent. */
export function toEntity(model: KindModel, mapping: Mapping, record: Fields): Fields {
  const entity: Record<string, Value> = {};
  for (const row of mapping.filter((candidate) => candidate.direction !== 'out')) {
    for (const [field, value] of readRow(row, record)) {
      const rule = model.fields[field];
      entity[field] = rule ? tidy(rule.type, value) : value;
    }
  }
  return entity;
}

function readRow(row: MappingRow, record: Fields): [string, Value][] {
  const sources = recordFields(row);
  if (row.entity.endsWith(WILDCARD)) {
    const prefix = sources[0]?.slice(0, -1) ?? '';
    const entityPrefix = row.entity.slice(0, -1);
    return Object.entries(record)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, value]) => [entityPrefix + field.slice(prefix.length), value]);
  }
  const known = sources.map((field) => record[field]).filter((value) => value !== undefined);
  if (known.length === 0) return [];
  const value = known.find((candidate) => candidate !== null && candidate !== '') ?? null;
  return [[row.entity, row.table && value !== null ? (row.table[String(value)] ?? null) : value]];
}

/** The record fields that these entity fields are written to; entity fields without a row are left out. */
export function toRecord(mapping: Mapping, entity: Fields): Fields {
  const record: Record<string, Value> = {};
  for (const [field, value] of Object.entries(entity)) {
    const row = outwardRow(mapping, field);
    if (row) record[recordField(row, field)] = row.table ? backwards(row.table, value) : value;
  }
  return record;
}

/** The record field that an entity field is written to; null where the mapping has no place for it. */
export function writtenTo(mapping: Mapping, field: string): string | null {
  const row = outwardRow(mapping, field);
  return row ? recordField(row, field) : null;
}

function outwardRow(mapping: Mapping, field: string): MappingRow | undefined {
  const outward = mapping.filter((row) => row.direction !== 'in');
  return (
    outward.find((row) => row.entity === field) ??
    outward.find((row) => row.entity.endsWith(WILDCARD) && field.startsWith(row.entity.slice(0, -1)))
  );
}

function recordField(row: MappingRow, field: string): string {
  const first = recordFields(row)[0] ?? row.entity;
  if (!row.entity.endsWith(WILDCARD)) return first;
  return first.slice(0, -1) + field.slice(row.entity.length - 1);
}

function recordFields(row: MappingRow): readonly string[] {
  return typeof row.record === 'string' ? [row.record] : row.record;
}

function backwards(table: Readonly<Record<string, Value>>, value: Value): Value {
  const found = Object.entries(table).find(([, entityValue]) => entityValue === value);
  return found ? found[0] : null;
}
