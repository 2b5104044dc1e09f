import type { Fields, KindModel, Value } from './kind.ts';
import {
  isWildcard,
  type Mapping,
  type MappingRow,
  placesOf,
  recordFields,
  toEntity,
  toRecord,
  writtenFields,
} from './mapping.ts';
import { joins, type Transform, transformInWords } from './transform.ts';
import { putOut, takeIn } from './transforming.ts';

/** One transform on the way of a value: what it does, in words, and what it made of the value. */
export interface PreviewStep {
  readonly does: string;
  readonly value: Value;
}

/** What one row makes of a record's value. */
export interface InwardPreview {
  /** The record fields it is read from, with what they hold. */
  readonly record: Fields;
  readonly steps: readonly PreviewStep[];
  /** What would come in. */
  readonly value: Value;
  /** Why a transform could not do its work; null where all could. */
  readonly error: string | null;
}

/** What one row makes of an entity's value. */
export interface OutwardPreview {
  readonly steps: readonly PreviewStep[];
  /** What would be written, by record field; empty where the row leaves alone what is there. */
  readonly record: Fields;
  readonly error: string | null;
}

/** One row and one entity field of a mapping, both ways; a way that the row does not go is null. */
export interface FieldPreview {
  /** Its place in the mapping, from 0. */
  readonly row: number;
  readonly field: string;
  readonly in: InwardPreview | null;
  readonly out: OutwardPreview | null;
}

/** Follows every row of a mapping with one record and its entity, step by step; pure, as when they were really synced. */
export function previewFields(
  model: KindModel,
  mapping: Mapping,
  record: Fields,
  entity: Fields | null,
): readonly FieldPreview[] {
  const written = entity ? toRecord(mapping, entity, record) : {};
  return mapping.flatMap((row, at) =>
    concreteRows(mapping, row, record, entity ?? {}).map((concrete) => ({
      row: at,
      field: concrete.entity,
      in: row.direction === 'out' ? null : inward(model, concrete, record),
      out: row.direction === 'in' || !entity ? null : outward(concrete, entity, record, written),
    })),
  );
}

/** A row that stands for many fields as one for each that the record or the entity has. */
function concreteRows(mapping: Mapping, row: MappingRow, record: Fields, entity: Fields): readonly MappingRow[] {
  if (!isWildcard(row)) return [row];
  const [inside, outside] = [row.entity.slice(0, -1), recordFields(row)[0]?.slice(0, -1) ?? ''];
  const rests = [
    ...Object.keys(record).flatMap((name) => (name.startsWith(outside) ? [name.slice(outside.length)] : [])),
    ...Object.keys(entity).flatMap((name) => (name.startsWith(inside) ? [name.slice(inside.length)] : [])),
  ];
  return [...new Set(rests)]
    .filter((rest) => placesOf(mapping.map(bothWays), [inside + rest]).some((place) => place.row.entity === row.entity))
    .filter((rest) => !mapping.some((other) => !isWildcard(other) && recordFields(other).includes(outside + rest)))
    .map((rest) => ({ ...row, entity: inside + rest, record: outside + rest }));
}

/** Which row a field belongs to does not depend on the way it goes. */
function bothWays(row: MappingRow): MappingRow {
  return { ...row, direction: 'both' };
}

function inward(model: KindModel, row: MappingRow, record: Fields): InwardPreview {
  const transforms = row.transforms ?? [];
  const fields = recordFields(row);
  const held = fields.map((field) => record[field] ?? null);
  const complaints: string[] = [];
  const entity = toEntity(model, [row], record, (about) => complaints.push(about));
  return {
    record: Object.fromEntries(fields.map((field, at) => [field, held[at] ?? null])),
    steps: transforms.map((step, at) => ({
      does: transformInWords(step),
      value: takeIn(transforms.slice(0, at + 1), held),
    })),
    value: entity[row.entity] ?? null,
    error: complaints[0] ?? null,
  };
}

function outward(row: MappingRow, entity: Fields, record: Fields, written: Fields): OutwardPreview {
  const transforms = row.transforms ?? [];
  const value = entity[row.entity] ?? null;
  const complaints: string[] = [];
  toRecord([row], { [row.entity]: value }, record, (about) => complaints.push(about));
  return {
    steps: transforms.map((_, at) => stepOut(row, transforms.length - 1 - at, value, record)),
    // Several rows may write parts of one field: what all of them together write is what will stand there.
    record: Object.fromEntries(
      writtenFields(row).flatMap((field) => (field in written ? [[field, written[field] ?? null]] : [])),
    ),
    error: complaints[0] ?? null,
  };
}

/** What the transform at that place has made of the value on its way out. */
function stepOut(row: MappingRow, at: number, value: Value, record: Fields): PreviewStep {
  const transforms = row.transforms ?? [];
  const held = recordFields(row).map((field) => record[field] ?? null);
  const inner = at === 0 ? held : [takeIn(transforms.slice(0, at), held)];
  const values = putOut(transforms.slice(at), value, inner);
  const step = transforms[at] as Transform;
  return { does: transformInWords(step), value: joins(step) ? [...values] : (values[0] ?? null) };
}
