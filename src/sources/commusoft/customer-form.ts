import { type Fields, text as textOf } from '../../model/kind.ts';
import type { NewRecord } from '../source.ts';
import { type Customer, toContact } from './customer.ts';
import type { FormObject } from './form.ts';
import { problem } from './problem.ts';

/** The record fields that can be written when a customer is created; a company's name has no place in the form. */
export const CUSTOMER_CREATES = [
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

/** The record fields that can be changed later: neither the landline nor the company's name has a place in the form. */
export const CUSTOMER_UPDATES = CUSTOMER_CREATES.filter((field) => field !== 'telephonenumber');

/** The form of POST /customers/{type}, with our uuids, which make a repeated create fail instead of doubling. */
export function createForm({ fields, label }: NewRecord, uuids: { customer: string; contact: string }): FormObject {
  const held = (field: string) => textOf(fields, field) ?? undefined;
  const phones = [held('telephonenumber'), held('mobile')];
  return {
    uuid: uuids.customer,
    contacts: {
      uuid: uuids.contact,
      name: held('name'),
      surname: textOf(fields, 'surname') ?? label ?? surnameOf(fields),
      contactsemail: held('emailaddress') === undefined ? undefined : { emailaddress: held('emailaddress') },
      // The place decides: 0 is the landline, 1 the mobile.
      contactstelephone: phones.some(Boolean) ? phones.map((phone) => ({ telephonenumber: phone ?? '' })) : undefined,
    },
    addressline1: held('addressline1'),
    addressline2: held('addressline2'),
    addressline3: held('addressline3'),
    town: held('town'),
    county: held('county'),
    postcode: held('postcode'),
  };
}

/**
 * The form of PUT /customers/{id}: flat, other names than on create, and always the full set, because nobody knows
 * whether what is left out is kept.
 */
export function updateForm(customer: Customer, patch: Fields): FormObject {
  const now: Fields = { ...toContact(customer, null).fields, ...patch };
  const field = (name: string): string | null | undefined => (name in now ? textOf(now, name) : undefined);
  return {
    settingsTitlesid: customer.settingstitlesid ?? undefined,
    name: field('name'),
    surname: surnameOf(now),
    telephonecountrycode: customer.telephonecountrycode ?? undefined,
    // The code belongs to the number that is replaced; the new one brings its own.
    mobilecountrycode: 'mobile' in patch ? undefined : (customer.mobilecountrycode ?? undefined),
    mobile: field('mobile'),
    email: field('emailaddress'),
    postcode: field('postcode'),
    addressline1: field('addressline1'),
    addressline2: field('addressline2'),
    addressline3: field('addressline3'),
    town: field('town'),
    county: field('county'),
    settingsAdvertisingsid: customer.settingsadvertisingsid ?? undefined,
    settingsBuildingtypesid: customer.settingsbuildingtypesid ?? undefined,
    vacantproperty: customer.vacantproperty ?? undefined,
    thirdparty: customer.thirdparty ?? undefined,
  };
}

/** Commusoft takes no customer without a surname. */
function surnameOf(fields: Fields): string {
  const surname = textOf(fields, 'surname') ?? textOf(fields, 'companyname') ?? textOf(fields, 'name');
  if (surname) return surname;
  throw problem(
    'INVALID',
    'A customer in Commusoft needs a surname: give a last name, a company name or a first name',
    {
      path: ['surname'],
    },
  );
}
