import type { Scope } from './scope.ts';

/** All columns whose texts are sealed, each with the column that names its row within a workspace. Only these can be sealed. */
export const SEALED = [
  { table: 'targets', key: 'id', column: 'secret' },
  { table: 'targets', key: 'id', column: 'old_secret' },
  { table: 'connections', key: 'system', column: 'settings' },
  { table: 'connections', key: 'system', column: 'tokens' },
] as const;

/** One of the columns whose texts are sealed. */
export type SealedColumn = (typeof SEALED)[number];
/** The tables that have such columns. */
type SealedTable = SealedColumn['table'];
type ColumnOf<T extends SealedTable> = Extract<SealedColumn, { table: T }>['column'];

/** Seals and opens what a workspace keeps in such a table, each text for its own row and column; null stays null. */
export interface Sealer<T extends SealedTable> {
  seal<Text extends string | null>(column: ColumnOf<T>, key: string, text: Text): Text | string;
  open<Text extends string | null>(column: ColumnOf<T>, key: string, sealed: Text): Text | string;
}

/**
 * A sealer for one table of that workspace. Seal within `atomically`: a key is given up once nothing is sealed with it, which
 * is looked up while nobody writes.
 */
export function sealerOf<T extends SealedTable>(
  { vault, workspace }: Pick<Scope, 'vault' | 'workspace'>,
  table: T,
): Sealer<T> {
  const place = (column: string, key: string) => placeOf(workspace, table, column, key);
  return {
    seal: (column, key, text) => (text === null ? text : vault.seal(text, place(column, key))),
    open: (column, key, sealed) => (sealed === null ? sealed : vault.open(sealed, place(column, key))),
  };
}

/** Where a sealed text is kept: no two texts share it. */
export function placeOf(workspace: string, table: string, column: string, key: string): string {
  // The databases keep no NUL, so a name is the same with and without.
  const parts = [workspace, table, column, key].map((part) => part.replaceAll('\0', ''));
  return parts.map((part) => part.replace(/[ \\]/g, '\\$&')).join(' ');
}
