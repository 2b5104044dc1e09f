import { type KindModel, text } from './kind.ts';

/** What may have become of an appointment. */
export const APPOINTMENT_STATUSES = [
  'NEW',
  'CONFIRMED',
  'CANCELLED',
  'SHOWED',
  'NO_SHOW',
  'COMPLETED',
  'INVALID',
] as const;

/** A meeting or visit with a contact. */
export const appointment: KindModel = {
  kind: 'appointment',
  fields: {
    title: { type: 'text', required: true },
    startsAt: { type: 'instant', required: true },
    endsAt: { type: 'instant' },
    location: { type: 'text' },
    notes: { type: 'text' },
    assignee: { type: 'text' },
    status: { type: 'text', values: APPOINTMENT_STATUSES },
  },
  label: (fields) => text(fields, 'title') ?? 'Untitled appointment',
  matchKeys: () => [],
  filterKeys: () => [],
  at: (fields) => text(fields, 'startsAt'),
  state: (fields) => text(fields, 'status'),
};
