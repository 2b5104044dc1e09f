import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { toProblem } from '../../base/errors.ts';
import type { HttpRequest } from '../../base/http.ts';
import { path } from '../../base/path.ts';
import { toInstant } from '../../model/tidy.ts';
import { type Annotation, Exported, LISTED_STATUSES, toAnnotation } from './annotation.ts';
import { OVERLAP_MS } from './changes.ts';
import { type Client, type ListPage, parsed } from './client.ts';
import { readCursor } from './cursor.ts';
import { ANNOTATION_PREFIX } from './row.ts';
import { createSchemas, type SchemaField } from './schema-fields.ts';

/** The documents of the configured queues; read only. */
export interface AnnotationFeed {
  /** By record id ('ann:1'); what is in none of the queues is missing from the answer. */
  read(recordIds: readonly string[]): Promise<ReadonlyMap<string, Annotation>>;
  /** All documents, or those changed or arrived behind the cursor; a document may come twice. */
  scan(cursor: string | null): AsyncIterable<{ readonly annotations: readonly Annotation[]; readonly resume: string }>;
  /** The fields that the schemas of the queues let an export tell of; those of a schema that is closed to us are missing. */
  fields(): Promise<readonly SchemaField[]>;
}

type Query = NonNullable<HttpRequest['query']>;

/** The vendor's largest page. */
const PAGE = 100;

const Position = z.object({
  /** The queues that were scanned: with others, what they hold has to be seen once in full. */
  queues: z.string(),
  startedAt: z.number(),
  since: z.number().nullable(),
  /** The walk (one queue in one pass) under way; absent once the scan is done. */
  walk: z.number().int().optional(),
  next: z.string().startsWith('/api/v1/').nullable().optional(),
});
type Position = z.output<typeof Position>;

/** Reads documents through each queue's export: fields included, 100 a call, where their content would cost a call each. */
export function createAnnotationFeed(
  client: Client,
  origin: string,
  queueIds: readonly string[],
  clock: Clock,
): AnnotationFeed {
  const schemas = createSchemas(client, clock);

  async function annotationsIn(results: readonly unknown[]): Promise<Annotation[]> {
    return Promise.all(
      results.map(async (result) => {
        const exported = parsed(Exported, result, 'a list of annotations');
        const names = exported.schema ? (await schemas.of(exported.schema)).names : new Map<string, string>();
        return toAnnotation(exported, names, origin);
      }),
    );
  }

  async function read(recordIds: readonly string[]): Promise<ReadonlyMap<string, Annotation>> {
    const ids = [...new Set(recordIds)].map((id) => id.slice(ANNOTATION_PREFIX.length));
    const chunks = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, i) => ids.slice(i * PAGE, (i + 1) * PAGE));
    const lists = await Promise.all(
      chunks.flatMap((chunk) =>
        queueIds.map((queue) => client.all(exportPath(queue), { ...exportQuery(), id: chunk.join(',') })),
      ),
    );
    const annotations = await annotationsIn(lists.flat());
    return new Map(annotations.map((annotation) => [annotation.recordId, annotation]));
  }

  async function* scan(cursor: string | null) {
    let position = beginning(cursor, queueIds.join(), clock.now());
    const walks = walksOf(queueIds, position.since);
    while (position.walk !== undefined) {
      const walk = walks[position.walk];
      const page = walk ? await pageOf(client, walk, position.next ?? null) : { results: [], next: null };
      position = behind(position, page.next, walks.length);
      yield { annotations: await annotationsIn(page.results), resume: JSON.stringify(position) };
    }
  }

  async function fields(): Promise<readonly SchemaField[]> {
    const found = await Promise.all(queueIds.map((queue) => schemas.ofQueue(queue)));
    return found.flatMap((schema) => schema.fields);
  }

  return { read, scan, fields };
}

interface Walk {
  readonly target: string;
  readonly query: Query;
}

/** `modified_at` stays empty until a document is first touched, so changes take two passes: by change and by arrival. */
function walksOf(queueIds: readonly string[], since: number | null): readonly Walk[] {
  const after = since === null ? null : (toInstant(since - OVERLAP_MS) ?? undefined);
  const passes: readonly Query[] = after === null ? [{}] : [{ modified_at_after: after }, { arrived_at_after: after }];
  return queueIds.flatMap((queue) =>
    passes.map((pass) => ({
      target: exportPath(queue),
      query: { ...exportQuery(), status: LISTED_STATUSES.join(','), ...pass },
    })),
  );
}

/** Reading an export changes nothing; only a POST with `to_status` would. */
function exportPath(queueId: string): string {
  return path`/api/v1/queues/${queueId}/export`;
}

function exportQuery(): Query {
  return { format: 'json', page_size: PAGE };
}

/** A cursor kept over a long pause may not be known to Rossum any more; its walk then begins again. */
async function pageOf(client: Client, walk: Walk, next: string | null): Promise<ListPage> {
  if (next === null) return client.page(walk.target, walk.query);
  try {
    return await client.page(next);
  } catch (error) {
    const { code } = toProblem(error);
    if (code !== 'NOT_FOUND' && code !== 'REFUSED') throw error;
    return client.page(walk.target, walk.query);
  }
}

function beginning(cursor: string | null, queues: string, now: number): Position {
  const known = readCursor(Position, cursor);
  if (known?.queues !== queues) return { queues, startedAt: now, since: null, walk: 0, next: null };
  return known.walk === undefined ? { queues, startedAt: now, since: known.startedAt, walk: 0, next: null } : known;
}

function behind({ walk = 0, ...scan }: Position, next: string | null, walks: number): Position {
  const { next: _, ...done } = scan;
  if (next !== null) return { ...done, walk, next };
  return walk + 1 < walks ? { ...done, walk: walk + 1, next: null } : done;
}
