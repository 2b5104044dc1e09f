import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { toProblem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import { lastSegment } from './annotation.ts';
import { type Client, parsed } from './client.ts';

/** The names that a queue's schema gives to Rossum's pre-trained fields: schema id to the name Rossum extracts under. */
export type FieldNames = ReadonlyMap<string, string>;

/** A field of a schema that exports tell of, under Rossum's own name for it where it has one. */
export interface SchemaField {
  readonly name: string;
  readonly label: string;
  /** 'string', 'date', 'number' or 'enum'. */
  readonly type: string;
  /** The values of an enum. */
  readonly options: readonly string[];
  /** True for a column of a table. */
  readonly isTable: boolean;
}

/** What a schema tells; empty where it is closed to us. */
export interface Schema {
  readonly names: FieldNames;
  readonly fields: readonly SchemaField[];
}

/** The schemas of an organisation, each asked for once an hour at most. */
export interface Schemas {
  of(schemaUrl: string): Promise<Schema>;
  /** The one a queue uses now: the queue is always asked. */
  ofQueue(queueId: string): Promise<Schema>;
}

/** A schema is edited now and then; it is asked for again after this long. */
const KEEP_MS = 3_600_000;
const NONE: Schema = { names: new Map(), fields: [] };

const Queue = z.object({ schema: z.string().nullish() });
const Node = z
  .object({
    id: z.string().nullish(),
    category: z.string().nullish(),
    label: z.string().nullish().catch(null),
    type: z.string().nullish().catch(null),
    can_export: z.boolean().nullish().catch(null),
    options: z
      .array(z.object({ value: z.union([z.string(), z.number().transform(String)]) }))
      .nullish()
      .catch(null),
    rir_field_names: z.array(z.string()).nullish(),
    children: z.unknown().optional(),
  })
  .catch({});

/** Makes the reader of schemas. */
export function createSchemas(client: Client, clock: Clock): Schemas {
  const known = new Map<string, { schema: Promise<Schema>; until: number }>();

  async function ask(id: string): Promise<Schema> {
    const body = await openly(() => client.call({ method: 'GET', path: path`/api/v1/schemas/${id}` }));
    return body === null ? NONE : read(parsed(z.object({ content: z.unknown().optional() }), body, 'a schema').content);
  }

  async function of(schemaUrl: string): Promise<Schema> {
    const id = lastSegment(schemaUrl);
    const kept = known.get(id);
    if (kept && clock.now() < kept.until) return kept.schema;
    const schema = ask(id);
    const entry = { schema, until: clock.now() + KEEP_MS };
    known.set(id, entry);
    schema.catch(() => {
      if (known.get(id) === entry) known.delete(id);
    });
    return schema;
  }

  return {
    of,
    async ofQueue(queueId) {
      const body = await openly(() => client.call({ method: 'GET', path: path`/api/v1/queues/${queueId}` }));
      const { schema = null } = body === null ? {} : parsed(Queue, body, 'a queue');
      return schema === null ? NONE : of(schema);
    },
  };
}

/** Schemas are closed to some roles: null. Then the customer's ids are taken to be Rossum's names, as they mostly are. */
async function openly(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    const { code } = toProblem(error);
    if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** The children of a table are one object, those of a section or tuple a list. */
function read(content: unknown): Schema {
  const names = new Map<string, string>();
  const fields: SchemaField[] = [];
  const waiting = [content].flat().map((node) => ({ node, isTable: false }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const node = Node.parse(next.node);
    const name = node.rir_field_names?.[0];
    if (node.id && name) names.set(node.id, name);
    if (node.id && node.category === 'datapoint' && node.can_export !== false)
      fields.push({
        name: name ?? node.id,
        label: node.label || node.id,
        type: node.type ?? 'string',
        options: (node.options ?? []).map(({ value }) => value),
        isTable: next.isTable,
      });
    const isTable = next.isTable || node.category === 'multivalue';
    waiting.push(...[node.children ?? []].flat().map((child) => ({ node: child, isTable })));
  }
  return { names, fields };
}
