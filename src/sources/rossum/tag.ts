import { z } from 'zod';
import { Problem, toProblem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import type { Fields } from '../../model/kind.ts';
import type { FieldDescription } from '../../model/record-field.ts';
import { tagKey } from '../../model/tag.ts';
import type { Collection, RecordRef, SourceRecord } from '../source.ts';
import { type Client, parsed } from './client.ts';

const LABELS = '/api/v1/labels';
const FIELDS = ['name', 'color'];
const DESCRIBED: readonly FieldDescription[] = [
  { field: 'name', label: 'Name', type: 'text', required: true },
  { field: 'color', label: 'Colour', type: 'text', note: 'As #RRGGBB.' },
];

const Label = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string(),
  color: z.string().nullish().catch(null),
});

/** Labels as tags. They carry no time of change, and are few: every scan and read takes the whole list. */
export function tagCollection(client: Client): Collection {
  async function list(): Promise<SourceRecord[]> {
    const labels = await client.all(LABELS, { page_size: 100 });
    return labels.map((label) => toRecord(parsed(Label, label, 'a label')));
  }

  /** Rossum may allow two labels of one name; one is taken for the other here as everywhere in the gateway. */
  async function named(fields: Fields): Promise<SourceRecord | null> {
    const key = tagKey(String(fields.name ?? ''));
    return (await list()).find((label) => tagKey(String(label.fields.name)) === key) ?? null;
  }

  return {
    covers: 'all',
    note: 'Labels are the list of tags and mark documents; the tags of a contact are names in its row',
    describe: async () => DESCRIBED,
    read: (refs) => readLabels(list, refs),
    async *scan() {
      const records = await list();
      yield { records, resume: null, total: records.length };
    },
    write: {
      creates: FIELDS,
      updates: FIELDS,
      callsPerUpdate: 1,
      async create({ fields }) {
        const same = await named(fields);
        if (same) return same;
        const label = await client.call({ method: 'POST', path: LABELS, json: body(fields) });
        return toRecord(parsed(Label, label, 'a label'));
      },
      find: ({ fields }) => named(fields),
      async update(ref, patch) {
        const request = { method: 'PATCH', path: labelPath(ref.id), json: body(patch) } as const;
        const label = await client.call({ ...request, idempotent: true });
        return toRecord(parsed(Label, label, 'a label'));
      },
      remove: (ref) => removeLabel(client, ref),
    },
  };
}

async function readLabels(list: () => Promise<SourceRecord[]>, refs: readonly RecordRef[]) {
  const problems = refs.map((ref) => problemWith(ref.id));
  if (problems.every((problem) => problem !== null)) return problems;
  const byId = new Map((await list()).map((label) => [label.id, label]));
  return refs.map((ref, i) => problems[i] ?? byId.get(ref.id) ?? null);
}

async function removeLabel(client: Client, ref: RecordRef): Promise<void> {
  try {
    await client.call({ method: 'DELETE', path: labelPath(ref.id) });
  } catch (error) {
    if (toProblem(error).code !== 'NOT_FOUND') throw error;
  }
}

function labelPath(id: string): string {
  return path`/api/v1/labels/${id}`;
}

function problemWith(id: string): Problem | null {
  try {
    labelPath(id);
    return null;
  } catch (error) {
    return toProblem(error);
  }
}

function toRecord({ id, name, color }: z.output<typeof Label>): SourceRecord {
  return { id, fields: { name, color: color ?? null } };
}

function body(fields: Fields): Fields {
  const { color } = fields;
  if (typeof color === 'string' && !/^#[0-9a-f]{6}$/i.test(color))
    throw new Problem('INVALID', 'Rossum takes the colour of a label as #RRGGBB', 'never', {
      system: 'rossum',
      path: ['color'],
    });
  return Object.fromEntries(FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])));
}
