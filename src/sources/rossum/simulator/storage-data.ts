import { type Document, encode, isDocument } from './ejson.ts';
import { matches, project, sortDocuments } from './query.ts';
import { Refused, storageError } from './refused.ts';
import type { Collection, Storage } from './storage.ts';

/** What a find asks for; `limit` 0 means all there is. */
export interface FindCall {
  readonly query: Document;
  readonly projection?: Document | null | undefined;
  readonly sort?: Document | null | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** The documents of a find; a collection that does not exist has none. */
export function findDocuments(collection: Collection | undefined, call: FindCall): Document[] {
  const found = collection?.find(call.query) ?? [];
  const sorted = call.sort ? sortDocuments(found, call.sort) : found;
  const page = sorted.slice(call.skip, call.limit === 0 ? undefined : call.skip + call.limit);
  const { projection } = call;
  return projection ? page.map((doc) => project(doc, projection)) : page;
}

/** The documents after one stage of an aggregation. */
export function runStage(docs: Document[], stage: Document): Document[] {
  const [entry] = Object.entries(stage);
  const [name, operand] = entry ?? ['', null];
  switch (name) {
    case '$match':
      return docs.filter((doc) => matches(doc, operand as Document));
    case '$sort':
      return sortDocuments(docs, operand as Document);
    case '$skip':
      return docs.slice(Number(operand));
    case '$limit':
      return docs.slice(0, Number(operand));
    case '$project':
      return docs.map((doc) => project(doc, operand as Document));
    case '$count':
      return docs.length === 0 ? [] : [{ [String(operand)]: docs.length }];
    default:
      throw storageError(`Unrecognized pipeline stage name: '${name}'`);
  }
}

/** The new ids. Unless `ordered`, the good documents are stored even though the call is refused for a bad one. */
export function insertMany(collection: Collection, documents: readonly Document[], ordered: boolean): unknown[] {
  const ids: unknown[] = [];
  let failed = false;
  for (const doc of documents) {
    if (failed && ordered) break;
    try {
      ids.push(collection.insert(doc)._id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failed = true;
    }
  }
  if (failed) throw storageError('batch op errors occurred');
  return ids;
}

/** Changes the first document that fits, or makes one when `upsert` says so; answers the vendor's counts. */
export function putDocument(
  storage: Storage,
  name: string,
  filter: Document,
  upsert: boolean,
  change: (doc: Document, isNew: boolean) => Document,
): Document {
  const [before] = storage.get(name)?.find(filter) ?? [];
  if (before) {
    const after = change(before, false);
    const modified = JSON.stringify(encode(after)) !== JSON.stringify(encode(before));
    if (modified) storage.get(name)?.replace(before, after);
    return { matched_count: 1, modified_count: modified ? 1 : 0, upserted_id: null };
  }
  if (!upsert) return { matched_count: 0, modified_count: 0, upserted_id: null };
  const doc = change(equalities(filter), true);
  const inserted = storage.ensure(name).insert(doc);
  return { matched_count: 0, modified_count: 0, upserted_id: inserted._id };
}

/** What an upsert takes over from its filter: the fields compared by equality. */
function equalities(filter: Document): Document {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => {
      if (key.startsWith('$')) return [];
      if (!isDocument(value) || !Object.keys(value).some((inner) => inner.startsWith('$'))) return [[key, value]];
      return '$eq' in value ? [[key, value.$eq]] : [];
    }),
  );
}
