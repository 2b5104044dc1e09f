import type { FieldDescription, RecordFieldType } from '../../model/record-field.ts';
import type { Definition, Definitions } from './custom-field.ts';

/** The fields every contact has. */
const CONTACT: readonly FieldDescription[] = [
  { field: 'firstName', label: 'First name', type: 'text' },
  { field: 'lastName', label: 'Last name', type: 'text' },
  { field: 'email', label: 'E-mail', type: 'email', note: 'Most locations allow an e-mail once.' },
  { field: 'phone', label: 'Phone', type: 'phone', note: 'Most locations allow a phone once.' },
  { field: 'companyName', label: 'Business name', type: 'text', note: 'Set at creation, never changed.' },
  { field: 'website', label: 'Website', type: 'url' },
  { field: 'address1', label: 'Street address', type: 'text' },
  { field: 'city', label: 'City', type: 'text' },
  { field: 'state', label: 'State or county', type: 'text' },
  { field: 'postalCode', label: 'Postal code', type: 'text' },
  { field: 'country', label: 'Country', type: 'text', note: 'A code of two letters.' },
  { field: 'tags', label: 'Tags', type: 'names' },
  { field: 'businessId', label: 'Business', type: 'text', note: 'The id of a business of the location.' },
];

/** The fields of a task. */
export const TASK_FIELDS: readonly FieldDescription[] = [
  { field: 'title', label: 'Title', type: 'text', required: true },
  { field: 'body', label: 'Description', type: 'text' },
  { field: 'dueDate', label: 'Due date', type: 'instant', note: 'A task created without one is due a day later.' },
  { field: 'completed', label: 'Completed', type: 'flag' },
  { field: 'assignedTo', label: 'Assigned to', type: 'text', note: 'The id of a user of the location.' },
];

/** The fields of a note. */
export const NOTE_FIELDS: readonly FieldDescription[] = [
  { field: 'title', label: 'Title', type: 'text' },
  { field: 'body', label: 'Note', type: 'text', required: true },
  { field: 'userId', label: 'Written by', type: 'text', note: 'The id of a user of the location.' },
];

/** The fields of an appointment. */
export const APPOINTMENT_FIELDS: readonly FieldDescription[] = [
  { field: 'title', label: 'Title', type: 'text' },
  { field: 'startTime', label: 'Start', type: 'instant', required: true },
  { field: 'endTime', label: 'End', type: 'instant' },
  {
    field: 'appointmentStatus',
    label: 'Status',
    type: 'choice',
    choices: ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'completed', 'invalid'],
  },
  { field: 'address', label: 'Meeting location', type: 'text' },
  { field: 'notes', label: 'Notes', type: 'text' },
  { field: 'assignedUserId', label: 'Assigned to', type: 'text', note: 'The id of a user of the location.' },
];

/** The fields of a tag. */
export const TAG_FIELDS: readonly FieldDescription[] = [{ field: 'name', label: 'Name', type: 'text', required: true }];

/** The vendor's data types that are not plain text. */
const TYPES: Readonly<Record<string, RecordFieldType>> = {
  NUMERICAL: 'number',
  FLOAT: 'number',
  MONETORY: 'number',
  PHONE: 'phone',
  EMAIL: 'email',
  DATE: 'instant',
  SINGLE_OPTIONS: 'choice',
  RADIO: 'choice',
  CHECKBOX: 'names',
  MULTIPLE_OPTIONS: 'names',
  TEXTBOX_LIST: 'json',
  FILE_UPLOAD: 'json',
  SIGNATURE: 'json',
};

/** The fields of a contact of this location: those that every contact has, and those that people defined. */
export async function contactFields(definitions: Definitions): Promise<readonly FieldDescription[]> {
  return [...CONTACT, ...(await definitions.all()).map(customField)];
}

function customField({ key, name, type, choices, open }: Definition): FieldDescription {
  const described = TYPES[type] ?? 'text';
  const closed = choices.length > 0 && !open && (described === 'choice' || described === 'names');
  return {
    field: `custom.${key}`,
    label: name,
    type: described === 'choice' && !closed ? 'text' : described,
    ...(closed ? { choices } : {}),
    ...(type === 'DATE' ? { note: 'A day, without a time.' } : {}),
  };
}
