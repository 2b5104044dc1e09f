/** Fits the variables a statement may hold on either database, with the widest table's columns. */
const ROWS_PER_INSERT = 200;
const KEYS_PER_QUERY = 500;

/**
 * Reads rows by keys of any number: repeated keys once, at most 500 a statement. Such reads are sorted by us: told to
 * sort, either database would rather walk a whole index in that order than look the keys up.
 */
export async function readByKeys<K extends string | number, R>(
  keys: readonly K[],
  read: (part: readonly K[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const parts = chunks([...new Set(keys)], KEYS_PER_QUERY);
  const rows: R[] = [];
  for (const part of parts) rows.push(...(await read(part)));
  return rows;
}

/** Writes rows of any number, at most 200 a statement, in order; no statement for no rows. */
export async function writeRows<R>(rows: readonly R[], write: (part: readonly R[]) => Promise<unknown>): Promise<void> {
  for (const part of chunks(rows, ROWS_PER_INSERT)) await write(part);
}

function chunks<T>(items: readonly T[], size: number): (readonly T[])[] {
  if (items.length === 0) return [];
  if (items.length <= size) return [items];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/**
 * The last of the items with each key, sorted by key: one statement may not write a row twice, and writers that take
 * rows in one order never wait for each other in a circle.
 */
export function lastByKey<T>(items: readonly T[], key: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  const byKey = new Map(items.map((item) => [key(item), item]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** Lists by key, each in the order of the items. */
export function grouped<T, V>(items: readonly T[], key: (item: T) => string, value: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(value(item));
    else groups.set(key(item), [value(item)]);
  }
  return groups;
}

/** Orders rows by the values of these columns, which hold texts or numbers. */
export function by<C extends string>(...columns: readonly C[]) {
  return (a: Readonly<Record<C, string | number>>, b: Readonly<Record<C, string | number>>): number => {
    const column = columns.find((name) => a[name] !== b[name]);
    return column === undefined ? 0 : a[column] < b[column] ? -1 : 1;
  };
}

/** JSON that we wrote ourselves, back in its type. */
export function decode<T>(json: string): T {
  return JSON.parse(json) as T;
}

/** The names as `in (...)` takes them: an empty list, which SQL has not, becomes one that holds nobody's name. */
export function anyOf(names: readonly string[]): readonly string[] {
  return names.length > 0 ? names : [''];
}
