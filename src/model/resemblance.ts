import type { Fields, KindModel, Value } from './kind.ts';
import { sameValue } from './merge.ts';

/**
 * True if a record may well be what an entity looks like once a system has taken it: every required field, and for a
 * contact every name, e-mail and phone that both have, is the same but for mark-up, spaces and case.
 */
export function resembles(model: KindModel, entity: Fields, record: Fields): boolean {
  const telling = Object.keys(model.fields).filter((field) => isTelling(model, field));
  const shared = telling.filter((field) => isFilled(entity[field]) && isFilled(record[field]));
  return shared.length > 0 && shared.every((field) => sameValue(plain(entity[field]), plain(record[field])));
}

const MINUTE_MS = 60_000;
const NAMING = new Set(['firstName', 'lastName', 'companyName', 'email', 'phone']);

function isTelling(model: KindModel, field: string): boolean {
  return model.fields[field]?.required === true || (model.kind === 'contact' && NAMING.has(field));
}

function isFilled(value: Value | undefined): boolean {
  return !sameValue(value, null);
}

/** True if a system may show that value where it was given this one: the same but for mark-up, spaces, case and parts of a minute. */
export function looksLike(given: Value, shown: Value): boolean {
  if (!isFilled(given) || sameValue(plain(given), plain(shown))) return true;
  const [a, b] = [given, shown].map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN));
  return Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) < MINUTE_MS;
}

/** Editors wrap what they are given into paragraphs and entities. */
function plain(value: Value | undefined): Value {
  if (typeof value !== 'string') return value ?? null;
  const unmarked = value
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
  return unmarked.replace(/\s+/g, ' ').trim().toLowerCase();
}
