import { fieldsInWords } from './field.ts';

/** What a write does, and to which fields; never with their values. */
interface Write {
  readonly operation: string;
  readonly fields: readonly string[];
}

/** What a write would do in its system, in words. */
export function deliveryInWords({ operation, fields }: Write, system: string): string {
  const what = fields.length === 0 ? '' : fieldsInWords(fields, 6);
  switch (operation) {
    case 'create':
      return what === '' ? `Would be new in ${system}` : `Would be new in ${system}, with ${what}`;
    case 'remove':
      return `Would be deleted in ${system}`;
    default:
      return what === '' ? `Would be brought up to date in ${system}` : `Would write to ${system}: ${what}`;
  }
}
