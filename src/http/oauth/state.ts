import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Vault } from '../../base/vault.ts';

/** What a person set out to do when the browser left for the system's page of consent. */
const Errand = z.object({
  workspace: z.string(),
  system: z.string(),
  actor: z.string().nullable(),
  actorName: z.string(),
  from: z.string().nullable(),
  redirectUri: z.string(),
  place: z.string().optional(),
  /** Ms since 1970. */
  until: z.number(),
});

/** The same, checked. */
export type Errand = z.output<typeof Errand>;

const Kept = Errand.extend({ browser: z.string() });
const PLACE = 'oauth state';

/** The errand as the `state` that goes to the system and comes back; nobody reads or changes it, and only the browser with that secret may finish it. */
export function sealErrand(vault: Vault, errand: Errand, browser: string): string {
  return vault.seal(JSON.stringify({ ...errand, browser: hashOf(browser) }), PLACE);
}

/** The errand of a state that we made, for this browser, not too long ago; else null. */
export function openErrand(vault: Vault, state: string, browser: string, now: number): Errand | null {
  const text = opened(vault, state);
  if (text === null) return null;
  const { browser: hash, ...errand } = Kept.parse(JSON.parse(text));
  const isSame = timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(browser)));
  return isSame && errand.until > now ? errand : null;
}

function opened(vault: Vault, state: string): string | null {
  try {
    return vault.open(state, PLACE);
  } catch {
    // Whatever is wrong with it, it is none of ours; the person is told to begin anew.
    return null;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
