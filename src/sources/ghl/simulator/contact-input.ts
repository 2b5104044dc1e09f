import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { writeCustomFields } from './custom-fields.ts';
import { splitName, text } from './tidy-row.ts';

const optional = z.string().optional();
const clearable = z.string().nullish();
const shared = {
  firstName: clearable,
  lastName: clearable,
  name: clearable,
  email: z.email().nullish(),
  phone: clearable,
  address1: clearable,
  city: clearable,
  state: clearable,
  postalCode: optional,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a valid ISO 3166-1 alpha-2 code')
    .optional(),
  website: clearable,
  timezone: clearable,
  dnd: z.boolean().optional(),
  dndSettings: z.record(z.string(), z.looseObject({ status: z.enum(['active', 'inactive', 'permanent']) })).optional(),
  inboundDndSettings: z.looseObject({}).optional(),
  tags: z.array(z.string()).optional(),
  customFields: z.array(z.looseObject({ id: optional, key: optional })).optional(),
  dateOfBirth: clearable,
};

/** Body of POST /contacts/. */
export const createContactBody = z.strictObject({
  ...shared,
  locationId: z.string(),
  gender: optional,
  companyName: clearable,
  source: optional,
  assignedTo: optional,
});

/** Body of POST /contacts/upsert. */
export const upsertContactBody = createContactBody.extend({ createNewIfDuplicateAllowed: z.boolean().optional() });

/** Body of PUT /contacts/{contactId}: not companyName, gender, businessId or locationId. */
export const updateContactBody = z.strictObject({ ...shared, source: clearable, assignedTo: clearable });

type UpdateBody = z.output<typeof updateContactBody>;
type ContactBody = UpdateBody & Partial<Omit<z.output<typeof upsertContactBody>, keyof UpdateBody>>;

/** The changes of a contact row that a body asks for; tags replace what was there, custom fields join it. */
export function contactPatch(body: ContactBody, before?: Row): Row {
  const { name, customFields, dateOfBirth, gender, inboundDndSettings, createNewIfDuplicateAllowed, ...patch } = body;
  const row: Row = { ...patch };
  if (name !== undefined) {
    const split = name === null ? { firstName: null, lastName: null } : splitName(name);
    if (body.firstName === undefined) row.firstName = split.firstName;
    if (body.lastName === undefined) row.lastName = split.lastName;
  }
  if (customFields) row.customFields = writeCustomFields(before?.customFields, customFields);
  if (dateOfBirth !== undefined) row.dateOfBirth = dateOfBirth === null ? null : birthDate(dateOfBirth);
  for (const field of ['firstName', 'lastName', 'email', 'phone']) if (text(row, field) === '') row[field] = null;
  return row;
}

/** YYYY-MM-DD of the layouts that HighLevel takes: year first, or month first with the year last. */
function birthDate(given: string): string {
  const [a = '', b = '', c = ''] = given.slice(0, 10).split(/[-/._]/);
  return a.length === 4 ? `${a}-${b}-${c}` : `${c}-${a}-${b}`;
}
