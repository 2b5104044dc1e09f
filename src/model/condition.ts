import { z } from 'zod';
import { type Fields, names, type Value } from './kind.ts';
import { sameValue } from './merge.ts';

/** How a field is compared; `filled` and `empty` need no value. Texts compare in any case of their letters. */
export const COMPARISONS = ['equal', 'different', 'filled', 'empty', 'contains', 'above', 'below'] as const;
/** One of the comparisons. */
export type Comparison = (typeof COMPARISONS)[number];

/** A yes-or-no question about an entity, as data: policies and rules ask it. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: Comparison; readonly value?: Value | undefined }
  /** Carries that tag, in any case of its letters. */
  | { readonly tag: string }
  /** That system keeps a record of it. */
  | { readonly heldBy: string };

const MOST_PARTS = 20;
const parts = () => z.array(Condition).min(1).max(MOST_PARTS);

/** Reads a condition that came from outside; strict, so that a misspelt part is an error and not a condition less. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: parts() }),
    z.strictObject({ any: parts() }),
    z.strictObject({ not: Condition }),
    z.strictObject({ field: z.string().min(1).max(120), is: z.enum(COMPARISONS), value: z.json().optional() }),
    z.strictObject({ tag: z.string().min(1).max(200) }),
    z.strictObject({ heldBy: z.string().min(1).max(60) }),
  ]),
);

/** What a condition is asked of: an entity's fields and the systems that keep it; `contact` is what 'contact.FIELD' is looked up in. */
export interface Subject {
  readonly fields: Fields;
  readonly systems: ReadonlySet<string>;
  readonly contact?: Fields | null;
}

/** Begins the names of fields of the contact that a thing is or belongs to. */
export const OF_CONTACT = 'contact.';

/** The answer to the condition; a field that is absent is empty. */
export function holds(condition: Condition, subject: Subject): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, subject));
  if ('any' in condition) return condition.any.some((part) => holds(part, subject));
  if ('not' in condition) return !holds(condition.not, subject);
  if ('heldBy' in condition) return subject.systems.has(condition.heldBy);
  if ('tag' in condition) return carries(subject.fields, condition.tag);
  return compare(heldIn(subject, condition.field), condition.is, condition.value ?? null);
}

function heldIn({ fields, contact }: Subject, field: string): Value {
  const [held, name] = field.startsWith(OF_CONTACT) ? [contact, field.slice(OF_CONTACT.length)] : [fields, field];
  return (held && Object.hasOwn(held, name) ? held[name] : null) ?? null;
}

/** The parts of a condition that are no groups, each with the path to it. */
export function questions(condition: Condition, path: readonly string[] = []): Question[] {
  if ('not' in condition) return questions(condition.not, [...path, 'not']);
  if ('all' in condition) return condition.all.flatMap((part, i) => questions(part, [...path, 'all', String(i)]));
  if ('any' in condition) return condition.any.flatMap((part, i) => questions(part, [...path, 'any', String(i)]));
  return [{ path, asks: condition }];
}

/** One question of a condition, and where it stands in it. */
export interface Question {
  readonly path: readonly string[];
  readonly asks: Exclude<Condition, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;
}

/** True if the condition asks for something of the contact that a thing belongs to. */
export function asksForContact(condition: Condition | null): boolean {
  return (
    condition !== null && questions(condition).some(({ asks }) => 'field' in asks && asks.field.startsWith(OF_CONTACT))
  );
}

/** True if the condition asks which systems keep the thing. */
export function asksForSystems(condition: Condition | null): boolean {
  return condition !== null && questions(condition).some(({ asks }) => 'heldBy' in asks);
}

function carries(fields: Fields, tag: string): boolean {
  return names(fields, 'tags').some((name) => name.toLowerCase() === tag.trim().toLowerCase());
}

function compare(held: Value, is: Comparison, value: Value): boolean {
  switch (is) {
    case 'filled':
      return !sameValue(held, null);
    case 'empty':
      return sameValue(held, null);
    case 'equal':
      return sameValue(folded(held), folded(value));
    case 'different':
      return !sameValue(folded(held), folded(value));
    case 'contains':
      return contains(folded(held), folded(value));
    case 'above':
      return order(held, value) > 0;
    case 'below':
      return order(held, value) < 0;
  }
}

function folded(value: Value): Value {
  if (typeof value === 'string') return value.trim().toLowerCase();
  return Array.isArray(value) ? value.map(folded) : value;
}

function contains(held: Value, value: Value): boolean {
  if (Array.isArray(held)) return held.some((item) => sameValue(item, value));
  return typeof held === 'string' && typeof value === 'string' && held.includes(value);
}

/** Numbers with numbers and texts with texts (instants among them, which sort as texts); nothing else has an order: 0. */
function order(held: Value, value: Value): number {
  if (typeof held === 'number' && typeof value === 'number') return held - value;
  if (typeof held !== 'string' || typeof value !== 'string' || held === value) return 0;
  return held > value ? 1 : -1;
}

const IN_WORDS: Readonly<Record<Comparison, string>> = {
  equal: 'is',
  different: 'is not',
  filled: 'is filled',
  empty: 'is empty',
  contains: 'contains',
  above: 'is above',
  below: 'is below',
};

/** A text for people who wonder why something was or was not done. */
export function inWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inWords).join(' and ');
  if ('any' in condition) return `(${condition.any.map(inWords).join(' or ')})`;
  if ('not' in condition)
    return 'any' in condition.not ? `not ${inWords(condition.not)}` : `not (${inWords(condition.not)})`;
  if ('heldBy' in condition) return `it is held by ${condition.heldBy}`;
  if ('tag' in condition) return `it carries the tag "${condition.tag}"`;
  const value = condition.value === undefined ? '' : ` ${JSON.stringify(condition.value)}`;
  return `${condition.field} ${IN_WORDS[condition.is]}${value}`;
}
