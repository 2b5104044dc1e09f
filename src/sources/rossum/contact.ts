import type { Fields } from '../../model/kind.ts';
import type { FieldDescription } from '../../model/record-field.ts';
import type { SourceRecord } from '../source.ts';
import { type Annotation, documentValues, isGone, isReviewed } from './annotation.ts';
import type { RowShape } from './row.ts';

/** The rows of the contacts collection. */
export const contactRows: RowShape = {
  columns: {
    first_name: 'text',
    last_name: 'text',
    email: 'text',
    phone: 'text',
    company_name: 'text',
    website: 'text',
    'address.line1': 'text',
    'address.line2': 'text',
    'address.city': 'text',
    'address.county': 'text',
    'address.postcode': 'text',
    'address.country': 'text',
    tags: 'names',
  },
  custom: true,
};

/** The parties a document may name; which of them its contact is, the connection's settings say. */
export const PARTIES = ['sender', 'recipient'] as const;
/** One of the parties. */
export type Party = (typeof PARTIES)[number];

/** Extracted field, without the party's name, to contact field. Rossum itself reads no phone: that is a customer's field. */
const PARTY_FIELDS: Readonly<Record<string, string>> = {
  name: 'company_name',
  email: 'email',
  phone: 'phone',
  address: 'address.line1',
  vat_id: 'custom.vat_id',
  ic: 'custom.company_id',
  dic: 'custom.tax_id',
};

/** What nobody has reviewed is only taken where the extraction is this sure of every value. */
const SURE_ENOUGH = 0.8;

const NUMBERS: Readonly<Record<string, string>> = {
  'custom.vat_id': 'VAT number',
  'custom.company_id': 'Company number',
  'custom.tax_id': 'Tax number',
};

/** The fields that only contacts read from documents have. */
export function partyFields(party: Party): readonly FieldDescription[] {
  const note = 'Of contacts read from documents: which party they are. ROSSUM_PARTY decides it.';
  const numbers = Object.entries(NUMBERS).map(([field, label]) => ({ field, label, type: 'text' as const }));
  return [{ field: 'party', label: 'Party', type: 'choice', choices: [party], note }, ...numbers];
}

/**
 * A party of a document as a contact: null while nobody has reviewed the document and its reading is not sure enough,
 * and where it names no such party. Only what the document says is known, so fields it lacks are absent.
 */
export function partyOf(annotation: Annotation, party: Party): SourceRecord | null {
  const read = Object.entries(PARTY_FIELDS).flatMap(([name, field]) => {
    const value = annotation.values.get(`${party}_${name}`);
    return value ? [{ field, value }] : [];
  });
  const fields: Fields = Object.fromEntries(
    read.map(({ field, value }) => [field, value.text.replaceAll(/\s*\n\s*/g, ', ')]),
  );
  if (isGone(annotation) || !(fields.company_name || fields.email)) return null;
  const confidences = read.flatMap(({ value }) => value.confidence ?? []);
  const confidence = confidences.length > 0 ? Math.min(...confidences) : null;
  if (!isReviewed(annotation) && (confidence ?? 0) < SURE_ENOUGH) return null;
  return {
    ...annotation.source,
    id: annotation.recordId,
    fields: { ...fields, party, ...documentValues(annotation) },
    ...(confidence === null ? {} : { confidence }),
  };
}
