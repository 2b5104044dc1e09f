import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../../simulator.ts';

/** A row's text, or undefined where the field is absent, null or something else. */
export function text(row: Row | undefined, field: string): string | undefined {
  const value = row?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** A row's list of texts; empty where it has none. */
export function texts(row: Row | undefined, field: string): string[] {
  const value = row?.[field];
  return Array.isArray(value) ? value.map(String) : [];
}

/** E.164 where the number has a country code; else as it was given. */
export function normalPhone(phone: string): string {
  const trimmed = phone.trim();
  return trimmed.startsWith('+') ? `+${trimmed.replace(/\D/g, '')}` : trimmed;
}

/** Tags as HighLevel keeps them: lower case, trimmed, each once. */
export function normalTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))];
}

/** First and last name of a full name; the last name is null where there is one word only. */
export function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return { firstName: first || null, lastName: rest.join(' ') || null };
}

/** First and last name in one, or undefined where there is neither. */
export function fullName(row: Row): string | undefined {
  return [text(row, 'firstName'), text(row, 'lastName')].filter(Boolean).join(' ') || undefined;
}

/** Brings a contact row into the shape it is kept in: no nulls, tags and phone normal, a full name split. */
export function tidyContact(row: Row, before?: Row): void {
  const name = text(row, 'name');
  delete row.name;
  const renamed = row.firstName !== before?.firstName || row.lastName !== before?.lastName;
  if (name && !renamed) Object.assign(row, splitName(name));
  if (typeof row.phone === 'string') row.phone = normalPhone(row.phone);
  row.tags = normalTags(texts(row, 'tags'));
  if (!Array.isArray(row.customFields)) row.customFields = [];
  dropNulls(row);
}

/** Removes the fields that hold null: HighLevel leaves out what is empty. */
export function dropNulls(row: Row): void {
  for (const [field, value] of Object.entries(row)) if (value === null || value === undefined) delete row[field];
}

/** The names of the fields in which two rows differ. */
export function differences(a: Row, b: Row): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => !isDeepStrictEqual(a[field], b[field]));
}
