import { z } from 'zod';
import type { Fields, Value } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';
import { countryCode } from './country.ts';
import { CustomValue, type Definition, readCustom } from './custom-field.ts';
import { id, moment, names, spoken, stamps, text, whole } from './wire.ts';

/** A contact as any operation answers it; searches call the street `address`, lists put the written name under `…Raw`. */
export const ContactRow = z.object({
  id,
  firstName: text,
  firstNameRaw: text,
  firstNameLowerCase: text,
  lastName: text,
  lastNameRaw: text,
  lastNameLowerCase: text,
  email: text,
  phone: text,
  companyName: text,
  website: text,
  address: text,
  address1: text,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  businessId: text,
  tags: names,
  customFields: z.array(CustomValue).nullish().catch(undefined),
  dateAdded: moment,
  dateUpdated: moment,
  searchAfter: z.array(z.json()).nullish().catch(undefined),
});
export type ContactRow = z.output<typeof ContactRow>;

/** The ids of the custom fields a row holds a value of. */
export function customIds(row: ContactRow): string[] {
  return (row.customFields ?? []).map((field) => field.id);
}

/** The record of a row that holds the whole contact: what it does not speak of is empty. */
export function wholeContact(row: ContactRow, definitions: readonly Definition[], locationId: string): SourceRecord {
  const custom = readCustom(row.customFields ?? [], definitions);
  return contactRecord(row, { ...whole({ ...fieldsOf(row), tags: row.tags ?? [] }), ...custom }, locationId);
}

/** The record of a row that may lack fields: what it does not speak of stays absent, as unknown. */
export function partialContact(row: ContactRow, definitions: readonly Definition[], locationId: string): SourceRecord {
  const custom = row.customFields ? readCustom(row.customFields, definitions) : {};
  return contactRecord(row, { ...spoken(fieldsOf(row)), ...custom }, locationId);
}

function contactRecord(row: ContactRow, fields: Fields, locationId: string): SourceRecord {
  return {
    id: row.id,
    fields,
    ...stamps(row.dateAdded, row.dateUpdated),
    url: contactUrl(locationId, row.id),
  };
}

/** Where a person opens a contact with its tasks, notes and appointments. */
export function contactUrl(locationId: string, contactId: string): string {
  const [location, contact] = [locationId, contactId].map(encodeURIComponent);
  return `https://app.gohighlevel.com/v2/location/${location}/contacts/detail/${contact}`;
}

function fieldsOf(row: ContactRow): Record<string, Value | undefined> {
  return {
    firstName: nameOf(row.firstNameRaw, row.firstName, row.firstNameLowerCase),
    lastName: nameOf(row.lastNameRaw, row.lastName, row.lastNameLowerCase),
    email: row.email,
    phone: row.phone,
    companyName: row.companyName,
    website: row.website,
    address1: row.address1 === undefined ? row.address : row.address1,
    city: row.city,
    state: row.state,
    postalCode: row.postalCode,
    country: row.country ? countryCode(row.country) : row.country,
    businessId: row.businessId,
    tags: row.tags === null ? [] : row.tags,
  };
}

type Text = z.output<typeof text>;

/** A name kept in small letters only tells that there is one, or that there is none. */
function nameOf(raw: Text, plain: Text, lowerCase: Text): Text {
  const written = raw ?? plain;
  if (written !== undefined) return written;
  return lowerCase === undefined || lowerCase ? undefined : null;
}
