import type { Fields } from '../../model/kind.ts';
import type { SourceRecord } from '../source.ts';
import { type Annotation, isGone, isReviewed } from './annotation.ts';
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

/** Extracted field to contact field, for the party that sent a document. Rossum itself reads no phone: that is a customer's field. */
const SENDER: Readonly<Record<string, string>> = {
  sender_name: 'company_name',
  sender_email: 'email',
  sender_phone: 'phone',
  sender_address: 'address.line1',
  sender_vat_id: 'custom.vat_id',
  sender_ic: 'custom.company_id',
  sender_dic: 'custom.tax_id',
};

/** What nobody has reviewed is only taken where the extraction is this sure of every value. */
const SURE_ENOUGH = 0.8;

/**
 * The sender of a document as a contact: null while nobody has reviewed the document and its reading is not sure enough,
 * and where it names no sender. Only what the document says is known, so fields it lacks are absent.
 */
export function senderOf(annotation: Annotation): SourceRecord | null {
  const read = Object.entries(SENDER).flatMap(([name, field]) => {
    const value = annotation.values.get(name);
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
    fields,
    ...(confidence === null ? {} : { confidence }),
  };
}
