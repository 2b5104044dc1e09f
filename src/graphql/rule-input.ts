import type { z } from 'zod';
import { models } from '../model/index.ts';
import { covers, Rule } from '../model/rule.ts';
import type { SyncContext } from '../sync/context.ts';
import { type InputError, invalid } from './errors.ts';

/** The parts of a rule to be set, or everything that is wrong with them. */
export type RuleWish = { readonly patch: Partial<Omit<Rule, 'id'>> } | { readonly errors: readonly InputError[] };

/** Reads the rule as it would be with this input; strict, with a path to each part that is wrong. */
export function readRule(context: SyncContext, before: Rule, input: Readonly<Record<string, unknown>>): RuleWish {
  const { enabled, name, trigger, when, actions } = input;
  const given = { enabled, name, trigger, actions };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  const patch = { ...set, ...(when === undefined ? {} : { when }) };
  const read = Rule.safeParse({ ...before, ...patch });
  if (!read.success) return { errors: read.error.issues.map(deepest).map(asInputError) };
  const errors = [...unknownSystems(context, read.data), ...unknownFields(read.data)];
  if (errors.length > 0) return { errors };
  const { id: _, ...parts } = read.data;
  return { patch: Object.fromEntries(Object.entries(parts).filter(([part]) => part in patch)) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a choice between forms, what is wrong with the form that was most likely meant: the one that was understood furthest. */
function deepest(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const forms = issue.errors.map((form) => form.map(deepest));
  const depth = (form: readonly Issue[]) => Math.max(0, ...form.map(({ path }) => path.length));
  const strange = (form: readonly Issue[]) => form.filter(({ path }) => path.length === 0).length;
  const [best] = forms.filter((form) => form.length > 0).sort((a, b) => depth(b) - depth(a) || strange(a) - strange(b));
  const inner = best?.toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner ? { path: [...issue.path, ...inner.path], message: inner.message } : issue;
}

function asInputError({ path, message }: Issue): InputError {
  return invalid(path.map(String), `is wrong: ${message}`);
}

function unknownSystems(context: SyncContext, { trigger, actions }: Rule): InputError[] {
  const known = context.systems.map(({ id }) => id);
  const check = (path: readonly string[], named: readonly string[], allowed: readonly string[]) =>
    named.flatMap((id, i) =>
      allowed.includes(id) ? [] : invalid([...path, String(i)], `names "${id}"; the systems are ${known.join(', ')}`),
    );
  const origins = 'on' in trigger && Array.isArray(trigger.origins) ? trigger.origins : [];
  return [
    ...check(['trigger', 'origins'], origins, [...known, 'gateway']),
    ...actions.flatMap((action, i) =>
      action.do === 'syncKinds' ? check(['actions', String(i), 'systems'], action.systems ?? [], known) : [],
    ),
  ];
}

/** A field that none of the kinds has would never change. */
function unknownFields({ trigger }: Rule): InputError[] {
  if (!('on' in trigger) || !trigger.fields) return [];
  const chosen = trigger.kinds.map((kind) => models[kind]);
  const known = chosen.flatMap((model) => Object.keys(model.fields));
  const open = chosen.some((model) => model.open);
  return trigger.fields.flatMap((field, i) => {
    const exists = known.some((one) => covers([field], one)) || (open && field.startsWith('custom.'));
    return exists
      ? []
      : invalid(['trigger', 'fields', String(i)], `is not a field; the fields are ${known.join(', ')}`);
  });
}
