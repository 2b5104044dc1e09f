/** The kinds that are compared. */
export type Compared = 'contact' | 'task' | 'note';

/** Where one system keeps one kind: its table, and which of its columns is which of our words. */
export interface Shape {
  readonly table: string;
  /** Our word to their column; a dot leads into an object. A word that is missing has no place there. */
  readonly columns: Readonly<Record<string, string>>;
  /** The column with the id of the contact it belongs to. */
  readonly owner?: string;
  /** The column that marks a row as deleted. */
  readonly deleted?: string;
}

/** Written from the vendors' rows, not from the product's mapping, so that a mistake there does not hide here. */
export const SHAPES: Readonly<Record<string, Readonly<Record<Compared, Shape>>>> = {
  ghl: {
    contact: {
      table: 'contacts',
      columns: {
        firstName: 'firstName',
        lastName: 'lastName',
        email: 'email',
        phone: 'phone',
        website: 'website',
        line1: 'address1',
        city: 'city',
        postcode: 'postalCode',
        tags: 'tags',
      },
    },
    task: {
      table: 'tasks',
      owner: 'contactId',
      columns: { title: 'title', body: 'body', dueAt: 'dueDate', completed: 'completed' },
    },
    note: { table: 'notes', owner: 'contactId', columns: { title: 'title', body: 'body' } },
  },
  rossum: {
    contact: {
      table: 'contacts',
      deleted: 'deleted_at',
      columns: {
        firstName: 'first_name',
        lastName: 'last_name',
        email: 'email',
        phone: 'phone',
        website: 'website',
        line1: 'address.line1',
        city: 'address.city',
        postcode: 'address.postcode',
        tags: 'tags',
      },
    },
    task: {
      table: 'tasks',
      owner: 'contact_gid',
      deleted: 'deleted_at',
      columns: { title: 'title', body: 'body', dueAt: 'due_at', completed: 'completed' },
    },
    note: {
      table: 'notes',
      owner: 'contact_gid',
      deleted: 'deleted_at',
      columns: { title: 'title', body: 'body' },
    },
  },
  commusoft: {
    contact: {
      table: 'customers',
      deleted: 'deleted',
      columns: {
        firstName: 'name',
        lastName: 'surname',
        email: 'emailaddress',
        phone: 'mobile',
        line1: 'addressline1',
        city: 'town',
        postcode: 'postcode',
      },
    },
    task: {
      table: 'tasks',
      owner: 'customerid',
      columns: { title: 'description', body: 'details', dueAt: 'duedate', completed: 'completed' },
    },
    note: { table: 'notes', owner: 'customerid', columns: { title: 'title', body: 'note' } },
  },
};

/** One thing as one place holds it; `about` is the marker of the contact it belongs to. */
export interface Held {
  readonly kind: Compared;
  /** Where: a system's id, or 'graph'. */
  readonly place: string;
  readonly id: string;
  readonly marker: string;
  readonly about: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What makes a thing of a test unlike every other: the e-mail, the title, the first word of the body. */
export function markerOf(kind: Compared, fields: Readonly<Record<string, unknown>>): string {
  if (kind === 'contact') return String(fields.email ?? '');
  return kind === 'task' ? String(fields.title ?? '') : (String(fields.body ?? '').split(' ')[0] ?? '');
}

/** Equal for people, equal as text: no value is null, a time is in UTC, a tick is true or false, a number is international, a set has an order. */
export function plain(word: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return word === 'completed' ? false : null;
  if (word === 'completed') return ['1', 'true'].includes(String(value));
  if (word === 'dueAt') return instant(value);
  if (word === 'phone')
    return String(value)
      .replaceAll(/[ ()-]/g, '')
      .replace(/^0/, '+44');
  if (word === 'tags') return tagsOf(value as string[]);
  return value;
}

/** Commusoft's customer types and sources become tags of their own; they are nobody's edit. */
function tagsOf(tags: readonly string[]): string | null {
  const set = tags.filter((tag) => !tag.startsWith('commusoft:')).sort();
  return set.length === 0 ? null : set.join(' ');
}

/** EJSON wraps a date; Commusoft writes what a British clock shows, which in winter is UTC. */
function instant(value: unknown): string {
  const wrapped = (value as { $date?: unknown }).$date ?? value;
  const held = typeof wrapped === 'object' ? Number((wrapped as { $numberLong: string }).$numberLong) : wrapped;
  const text = typeof held === 'string' && !/Z|[+-]\d\d:\d\d$/.test(held) ? `${held.replace(' ', 'T')}Z` : held;
  return new Date(text as string | number).toISOString();
}
