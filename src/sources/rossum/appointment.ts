import type { RowShape } from './row.ts';

/** The rows of the appointments collection; Rossum itself has no calendar. */
export const appointmentRows: RowShape = {
  columns: {
    title: 'text',
    start_at: 'instant',
    end_at: 'instant',
    location: 'text',
    notes: 'text',
    assignee: 'text',
    status: 'word',
  },
};
