import { type Document, isDocument, isObjectId } from './ejson.ts';
import { storageError } from './refused.ts';

/** Whether a document satisfies a MongoDB query; an operator that is not known here is refused. */
export function matches(doc: Document, query: Document): boolean {
  return Object.entries(query).every(([key, condition]) => {
    if (key === '$and') return branches(key, condition).every((branch) => matches(doc, branch));
    if (key === '$or') return branches(key, condition).some((branch) => matches(doc, branch));
    if (key === '$nor') return !branches(key, condition).some((branch) => matches(doc, branch));
    if (key.startsWith('$')) throw storageError(`unknown top level operator: ${key}`);
    return fieldMatches(valuesAt(doc, key.split('.')), condition);
  });
}

function branches(operator: string, condition: unknown): Document[] {
  if (!Array.isArray(condition) || condition.length === 0) throw storageError(`${operator} must be a nonempty array`);
  return condition as Document[];
}

/** The values at a path, seen through arrays on the way; none when the path leads nowhere. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [head, ...rest] = path;
  if (head === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => (isDocument(item) ? valuesAt(item, path) : []));
  return isDocument(value) && head in value ? valuesAt(value[head], rest) : [];
}

function fieldMatches(values: readonly unknown[], condition: unknown): boolean {
  const operators = isDocument(condition) ? Object.entries(condition) : [];
  if (!operators.some(([key]) => key.startsWith('$'))) return holds('$eq', values, condition);
  return operators.every(([operator, wanted]) => holds(operator, values, wanted));
}

function holds(operator: string, values: readonly unknown[], wanted: unknown): boolean {
  const list = () => {
    if (!Array.isArray(wanted)) throw storageError(`${operator} needs an array`);
    return wanted as unknown[];
  };
  switch (operator) {
    case '$eq':
      return some(values, (value) => compareValues(value, wanted) === 0);
    case '$ne':
      return !holds('$eq', values, wanted);
    case '$in':
      return some(values, (value) => keysOf(list()).has(keyOf(value)));
    case '$nin':
      return !holds('$in', values, wanted);
    case '$exists':
      return values.length > 0 === Boolean(wanted);
    case '$type':
      return values.some((value) => TYPES[rank(value)] === wanted);
    case '$gt':
      return some(values, (value) => alike(value, wanted) && compareValues(value, wanted) > 0);
    case '$gte':
      return some(values, (value) => alike(value, wanted) && compareValues(value, wanted) >= 0);
    case '$lt':
      return some(values, (value) => alike(value, wanted) && compareValues(value, wanted) < 0);
    case '$lte':
      return some(values, (value) => alike(value, wanted) && compareValues(value, wanted) <= 0);
    default:
      throw storageError(`unknown operator: ${operator}`);
  }
}

/** A list is asked about once for every document, so what is in it is worked out only once. */
const listKeys = new WeakMap<readonly unknown[], Set<string>>();

function keysOf(list: readonly unknown[]): Set<string> {
  const keys = listKeys.get(list) ?? new Set(list.map(keyOf));
  listKeys.set(list, keys);
  return keys;
}

function keyOf(value: unknown): string {
  return `${rank(value)}:${scalar(value)}`;
}

/** A missing field counts as null; an array matches as a whole or by one of its items. */
function some(values: readonly unknown[], test: (value: unknown) => boolean): boolean {
  const candidates = values.length === 0 ? [null] : values;
  return candidates.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** Ranges compare values of one type only: a date never finds a string that looks like one. */
function alike(a: unknown, b: unknown): boolean {
  return rank(a) === rank(b);
}

/** MongoDB's names of the types, in the order it sorts them. */
const TYPES = ['null', 'number', 'string', 'object', 'array', 'objectId', 'bool', 'date'];

/** Where a value's type stands among `TYPES`; a missing value counts as null. */
function rank(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return 1;
  if (typeof value === 'string') return 2;
  if (Array.isArray(value)) return 4;
  if (isObjectId(value)) return 5;
  if (typeof value === 'boolean') return 6;
  if (value instanceof Date) return 7;
  return 3;
}

/** The order of any two stored values, by type first, as MongoDB has it. */
export function compareValues(a: unknown, b: unknown): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  const [left, right] = [scalar(a), scalar(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Within a type the order of documents and arrays matters to nobody here, only whether they are equal. */
function scalar(value: unknown): string | number {
  if (value instanceof Date) return value.getTime();
  if (isObjectId(value)) return value.$oid;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value ?? null);
}

/** The documents in the order of a sort specification; its keys count in the order they were sent. */
export function sortDocuments(docs: readonly Document[], sort: Document): Document[] {
  const paths = Object.keys(sort).map((path) => path.split('.'));
  const ways = Object.values(sort).map(Number);
  return docs
    .map((doc) => ({ doc, keys: paths.map((path) => valuesAt(doc, path)[0]) }))
    .sort((a, b) => {
      for (const [index, way] of ways.entries()) {
        const difference = compareValues(a.keys[index], b.keys[index]);
        if (difference !== 0) return difference * way;
      }
      return 0;
    })
    .map(({ doc }) => doc);
}

/** A document with only the fields a projection includes, or without those it excludes. */
export function project(doc: Document, projection: Document): Document {
  const { _id: id, ...fields } = projection;
  const ways = new Set(Object.values(fields).map(Boolean));
  if (ways.size > 1) throw storageError('Cannot do exclusion and inclusion in one projection');
  const including = ways.has(true) || (ways.size === 0 && Boolean(id));
  const paths = Object.keys(fields).map((path) => path.split('.'));
  const kept = including ? include(doc, paths) : exclude(doc, paths);
  const { _id: _, ...rest } = kept;
  return id === undefined || id ? { _id: doc._id, ...rest } : rest;
}

function include(doc: Document, paths: readonly string[][]): Document {
  return mapInside(doc, paths, false);
}

function exclude(doc: Document, paths: readonly string[][]): Document {
  return mapInside(doc, paths, true);
}

/** Keeps (or drops) what the paths name, at every depth. */
function mapInside(doc: Document, paths: readonly string[][], dropping: boolean): Document {
  return Object.fromEntries(
    Object.entries(doc).flatMap(([key, value]) => {
      const inner = paths.filter(([head]) => head === key).map((path) => path.slice(1));
      if (inner.length === 0) return dropping ? [[key, value]] : [];
      if (inner.some((path) => path.length === 0)) return dropping ? [] : [[key, value]];
      if (!isDocument(value)) return dropping ? [[key, value]] : [];
      return [[key, mapInside(value, inner, dropping)]];
    }),
  );
}
