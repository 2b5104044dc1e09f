import { z } from 'zod';
import { Problem, toProblem } from '../../base/errors.ts';
import type { FieldDescription } from '../../model/record-field.ts';
import type { Collection, Page, RecordRef, SourceRecord } from '../source.ts';
import { type Annotation, isGone } from './annotation.ts';
import type { AnnotationFeed } from './annotation-feed.ts';
import type { RowCollection } from './collection.ts';
import { readCursor } from './cursor.ts';
import { documentFields } from './field.ts';
import { ANNOTATION_PREFIX } from './row.ts';

/** How documents appear among the records of one kind. */
export interface AnnotationView {
  /** Null where the document is no such record, or not yet. */
  recordOf(annotation: Annotation): SourceRecord | null;
  /** Fields of these records besides what was read from the document. */
  readonly fields: readonly FieldDescription[];
  /** The record stays what it is when its document is deleted: a document's end is not its sender's. */
  readonly outlives: boolean;
}

type Found = SourceRecord | null | Problem;

const NOTE =
  'Documents of the configured queues are among them (ids that begin with ann:) and can only be changed in Rossum itself';
const ANNOTATION_ID = /^ann:\d{1,18}$/;
const Position = z.object({ rows: z.string().nullable(), annotations: z.string().nullable() });

/** The rows of a collection and the documents of the queues as one collection, told apart by the id's prefix. */
export function withAnnotations(rows: RowCollection, feed: AnnotationFeed, view: AnnotationView): Collection {
  const read = (refs: readonly RecordRef[]) => readBoth(rows, feed, view, refs);
  return {
    ...rows,
    note: `${rows.note ?? ''}. ${NOTE}`,
    describe: async () => {
      const [ofRows, ofDocuments] = await Promise.all([rows.describe(), feed.fields()]);
      // What documents bring may stand in rows as well.
      const inRows = new Set(ofRows.map(({ field }) => field));
      return [...ofRows, ...view.fields.filter(({ field }) => !inRows.has(field)), ...documentFields(ofDocuments)];
    },
    read,
    scan: (cursor) => scanBoth(rows, feed, view, cursor),
    listFor: async (contactIds) => {
      const documents = contactIds.filter(isAnnotation).map((id) => ({ id }));
      const [lists, found] = await Promise.all([rows.listFor(contactIds), read(documents)]);
      const byId = new Map(documents.map(({ id }, i) => [id, found[i] ?? null]));
      return contactIds.map((id, i) => withDocument(lists[i] ?? [], byId.get(id) ?? null, id));
    },
    write: {
      ...rows.write,
      update: async (ref, patch, previous) => {
        if (isAnnotation(ref.id)) throw readOnly(ref.id);
        return rows.write.update(ref, patch, previous);
      },
      remove: async (ref) => {
        if (isAnnotation(ref.id)) throw readOnly(ref.id);
        return rows.write.remove(ref);
      },
    },
  };
}

async function readBoth(rows: RowCollection, feed: AnnotationFeed, view: AnnotationView, refs: readonly RecordRef[]) {
  const plain = refs.filter((ref) => !isAnnotation(ref.id));
  const [found, documents] = await Promise.all([
    plain.length > 0 ? rows.read(plain) : [],
    readDocuments(feed, view, refs.map((ref) => ref.id).filter(isAnnotation)),
  ]);
  const answers = new Map(plain.map((ref, i) => [ref.id, found[i] ?? null]));
  return refs.map((ref) => answers.get(ref.id) ?? documents.get(ref.id) ?? null);
}

async function readDocuments(feed: AnnotationFeed, view: AnnotationView, ids: readonly string[]) {
  const sound = ids.filter((id) => ANNOTATION_ID.test(id));
  const found = new Map<string, Found>(ids.map((id) => [id, badId()]));
  try {
    const annotations = sound.length > 0 ? await feed.read(sound) : new Map<string, Annotation>();
    for (const id of sound) found.set(id, viewed(view, annotations.get(id), id));
  } catch (error) {
    for (const id of sound) found.set(id, toProblem(error));
  }
  return found;
}

function viewed(view: AnnotationView, annotation: Annotation | undefined, id: string): Found {
  if (view.outlives && (!annotation || isGone(annotation))) {
    const message = `Rossum does not show document ${id} any more; what was read from it is kept`;
    return new Problem('NOT_FOUND', message, 'never', { system: 'rossum', recordId: id });
  }
  return annotation ? view.recordOf(annotation) : null;
}

/** Rows first, then documents; continuing behind a page of documents looks at the few rows changed meanwhile again. */
async function* scanBoth(
  rows: RowCollection,
  feed: AnnotationFeed,
  view: AnnotationView,
  cursor: string | null,
): AsyncIterable<Page> {
  let position = readCursor(Position, cursor) ?? { rows: null, annotations: null };
  for await (const page of rows.scan(position.rows)) {
    position = { ...position, rows: page.resume };
    yield { ...page, resume: JSON.stringify(position) };
  }
  for await (const { annotations, resume } of feed.scan(position.annotations)) {
    position = { ...position, annotations: resume };
    const records = annotations.map((annotation) => view.recordOf(annotation)).filter((record) => record !== null);
    yield { records, resume: JSON.stringify(position) };
  }
}

function withDocument(
  list: readonly SourceRecord[] | Error,
  found: SourceRecord | Error | null,
  contactId: string,
): readonly SourceRecord[] | Error {
  if (list instanceof Error || found === null) return list;
  if (found instanceof Error) return found;
  return found.contactId === contactId ? [...list, found] : list;
}

function isAnnotation(id: string): boolean {
  return id.startsWith(ANNOTATION_PREFIX);
}

function readOnly(id: string): Problem {
  const message = `Document ${id} can only be changed in Rossum itself: confirming one there sends a real export`;
  return new Problem('UNSUPPORTED', message, 'never', { system: 'rossum', recordId: id });
}

function badId(): Problem {
  return new Problem('INVALID', 'A Rossum document id is ann: and a number', 'never', { system: 'rossum' });
}
