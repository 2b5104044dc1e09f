import { type Fields, text } from './kind.ts';

const LEGAL_FORMS = /\b(limited|ltd|plc|llp|llc|inc|corp|gmbh|ag|bv|sro|as)\b/g;

/** A name as names are compared: lower case, without accents, dots and dashes; null where nothing is left. */
export function foldedName(name: string): string | null {
  const bare = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    bare
      .replaceAll(/['’.]/g, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || null
  );
}

/** A company's name as such names are compared: also without its legal form, unless that is all there is. */
export function foldedCompany(name: string): string | null {
  const folded = foldedName(name);
  return folded?.replaceAll(LEGAL_FORMS, ' ').replaceAll(/\s+/g, ' ').trim() || folded;
}

/** A contact's postcode as postcodes are compared; null where it has none. */
export function foldedPostcode(fields: Fields): string | null {
  return (
    text(fields, 'address.postcode')
      ?.toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '') || null
  );
}

/** The names a contact may be known by: the person's in full, and the company's. */
export function foldedNames(fields: Fields): { readonly person: string | null; readonly company: string | null } {
  const [first, last, company] = [text(fields, 'firstName'), text(fields, 'lastName'), text(fields, 'companyName')];
  return {
    person: first && last ? foldedName(`${first} ${last}`) : null,
    company: company ? foldedCompany(company) : null,
  };
}

/** False only where both are known and neither is short for the other: A., Ann and Anna may be one. */
export function mayBeSameFirstName(a: string | null, b: string | null): boolean {
  return mayBeSame(a, b, (long, short) => long.startsWith(short));
}

/** The same of last names, which are shortened to an initial or to the first of several: Lloyd and Lloyd-Jones may be one. */
export function mayBeSameLastName(a: string | null, b: string | null): boolean {
  return mayBeSame(a, b, (long, short) => long.startsWith(short.length === 1 ? short : `${short} `));
}

function mayBeSame(a: string | null, b: string | null, isShort: (long: string, short: string) => boolean): boolean {
  const [left, right] = [a ? foldedName(a) : null, b ? foldedName(b) : null];
  return left === null || right === null || left === right || isShort(left, right) || isShort(right, left);
}
