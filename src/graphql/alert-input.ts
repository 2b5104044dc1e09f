import type { z } from 'zod';
import { AlertRule } from '../model/alert.ts';
import { Target } from '../model/target.ts';
import { type InputError, invalid } from './errors.ts';
import type { CreateAlertTargetInput, SetAlertRuleInput, UpdateAlertTargetInput } from './generated/resolvers.ts';

/** A thing that was read from an input, or everything that is wrong with it. */
export type Wish<T> = { readonly value: T } | { readonly errors: readonly InputError[] };

/** The rule as it would be with this input. */
export function readAlertRule(before: AlertRule | null, id: string, input: SetAlertRuleInput): Wish<AlertRule> {
  const { name, condition, targets, enabled } = input;
  return read(AlertRule, {
    enabled: true,
    targets: [],
    ...before,
    ...given({ name, condition, targets, enabled }),
    id,
  });
}

/** A new target of this input. */
export function readNewTarget(id: string, { name, via, url, recipients }: CreateAlertTargetInput): Wish<Target> {
  const parts = { id, name, enabled: true, via: via.toLowerCase(), url: url ?? null, recipients: recipients ?? [] };
  return read(Target, parts);
}

/** The target as it would be with this input. */
export function readTarget(before: Target, input: UpdateAlertTargetInput): Wish<Target> {
  const { id, via } = before;
  const { name, url, recipients, enabled } = before;
  const { name: newName, url: newUrl, recipients: newRecipients, enabled: newEnabled } = input;
  const changes = given({ name: newName, url: newUrl, recipients: newRecipients, enabled: newEnabled });
  return read(Target, { id, via, name, url, recipients, enabled, ...changes });
}

function given(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== null));
}

function read<T>(shape: z.ZodType<T>, parts: unknown): Wish<T> {
  const found = shape.safeParse(parts);
  if (found.success) return { value: found.data };
  return { errors: found.error.issues.map(({ path, message }) => invalid(path.map(String), `is wrong: ${message}`)) };
}
