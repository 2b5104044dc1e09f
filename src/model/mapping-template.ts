import type { Kind } from './kind.ts';
import { isWildcard, type Mapping, type MappingRow, recordFields, writtenFields } from './mapping.ts';
import { canonical } from './merge.ts';
import type { RecordField } from './record-field.ts';

/** The rows that a template sets in the mapping of one kind in one system; the other rows there stay. */
export interface TemplatePart {
  readonly system: string;
  readonly kind: Kind;
  readonly rows: Mapping;
}

/** A record field, and a value it must be able to have, without which a template is of no use. */
export interface TemplateNeed {
  readonly system: string;
  readonly kind: Kind;
  readonly field: string;
  readonly choice?: string;
  /** What a person does about it where it is missing. */
  readonly otherwise: string;
}

/** Mapping rows that belong together, ready to be applied. */
export interface MappingTemplate {
  readonly id: string;
  readonly name: string;
  /** What it does and what it cannot do, in a sentence or two. */
  readonly summary: string;
  readonly parts: readonly TemplatePart[];
  readonly needs?: readonly TemplateNeed[];
}

/** A part of a template as it fits the records of an account, and what had to be left out of it. */
export interface FittedPart {
  readonly rows: Mapping;
  readonly leftOut: readonly string[];
}

/** How a mapping's rows change. */
export interface RowsDiff {
  readonly added: Mapping;
  readonly changed: readonly { readonly before: MappingRow; readonly after: MappingRow }[];
  readonly removed: Mapping;
}

/**
 * A template's rows for an account that lacks some of the record fields, or cannot write them: what is missing is left out, what can
 * only be read is only read, and each is said.
 */
export function fitted(rows: Mapping, fields: readonly RecordField[]): FittedPart {
  const known = new Map(fields.map((field) => [field.field, field]));
  const leftOut: string[] = [];
  const fit = rows.flatMap((row): MappingRow[] => {
    if (isWildcard(row)) return [row];
    const present = recordFields(row).filter((field) => known.has(field));
    const absent = recordFields(row).filter((field) => !known.has(field));
    if (absent.length > 0) leftOut.push(`${row.entity} from ${absent.join(', ')}: there is no such field`);
    const [only, ...others] = present;
    if (only === undefined) return [];
    const left: MappingRow = absent.length > 0 ? { ...row, record: others.length === 0 ? only : present } : row;
    if (isWritable(left, known)) return [left];
    if (row.direction === 'out') leftOut.push(`${row.entity} to ${present.join(', ')}: it can only be read`);
    else if (row.direction !== 'in') leftOut.push(`${row.entity} is not written to ${only}: it can only be read`);
    return row.direction === 'out' ? [] : [{ ...left, direction: 'in' }];
  });
  return { rows: fit, leftOut };
}

function isWritable(row: MappingRow, known: ReadonlyMap<string, RecordField>): boolean {
  return writtenFields(row).every((field) => known.get(field)?.creates || known.get(field)?.updates);
}

/** A mapping with these rows in the place of those that read or write the same; all others stay, and the order where it can. */
export function withRows(mapping: Mapping, rows: Mapping): Mapping {
  const left = [...rows];
  const kept = mapping.flatMap((row): MappingRow[] => {
    const successors = left.filter((other) => takesPlaceOf(other, row));
    for (const successor of successors) left.splice(left.indexOf(successor), 1);
    if (successors.length > 0) return successors;
    return rows.some((other) => takesPlaceOf(other, row)) ? [] : [row];
  });
  return [...kept, ...left];
}

function takesPlaceOf(row: MappingRow, old: MappingRow): boolean {
  const bothRead = row.direction !== 'out' && old.direction !== 'out';
  const sameEntity = row.entity === old.entity && (bothRead || row.direction === old.direction);
  return sameEntity || writtenFields(row).some((field) => writtenFields(old).includes(field));
}

/** What is different between two mappings; a row that goes on about the same entity field is changed, not replaced. */
export function diffRows(before: Mapping, after: Mapping): RowsDiff {
  const texts = (rows: Mapping) => new Set(rows.map((row) => canonical(row)));
  const [old, now] = [texts(before), texts(after)];
  const removed = before.filter((row) => !now.has(canonical(row)));
  const added: MappingRow[] = [];
  const changed: { before: MappingRow; after: MappingRow }[] = [];
  for (const row of after.filter((candidate) => !old.has(canonical(candidate)))) {
    const at = removed.findIndex((other) => other.entity === row.entity);
    const [earlier] = at < 0 ? [] : removed.splice(at, 1);
    if (earlier) changed.push({ before: earlier, after: row });
    else added.push(row);
  }
  return { added, changed, removed };
}
