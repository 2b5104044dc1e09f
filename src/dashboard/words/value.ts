import { exactTime } from '../ui/relative-time.ts';

const lists = new Intl.ListFormat('en-GB');
const NOTHING = 'nothing';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A value of any field as people read it, on one line; `nothing` where there is none. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return INSTANT.test(value) ? exactTime(Date.parse(value)) : value;
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : lists.format(value.map(valueInWords));
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${valueInWords(inner)}`)
      .join(', ');
  return String(value);
}

/** The same where it stands alone: a word of ours begins with a capital, what people wrote stays as it is. */
export function valueAlone(value: unknown): string {
  const words = valueInWords(value);
  const isOurs = typeof value === 'boolean' || words === NOTHING;
  return isOurs ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** The same where a dash says enough. */
export function valueOrDash(value: unknown): string {
  const words = valueInWords(value);
  return words === NOTHING ? '–' : words;
}

/** The same in quotation marks, where there is something to quote. */
export function quotedValue(value: unknown): string {
  const words = valueInWords(value);
  return words === NOTHING ? words : `“${words}”`;
}

/** Several fields of a record with their values, empty ones left out: the value alone where one is left. */
export function valuesInWords(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null) return quotedValue(fields);
  const filled = Object.entries(fields).filter(([, value]) => valueInWords(value) !== NOTHING);
  const [only] = filled;
  if (only === undefined) return NOTHING;
  if (filled.length === 1) return quotedValue(only[1]);
  return filled.map(([name, value]) => `${name} ${quotedValue(value)}`).join(', ');
}
