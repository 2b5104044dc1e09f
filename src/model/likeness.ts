import { companyKeys } from './company-number.ts';
import { type Fields, text } from './kind.ts';
import { foldedCompany, foldedNames, foldedPostcode, mayBeSameFirstName, mayBeSameLastName } from './name.ts';

/** How likely two contacts are one (0 to 1, in thousandths), and what speaks for and against it, in words. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Sign {
  readonly words: string;
  readonly weight: number;
  holds(a: Fields, b: Fields): boolean;
}

/**
 * What speaks for it. The weight is how sure each is alone; several are as sure as at least one of them being right:
 * e-mail and phone together make 1 - 0.05 × 0.15, which is 0.992.
 */
const FOR: readonly Sign[] = [
  { words: 'same e-mail', weight: 0.95, holds: (a, b) => same(a, b, (fields) => text(fields, 'email')?.toLowerCase()) },
  { words: 'same VAT number', weight: 0.9, holds: (a, b) => share(a, b, 'vat:') },
  { words: 'same company number', weight: 0.9, holds: (a, b) => share(a, b, 'company:') },
  { words: 'same phone', weight: 0.85, holds: (a, b) => same(a, b, (fields) => text(fields, 'phone')) },
  { words: 'same name and postcode', weight: 0.6, holds: (a, b) => same(a, b, foldedPostcode) && sameName(a, b) },
];

/** What speaks against it. The weight is what is left of the score; what one of them does not know contradicts nothing. */
const AGAINST: readonly Sign[] = [
  { words: 'last names differ', weight: 0.6, holds: haveOtherLastNames },
  { words: 'first names differ', weight: 0.8, holds: haveOtherFirstNames },
  {
    words: 'companies differ',
    weight: 0.85,
    holds: (a, b) => other(a, b, (fields) => foldedCompany(text(fields, 'companyName') ?? '')),
  },
  { words: 'postcodes differ', weight: 0.95, holds: (a, b) => other(a, b, foldedPostcode) },
];

/** Compares two contacts by the two tables above; pure, and the same whichever comes first. */
export function likeness(a: Fields, b: Fields): Likeness {
  const speaksFor = FOR.filter((sign) => sign.holds(a, b));
  if (speaksFor.length === 0) return { score: 0, reasons: [] };
  const speaksAgainst = AGAINST.filter((sign) => sign.holds(a, b));
  const doubt = speaksFor.reduce((left, sign) => left * (1 - sign.weight), 1);
  const score = speaksAgainst.reduce((left, sign) => left * sign.weight, 1 - doubt);
  return {
    score: Math.round(score * 1000) / 1000,
    reasons: [...speaksFor, ...speaksAgainst].map((sign) => sign.words),
  };
}

/** True where both name a person, and not the same one: colleagues share a company's number, but are two contacts. */
export function areDifferentPeople(a: Fields, b: Fields): boolean {
  return haveOtherLastNames(a, b) || haveOtherFirstNames(a, b);
}

function haveOtherLastNames(a: Fields, b: Fields): boolean {
  return !mayBeSameLastName(text(a, 'lastName'), text(b, 'lastName'));
}

function haveOtherFirstNames(a: Fields, b: Fields): boolean {
  return !mayBeSameFirstName(text(a, 'firstName'), text(b, 'firstName'));
}

type Part = (fields: Fields) => string | null | undefined;

function same(a: Fields, b: Fields, part: Part): boolean {
  const known = part(a);
  return known != null && known === part(b);
}

function other(a: Fields, b: Fields, part: Part): boolean {
  const [left, right] = [part(a), part(b)];
  return left != null && right != null && left !== right;
}

function share(a: Fields, b: Fields, prefix: string): boolean {
  const keys = new Set(companyKeys(a));
  return companyKeys(b).some((key) => key.startsWith(prefix) && keys.has(key));
}

function sameName(a: Fields, b: Fields): boolean {
  return same(a, b, (fields) => foldedNames(fields).person) || same(a, b, (fields) => foldedNames(fields).company);
}
