import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { toProblem } from '../../base/errors.ts';
import { path } from '../../base/path.ts';
import { lastSegment } from './annotation.ts';
import { type Client, parsed } from './client.ts';

/** The names that a queue's schema gives to Rossum's pre-trained fields: schema id to the name Rossum extracts under. */
export type FieldNames = ReadonlyMap<string, string>;

/** A schema is edited now and then; its names are asked for again after this long. */
const KEEP_MS = 3_600_000;

const Node = z
  .object({
    id: z.string().nullish(),
    rir_field_names: z.array(z.string()).nullish(),
    children: z.unknown().optional(),
  })
  .catch({});

/** Answers the field names of a schema by its URL, each schema asked for once an hour at most. */
export function createFieldNames(client: Client, clock: Clock): (schemaUrl: string) => Promise<FieldNames> {
  const known = new Map<string, { names: Promise<FieldNames>; until: number }>();

  async function ask(id: string): Promise<FieldNames> {
    try {
      const body = await client.call({ method: 'GET', path: path`/api/v1/schemas/${id}` });
      return namesIn(parsed(z.object({ content: z.unknown().optional() }), body, 'a schema').content);
    } catch (error) {
      // Schemas are closed to some roles; then the customer's ids are taken to be Rossum's names, as they mostly are.
      const { code } = toProblem(error);
      if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return new Map();
      known.delete(id);
      throw error;
    }
  }

  return (schemaUrl) => {
    const id = lastSegment(schemaUrl);
    const kept = known.get(id);
    if (kept && clock.now() < kept.until) return kept.names;
    const names = ask(id);
    known.set(id, { names, until: clock.now() + KEEP_MS });
    return names;
  };
}

/** The children of a table are one object, those of a section or tuple a list. */
function namesIn(content: unknown): FieldNames {
  const names = new Map<string, string>();
  const waiting = [content].flat();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const node = Node.parse(next);
    const name = node.rir_field_names?.[0];
    if (node.id && name) names.set(node.id, name);
    waiting.push(...[node.children ?? []].flat());
  }
  return names;
}
