import type { Rule } from '../model/rule.ts';
import type { SyncContext } from '../sync/context.ts';
import { checkRule } from '../sync/rule-check.ts';
import { type InputError, invalid } from './errors.ts';

/** The parts of a rule to be set, or everything that is wrong with them. */
export type RuleWish = { readonly patch: Partial<Omit<Rule, 'id'>> } | { readonly errors: readonly InputError[] };

/** Reads the rule as it would be with this input; strict, with a path to each part that is wrong. */
export function readRule(context: SyncContext, before: Rule, input: Readonly<Record<string, unknown>>): RuleWish {
  const { enabled, name, trigger, when, actions } = input;
  const given = { enabled, name, trigger, actions };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  const patch = { ...set, ...(when === undefined ? {} : { when }) };
  const systems = context.systems.map(({ id }) => id);
  const checked = checkRule(systems, { ...before, ...patch });
  if ('errors' in checked) return { errors: checked.errors.map(({ path, message }) => invalid(path, message)) };
  const { id: _, ...parts } = checked.rule;
  return { patch: Object.fromEntries(Object.entries(parts).filter(([part]) => part in patch)) };
}
