import { z } from 'zod';
import type { Fields } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';
import { ANNOTATION_PREFIX, DOCUMENT } from './row.ts';

/** One extracted value; `confidence` (0 to 1) is null where a person typed it. */
export interface Extracted {
  readonly text: string;
  readonly confidence: number | null;
}

/** A document under review, as the queue's export shows it. */
export interface Annotation {
  /** 'ann:' and the annotation's number. */
  readonly recordId: string;
  readonly status: string;
  readonly fileName: string | null;
  /** By Rossum's own name of the extracted field; of several the first that holds something. */
  readonly values: ReadonlyMap<string, Extracted>;
  /** Where it came from and when: parts of every record made of it. */
  readonly source: Pick<SourceRecord, 'createdAt' | 'changedAt' | 'url' | 'documentId'>;
}

/** An annotation as exported; only `can_export` fields are in its content. */
export const Exported = z.object({
  url: z.string().transform(lastSegment),
  status: z.string(),
  arrived_at: z.string().nullish().catch(null),
  modified_at: z.string().nullish().catch(null),
  exported_at: z.string().nullish().catch(null),
  document: z
    .object({ url: z.string().nullish(), file_name: z.string().nullish(), original_file_name: z.string().nullish() })
    .nullish()
    .catch(null),
  schema: z
    .union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])
    .nullish()
    .catch(null),
  content: z.unknown().optional(),
});

const REVIEWED = new Set(['confirmed', 'exporting', 'exported']);
const GONE = new Set(['deleted', 'purged', 'split']);

/** The statuses in which a document is somebody's business; before them it is still being read by the machine. */
export const LISTED_STATUSES = [
  ...['to_review', 'reviewing', 'in_workflow', 'postponed', 'failed_import', 'failed_export', 'rejected'],
  ...REVIEWED,
  ...GONE,
];

/** A person or a rule has accepted what was read. */
export function isReviewed({ status }: Annotation): boolean {
  return REVIEWED.has(status);
}

/** Deleted, purged or divided into other documents. */
export function isGone({ status }: Annotation): boolean {
  return GONE.has(status);
}

/** An exported annotation with its values under Rossum's names; `names` leads there from the queue's own schema ids. */
export function toAnnotation(
  exported: z.output<typeof Exported>,
  names: ReadonlyMap<string, string>,
  origin: string,
): Annotation {
  const { document } = exported;
  return {
    recordId: ANNOTATION_PREFIX + exported.url,
    status: exported.status,
    fileName: document?.original_file_name ?? document?.file_name ?? null,
    values: extractedValues(exported.content, names),
    source: {
      url: `${origin}/document/${exported.url}`,
      ...(document?.url ? { documentId: lastSegment(document.url) } : {}),
      ...moment('createdAt', exported.arrived_at),
      ...moment('changedAt', exported.modified_at ?? exported.exported_at),
    },
  };
}

/** What was read, as flat record fields under Rossum's names. */
export function documentValues({ values }: Annotation): Fields {
  return Object.fromEntries([...values].map(([name, { text }]) => [DOCUMENT + name, text]));
}

/** References between Rossum's objects are URLs; the id is what they end with. */
export function lastSegment(url: string): string {
  return url.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

const Content = z
  .object({
    schema_id: z.string().nullish(),
    value: z.union([z.string(), z.number().transform(String)]).nullish(),
    normalized_value: z.string().nullish(),
    rir_confidence: z.number().nullish(),
    children: z.unknown().optional(),
  })
  .catch({});

/** Walks sections, tables and tuples; the children of a table may be one object where those of others are a list. */
function extractedValues(content: unknown, names: ReadonlyMap<string, string>): Map<string, Extracted> {
  const values = new Map<string, Extracted>();
  const waiting = [content].flat();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const node = Content.parse(next);
    const name = names.get(node.schema_id ?? '') ?? node.schema_id;
    const text = (node.normalized_value ?? node.value)?.trim();
    if (name && text && !values.has(name)) values.set(name, { text, confidence: node.rir_confidence ?? null });
    waiting.unshift(...[node.children ?? []].flat());
  }
  return values;
}

function moment(name: 'createdAt' | 'changedAt', time: string | null | undefined): Partial<Annotation['source']> {
  const ms = time ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? {} : { [name]: ms };
}
