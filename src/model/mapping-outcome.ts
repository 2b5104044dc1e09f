import type { Fields, KindModel, Value } from './kind.ts';
import { inwardRow, type Mapping, type MappingRow, placesOf, recordFields, toEntity, toRecord } from './mapping.ts';
import { differences, sameValue } from './merge.ts';
import { fits, type RecordField } from './record-field.ts';

/** A value's way from what is to what would be. */
export interface FieldDiff {
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** Something a mapping cannot do with a record. `reason` names no value, so that equal ones can be counted; `about` may. */
export interface OutcomeFault {
  readonly reason: string;
  readonly about: string;
}

/** What another mapping would do about one record and its entity. */
export interface RecordOutcome {
  /** Fields of the entity that would become something else. */
  readonly inward: readonly FieldDiff[];
  /** Fields of the record that would be written differently than now. */
  readonly outward: readonly FieldDiff[];
  readonly faults: readonly OutcomeFault[];
}

/** A record with the entity fields it amounts to now, its entity if it has one, and whether it is ever written to. */
export interface MappedRecord {
  readonly fields: Fields;
  readonly values: Fields;
  readonly entity: Fields | null;
  readonly isWritten: boolean;
}

/** The mapping in force and the one in question, with the fields that records are known to have. */
export interface MappingChange {
  readonly model: KindModel;
  readonly before: Mapping;
  readonly after: Mapping;
  readonly fields: ReadonlyMap<string, RecordField>;
}

/**
 * What the change would do to one record and its entity: what the record says differently under the new mapping comes in; what the entity
 * says is written where the new mapping writes something else than the old one and than what is there.
 */
export function outcomeOf(change: MappingChange, record: MappedRecord): RecordOutcome {
  const faults: OutcomeFault[] = [];
  const inward = inwardDiffs(change, record, faults);
  const outward = record.entity && record.isWritten ? outwardDiffs(change, record, inward, faults) : [];
  return { inward: inward.diffs, outward, faults };
}

interface Inward {
  /** What the record amounts to under the new mapping. */
  readonly values: Fields;
  readonly diffs: readonly FieldDiff[];
}

function inwardDiffs({ model, before, after }: MappingChange, record: MappedRecord, faults: OutcomeFault[]): Inward {
  const values = readable(model, after, record.fields, faults);
  // What the record amounts to now is at hand, except for what it was never mapped to: only then is it read again.
  let then: Fields | null = null;
  const entity = record.entity ?? {};
  const diffs: FieldDiff[] = [];
  for (const [field, value] of Object.entries(values)) {
    const rule = model.fields[field];
    // Known from a system alone, whatever a mapping makes of it.
    if (rule?.readOnly) continue;
    // A record that is no entity of its own yet, or is only one of several, need not fill everything.
    if (rule?.required && isNothing(value) && isNothing(entity[field] ?? null))
      faults.push({ reason: `${field} must not be empty`, about: `${field} would be empty` });
    if (rule?.values && typeof value === 'string' && !rule.values.includes(value))
      faults.push({
        reason: `${field} must be one of ${rule.values.join(', ')}`,
        about: `${field} would be ${short(value)}`,
      });
    if (sameValue(entity[field], value)) continue;
    if (!(field in record.values)) then ??= toEntity(model, before, record.fields);
    if (sameValue(field in record.values ? record.values[field] : then?.[field], value)) continue;
    if (isReserved(inwardRow(after, field), entity[field])) continue;
    diffs.push({ field, before: entity[field] ?? null, after: value });
  }
  return { values, diffs };
}

/** True if the row only fills what is empty, and it is not. */
function isReserved(row: MappingRow | undefined, held: Value | undefined): boolean {
  return (row?.when === 'ifEmpty' || row?.when === 'neverOverwrite') && !isNothing(held ?? null);
}

/** What the record amounts to; row by row only where something cannot be understood, to say which row it was. */
function readable(model: KindModel, mapping: Mapping, record: Fields, faults: OutcomeFault[]): Fields {
  let complained = false;
  const values = toEntity(model, mapping, record, () => {
    complained = true;
  });
  if (complained)
    for (const row of mapping)
      toEntity(model, [row], record, (about) =>
        faults.push({
          reason: `${row.entity} cannot be read from ${recordFields(row).join(', ')}`,
          about: short(about),
        }),
      );
  return values;
}

function outwardDiffs(change: MappingChange, record: MappedRecord, inward: Inward, faults: OutcomeFault[]) {
  const { model, before, after, fields } = change;
  const changes = Object.fromEntries(inward.diffs.map((diff) => [diff.field, diff.after]));
  const entity = { ...record.entity, ...changes };
  const written = update(after, differences(inward.values, entity), record.fields, fields, faults);
  const now = update(before, differences(record.values, record.entity ?? {}), record.fields, fields, []);
  const diffs: FieldDiff[] = [];
  for (const [field, value] of Object.entries(written)) {
    const held = record.fields[field] ?? null;
    if ((field in now && sameValue(now[field], value)) || sameValue(held, value)) continue;
    diffs.push({ field, before: held, after: value });
    const described = fields.get(field);
    if (described && !fits(described, value)) faults.push(misfit(model, described, value));
  }
  return diffs;
}

/** The record fields that an update with this patch would write: those that can be changed, by rows that write over what is there. */
function update(
  mapping: Mapping,
  patch: Fields,
  record: Fields,
  fields: ReadonlyMap<string, RecordField>,
  faults: OutcomeFault[],
): Fields {
  const places = placesOf(mapping, Object.keys(patch), record).filter((place) =>
    place.fields.every((field) => fields.get(field)?.updates ?? false),
  );
  const wanted = new Set(places.map(({ field }) => field));
  const sent = Object.fromEntries(Object.entries(patch).filter(([field]) => wanted.has(field)));
  return toRecord(mapping, sent, record, (about) =>
    faults.push({ reason: 'a value cannot be written in the form of the record', about: short(about) }),
  );
}

function misfit({ kind }: KindModel, { field, type, choices }: RecordField, value: Value): OutcomeFault {
  const wanted = type === 'choice' ? `one of ${(choices ?? []).join(', ')}` : type;
  return {
    reason: `${field} of a ${kind} must be ${wanted}`,
    about: `${field} would be ${short(JSON.stringify(value))}`,
  };
}

function isNothing(value: Value): boolean {
  return sameValue(value, null);
}

function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
