import { Problem } from './errors.ts';

const LONGEST_ID = 200;

/**
 * Builds an upstream path from a template, each value percent-encoded: path`/contacts/${id}/notes`.
 * A value that could leave its place in the path (a slash, a dot segment, a control character) is refused with INVALID.
 */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce((built, part, i) => built + segment(values[i - 1] ?? '') + part);
}

function segment(value: string): string {
  const unsafe =
    /[/\\?#]|\p{Surrogate}/u.test(value) || [...value].some((char) => char < ' ') || /^\.{0,2}$/.test(value);
  if (unsafe || value.length > LONGEST_ID)
    throw new Problem('INVALID', 'An id may not be empty, hold slashes or be over 200 characters');
  return encodeURIComponent(value);
}
