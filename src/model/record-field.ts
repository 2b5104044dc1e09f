import type { Value } from './kind.ts';
import { toE164, toInstant } from './tidy.ts';

/** What the values of a record field are. A `choice` is one of a closed list; `names` are several texts. */
export const RECORD_FIELD_TYPES = [
  'text',
  'email',
  'phone',
  'url',
  'instant',
  'flag',
  'names',
  'number',
  'choice',
  'json',
] as const;
/** One of the types. */
export type RecordFieldType = (typeof RECORD_FIELD_TYPES)[number];

/** What a system says of one field of its records. */
export interface FieldDescription {
  /** Its name in records: 'custom.boiler_make'. */
  readonly field: string;
  /** What people call it there. */
  readonly label: string;
  readonly type: RecordFieldType;
  /** The values it may hold, of a `choice` or of `names`; absent: any. */
  readonly choices?: readonly string[];
  /** No record can be created without it. */
  readonly required?: true;
  /** What a person should know about it, one sentence. */
  readonly note?: string;
}

/** A field of a system's records as the gateway knows it. */
export interface RecordField extends FieldDescription {
  /** Whether it can be written when a record is created, and when one is changed. */
  readonly creates: boolean;
  readonly updates: boolean;
  /** Whether the system described it, or records alone show it. */
  readonly known: 'described' | 'seen';
  /** A few different values it has in real records, as short texts. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 80;

/** Collects what records show of their fields, as they pass by; remembers a few short texts of each and no record. */
export class FieldSample {
  readonly #seen = new Map<string, { readonly examples: Set<string>; type: RecordFieldType | null }>();

  /** Takes note of one record. */
  add(fields: Readonly<Record<string, Value>>): void {
    for (const [field, value] of Object.entries(fields)) {
      const known = this.#seen.get(field) ?? { examples: new Set<string>(), type: null };
      this.#seen.set(field, known);
      if (isEmpty(value)) continue;
      known.type = known.type === null || known.type === typeOf(value) ? typeOf(value) : widest(known.type, value);
      if (known.examples.size < MOST_EXAMPLES) known.examples.add(exampleOf(value));
    }
  }

  /** The fields met so far. */
  get fields(): readonly string[] {
    return [...this.#seen.keys()];
  }

  /** Up to three different values of that field. */
  examples(field: string): readonly string[] {
    return [...(this.#seen.get(field)?.examples ?? [])];
  }

  /** The narrowest type that all its values have; text where there were none. */
  type(field: string): RecordFieldType {
    return this.#seen.get(field)?.type ?? 'text';
  }
}

/** True if the value is one that a field of that type may hold; empty is allowed everywhere. */
export function fits({ type, choices }: Pick<FieldDescription, 'type' | 'choices'>, value: Value): boolean {
  if (isEmpty(value)) return true;
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'names':
      return Array.isArray(value) && value.every((name) => typeof name === 'string');
    case 'instant':
      return (typeof value === 'string' || typeof value === 'number') && toInstant(value) !== null;
    case 'choice':
      return choices === undefined || choices.includes(String(value));
    case 'json':
      return true;
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return typeof value === 'string';
  }
}

/** Whether a list of field names holds that one; 'custom.*' stands for all that begin with 'custom.'. */
export function listed(list: readonly string[], field: string): boolean {
  return list.some((name) => name === field || (name.endsWith('.*') && field.startsWith(name.slice(0, -1))));
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function exampleOf(value: Value): string {
  const text = Array.isArray(value) ? value.map(asText).join(', ') : asText(value);
  return text.length <= LONGEST_EXAMPLE ? text : `${text.slice(0, LONGEST_EXAMPLE - 1)}…`;
}

function asText(value: Value): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function typeOf(value: Value): RecordFieldType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? 'names' : 'json';
  if (typeof value !== 'string') return 'json';
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) return 'email';
  if (/^https?:\/\/\S+$/.test(value)) return 'url';
  if (/^\d{4}-\d\d-\d\d([T ]|$)/.test(value) && toInstant(value) !== null) return 'instant';
  return /^\+[\d ()-]{7,}$/.test(value) && toE164(value) !== null ? 'phone' : 'text';
}

/** What holds values of both types: text where both are texts, else anything. */
function widest(type: RecordFieldType, value: Value): RecordFieldType {
  const texts: readonly RecordFieldType[] = ['text', 'email', 'phone', 'url', 'instant'];
  return texts.includes(type) && texts.includes(typeOf(value)) ? 'text' : 'json';
}
