import type { FieldDescription } from '../../model/record-field.ts';
import type { Reference } from './reference.ts';
import { tagNames } from './tag.ts';

const CONTACT: readonly FieldDescription[] = [
  { field: 'name', label: 'First name', type: 'text' },
  {
    field: 'surname',
    label: 'Surname',
    type: 'text',
    required: true,
    note: 'Where a contact has none, its company or first name is taken.',
  },
  { field: 'emailaddress', label: 'E-mail', type: 'email' },
  { field: 'mobile', label: 'Mobile', type: 'phone' },
  { field: 'telephonenumber', label: 'Landline', type: 'phone', note: 'Set at creation, never changed.' },
  { field: 'addressline1', label: 'Address line 1', type: 'text' },
  { field: 'addressline2', label: 'Address line 2', type: 'text' },
  { field: 'addressline3', label: 'Address line 3', type: 'text' },
  { field: 'town', label: 'Town', type: 'text' },
  { field: 'county', label: 'County', type: 'text' },
  { field: 'postcode', label: 'Postcode', type: 'text' },
  { field: 'countrycode', label: 'Country', type: 'text', note: 'A code of two letters.' },
  { field: 'companyname', label: 'Company name', type: 'text' },
  { field: 'website', label: 'Website', type: 'url' },
];

/** The fields of a task: a job, or an office task where a partner endpoint is named. */
export const TASK_FIELDS: readonly FieldDescription[] = [
  { field: 'description', label: 'Description', type: 'text', required: true, note: 'Of a job with its number.' },
  { field: 'details', label: 'Details', type: 'text' },
  { field: 'duedate', label: 'Due date', type: 'instant', note: 'Of a job when its latest diary event begins.' },
  { field: 'completed', label: 'Completed', type: 'flag' },
  { field: 'user', label: 'Engineer or user', type: 'text' },
];

/** The fields of a note. */
export const NOTE_FIELDS: readonly FieldDescription[] = [
  { field: 'title', label: 'Title', type: 'text' },
  { field: 'note', label: 'Note', type: 'text', required: true },
];

/** The fields of a diary event. */
export const APPOINTMENT_FIELDS: readonly FieldDescription[] = [
  { field: 'description', label: 'Description', type: 'text' },
  { field: 'event_start', label: 'Start', type: 'instant', required: true },
  { field: 'event_end', label: 'End', type: 'instant', note: 'An hour after the start where none is given.' },
  { field: 'engineer_notes', label: 'Engineer notes', type: 'text' },
  { field: 'username', label: 'Engineer', type: 'text', note: 'By id, e-mail or full name; else the first user.' },
  { field: 'location', label: 'Location', type: 'text' },
];

/** The fields of a customer, with the company's types and sources as tags; Commusoft tells of no custom fields. */
export async function contactFields(reference: Reference): Promise<readonly FieldDescription[]> {
  const choices = await tagNames(reference);
  const note = 'The customer type and how the customer heard of the company.';
  return [...CONTACT, { field: 'tags', label: 'Type and source', type: 'names', choices, note }];
}
