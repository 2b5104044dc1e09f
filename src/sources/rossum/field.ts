import type { Kind } from '../../model/kind.ts';
import { type FieldDescription, FieldSample, type RecordFieldType } from '../../model/record-field.ts';
import { COLUMN, type ColumnType, DOCUMENT, decodeRow, type RowShape } from './row.ts';
import type { SchemaField } from './schema-fields.ts';
import type { Storage } from './storage.ts';

/** How many rows are looked at to find the columns that others made. */
const SAMPLE = 200;

const TYPES: Readonly<Record<ColumnType, RecordFieldType>> = {
  text: 'text',
  instant: 'instant',
  flag: 'flag',
  names: 'names',
  word: 'text',
};

const OWN_TYPES: Readonly<Record<string, RecordFieldType>> = { email: 'email', phone: 'phone', website: 'url' };

/** Without these a row of that kind is nothing to anybody; the store itself demands nothing. */
const REQUIRED: Readonly<Partial<Record<Kind, string>>> = { task: 'title', note: 'body', appointment: 'start_at' };

const VERSION: FieldDescription = {
  field: 'version',
  label: 'Version',
  type: 'json',
  note: 'Counted by the gateway to notice changes made meanwhile.',
};

/** The gateway's own columns of a collection, and the others that a sample of its rows shows. */
export async function rowFields(kind: Kind, shape: RowShape, storage: Storage): Promise<readonly FieldDescription[]> {
  const own = Object.entries(shape.columns).map(([field, type]) => ownColumn(kind, field, type));
  const sample = new FieldSample();
  for (const row of await storage.find({ query: {}, limit: SAMPLE })) sample.add(decodeRow(shape, row)?.fields ?? {});
  const known = new Set([...own.map(({ field }) => field), VERSION.field]);
  const others = sample.fields.filter((field) => !known.has(field)).sort();
  return [...own, ...others.map((field) => otherColumn(field, sample.type(field))), VERSION];
}

/** What the schemas of the queues can bring into the records of documents; of several fields of one name the first. */
export function documentFields(fields: readonly SchemaField[]): readonly FieldDescription[] {
  const byName = new Map(fields.map((field) => [field.name, field] as const).reverse());
  return [...byName.values()].reverse().map(({ name, label, type, options, isTable }) => ({
    field: DOCUMENT + name,
    label,
    type: options.length > 0 ? 'choice' : 'text',
    ...(options.length > 0 ? { choices: options } : {}),
    note: [`Read from documents${isTable ? ', of a table the first line' : ''}.`, FORMS[type]]
      .filter(Boolean)
      .join(' '),
  }));
}

const FORMS: Readonly<Record<string, string>> = {
  date: 'A date as the queue exports it.',
  number: 'A number as the queue exports it, as text.',
};

function ownColumn(kind: Kind, field: string, type: ColumnType): FieldDescription {
  const label = field.replaceAll(/[._]/g, ' ');
  return {
    field,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    type: OWN_TYPES[field] ?? TYPES[type],
    ...(REQUIRED[kind] === field ? { required: true as const } : {}),
  };
}

function otherColumn(field: string, type: RecordFieldType): FieldDescription {
  const column = field.startsWith(COLUMN);
  const label = column ? field.slice(COLUMN.length) : field.slice(field.indexOf('.') + 1);
  return { field, label, type, ...(column ? { note: 'A column that others keep in the collection.' } : {}) };
}
