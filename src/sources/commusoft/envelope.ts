import type { HttpResponse } from '../../base/http.ts';
import { problem } from './problem.ts';
import { isHeld, isObject, plainKeys, type Row } from './row.ts';
import { NAME } from './settings.ts';

/**
 * The rows of a list under any of these plain names, whatever their case; a single object is a list of one, and a body
 * that says `status: 404` is an empty list. Throws MALFORMED where there is neither.
 */
export function rowsIn(body: unknown, names: readonly string[]): Row[] {
  const plain = plainKeys(body);
  if (Array.isArray(plain)) return plain.filter(isObject);
  if (isObject(plain)) {
    const name = names.find((candidate) => candidate in plain);
    if (name !== undefined) return asRows(plain[name]);
    if (saysNotFound(plain)) return [];
  }
  throw problem('MALFORMED', `${NAME} answered without the list of ${names[0]} that was asked for`);
}

/** The id of what was just created: the last segment of `Location`, else the first of these plain keys in the body. */
export function createdId(response: HttpResponse, keys: readonly string[]): string | null {
  const last = response.headers.location?.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
  if (last) return last;
  const body = plainKeys(response.body);
  if (!isObject(body)) return null;
  const inner = Object.values(body).find(isObject) ?? {};
  const found = keys.flatMap((key) => [body[key], inner[key]]).find(isHeld);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
}

function asRows(value: unknown): Row[] {
  if (Array.isArray(value)) return value.filter(isObject);
  if (!isObject(value) || saysNotFound(value)) return [];
  const keys = Object.keys(value);
  // PHP writes an array with gaps as an object with numbers for keys.
  if (keys.every((key) => /^\d+$/.test(key))) return Object.values(value).filter(isObject);
  return [value];
}

function saysNotFound(value: Row): boolean {
  return String(value.status) === '404';
}
