import type { ContactHistoryQuery } from '../../../client/generated/graphql.ts';
import type { SystemNames } from '../../words/event.ts';
import { fieldInWords } from '../../words/field.ts';
import { valueOrDash } from '../../words/value.ts';

/** The contact at an earlier moment; its id is its version's number. */
export type ShownVersion = NonNullable<ContactHistoryQuery['contact']>['versions']['nodes'][number];
/** A field's way from one value to another. */
export type Change = ShownVersion['changes'][number];

/** The version that gave a field the value it has; null where it is older than the versions known. Newest first. */
export function sourceOf(field: string, versions: readonly ShownVersion[]): ShownVersion | null {
  return versions.find(({ changes }) => changes.some((change) => change.field === field)) ?? null;
}

/** Where something was done. */
export function originInWords(origin: string, names: SystemNames): string {
  return origin === 'gateway' ? 'through the gateway' : `in ${names.get(origin) ?? origin}`;
}

/** A change in one sentence; `other` is what the value that ends is called. */
export function changeInWords({ field, before, after }: Change, other: 'before' | 'now' = 'before'): string {
  switch (field) {
    case 'deleted':
      return after ? 'The contact was deleted' : 'The contact was brought back';
    case 'mergedInto':
      return after ? 'It became one with another contact' : 'It is a contact of its own again';
    case 'records':
      return 'A record was moved to or from it';
    case 'contact':
      return 'What hangs on it was moved';
    default:
      return `${capital(fieldInWords(field))}: ${shown(after)}${before == null && other === 'before' ? '' : `, ${other} ${shown(before)}`}`;
  }
}

/** What would change if the contact became again what it was then. */
export function differences(then: ShownVersion, now: ShownVersion): readonly Change[] {
  const [old, current] = [then.fields, now.fields].map((fields) => (fields ?? {}) as Record<string, unknown>);
  if (!old || !current) return [];
  return [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .map((field) => ({ field, before: current[field] ?? null, after: old[field] ?? null }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function shown(value: unknown): string {
  return value === null || value === undefined ? 'empty' : valueOrDash(value);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
