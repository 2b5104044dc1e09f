import type { Clock } from '../../../base/clock.ts';
import { type Document, encode, isDocument } from './ejson.ts';
import { matches, valuesAt } from './query.ts';
import { storageError } from './refused.ts';

/** An index; only `unique` changes what the store does. */
export interface Index {
  readonly name: string;
  readonly key: Document;
  readonly unique: boolean;
  readonly sparse: boolean;
  /** A unique index with a filter speaks only about the documents that match it. */
  readonly filter: Document | null;
}

/** A collection of documents, unique by `_id` and by its unique indexes. */
export interface Collection {
  readonly indexes: readonly Index[];
  find(query: Document): Document[];
  /** Stores a document, with a new ObjectId where it has no `_id`, and answers it. */
  insert(doc: Document): Document;
  /** Puts `after` in the place of `before`. */
  replace(before: Document, after: Document): void;
  remove(doc: Document): void;
  addIndex(index: Index): void;
}

/** The collections of the organisation, by name. */
export interface Storage {
  names(): string[];
  get(name: string): Collection | undefined;
  /** The collection; made when it is missing, as an insert does. */
  ensure(name: string): Collection;
}

/** An empty Data Storage. */
export function createStorage(clock: Clock): Storage {
  const collections = new Map<string, Collection>();
  let made = 0;
  const newObjectId = () => {
    made += 1;
    const seconds = Math.floor(clock.now() / 1000)
      .toString(16)
      .padStart(8, '0');
    return { $oid: `${seconds}5eed5eed5e${made.toString(16).padStart(6, '0')}` };
  };
  return {
    names: () => [...collections.keys()],
    get: (name) => collections.get(name),
    ensure(name) {
      const collection = collections.get(name) ?? createCollection(name, newObjectId);
      collections.set(name, collection);
      return collection;
    },
  };
}

function createCollection(name: string, newObjectId: () => Document['_id']): Collection {
  const docs = new Map<string, Document>();
  const indexes: Index[] = [{ name: '_id_', key: { _id: 1 }, unique: false, sparse: false, filter: null }];

  function refuseDuplicates(doc: Document, except: Document | null, unique: readonly Index[]): void {
    for (const index of unique) {
      if (!index.unique || !speaksOf(index, doc)) continue;
      const values = keyOf(index, doc);
      for (const other of docs.values())
        if (other !== except && speaksOf(index, other) && same(keyOf(index, other), values))
          throw duplicate(name, index.name, Object.fromEntries(values));
    }
  }

  return {
    indexes,
    find: (query) => candidates(docs, query).filter((doc) => matches(doc, query)),
    insert(doc) {
      const stored = { _id: doc._id ?? newObjectId(), ...doc };
      if (docs.has(idKey(stored))) throw duplicate(name, '_id_', { _id: stored._id });
      refuseDuplicates(stored, null, indexes);
      docs.set(idKey(stored), stored);
      return stored;
    },
    replace(before, after) {
      refuseDuplicates(after, before, indexes);
      docs.set(idKey(before), after);
    },
    remove(doc) {
      docs.delete(idKey(doc));
    },
    addIndex(index) {
      if (indexes.some((have) => have.name === index.name)) return;
      for (const doc of docs.values()) refuseDuplicates(doc, doc, [index]);
      indexes.push(index);
    },
  };
}

/** A query for one `_id` need not look at every document. */
function candidates(docs: ReadonlyMap<string, Document>, query: Document): Document[] {
  if (!('_id' in query) || (isDocument(query._id) && Object.keys(query._id).some((key) => key.startsWith('$'))))
    return [...docs.values()];
  const doc = docs.get(idKey(query));
  return doc ? [doc] : [];
}

function idKey(doc: Document): string {
  return JSON.stringify(encode(doc._id));
}

function speaksOf(index: Index, doc: Document): boolean {
  if (index.filter && !matches(doc, index.filter)) return false;
  return !index.sparse || Object.keys(index.key).some((path) => valuesAt(doc, path.split('.')).length > 0);
}

/** The indexed values; a missing one counts as null, so that a plain unique index allows it only once. */
function keyOf(index: Index, doc: Document): [string, unknown][] {
  return Object.keys(index.key).map((path) => [path, encode(valuesAt(doc, path.split('.'))[0] ?? null)]);
}

function same(a: readonly [string, unknown][], b: readonly [string, unknown][]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function duplicate(collection: string, index: string, key: Document): Error {
  return storageError(
    `E11000 duplicate key error collection: org.${collection} index: ${index} dup key: ${JSON.stringify(encode(key))}`,
  );
}
