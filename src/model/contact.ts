import { companyKeys } from './company-number.ts';
import { type Fields, type KindModel, names, text } from './kind.ts';
import { foldedNames, foldedPostcode } from './name.ts';

/** A person or company. Its name is made of its parts, never stored. */
export const contact: KindModel = {
  kind: 'contact',
  open: true,
  fields: {
    firstName: { type: 'text' },
    lastName: { type: 'text' },
    email: { type: 'email' },
    phone: { type: 'phone' },
    companyName: { type: 'text' },
    website: { type: 'url' },
    'address.line1': { type: 'text' },
    'address.line2': { type: 'text' },
    'address.city': { type: 'text' },
    'address.county': { type: 'text' },
    'address.postcode': { type: 'text' },
    'address.country': { type: 'text' },
    tags: { type: 'names' },
    businessId: { type: 'text', readOnly: true },
  },
  label: (fields) => contactName(fields) ?? text(fields, 'email') ?? text(fields, 'phone') ?? 'Unnamed contact',
  matchKeys(fields) {
    const email = text(fields, 'email');
    const phone = text(fields, 'phone');
    return [
      ...(email ? [`email:${email.toLowerCase()}`] : []),
      ...(phone?.startsWith('+') ? [`phone:${phone}`] : []),
      ...companyKeys(fields),
    ];
  },
  suggestKeys(fields) {
    const postcode = foldedPostcode(fields);
    const { person, company } = foldedNames(fields);
    const known = postcode ? [person, company].filter((name) => name !== null) : [];
    return [...new Set(known.map((name) => `alike:${name}, ${postcode}`))];
  },
  filterKeys(fields) {
    const business = text(fields, 'businessId');
    return [...names(fields, 'tags').map(tagFilter), ...(business ? [businessFilter(business)] : [])];
  },
  at: () => null,
  state: () => null,
};

/** First and last name, else the company's; null where none is known. */
export function contactName(fields: Fields): string | null {
  const person = [text(fields, 'firstName'), text(fields, 'lastName')].filter((part) => part !== null).join(' ');
  return person || text(fields, 'companyName');
}

/** The filter key of the contacts that carry this tag, in any case of its letters. */
export function tagFilter(name: string): string {
  return `tag:${name.trim().toLowerCase()}`;
}

/** The filter key of the contacts of this business. */
export function businessFilter(businessId: string): string {
  return `business:${businessId}`;
}
