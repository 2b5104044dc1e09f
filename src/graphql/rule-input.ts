import type { z } from 'zod';
import { Rule } from '../model/rule.ts';
import { type Fault, faultsOf, type Known } from '../model/rule-check.ts';
import type { SyncContext } from '../sync/context.ts';
import { type InputError, invalid } from './errors.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A whole rule that came from outside, or everything that is wrong with it. */
export type RuleReading = { readonly rule: Rule } | { readonly errors: readonly InputError[] };

/** The parts of a rule to be set, or everything that is wrong with them. */
export type RuleWish = { readonly patch: Partial<Omit<Rule, 'id'>> } | { readonly errors: readonly InputError[] };

/** The parts of a rule that an input speaks of; a null is no part, but for `when`, which it takes away. */
export function partsOf(input: Parts): Parts {
  const { enabled, name, trigger, when, actions, mostPerHour } = input;
  const given = { enabled, name, trigger, actions, mostPerHour };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  return { ...set, ...(when === undefined ? {} : { when }) };
}

/** Reads the rule as it would be with this input; strict, with a path to each part that is wrong. */
export async function readPatch(context: SyncContext, before: Rule, input: Parts): Promise<RuleWish> {
  const patch = partsOf(input);
  const read = await readRule(context, { ...before, ...patch });
  if ('errors' in read) return read;
  const { id: _, ...parts } = read.rule;
  return { patch: Object.fromEntries(Object.entries(parts).filter(([part]) => part in patch)) };
}

/** Reads a whole rule; strict, with a path to each part that is wrong, the well-formed ones that make no sense among them. */
export async function readRule(context: SyncContext, given: Parts): Promise<RuleReading> {
  const read = Rule.safeParse(given);
  const targets = (await context.store.targets.all()).filter(({ via }) => via === 'webhook').map(({ id }) => id);
  const known = { systems: context.systems.map(({ id }) => id), targets };
  if (read.success) {
    const faults = faultsOf(read.data, known);
    return faults.length > 0 ? { errors: faults.map(asInputError) } : { rule: read.data };
  }
  const broken = read.error.issues.flatMap(deepest).map(({ path, message }) => ({
    path: path.map(String),
    message: `is wrong: ${message}`,
  }));
  return { errors: [...broken, ...soundFaults(given, broken, known)].map(asInputError) };
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

function asInputError({ path, message }: Fault): InputError {
  return invalid(path, message);
}
