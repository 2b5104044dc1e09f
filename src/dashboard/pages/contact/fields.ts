import type { ContactPageQuery, UpdateContactInput } from '../../../client/generated/graphql.ts';
import { fieldInWords } from '../../words/field.ts';

/** A contact as its page shows it. */
export type ShownContact = NonNullable<ContactPageQuery['contact']>;

/** One of its fields, by the name that versions and events have for it. */
export interface ContactField {
  readonly field: string;
  readonly label: string;
  readonly value: unknown;
  /** True where its value is a text or a number, or may become one. */
  readonly isText: boolean;
}

const OWN = ['firstName', 'lastName', 'companyName', 'email', 'phone', 'website'] as const;
const ADDRESS = ['line1', 'line2', 'city', 'county', 'postcode', 'country'] as const;

/** All its fields, also the empty ones, in the order in which people look for them. */
export function fieldsOf(contact: ShownContact): readonly ContactField[] {
  return [
    ...OWN.map((field) => ({ field, label: labelOf(field), value: contact[field] ?? null, isText: true })),
    ...ADDRESS.map((part) => {
      const field = `address.${part}`;
      return { field, label: labelOf(field), value: contact.address?.[part] ?? null, isText: true };
    }),
    ...contact.customFields.map(({ key, label, value }) => ({
      field: `custom.${key}`,
      label: label ?? labelOf(`custom.${key}`),
      value: value ?? null,
      isText: typeof value === 'string' || typeof value === 'number',
    })),
  ];
}

/** The input that sets that one field; an empty text clears it. A number stays one if it can. */
export function inputFor({ field, value }: Pick<ContactField, 'field' | 'value'>, text: string): InputPart {
  const trimmed = text.trim();
  const [group = '', ...rest] = field.split('.');
  const name = rest.join('.');
  if (group === 'custom') return { customFields: [{ key: name, value: typed(value, trimmed) }] };
  const given = trimmed === '' ? null : trimmed;
  return group === 'address' ? { address: { [name]: given } } : { [field]: given };
}

type InputPart = Omit<UpdateContactInput, 'id'>;

function typed(before: unknown, text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text);
  return typeof before === 'number' && Number.isFinite(number) ? number : text;
}

/** Where errors about it stand in the input. */
export function placeInInput(field: string): string {
  return field.startsWith('custom.') ? 'customFields.0.key' : field;
}

function labelOf(field: string): string {
  const words = fieldInWords(field);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
