import { type KindModel, text } from './kind.ts';

/** Something written down about a contact. */
export const note: KindModel = {
  kind: 'note',
  fields: {
    title: { type: 'text' },
    body: { type: 'text', required: true },
    author: { type: 'text' },
  },
  label: (fields) => text(fields, 'title') ?? text(fields, 'body')?.slice(0, 80) ?? 'Empty note',
  matchKeys: () => [],
  filterKeys: () => [],
  at: () => null,
  state: () => null,
};
