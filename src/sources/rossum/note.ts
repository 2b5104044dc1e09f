import type { RowShape } from './row.ts';

/** The rows of the notes collection: the only place for a note about a contact, since Rossum's own belong to documents. */
export const noteRows: RowShape = { columns: { title: 'text', body: 'text', author: 'text' } };
