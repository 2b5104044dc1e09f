import { MOST_PER_HOUR } from '../model/rule.ts';
import type { KeptRule } from '../store/rule-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { ledgerOf } from './rule-fire.ts';

const HOUR_MS = 3_600_000;

/** Counts what rules fire; made anew for each round of work. */
export interface Brake {
  /** May the rule fire once more? If that were too often within an hour, it is paused and an alert says so: then never again in this round. */
  allows(tx: Store, kept: KeptRule): Promise<boolean>;
}

/** A brake that has counted nothing yet. */
export function createBrake(context: SyncContext): Brake {
  const counts = new Map<string, number>();
  const paused = new Set<string>();

  async function countOf(tx: Store, { rule, resumedAt }: KeptRule): Promise<number> {
    const since = Math.max(context.clock.now() - HOUR_MS, resumedAt);
    return counts.get(rule.id) ?? (await tx.firings.countSince(rule.id, since));
  }

  return {
    async allows(tx, kept) {
      const { rule } = kept;
      if (paused.has(rule.id)) return false;
      const count = await countOf(tx, kept);
      counts.set(rule.id, count + 1);
      const most = rule.mostPerHour ?? MOST_PER_HOUR;
      if (count < most) return true;
      paused.add(rule.id);
      await tx.rules.pause(rule.id, context.clock.now());
      const ledger = ledgerOf(context, rule, context.newId('cor'));
      const message = `The rule "${rule.name}" fired ${most} times within an hour and is paused; look at what it does, then go on with updateRule and enabled: true`;
      ledger.event('ALERT', null, { message });
      await ledger.flush(tx);
      return false;
    },
  };
}
