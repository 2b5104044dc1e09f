import type { Rule } from '../model/rule.ts';
import type { SyncContext } from '../sync/context.ts';
import { checkRule } from '../sync/rule-check.ts';
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

/** Reads a whole rule; strict, with a path to each part that is wrong. */
export async function readRule(context: SyncContext, given: Parts): Promise<RuleReading> {
  const targets = (await context.store.targets.all()).filter(({ via }) => via === 'webhook').map(({ id }) => id);
  const read = checkRule({ systems: context.systems.map(({ id }) => id), targets }, given);
  return 'rule' in read ? read : { errors: read.errors.map(({ path, message }) => invalid(path, message)) };
}
