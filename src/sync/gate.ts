import type { Kind } from '../model/kind.ts';
import type { Store } from '../store/store.ts';
import { isWaitingForPlan } from './plan.ts';

/** The setting that says when the last complete pass over a kind began. */
export function feedKey(system: string, kind: Kind): string {
  return `feed:${system}:${kind}`;
}

/** How long a creation waits for the first pass over its system, unless that ends before. */
export const PUT_OFF_MS = 24 * 3_600_000;

/** What the engine may do of its own accord, so that nothing is made twice in a system that was not read to its end yet. */
export interface Gate {
  /** True once the first pass over the kind in that system is complete: what comes from then on is news. */
  knows(system: string, kind: Kind): boolean;
  /** When the last complete pass over it began (ms since 1970); null before the first. */
  knownSince(system: string, kind: Kind): number | null;
  /** True while a plan waits for a person: then nothing is admitted. */
  readonly waiting: boolean;
  /** True once things of that kind may be created there. */
  admits(system: string, kind: Kind): boolean;
}

/** Reads how far the first passes are, in one statement. */
export async function openGate(tx: Store): Promise<Gate> {
  const feeds = await tx.settings.list('feed:');
  const knows = (system: string, kind: Kind) => feeds.has(feedKey(system, kind));
  const knownSince = (system: string, kind: Kind) => {
    const since = feeds.get(feedKey(system, kind));
    return typeof since === 'number' ? since : null;
  };
  const waiting = await isWaitingForPlan(tx);
  const admits = (system: string, kind: Kind) => !waiting && knows(system, kind) && knows(system, 'contact');
  return { knows, knownSince, waiting, admits };
}
