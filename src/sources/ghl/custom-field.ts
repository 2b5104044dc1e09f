import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { path } from '../../base/path.ts';
import type { Fields, Value } from '../../model/kind.ts';
import type { Client } from './client.ts';
import { flag, id, names, text } from './wire.ts';

/** A field that people defined for the contacts of their location. */
export interface Definition {
  readonly id: string;
  /** Its key without "contact.": the part of the record field behind 'custom.'. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** What a person may choose from; others too where it is open. */
  readonly choices: readonly string[];
  readonly open: boolean;
}

/** A custom field as contacts are read: without key, name or type. */
export const CustomValue = z.object({ id, value: z.json().nullish().catch(null) });

/** A custom field as contacts are written. */
export interface CustomItem {
  readonly id: string;
  readonly field_value: Value;
}

/** The location's definitions: read once, and again when somebody names one that is not among them. */
export interface Definitions {
  /** All definitions, among them those with these ids or keys where the location has them. */
  covering(idsOrKeys: readonly string[]): Promise<readonly Definition[]>;
  /** All definitions as they are now: always asked for. */
  all(): Promise<readonly Definition[]>;
}

const ASK_AGAIN_MS = 60_000;
const SEVERAL = new Set(['CHECKBOX', 'MULTIPLE_OPTIONS']);
const NUMBERS = new Set(['NUMERICAL', 'FLOAT', 'MONETORY']);

const Answer = z.object({
  customFields: z
    .array(
      z.object({ id, name: text, fieldKey: text, dataType: text, picklistOptions: names, isAllowedCustomOption: flag }),
    )
    .nullish(),
});

/** Makes the definitions of the client's location. */
export function createDefinitions(client: Client, clock: Clock): Definitions {
  const askedFor = new Map<string, number>();
  let known: readonly Definition[] | null = null;

  async function fetchAll(): Promise<readonly Definition[]> {
    const { customFields } = await client.call(
      {
        method: 'GET',
        path: path`/locations/${client.locationId}/customFields`,
        query: { model: 'contact' },
        version: '2021-07-28',
        about: 'the custom fields',
      },
      Answer,
    );
    return (customFields ?? []).map((row) => ({
      id: row.id,
      key: (row.fieldKey || row.id).replace(/^contact\./, ''),
      name: row.name || row.id,
      type: row.dataType ?? 'TEXT',
      choices: row.picklistOptions ?? [],
      open: row.isAllowedCustomOption ?? false,
    }));
  }

  return {
    async covering(idsOrKeys) {
      known ??= await fetchAll();
      const defined = new Set(known.flatMap((definition) => [definition.id, definition.key]));
      const now = clock.now();
      const missing = idsOrKeys.filter((name) => !defined.has(name));
      // A value may outlive its definition: the same unknown name is not asked for at every row.
      const news = missing.filter((name) => now - (askedFor.get(name) ?? Number.NEGATIVE_INFINITY) > ASK_AGAIN_MS);
      if (news.length === 0) return known;
      for (const name of news) askedFor.set(name, now);
      known = await fetchAll();
      return known;
    },
    async all() {
      known = await fetchAll();
      return known;
    },
  };
}

/** The values of a contact as flat fields, one for every definition, so that a value taken away reads as null. */
export function readCustom(rows: readonly z.output<typeof CustomValue>[], definitions: readonly Definition[]): Fields {
  const values = new Map(rows.map((row) => [row.id, row.value ?? null]));
  return Object.fromEntries(
    definitions.map((definition) => [
      `custom.${definition.key}`,
      tidied(definition, values.get(definition.id) ?? null),
    ]),
  );
}

/** The items to write for the flat custom fields among these; null empties. A key without a definition has no place. */
export function writeCustom(fields: Fields, definitions: readonly Definition[]): readonly CustomItem[] {
  return definitions.flatMap((definition) => {
    const value = fields[`custom.${definition.key}`];
    return value === undefined ? [] : [{ id: definition.id, field_value: written(definition, value) }];
  });
}

/** The keys of the custom fields among these. */
export function customKeys(fields: Fields): string[] {
  return Object.keys(fields).flatMap((field) => (field.startsWith('custom.') ? [field.slice('custom.'.length)] : []));
}

/** The same value has different forms in a read and in a search. */
function tidied({ type }: Definition, value: Value): Value {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (SEVERAL.has(type)) return Array.isArray(value) ? value : [value];
  if (NUMBERS.has(type)) return numeric(value);
  return value;
}

function written({ type }: Definition, value: Value): Value {
  if (SEVERAL.has(type)) return value === null ? [] : Array.isArray(value) ? value : [String(value)];
  if (value === null) return '';
  if (NUMBERS.has(type)) return numeric(value);
  return typeof value === 'object' ? value : String(value);
}

function numeric(value: Value): Value {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}
