import type { Kind } from '../../model/kind.ts';
import type { MappingRow } from '../../model/mapping.ts';

/** HighLevel's names of what became of an appointment. */
const STATUS = {
  new: 'NEW',
  confirmed: 'CONFIRMED',
  cancelled: 'CANCELLED',
  showed: 'SHOWED',
  noshow: 'NO_SHOW',
  completed: 'COMPLETED',
  invalid: 'INVALID',
} as const;

/** Which field of a HighLevel record is which field of an entity. People are ids here, so they are only read. */
export const mapping: Readonly<Record<Kind, readonly MappingRow[]>> = {
  contact: [
    { entity: 'firstName', record: 'firstName' },
    { entity: 'lastName', record: 'lastName' },
    { entity: 'email', record: 'email' },
    { entity: 'phone', record: 'phone' },
    { entity: 'companyName', record: 'companyName' },
    { entity: 'website', record: 'website' },
    { entity: 'address.line1', record: 'address1' },
    { entity: 'address.city', record: 'city' },
    { entity: 'address.county', record: 'state' },
    { entity: 'address.postcode', record: 'postalCode' },
    { entity: 'address.country', record: 'country' },
    { entity: 'tags', record: 'tags' },
    { entity: 'businessId', record: 'businessId', direction: 'in' },
    { entity: 'custom.*', record: 'custom.*' },
  ],
  task: [
    { entity: 'title', record: 'title' },
    { entity: 'body', record: 'body' },
    { entity: 'dueAt', record: 'dueDate' },
    { entity: 'completed', record: 'completed' },
    { entity: 'assignee', record: 'assignedTo', direction: 'in' },
  ],
  note: [
    { entity: 'title', record: 'title' },
    { entity: 'body', record: 'body' },
    { entity: 'author', record: 'userId', direction: 'in' },
  ],
  appointment: [
    { entity: 'title', record: 'title' },
    { entity: 'startsAt', record: 'startTime' },
    { entity: 'endsAt', record: 'endTime' },
    { entity: 'location', record: 'address' },
    { entity: 'notes', record: 'notes' },
    { entity: 'assignee', record: 'assignedUserId', direction: 'in' },
    { entity: 'status', record: 'appointmentStatus', transforms: [{ do: 'table', table: STATUS }] },
  ],
  tag: [{ entity: 'name', record: 'name' }],
};
