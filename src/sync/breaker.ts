import type { Kind } from '../model/kind.ts';
import { policyOf } from '../model/policy.ts';
import type { Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import type { Ledger } from './ledger.ts';
import { readPolicies } from './policies.ts';

/** A share of a kind's records that may go within an hour before nobody believes it any more; a few may always. */
const MOST_GONE = 0.2;
const FEW = 5;
const HOUR_MS = 3_600_000;

/** How many of so many records may go at once. */
export function mostGone(held: number): number {
  return Math.max(FEW, Math.floor(held * MOST_GONE));
}

/** What one reading says of records that are gone. */
export interface Departures {
  readonly system: string;
  readonly kind: Kind;
  readonly news: readonly Snapshot[];
  readonly before: ReadonlyMap<string, Snapshot>;
}

interface Count {
  readonly since: number;
  readonly gone: number;
}

/**
 * True if more is gone within the hour than a share of what the system holds: then the deletions are noted, but take nothing
 * away in other systems, and an alert says so. Counts only where a policy would pass deletions on.
 */
export async function breakerTripped(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { system, kind, news, before }: Departures,
): Promise<boolean> {
  const gone = news.filter(({ recordId, deletedAt }) => deletedAt !== null && before.get(recordId)?.deletedAt === null);
  if (gone.length === 0 || policyOf(await readPolicies(tx), system, kind).deletes === 'ignore') return false;
  const key = `gone:${system}:${kind}`;
  const now = context.clock.now();
  const known = (await tx.settings.get(key)) as unknown as Count | undefined;
  const count = known && now - known.since < HOUR_MS ? known : { since: now, gone: 0 };
  await tx.settings.put(key, { since: count.since, gone: count.gone + gone.length });
  const limit = mostGone((await tx.snapshots.count(system, kind)) + count.gone);
  if (count.gone + gone.length <= limit) return false;
  if (count.gone <= limit) {
    const message = `More than ${limit} ${kind}s were deleted in ${system} within an hour; the other systems keep theirs until a person decides`;
    ledger.event('ALERT', null, { system, message, reason: 'massDelete' });
  }
  return true;
}
