import { z } from 'zod';
import { Condition, holds, inWords, type Subject } from './condition.ts';
import { KINDS, type Kind } from './kind.ts';

/** Is what is new elsewhere created in a system: always, only where a condition holds, or never? */
export const SPREAD_MODES = ['always', 'rule', 'never'] as const;
/** What a deletion in a system means: it is only noted there, takes the entity away, or takes it away in every system. */
export const DELETE_MODES = ['ignore', 'archive', 'delete'] as const;

/** How one kind is kept in step with one system; data that an operator sets. */
export interface Policy {
  readonly system: string;
  readonly kind: Kind;
  readonly spread: (typeof SPREAD_MODES)[number];
  /** Asked where `spread` is 'rule'; null: never holds. */
  readonly when: Condition | null;
  readonly deletes: (typeof DELETE_MODES)[number];
}

/** Reads a policy that came from outside or from the store. */
export const Policy: z.ZodType<Policy> = z.strictObject({
  system: z.string(),
  kind: z.enum(KINDS),
  spread: z.enum(SPREAD_MODES),
  when: Condition.nullable(),
  deletes: z.enum(DELETE_MODES),
});

/**
 * What holds where nobody decided otherwise: everything new is created everywhere. A person or a tag that one system drops
 * stays in the others; a task, note or appointment that was deleted is deleted everywhere.
 */
export function defaultPolicy(system: string, kind: Kind): Policy {
  return {
    system,
    kind,
    spread: 'always',
    when: null,
    deletes: kind === 'contact' || kind === 'tag' ? 'ignore' : 'delete',
  };
}

/** The policy for that kind in that system. */
export function policyOf(policies: readonly Policy[], system: string, kind: Kind): Policy {
  return policies.find((policy) => policy.system === system && policy.kind === kind) ?? defaultPolicy(system, kind);
}

/** True if such an entity belongs into the policy's system. */
export function belongs(policy: Policy, subject: Subject): boolean {
  if (policy.spread === 'rule') return policy.when !== null && holds(policy.when, subject);
  return policy.spread === 'always';
}

/** Why it does not belong there, for people. */
export function whyNot(policy: Policy): string {
  if (policy.spread === 'never' || policy.when === null) return `the policy creates no ${policy.kind}s there`;
  return `the policy creates ${policy.kind}s there only where ${inWords(policy.when)}`;
}
