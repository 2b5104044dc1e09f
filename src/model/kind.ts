/** The five kinds of thing in the graph. */
export const KINDS = ['contact', 'task', 'note', 'appointment', 'tag'] as const;
/** One of the kinds. */
export type Kind = (typeof KINDS)[number];

/** The kinds that belong to a contact. */
export const CHILD_KINDS = ['task', 'note', 'appointment'] as const satisfies readonly Kind[];
/** One of the kinds that belong to a contact. */
export type ChildKind = (typeof CHILD_KINDS)[number];

/** What a field may hold: instants are RFC 3339 strings in UTC, sets of names are sorted string arrays. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/**
 * A record's or an entity's fields, flat: 'address.city' and 'custom.vat' are single keys, so that every field merges on
 * its own. A key that is absent is unknown; a null is known to be empty.
 */
export type Fields = Readonly<Record<string, Value>>;

/** How a field is compared, cleaned and checked. `names` is a set of names. */
export type FieldType = 'text' | 'email' | 'phone' | 'url' | 'instant' | 'flag' | 'names' | 'json';

/** What holds for one field of an entity. `values` closes the set of texts it may hold. */
export interface FieldRule {
  readonly type: FieldType;
  readonly required?: true;
  readonly values?: readonly string[];
  /** Known from a system only; nobody writes it. */
  readonly readOnly?: true;
}

/** Everything the gateway knows about one kind; pure data and pure functions. */
export interface KindModel {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields beyond the listed ones, under 'custom.', are kept as they come. */
  readonly open?: true;
  /** What a person would call it; also what lists are sorted by. */
  label(fields: Fields): string;
  /** Keys by which two records of different systems are the same thing, strongest first: 'email:ann@x.org'. */
  matchKeys(fields: Fields): readonly string[];
  /** Keys by which two of them may be the same thing; never enough to take them for it: 'alike:ann archer, BS14ST'. */
  suggestKeys?(fields: Fields): readonly string[];
  /** Keys that lists are filtered by besides the match keys: 'tag:vip', 'business:ghl:42'. */
  filterKeys(fields: Fields): readonly string[];
  /** When it happens, for timelines and date filters; null: when it was created. */
  at(fields: Fields): string | null;
  /** The field value that lists filter by: a task's completion, an appointment's status. */
  state(fields: Fields): string | null;
}

/** The text in that field, or null where it is absent, empty or not a text. */
export function text(fields: Fields, key: string): string | null {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The set of names in that field; empty where it is absent. */
export function names(fields: Fields, key: string): readonly string[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
}
