import type { Row } from '../../simulator.ts';
import { text } from './tidy-row.ts';

/** One key of an order. */
export interface SortKey {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** The fields that contacts can be sorted by. */
export const SORT_FIELDS = [
  'firstNameLowerCase',
  'lastNameLowerCase',
  'businessName',
  'dateAdded',
  'dateUpdated',
  'email',
  'dnd',
  'source',
] as const;

/** A place in an order: the values of its keys, then the contact's id, which breaks ties. */
export type Place = readonly (string | number)[];

/** Where a contact stands; times are milliseconds, texts lower-cased. */
export function placeOf(row: Row, businessName: unknown, keys: readonly SortKey[]): Place {
  return [...keys.map(({ field }) => value(row, businessName, field)), String(row.id)];
}

function value(row: Row, businessName: unknown, field: string): string | number {
  switch (field) {
    case 'dateAdded':
    case 'dateUpdated':
      return Date.parse(text(row, field) ?? '') || 0;
    case 'dnd':
      return row.dnd === true ? 1 : 0;
    case 'businessName':
      return String(businessName ?? '').toLowerCase();
    default:
      return (text(row, field.replace('LowerCase', '')) ?? '').toLowerCase();
  }
}

/** Below zero where `a` comes before `b`; the id always ascends. */
export function compare(a: Place, b: Place, keys: readonly SortKey[]): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? '';
    const right = b[i] ?? '';
    if (left === right) continue;
    const step = left < right ? -1 : 1;
    return keys[i]?.direction === 'desc' ? -step : step;
  }
  return 0;
}
