import { createContext, useContext } from 'react';
import type { RuleFormQuery } from '../../../client/generated/graphql.ts';
import { KINDS } from './words.ts';

/** Something to choose, and what people call it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What this gateway has that a rule can speak of. */
export interface Terms {
  readonly systems: readonly Choice[];
  readonly targets: readonly Choice[];
  /** The fields of these kinds, each once. */
  fieldsOf(kinds: readonly string[]): readonly Choice[];
  /** True for fields that are only true or false. */
  isFlag(field: string): boolean;
}

/** Holds the terms for the form. */
export const TermsContext = createContext<Terms | null>(null);

/** The terms; only within the form. */
export function useTerms(): Terms {
  const terms = useContext(TermsContext);
  if (!terms) throw new Error('useTerms stands outside of the form');
  return terms;
}

/** The terms as the graph says them. */
export function termsOf(data: RuleFormQuery): Terms {
  const fieldsOfKind = (kind: string) => data[kind as 'contact' | 'task' | 'note' | 'appointment' | 'tag'] ?? [];
  const flags = new Set(
    KINDS.flatMap(({ id }) => fieldsOfKind(id).flatMap((one) => (one.type === 'FLAG' ? one.field : []))),
  );
  return {
    systems: data.systems.map(({ id, name }) => ({ id, label: name })),
    targets: data.alertTargets.flatMap(({ id, name, via }) => (via === 'WEBHOOK' ? { id, label: name } : [])),
    fieldsOf: (kinds) => [
      ...new Map(kinds.flatMap(fieldsOfKind).map(({ field, label }) => [field, { id: field, label }])).values(),
    ],
    isFlag: (field) => flags.has(bare(field)),
  };
}

/** The kinds that a trigger is about. */
export function kindsOf(
  trigger: { readonly kinds: readonly string[] } | { readonly kind?: string },
): readonly string[] {
  if ('kinds' in trigger) return trigger.kinds;
  return 'kind' in trigger && trigger.kind !== undefined ? [trigger.kind] : [];
}

const OF_CONTACT = 'contact.';

/** The fields that a condition or text may ask for: those of the kinds, and those of the contact that they belong to. */
export function askable(terms: Terms, kinds: readonly string[]): readonly Choice[] {
  const own = terms.fieldsOf(kinds);
  const isOfContact = kinds.some((kind) => kind !== 'contact' && kind !== 'tag');
  if (!isOfContact) return own;
  return [...own, ...terms.fieldsOf(['contact']).map(({ id, label }) => ofContact(id, label))];
}

function ofContact(id: string, label: string): Choice {
  return { id: `${OF_CONTACT}${id}`, label: `${label} of the contact` };
}

function bare(field: string): string {
  return field.startsWith(OF_CONTACT) ? field.slice(OF_CONTACT.length) : field;
}
