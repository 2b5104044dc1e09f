import type { Fields, Value } from './kind.ts';

/**
 * The custom fields that hold a company's numbers, by the key they make. Names compare by their letters and digits: `vat_id`,
 * "VAT ID" and `vatId` are one. A tax number is the VAT number in most of Europe, so it is compared as one.
 */
const WELL_KNOWN: Readonly<Record<string, readonly string[]>> = {
  vat: ['vat', 'vatid', 'vatno', 'vatnumber', 'vatregno', 'vatregistrationnumber', 'taxid', 'taxnumber'],
  company: [
    'companyid',
    'companyno',
    'companynumber',
    'companyregno',
    'companyregistrationnumber',
    'registrationnumber',
  ],
};

const CUSTOM = 'custom.';
const SHORTEST = 6;
const FEWEST_DIGITS = 4;

/** The match keys of the VAT and company numbers among these fields, VAT first: 'vat:GB123456789'. */
export function companyKeys(fields: Fields): readonly string[] {
  const custom = Object.entries(fields).filter(([field]) => field.startsWith(CUSTOM));
  const keys = Object.entries(WELL_KNOWN).flatMap(([key, known]) =>
    custom
      .filter(([field]) => known.includes(plain(field.slice(CUSTOM.length)).toLowerCase()))
      .flatMap(([, value]) => companyNumber(value) ?? [])
      .map((number) => `${key}:${number}`),
  );
  return [...new Set(keys)];
}

/** True for the keys that name a company, and so perhaps several people. */
export function isCompanyKey(key: string): boolean {
  return Object.keys(WELL_KNOWN).some((name) => key.startsWith(`${name}:`));
}

/** Letters and digits in upper case; null for what is too short or plainly a stand-in ("unknown", "000000"). */
function companyNumber(value: Value): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const number = plain(String(value)).toUpperCase();
  const digits = number.replaceAll(/\D/g, '');
  const isStandIn = digits.length < FEWEST_DIGITS || new Set(digits).size === 1;
  return number.length < SHORTEST || isStandIn ? null : number;
}

function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
