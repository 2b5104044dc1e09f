import { exactTime } from '../ui/relative-time.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The value of a field as people write it; what is empty is said to be so. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return INSTANT.test(value) ? exactTime(Date.parse(value)) : value;
  if (Array.isArray(value)) return value.length === 0 ? 'Nothing' : value.map(valueInWords).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${valueInWords(inner)}`)
      .join(', ');
  return String(value);
}
