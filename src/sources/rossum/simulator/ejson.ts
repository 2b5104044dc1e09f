import { storageError } from './refused.ts';

/** A stored row: plain data, Dates, and ObjectIds kept in their wire form. */
export type Document = Record<string, unknown>;

/** How an ObjectId is written on the wire and kept here. */
export interface ObjectId {
  readonly $oid: string;
}

/** Whether a value is an ObjectId. */
export function isObjectId(value: unknown): value is ObjectId {
  return typeof value === 'object' && value !== null && '$oid' in value;
}

/** Whether a value is an embedded document: an object that is no array, Date or ObjectId. */
export function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !isObjectId(value)
  );
}

/** What the extended JSON of a call stands for; a refusal for an id or a date that is none. */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1) {
    const special = decodeSpecial(...first);
    if (special !== undefined) return special;
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, decode(inner)]));
}

function decodeSpecial(key: string, value: unknown): unknown {
  switch (key) {
    case '$oid':
      if (!/^[0-9a-f]{24}$/i.test(String(value))) throw storageError(`'${String(value)}' is not a valid ObjectId`);
      return { $oid: String(value).toLowerCase() };
    case '$date':
      return decodeDate(value);
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(value);
    default:
      return undefined;
  }
}

function decodeDate(value: unknown): Date {
  const inner = decode(value);
  const date = new Date(typeof inner === 'number' ? inner : String(inner));
  if (Number.isNaN(date.getTime())) throw storageError(`'${String(value)}' is not a valid date`);
  return date;
}

/** A stored value as relaxed extended JSON; whole seconds come without decimals. */
export function encode(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.toISOString().replace('.000Z', 'Z') };
  if (Array.isArray(value)) return value.map(encode);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]));
}
