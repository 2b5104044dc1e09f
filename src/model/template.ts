import type { Value } from './kind.ts';

/** What the names in a template stand for; undefined for names that nobody knows. */
export type Words = (name: string) => Value | undefined;

/** A name in double braces; whatever else stands in braces is plain text. */
const PLACE = /\{\{\s*([\w.-]{1,120})\s*\}\}/g;

/**
 * The template with every `{{name}}` replaced, in one pass, so that what a word says is never taken for a template itself. Unknown
 * names become nothing; the text is cut to `longest` characters.
 */
export function fillIn(template: string, words: Words, longest: number): string {
  const filled = template.replace(PLACE, (_, name: string) => asText(words(name)));
  return clip(filled.replace(/[^\S\n]+/g, ' ').trim(), longest);
}

/** The names a template asks for. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name);
}

function asText(value: Value | undefined): string {
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Cut between characters, not in the middle of one that takes two places. */
function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
