import type { Row } from '../../simulator.ts';
import { seededId } from './ids.ts';

/** A custom field of contacts, as the location defines it. */
export interface CustomField extends Row {
  readonly id: string;
  readonly name: string;
  /** "contact." and the key. */
  readonly fieldKey: string;
  readonly dataType: 'TEXT' | 'NUMERICAL' | 'SINGLE_OPTIONS' | 'MULTIPLE_OPTIONS' | 'DATE';
}

/** The definitions of the location, in their order. */
export const CUSTOM_FIELDS: readonly CustomField[] = [
  define(0, 'Boiler make', 'boiler_make', 'TEXT'),
  define(1, 'Boiler age', 'boiler_age', 'NUMERICAL'),
  define(2, 'Fuel', 'fuel', 'SINGLE_OPTIONS', ['Gas', 'Oil', 'LPG', 'Electric']),
  define(3, 'Appliances', 'appliances', 'MULTIPLE_OPTIONS', ['Boiler', 'Cylinder', 'Fire', 'Hob', 'Heat pump']),
  define(4, 'Service due', 'service_due', 'DATE'),
];

function define(
  position: number,
  name: string,
  key: string,
  dataType: CustomField['dataType'],
  picklistOptions?: readonly string[],
): CustomField {
  return {
    id: seededId('custom-field', key),
    name,
    fieldKey: `contact.${key}`,
    placeholder: '',
    dataType,
    position: position * 50,
    ...(picklistOptions ? { picklistOptions, isAllowedCustomOption: false } : {}),
    model: 'contact',
  };
}

/** The field that a write names by id or key, with or without "contact."; undefined where there is none. */
function definitionOf(write: Row): CustomField | undefined {
  const key = String(write.key ?? '').replace(/^contact\./, '');
  return CUSTOM_FIELDS.find((field) => field.id === write.id || field.fieldKey === `contact.${key}`);
}

/** What a contact holds after those writes: {id, value} for each; writes to unknown fields vanish, empty values clear. */
export function writeCustomFields(before: unknown, writes: readonly Row[]): Row[] {
  const held = new Map((Array.isArray(before) ? (before as Row[]) : []).map((item) => [String(item.id), item.value]));
  for (const write of writes) {
    const field = definitionOf(write);
    if (!field) continue;
    const value = coerce(field, write.field_value ?? write.fieldValue);
    if (isEmpty(value)) held.delete(field.id);
    else held.set(field.id, value);
  }
  return [...held].map(([id, value]) => ({ id, value }));
}

function coerce(field: CustomField, value: unknown): unknown {
  if (isEmpty(value)) return value;
  if (field.dataType === 'MULTIPLE_OPTIONS') return Array.isArray(value) ? value.map(String) : [String(value)];
  if (field.dataType !== 'NUMERICAL') return String(value);
  return Number.isNaN(Number(value)) ? value : Number(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
