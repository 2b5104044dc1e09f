import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { unprocessable } from './refusal.ts';
import { fullName, normalPhone } from './tidy-row.ts';

/** One condition of a contact search. */
export interface Condition {
  field: string;
  operator: (typeof OPERATORS)[number];
  value?: unknown;
}

/** Conditions of which all or any must hold; groups may stand in groups. */
export interface Group {
  group: 'AND' | 'OR';
  filters: Filter[];
}

/** What stands in `filters`. */
export type Filter = Condition | Group;

/** A contact as filters see it: `businessName` is the name of its business. */
export interface Searched {
  readonly row: Row;
  readonly businessName: unknown;
}

const OPERATORS = ['eq', 'not_eq', 'contains', 'not_contains', 'exists', 'not_exists', 'range'] as const;
const LONGEST_VALUE = 75;
const DATES = new Set(['dateAdded', 'dateUpdated', 'dateOfBirth']);
const FIELDS = new Set([
  ...['id', 'contactName', 'address', 'assignedTo', 'businessName', 'city', 'country', 'companyName', 'dateAdded'],
  ...['dateUpdated', 'dnd', 'email', 'followers', 'firstNameLowerCase', 'lastNameLowerCase', 'isValidWhatsapp'],
  ...['lastEmailClickedDate', 'lastEmailOpenedDate', 'phone', 'postalCode', 'source', 'state', 'tags', 'timezone'],
  ...['type', 'validEmail', 'website', 'dateOfBirth', 'lastAppointment', 'activeWorkflows', 'finishedWorkflows'],
]);

const condition = z.strictObject({ field: z.string(), operator: z.enum(OPERATORS), value: z.unknown().optional() });

/** Checks the shape of `filters`; what the conditions say is checked by `checkFilter`. */
export const filtersSchema: z.ZodType<Filter[]> = z.lazy(() =>
  z.array(z.union([condition, z.strictObject({ group: z.enum(['AND', 'OR']), filters: filtersSchema })])),
);

/** 422 for a field that cannot be searched, an operator that its type does not have, or a value that is too long. */
export function checkFilter(filter: Filter): void {
  if ('group' in filter) {
    filter.filters.forEach(checkFilter);
    return;
  }
  const { field, operator, value } = filter;
  if (!FIELDS.has(field) && !/^(customFields|opportunities)\./.test(field))
    throw unprocessable(`Invalid field ${field}`);
  const impossible =
    (field === 'email' && /contains/.test(operator)) ||
    (DATES.has(field) && !['range', 'exists', 'not_exists'].includes(operator));
  if (impossible) throw unprocessable(`Invalid operator ${operator} for field ${field}`);
  if (!operator.endsWith('exists') && value === undefined) throw unprocessable(`value of ${field} should not be empty`);
  if ([value].flat().some((one) => typeof one === 'string' && one.length > LONGEST_VALUE))
    throw unprocessable(`value of ${field} must be shorter than or equal to ${LONGEST_VALUE} characters`);
}

/** Does the contact meet the filter? */
export function matches(filter: Filter, contact: Searched): boolean {
  if ('group' in filter) {
    const holds = (one: Filter) => matches(one, contact);
    return filter.group === 'OR' ? filter.filters.some(holds) : filter.filters.every(holds);
  }
  const values = valuesOf(filter.field, contact);
  const wanted = [filter.value].flat().map((value) => comparable(filter.field, value));
  const held = values.map((value) => comparable(filter.field, value));
  switch (filter.operator) {
    case 'eq':
      return held.some((value) => wanted.includes(value));
    case 'not_eq':
      return !held.some((value) => wanted.includes(value));
    case 'contains':
      return held.some((value) => wanted.some((part) => value.includes(part)));
    case 'not_contains':
      return !held.some((value) => wanted.some((part) => value.includes(part)));
    case 'exists':
      return held.length > 0;
    case 'not_exists':
      return held.length === 0;
    case 'range':
      return values.some((value) => isWithin(value, filter.value));
  }
}

function valuesOf(field: string, { row, businessName }: Searched): unknown[] {
  const customId = /^customFields\.(.+)$/.exec(field)?.[1];
  const special: Record<string, unknown> = {
    contactName: fullName(row),
    address: row.address1,
    businessName,
    firstNameLowerCase: row.firstName,
    lastNameLowerCase: row.lastName,
  };
  const found = customId
    ? (row.customFields as Row[]).find((item) => item.id === customId)?.value
    : field in special
      ? special[field]
      : row[field];
  return [found].flat().filter((value) => value !== undefined && value !== null && value !== '');
}

function comparable(field: string, value: unknown): string {
  return field === 'phone' ? normalPhone(String(value)) : String(value).toLowerCase();
}

/** Dates as ISO texts or milliseconds, numbers as they are. */
function isWithin(value: unknown, range: unknown): boolean {
  const { gte, gt, lte, lt } = (range ?? {}) as Record<string, unknown>;
  const held = measure(value);
  return (
    (gte === undefined || held >= measure(gte)) &&
    (gt === undefined || held > measure(gt)) &&
    (lte === undefined || held <= measure(lte)) &&
    (lt === undefined || held < measure(lt))
  );
}

function measure(value: unknown): number {
  return typeof value === 'number' || /^\d{1,15}(\.\d+)?$/.test(String(value))
    ? Number(value)
    : Date.parse(String(value));
}

/** Does a contact hold that text in its name, e-mail, phone, company or tags? No text matches all. */
export function holdsText(row: Row, query: string | undefined): boolean {
  if (!query) return true;
  const wanted = query.toLowerCase();
  const held = [fullName(row), row.email, row.phone, row.companyName, row.tags].flat();
  return held.some((value) => typeof value === 'string' && value.toLowerCase().includes(wanted));
}
