import { type KindModel, text } from './kind.ts';

/** Something to be done for a contact. */
export const task: KindModel = {
  kind: 'task',
  fields: {
    title: { type: 'text', required: true },
    body: { type: 'text' },
    dueAt: { type: 'instant' },
    completed: { type: 'flag' },
    assignee: { type: 'text' },
  },
  label: (fields) => text(fields, 'title') ?? 'Untitled task',
  matchKeys: () => [],
  filterKeys: () => [],
  at: (fields) => text(fields, 'dueAt'),
  state: (fields) => (fields.completed === true ? 'completed' : 'open'),
};
