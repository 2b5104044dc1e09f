import type { Row } from '../../../words/mapping.ts';

/** A row that is being edited, with a name that stays while others come and go. */
export interface Line {
  readonly key: number;
  readonly row: Row;
}

/** What can be done with the lines. */
export type Edit =
  | { readonly do: 'change'; readonly key: number; readonly row: Row }
  | { readonly do: 'add' }
  | { readonly do: 'remove'; readonly key: number };

const EMPTY: Row = { entity: '', record: [], direction: 'BOTH', transforms: [], owner: false, when: 'ALWAYS' };

/** The lines after an edit; a new one stands at the end. */
export function edited(lines: readonly Line[], edit: Edit): readonly Line[] {
  switch (edit.do) {
    case 'change':
      return lines.map((line) => (line.key === edit.key ? { ...line, row: edit.row } : line));
    case 'remove':
      return lines.filter(({ key }) => key !== edit.key);
    case 'add':
      return [...lines, { key: 1 + Math.max(-1, ...lines.map(({ key }) => key)), row: EMPTY }];
  }
}

/** The lines of a mapping as it is. */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  return rows.map((row, key) => ({ key, row }));
}

/** True while a field is missing on one side; such a row is neither tried nor saved. */
export function isUnfinished({ entity, record }: Row): boolean {
  return entity === '' || record.length === 0;
}

/** True if the lines say something else than the mapping in force. */
export function isChanged(lines: readonly Line[], rows: readonly Row[]): boolean {
  return JSON.stringify(lines.map(({ row }) => row)) !== JSON.stringify(rows);
}
