import { v5 as uuidOf } from 'uuid';
import { text } from '../../model/kind.ts';
import { toE164 } from '../../model/tidy.ts';
import type { NewRecord } from '../source.ts';
import { type Customer, toContact } from './customer.ts';
import type { Customers } from './customers.ts';
import { NAMESPACE } from './settings.ts';

/** A search for an e-mail finds few; for a shared switchboard number it may find a street. */
const MOST_HITS = 5;

/** The uuids a new customer and its person are sent with: the same for every attempt at the same record. */
export function uuidsOf({ key }: NewRecord): { readonly customer: string; readonly contact: string } {
  return { customer: uuidOf(`customer:${key}`, NAMESPACE), contact: uuidOf(`contact:${key}`, NAMESPACE) };
}

/** The customer that an attempt to create this left behind: searched by e-mail and phones, then in the whole list. */
export async function findCreated(customers: Customers, record: NewRecord): Promise<Customer | null> {
  for (const words of lookups(record)) {
    const hits = (await customers.search(words)).filter((hit) => hit.customerId === null).slice(0, MOST_HITS);
    const found = await Promise.all(hits.map((hit) => customers.one(hit.id)));
    const candidates = found.filter((customer) => customer !== null);
    const made = pick(candidates, record);
    if (made) return made;
  }
  return pick(await customers.list(), record);
}

/** The one customer with the same e-mail and surname that somebody else entered; null where there is none or several. */
export async function findTwin(customers: Customers, record: NewRecord): Promise<Customer | null> {
  const email = text(record.fields, 'emailaddress')?.toLowerCase();
  const surname = text(record.fields, 'surname')?.toLowerCase();
  if (!email || !surname) return null;
  const hits = (await customers.search(email)).filter((hit) => hit.customerId === null).slice(0, MOST_HITS);
  const found = await Promise.all(hits.map((hit) => customers.one(hit.id)));
  const ours = uuidsOf(record).customer;
  const isTwin = (customer: Customer) =>
    customer.emailaddress?.toLowerCase() === email &&
    customer.surname?.toLowerCase() === surname &&
    customer.uuid?.toLowerCase() !== ours &&
    !toContact(customer, null).deleted;
  const twins = found.filter((customer) => customer !== null && isTwin(customer));
  return twins.length === 1 ? (twins[0] ?? null) : null;
}

/** What a search would find the customer by, surest first; phones as we write them and as staff type them. */
function lookups(record: NewRecord): string[] {
  const phones = ['mobile', 'telephonenumber'].flatMap((field) => {
    const phone = text(record.fields, field);
    const international = phone && toE164(phone);
    if (!international) return phone ? [phone] : [];
    return international.startsWith('+44') ? [international, `0${international.slice(3)}`] : [international];
  });
  const email = text(record.fields, 'emailaddress');
  return [...new Set([...(email ? [email] : []), ...phones])];
}

/** The customer with our uuid; where Commusoft shows no uuids, the only one with the same surname and e-mail or mobile. */
function pick(candidates: readonly Customer[], record: NewRecord): Customer | null {
  const ours = uuidsOf(record).customer;
  const exact = candidates.find((customer) => customer.uuid?.toLowerCase() === ours);
  if (exact) return exact;
  const alike = candidates.filter((customer) => !customer.uuid && isAlike(customer, record));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function isAlike(customer: Customer, { fields }: NewRecord): boolean {
  const email = text(fields, 'emailaddress')?.toLowerCase();
  const mobile = text(fields, 'mobile');
  const sameEmail = email !== undefined && customer.emailaddress?.toLowerCase() === email;
  const sameMobile = mobile !== null && !!customer.mobile && toE164(customer.mobile) === toE164(mobile);
  return customer.surname === text(fields, 'surname') && (sameEmail || sameMobile);
}
