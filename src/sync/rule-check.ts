import type { z } from 'zod';
import { models } from '../model/index.ts';
import { covers, Rule } from '../model/rule.ts';

/** Something that is wrong with a rule, and the way to the part that is. */
export interface RuleError {
  readonly path: readonly string[];
  readonly message: string;
}

/** Reads a whole rule that came from outside; strict, with a path to each part that is wrong. `systems` are the ids of all systems. */
export function checkRule(
  systems: readonly string[],
  given: unknown,
): { readonly rule: Rule } | { readonly errors: readonly RuleError[] } {
  const read = Rule.safeParse(given);
  if (!read.success) return { errors: read.error.issues.map(deepest).map(asError) };
  const errors = [...unknownSystems(systems, read.data), ...unknownFields(read.data)];
  return errors.length > 0 ? { errors } : { rule: read.data };
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

function asError({ path, message }: Issue): RuleError {
  return { path: path.map(String), message: `is wrong: ${message}` };
}

function unknownSystems(known: readonly string[], { trigger, actions }: Rule): RuleError[] {
  const check = (path: readonly string[], named: readonly string[], allowed: readonly string[]) =>
    named.flatMap((id, i) =>
      allowed.includes(id)
        ? []
        : { path: [...path, String(i)], message: `names "${id}"; the systems are ${known.join(', ')}` },
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
function unknownFields({ trigger }: Rule): RuleError[] {
  if (!('on' in trigger) || !trigger.fields) return [];
  const chosen = trigger.kinds.map((kind) => models[kind]);
  const known = chosen.flatMap((model) => Object.keys(model.fields));
  const open = chosen.some((model) => model.open);
  return trigger.fields.flatMap((field, i) => {
    const exists = known.some((one) => covers([field], one)) || (open && field.startsWith('custom.'));
    return exists
      ? []
      : { path: ['trigger', 'fields', String(i)], message: `is not a field; the fields are ${known.join(', ')}` };
  });
}
