import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { FieldType, Value } from './kind.ts';

/** Numbers without a country code are taken to be from here: Commusoft's customers are British. */
const HOME_COUNTRY: CountryCode = 'GB';

/**
 * Brings a system's value into the one form we compare and store: trimmed text, lower-case e-mail, E.164 phone, UTC
 * instant, sorted names; empty becomes null. What cannot be understood is kept as it came: losing it would be worse.
 */
export function tidy(type: FieldType, value: Value): Value {
  if (value === null || value === '') return type === 'names' ? [] : null;
  switch (type) {
    case 'text':
    case 'url':
      return typeof value === 'string' ? value.trim() || null : value;
    case 'email':
      return typeof value === 'string' ? value.trim().toLowerCase() || null : value;
    case 'phone':
      return typeof value === 'string' ? (toE164(value) ?? (value.trim() || null)) : value;
    case 'instant':
      return typeof value === 'string' || typeof value === 'number' ? (toInstant(value) ?? value) : value;
    case 'flag':
      return value === true || value === 'true' || value === 1;
    case 'names':
      return Array.isArray(value) ? uniqueNames(value.filter((name): name is string => typeof name === 'string')) : [];
    case 'json':
      return value;
  }
}

/** The number in E.164, or null where it is not a possible number; without a country code it is one of that country. */
export function toE164(phone: string, country: string = HOME_COUNTRY): string | null {
  const parsed = parsePhoneNumberFromString(phone, isCountry(country) ? country : HOME_COUNTRY);
  return parsed?.isPossible() ? parsed.number : null;
}

/** The number as that country writes it: national where it is one of theirs, else E.164; null where it is not a possible number. */
export function toNational(phone: string, country: string): string | null {
  if (!isCountry(country)) return null;
  const parsed = parsePhoneNumberFromString(phone, country);
  if (!parsed?.isPossible()) return null;
  const national = parsed.formatNational();
  // A number of another country that shares the code, or that lost what tells it apart, stays as it is.
  return toE164(national, country) === parsed.number ? national : parsed.number;
}

/** True for a country whose numbers are known, in two letters: 'GB'. */
export function isCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}

/** RFC 3339 in UTC with milliseconds, or null where it is not a time. */
export function toInstant(time: string | number): string | null {
  const ms = typeof time === 'number' ? time : Date.parse(withOffset(time));
  return Number.isNaN(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}

/** A time that names no offset is taken as UTC, whatever zone this machine is in. */
function withOffset(time: string): string {
  return /\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(time) && !/[+-]\d\d:?\d\d$/.test(time) ? `${time}Z` : time;
}

/** The names trimmed and sorted; of names that differ in case only, the first. */
export function uniqueNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names.map((raw) => raw.trim()).filter(Boolean)) {
    if (!byKey.has(name.toLowerCase())) byKey.set(name.toLowerCase(), name);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
