import type { Row } from '../../simulator.ts';
import { fullName, text } from './tidy-row.ts';
import type { World } from './world.ts';

/** A contact as GET /contacts/{contactId} and PUT answer it: what is empty is left out. */
export function wholeContact(row: Row): Row {
  return { ...row, name: fullName(row), ...lowerCaseNames(row), emailLowerCase: text(row, 'email')?.toLowerCase() };
}

/** A contact as POST /contacts/ answers it: no full name, and some fields that reading never shows. */
export function createdContact(row: Row): Row {
  const born = text(row, 'dateOfBirth');
  return {
    ...row,
    ...lowerCaseNames(row),
    emailLowerCase: text(row, 'email')?.toLowerCase(),
    ...(born
      ? {
          dateOfBirth: `${born}T00:00:00.000Z`,
          birthMonth: Number(born.slice(5, 7)),
          birthDay: Number(born.slice(8, 10)),
        }
      : {}),
    deleted: false,
    bounceEmail: false,
    unsubscribeEmail: false,
    offers: [],
    products: [],
  };
}

/** A contact as the deprecated list and the list by business have it: names lower-cased, as typed only in the raw ones. */
export function listedContact(row: Row): Row {
  return {
    ...Object.fromEntries(LISTED.map((field) => [field, row[field] ?? null])),
    id: row.id,
    contactName: fullName(row)?.toLowerCase() ?? null,
    firstName: text(row, 'firstName')?.toLowerCase() ?? null,
    lastName: text(row, 'lastName')?.toLowerCase() ?? null,
    firstNameRaw: row.firstName ?? null,
    lastNameRaw: row.lastName ?? null,
    followers: [],
    additionalEmails: [],
    attributions: [],
  };
}

/** A row of POST /contacts/search: `address` for address1, empty fields null, no DND settings. */
export function foundContact(row: Row, world: World): Row {
  const { businesses } = world.shelves;
  const cased = world.switches.lowerCaseNames
    ? {}
    : { firstName: row.firstName ?? null, lastName: row.lastName ?? null };
  return {
    ...Object.fromEntries(ALIKE.map((field) => [field, row[field] ?? null])),
    ...cased,
    address: row.address1 ?? null,
    firstNameLowerCase: text(row, 'firstName')?.toLowerCase() ?? null,
    lastNameLowerCase: text(row, 'lastName')?.toLowerCase() ?? null,
    businessName: businesses.find(String(row.businessId))?.name ?? null,
    phoneLabel: null,
    validEmail: null,
    additionalEmails: [],
    additionalPhones: [],
    followers: [],
    opportunities: [],
  };
}

const ALIKE = [
  ...['id', 'locationId', 'email', 'phone', 'companyName', 'website', 'city', 'state', 'postalCode', 'country'],
  ...['type', 'source', 'assignedTo', 'dnd', 'tags', 'customFields', 'dateOfBirth', 'dateAdded', 'dateUpdated'],
  'businessId',
];
const LISTED = [...ALIKE, 'address1', 'timezone'];

function lowerCaseNames(row: Row): Row {
  return {
    firstNameLowerCase: text(row, 'firstName')?.toLowerCase(),
    lastNameLowerCase: text(row, 'lastName')?.toLowerCase(),
    fullNameLowerCase: fullName(row)?.toLowerCase(),
  };
}
