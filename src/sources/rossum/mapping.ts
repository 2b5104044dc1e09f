import type { Kind, Value } from '../../model/kind.ts';
import type { MappingRow } from '../../model/mapping.ts';

/** The words of the status column; of two for one status the first is written. */
const STATUS: Readonly<Record<string, Value>> = {
  new: 'NEW',
  confirmed: 'CONFIRMED',
  cancelled: 'CANCELLED',
  canceled: 'CANCELLED',
  showed: 'SHOWED',
  no_show: 'NO_SHOW',
  noshow: 'NO_SHOW',
  completed: 'COMPLETED',
  invalid: 'INVALID',
};

/** The default mapping of every kind; extracted parties and reviews use the same record fields as rows. */
export const mapping: Readonly<Record<Kind, readonly MappingRow[]>> = {
  contact: [
    { entity: 'firstName', record: 'first_name' },
    { entity: 'lastName', record: 'last_name' },
    { entity: 'email', record: 'email' },
    { entity: 'phone', record: 'phone' },
    { entity: 'companyName', record: 'company_name' },
    { entity: 'website', record: 'website' },
    { entity: 'address.line1', record: 'address.line1' },
    { entity: 'address.line2', record: 'address.line2' },
    { entity: 'address.city', record: 'address.city' },
    { entity: 'address.county', record: 'address.county' },
    { entity: 'address.postcode', record: 'address.postcode' },
    { entity: 'address.country', record: 'address.country' },
    { entity: 'tags', record: 'tags' },
    { entity: 'custom.*', record: 'custom.*' },
  ],
  task: [
    { entity: 'title', record: 'title' },
    { entity: 'body', record: 'body' },
    { entity: 'dueAt', record: 'due_at' },
    { entity: 'completed', record: 'completed' },
    { entity: 'assignee', record: 'assignee' },
  ],
  note: [
    { entity: 'title', record: 'title' },
    { entity: 'body', record: 'body' },
    { entity: 'author', record: 'author' },
  ],
  appointment: [
    { entity: 'title', record: 'title' },
    { entity: 'startsAt', record: 'start_at' },
    { entity: 'endsAt', record: 'end_at' },
    { entity: 'location', record: 'location' },
    { entity: 'notes', record: 'notes' },
    { entity: 'assignee', record: 'assignee' },
    { entity: 'status', record: 'status', transforms: [{ do: 'table', table: STATUS }] },
  ],
  tag: [
    { entity: 'name', record: 'name' },
    { entity: 'color', record: 'color' },
  ],
};
