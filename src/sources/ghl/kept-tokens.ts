import { z } from 'zod';
import { Problem } from '../../base/errors.ts';
import type { Value } from '../../model/kind.ts';

const Access = z.object({ access: z.string().min(1), until: z.number() });
const Renewable = Access.extend({ refresh: z.string().min(1) });

/** An access token and when it ends (ms since 1970). */
export type Access = z.output<typeof Access>;
/** One with the refresh token that stands for the next pair. */
export type Renewable = z.output<typeof Renewable>;

const OfLocation = z.object({ location: Renewable });
const OfCompany = z.object({
  company: Renewable.extend({ id: z.string().min(1) }),
  location: Access.extend({ id: z.string().min(1) }),
});
const Kept = z.union([OfCompany, OfLocation]);

/** A company's (agency's) tokens, and the one of a location that was made with them: that has no refresh token of its own. */
export type OfCompany = z.output<typeof OfCompany>;
/** What a grant is kept as: a location's own tokens, or those of its company. */
export type Kept = z.output<typeof Kept>;

/** Reads what was kept; what cannot be read is of no use any more. */
export function keptOf(tokens: Value): Kept {
  const kept = Kept.safeParse(tokens);
  if (kept.success) return kept.data;
  const message = 'What is kept of the access to HighLevel cannot be read; connect HighLevel anew';
  throw new Problem('UNAUTHORIZED', message, 'never', { system: 'ghl' });
}

/** The token that a location's calls are made with. */
export function accessOf(tokens: Value): string {
  return keptOf(tokens).location.access;
}

/** When that token ends (ms since 1970). */
export function expiresAt(tokens: Value): number {
  return keptOf(tokens).location.until;
}
