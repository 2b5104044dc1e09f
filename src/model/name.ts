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

/** False only where both are known and differ; an initial stands for any name that begins with it. */
export function mayBeSameName(a: string | null, b: string | null): boolean {
  const [left, right] = [a ? foldedName(a) : null, b ? foldedName(b) : null];
  return left === null || right === null || left.startsWith(right) || right.startsWith(left);
}
