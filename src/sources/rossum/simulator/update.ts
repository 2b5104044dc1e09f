import { type Document, isDocument } from './ejson.ts';
import { compareValues, matches } from './query.ts';
import { storageError } from './refused.ts';

type Operator = (parent: Document, key: string, operand: unknown, path: string) => void;

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: (parent, key, operand) => {
    parent[key] = operand;
  },
  $unset: (parent, key) => {
    delete parent[key];
  },
  $inc(parent, key, operand, path) {
    const value = parent[key] ?? (key in parent ? null : 0);
    if (typeof value !== 'number') throw storageError(`Cannot apply $inc to a value of non-numeric type at ${path}`);
    parent[key] = value + Number(operand);
  },
  $addToSet(parent, key, operand, path) {
    const items = arrayAt(parent, key, '$addToSet', path);
    const added = isDocument(operand) && Array.isArray(operand.$each) ? operand.$each : [operand];
    for (const item of added) if (!items.some((have) => compareValues(have, item) === 0)) items.push(item);
    parent[key] = items;
  },
  $pull(parent, key, operand, path) {
    if (!(key in parent)) return;
    parent[key] = arrayAt(parent, key, '$pull', path).filter((item) => !matches({ item }, { item: operand }));
  },
};

function arrayAt(parent: Document, key: string, operator: string, path: string): unknown[] {
  const value = parent[key] ?? (key in parent ? null : []);
  if (!Array.isArray(value)) throw storageError(`Cannot apply ${operator} to a non-array value at ${path}`);
  return value;
}

/** The document after an update; `inserting` is when an upsert makes it, the only time $setOnInsert counts. */
export function applyUpdate(doc: Document, update: Document, inserting: boolean): Document {
  const steps = Object.entries(update).flatMap(([operator, fields]) => stepsOf(operator, fields));
  if (steps.length === 0) throw storageError('update only works with $ operators');
  refuseClashes(steps.map(({ path }) => path));
  const after = structuredClone(doc);
  for (const { operator, path, operand } of steps) {
    if (operator === '$setOnInsert' && !inserting) continue;
    const apply = OPERATORS[operator === '$setOnInsert' ? '$set' : operator];
    const [parent, key] = parentOf(after, path, operator);
    if (parent) apply?.(parent, key, operand, path);
  }
  if (!inserting && compareValues(after._id, doc._id) !== 0)
    throw storageError("Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
}

interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

function stepsOf(operator: string, fields: unknown): Step[] {
  if (!operator.startsWith('$')) throw storageError('update only works with $ operators');
  if (!(operator in OPERATORS) && operator !== '$setOnInsert') throw storageError(`Unknown modifier: ${operator}`);
  if (!isDocument(fields)) throw storageError(`Modifiers operate on fields but ${operator} got none`);
  return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
}

/** MongoDB takes no two changes of one path, nor of a path and what lies inside it. */
function refuseClashes(paths: readonly string[]): void {
  for (const [index, path] of paths.entries()) {
    const clash = paths.find((other, at) => at !== index && (other === path || path.startsWith(`${other}.`)));
    if (clash !== undefined) throw storageError(`Updating the path '${path}' would create a conflict at '${clash}'`);
  }
}

/** The object that holds the end of a path. Ways that do not exist are made, except to take something away. */
function parentOf(doc: Document, path: string, operator: string): [Document | null, string] {
  const names = path.split('.');
  const key = names.pop() ?? path;
  let parent = doc;
  for (const name of names) {
    if (!(name in parent)) {
      if (operator === '$unset' || operator === '$pull') return [null, key];
      parent[name] = {};
    }
    const next = parent[name];
    if (!isDocument(next)) {
      if (operator === '$unset') return [null, key];
      throw storageError(`Cannot create field '${key}' in element {${name}: ${JSON.stringify(next)}}`);
    }
    parent = next;
  }
  return [parent, key];
}
