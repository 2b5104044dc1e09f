import type { z } from 'zod';
import type { Value } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';
import type { OptionNames } from './reference.ts';
import { flag, id, row, text } from './row.ts';
import { tagsOf } from './tag.ts';
import { toUtc } from './time.ts';

/** A customer as listed or read alone, in its first-choice names. */
export const customerRow = row(
  {
    id,
    uuid: text,
    name: text,
    surname: text,
    emailaddress: text,
    mobile: text,
    telephonenumber: text,
    mobilecountrycode: text,
    telephonecountrycode: text,
    addressline1: text,
    addressline2: text,
    addressline3: text,
    town: text,
    county: text,
    postcode: text,
    countrycode: text,
    companyname: text,
    website: text,
    customeraccountnumber: text,
    customertypesid: text,
    settingstitlesid: text,
    settingsadvertisingsid: text,
    settingsbuildingtypesid: text,
    vacantproperty: text,
    thirdparty: text,
    deleted: flag,
    createdondatetime: text,
  },
  {
    uuid: ['customeruuid'],
    name: ['firstname', 'forename'],
    surname: ['lastname'],
    emailaddress: ['email'],
    mobile: ['mobilenumber', 'mobiletelephone'],
    telephonenumber: ['telephone', 'landline', 'phone'],
    town: ['city'],
    postcode: ['postalcode'],
    companyname: ['company'],
    customertypesid: ['customertypeid', 'settingscustomertypesid'],
    settingstitlesid: ['titlesid', 'titleid'],
    settingsadvertisingsid: ['advertisingsid', 'advertisingtypesid', 'advertisingtypeid'],
    deleted: ['isdeleted'],
  },
);
/** A customer as the API answers it, under the spellings we know. */
export type Customer = z.output<typeof customerRow>;

/** Fields that a customer holds or knows to be empty. */
const HELD = [
  'name',
  'surname',
  'emailaddress',
  'mobile',
  'telephonenumber',
  'addressline1',
  'addressline2',
  'addressline3',
  'town',
  'county',
  'postcode',
] as const;
/** Fields that cannot be written: empty here must not be taken for somebody's wish to clear them elsewhere. */
const READ_ONLY = ['companyname', 'website'] as const;

/** The record of a customer; `names` are the tags it may wear. */
export function toContact(customer: Customer, names: OptionNames | null): SourceRecord {
  const fields: Record<string, Value> = {};
  for (const field of HELD) if (customer[field] !== undefined) fields[field] = customer[field];
  for (const field of READ_ONLY) if (customer[field]) fields[field] = customer[field];
  if (customer.countrycode && /^[a-z]{2}$/i.test(customer.countrycode))
    fields.countrycode = customer.countrycode.toUpperCase();
  const tags = tagsOf(customer.customertypesid ?? null, customer.settingsadvertisingsid ?? null, names);
  if (tags) fields.tags = tags;
  const createdAt = toUtc(customer.createdondatetime);
  return {
    id: customer.id,
    fields,
    ...(createdAt ? { createdAt: Date.parse(createdAt) } : {}),
    ...(customer.deleted ? { deleted: true as const } : {}),
  };
}
