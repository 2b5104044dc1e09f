import { toInstant } from '../../model/tidy.ts';

/** A Data Storage value as it travels: MongoDB Extended JSON. */
export type Ejson = unknown;

const NUMBERS = new Set(['$numberInt', '$numberLong', '$numberDouble', '$numberDecimal']);

/** Extended JSON as plain JSON: object ids as hex, dates as RFC 3339 in UTC, wrapped numbers as numbers. */
export function decode(value: Ejson): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (!isObject(value)) return value;
  const [tag, content] = soleEntry(value);
  if (tag === '$oid') return content;
  if (tag === '$date') return decodeDate(content);
  if (NUMBERS.has(tag)) return Number(content);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}

/** A real date in the store, without which its range queries do not see the value. */
export function date(time: string | number): { $date: string } {
  return { $date: toInstant(time) ?? String(time) };
}

/** The `_id`s that a record id may stand for: a bare text never matches an object id or a number. */
export function idsOf(id: string): Ejson[] {
  const asObjectId = /^[0-9a-f]{24}$/i.test(id) ? [{ $oid: id }] : [];
  const asNumber = /^\d{1,15}$/.test(id) ? [Number(id)] : [];
  return [id, ...asObjectId, ...asNumber];
}

/** Both spellings are on the wire: an ISO text and milliseconds wrapped as a long. */
function decodeDate(content: unknown): unknown {
  const time = decode(content);
  return typeof time === 'string' || typeof time === 'number' ? (toInstant(time) ?? time) : null;
}

function soleEntry(value: Record<string, unknown>): [string, unknown] {
  const entries = Object.entries(value);
  return (entries.length === 1 ? entries[0] : undefined) ?? ['', undefined];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
