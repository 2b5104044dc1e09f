import type { z } from 'zod';
import { Rule } from '../model/rule.ts';
import { type Fault, faultsOf, type Known } from '../model/rule-check.ts';

type Parts = Readonly<Record<string, unknown>>;

/** Reads a whole rule that came from outside; strict, with a path to each part that is wrong, the well-formed ones that make no sense among them. */
export function checkRule(known: Known, given: Parts): { readonly rule: Rule } | { readonly errors: readonly Fault[] } {
  const read = Rule.safeParse(given);
  if (read.success) {
    const faults = faultsOf(read.data, known);
    return faults.length > 0 ? { errors: faults } : { rule: read.data };
  }
  const broken = read.error.issues.flatMap(deepest).map(({ path, message }) => ({
    path: path.map(String),
    message: `is wrong: ${message}`,
  }));
  return { errors: [...broken, ...soundFaults(given, broken, known)] };
}

/** Stands for an action that is broken anyway: there is nothing more to say about it. */
const UNSPOKEN = { do: 'raiseAlert', message: '-' } as const;

/** What makes no sense in the parts that are well-formed, although others are not. */
function soundFaults(given: Parts, broken: readonly Fault[], known: Known): Fault[] {
  const isBroken = (...start: string[]) => broken.some(({ path }) => start.every((part, i) => path[i] === part));
  if (isBroken('trigger')) return [];
  const listed = Array.isArray(given.actions) ? (given.actions as Rule['actions']) : [];
  const actions = listed.map((action, i) => (isBroken('actions', String(i)) ? UNSPOKEN : action));
  const { trigger, when } = given as Pick<Rule, 'trigger' | 'when'>;
  return faultsOf({ trigger, when: isBroken('when') ? null : when, actions }, known);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Of a choice between forms, what is wrong with the form that was most likely meant: the one that was understood furthest. A name that
 * is not known is an issue of its own.
 */
function deepest(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such part' }));
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (form: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...form.flatMap((inner) => (inner.code === 'unrecognized_keys' ? [inner.path.length] : depths(inner))));
  const strange = (form: readonly z.core.$ZodIssue[]) => form.filter(({ path }) => path.length === 0).length;
  const [best] = issue.errors
    .filter((form) => form.length > 0)
    .sort((a, b) => depth(b) - depth(a) || strange(a) - strange(b) || a.length - b.length);
  const inner = best?.flatMap(deepest) ?? [];
  return inner.length > 0 ? inner.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) : [issue];
}

function depths(issue: z.core.$ZodIssue): number[] {
  return deepest(issue).map(({ path }) => path.length);
}
