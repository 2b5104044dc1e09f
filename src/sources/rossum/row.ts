import { z } from 'zod';
import type { Fields, Value } from '../../model/kind.ts';
import { toInstant } from '../../model/tidy.ts';
import type { SourceRecord } from '../source.ts';
import { date, decode, type Ejson } from './ejson.ts';
import type { Row } from './storage.ts';

/** How a column is read and written; a `word` is one of a closed set of lower-case words. */
export type ColumnType = 'text' | 'instant' | 'flag' | 'names' | 'word';

/** The columns of one kind's rows, by record field; a dot leads into a sub-document. */
export interface RowShape {
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The sub-document `custom` holds further fields, as 'custom.<key>'. */
  readonly custom?: true;
}

/** The prefix of record ids that stand for documents under review; no row may take it. */
export const ANNOTATION_PREFIX = 'ann:';

/** Whatever may stand in a path: ids travel into links and webhooks, even though rows are asked for in a body. */
const RECORD_ID = /^(?!\.+$)[^/\\?#\p{Cc}]{1,200}$/u;
const CUSTOM = 'custom.';

/** The record fields that hold columns which others keep in a collection begin so; the gateway only reads them. */
export const COLUMN = 'column.';
/** The record fields that hold what was read from a document begin so. */
export const DOCUMENT = 'document.';

const OURS = ['_id', 'gid', 'contact_gid', 'created_at', 'updated_at', 'updated_by', 'deleted_at', 'version', 'custom'];
const MOST_OTHERS = 60;

const Text = z.union([z.string(), z.number().transform(String)]);
const Other = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const Envelope = z.object({
  _id: z.union([z.string(), z.number()]).transform(String),
  gid: Text.nullish().catch(null),
  contact_gid: Text.nullish().catch(null),
  created_at: Text.nullish().catch(null),
  updated_at: Text.nullish().catch(null),
  deleted_at: Text.nullish().catch(null),
  version: z.union([z.number(), z.string()]).nullish().catch(null),
});

/** True for what may be a row's record id; anything else is refused before a call is made. */
export function isRowId(id: string): boolean {
  return RECORD_ID.test(id) && !id.startsWith(ANNOTATION_PREFIX);
}

/**
 * A row as a record: its id is `gid` where there is one, else the `_id`. A column that the row lacks is null: the store
 * is the whole truth about it. Answers null for a row without a usable `_id`.
 */
export function decodeRow(shape: RowShape, row: Row): SourceRecord | null {
  const plain = decode(row) as Record<string, unknown>;
  const envelope = Envelope.safeParse(plain);
  if (!envelope.success) return null;
  const { _id, gid, contact_gid, created_at, updated_at, deleted_at, version } = envelope.data;
  const id = gid && isRowId(gid) ? gid : _id;
  if (!isRowId(id)) return null;
  const columns = Object.entries(shape.columns).map(([name, type]) => [name, READ[type](cell(plain, name))]);
  const custom = shape.custom ? customFields(plain.custom) : [];
  return {
    id,
    ...(contact_gid ? { contactId: contact_gid } : {}),
    fields: {
      ...Object.fromEntries([...columns, ...custom, ...otherColumns(shape, plain)]),
      version: version ?? null,
    },
    ...stamp('createdAt', created_at),
    ...stamp('changedAt', updated_at),
    ...(deleted_at ? { deleted: true as const } : {}),
  };
}

/** The fields as the dotted paths of an update, so that what others keep in the row stays; unknown fields are left out. */
export function encodePatch(shape: RowShape, fields: Fields): Readonly<Record<string, Ejson>> {
  const pairs = Object.entries(fields).flatMap(([field, value]): [string, Ejson][] => {
    const type = shape.columns[field];
    if (type) return [[field, encodeCell(type, value)]];
    if (!shape.custom || !field.startsWith(CUSTOM)) return [];
    return [[CUSTOM + escapeKey(field.slice(CUSTOM.length)), value]];
  });
  return Object.fromEntries(pairs);
}

/** The fields as a new row: dotted paths become sub-documents. */
export function encodeRow(shape: RowShape, fields: Fields): Readonly<Record<string, Ejson>> {
  const row: Record<string, Ejson> = {};
  for (const [path, value] of Object.entries(encodePatch(shape, fields))) {
    const [head = path, ...rest] = path.split('.');
    row[head] = rest.length === 0 ? value : { ...(row[head] as object | undefined), [rest.join('.')]: value };
  }
  return row;
}

/** True if the record's fields already hold everything in the patch. */
export function holds(shape: RowShape, record: Fields, patch: Fields): boolean {
  const wanted = decode(encodePatch(shape, patch)) as Record<string, unknown>;
  const held = decode(encodePatch(shape, record)) as Record<string, unknown>;
  return Object.entries(wanted).every(([path, value]) => JSON.stringify(held[path] ?? null) === JSON.stringify(value));
}

const READ: Readonly<Record<ColumnType, (value: unknown) => Value>> = {
  text: (value) => Text.nullable().catch(null).parse(value),
  // A file upload makes texts of dates; what is not a time at all is kept for a person to see.
  instant: (value) => {
    const time = z.union([z.string(), z.number()]).nullable().catch(null).parse(value);
    return time === null ? null : (toInstant(time) ?? time);
  },
  flag: (value) =>
    value === null || value === undefined ? null : ['true', '1', 'yes'].includes(String(value).toLowerCase()),
  names: (value) => {
    const names = typeof value === 'string' ? value.split(',') : value;
    return z
      .array(Text.catch(''))
      .catch([])
      .parse(names)
      .map((name) => name.trim())
      .filter(Boolean);
  },
  word: (value) =>
    Text.nullable()
      .catch(null)
      .parse(value)
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_') ?? null,
};

function encodeCell(type: ColumnType, value: Value): Ejson {
  return type === 'instant' && (typeof value === 'string' || typeof value === 'number') ? date(value) : value;
}

/** A customer's own party list often keeps the whole address in one text. */
function cell(row: Readonly<Record<string, unknown>>, name: string): unknown {
  const [head = name, tail] = name.split('.');
  const value = row[head];
  if (tail === undefined) return value;
  if (typeof value === 'string') return tail === 'line1' ? value : null;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[tail] : null;
}

function customFields(custom: unknown): [string, Value][] {
  const entries = z.record(z.string(), z.json()).catch({}).parse(custom);
  return Object.entries(entries).map(([key, value]) => [CUSTOM + unescapeKey(key), value]);
}

/** What a record can show of the columns that are not the gateway's: plain values and lists of texts. */
function otherColumns(shape: RowShape, row: Readonly<Record<string, unknown>>): [string, Value][] {
  const known = new Set([...OURS, ...Object.keys(shape.columns).map((name) => name.split('.')[0])]);
  return Object.entries(row)
    .filter(([name]) => !known.has(name))
    .flatMap(([name, value]): [string, Value][] => {
      const shown = Other.safeParse(value);
      return shown.success ? [[COLUMN + name, shown.data]] : [];
    })
    .slice(0, MOST_OTHERS);
}

/** In an update a dot would open a sub-document and a leading dollar would be an operator. */
function escapeKey(key: string): string {
  return key.replaceAll(/[%.$]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescapeKey(key: string): string {
  return key.replaceAll(/%(25|2E|24)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function stamp(name: 'createdAt' | 'changedAt', time: string | null | undefined): Partial<SourceRecord> {
  const ms = time ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? {} : { [name]: ms };
}
