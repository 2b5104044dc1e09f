import { fieldInWords } from '../../words/field.ts';
import type { Refusal } from './use-write.ts';

/** What is wrong with the field at that place of the input, e.g. `address.city`; null: nothing. */
export function errorAt({ errors }: Refusal, field: string): string | null {
  const found = errors.filter(({ path }) => placeOf(path) === field);
  return found.length === 0 ? null : found.map(({ message }) => sentence(message)).join(' ');
}

/** What is wrong with none of these fields, but with the whole; and that no answer came. */
export function errorElsewhere({ errors, problem }: Refusal, fields: readonly string[]): string | null {
  const found = errors.filter(({ path }) => !fields.includes(placeOf(path)));
  const all = [...found.map(({ message }) => sentence(message)), ...(problem ? [problem.what, problem.remedy] : [])];
  return all.length === 0 ? null : all.join(' ');
}

/** The path begins with the argument's name. */
function placeOf(path: readonly string[] | null | undefined): string {
  return (path ?? []).slice(1).join('.');
}

/** A sentence in which fields are called what people call them. */
function sentence(said: string): string {
  const message = said.replace(/^[a-z]\w*|\b[a-z]+[A-Z]\w*\b/g, fieldInWords);
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/\.\.$/, '.');
}
