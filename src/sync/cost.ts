import { type Budget, patientCalls, patientMs } from '../base/budget.ts';
import type { Kind } from '../model/kind.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';

/** What a pass cost, its dearest page, and how many records were held at its end. A type, because settings hold no interfaces. */
export type Cost = {
  readonly calls: number;
  readonly ms: number;
  readonly page: number;
  readonly records: number;
};

/** What the last passes over one kind of one system cost; null where none has ended, or none in one piece that we know of. */
export interface Costs {
  /** The last one that read everything, all its parts together. */
  readonly full: Cost | null;
  /** The last one that asked for changes only. */
  readonly changes: Cost | null;
  /** The parts so far of one that is to be continued. */
  readonly begun: Cost | null;
}

const NONE: Costs = { full: null, changes: null, begun: null };

/** A pass that must ask contact by contact leaves the rest of what its interval allows to everything else. */
const SWEEP_SHARE = 0.2;

/** What the passes over that kind cost so far. */
export async function costsOf(store: Store, system: string, kind: Kind): Promise<Costs> {
  return ((await store.settings.get(costKey(system, kind))) as unknown as Costs | undefined) ?? NONE;
}

/** What a pass under way costs. */
export interface Bill {
  /** To be asked behind every page: would another one as dear as the dearest make it more than `most` calls? */
  wouldExceed(most: number): boolean;
  /** Remembers the pass as the first part of one to be continued. */
  breakOff(): Promise<void>;
  /** Remembers the pass, which ended with so many records held. */
  close(records: number): Promise<void>;
}

/** How a pass begins. `spent` counts the calls of its run. */
export interface Beginning {
  readonly spent: () => number;
  readonly whole: boolean;
  readonly continued: boolean;
}

/** Opens the bill of a pass. What a part that fails has cost is never known, and so neither what the whole costs. */
export async function openBill(
  { store, clock }: Pick<SyncContext, 'store' | 'clock'>,
  system: string,
  kind: Kind,
  { spent, whole, continued }: Beginning,
): Promise<Bill> {
  const costs = await costsOf(store, system, kind);
  const earlier = whole && continued ? costs.begun : { calls: 0, ms: 0, page: 0 };
  if (costs.begun) await remember({ begun: null });
  const [before, startedAt] = [spent(), clock.now()];
  let [pageFrom, dearest] = [before, 0];

  async function remember(news: Partial<Costs>): Promise<void> {
    const { full, changes, begun } = { ...costs, begun: null, ...news };
    await store.settings.put(costKey(system, kind), { full, changes, begun });
  }

  function total(records: number): Cost | null {
    if (earlier === null) return null;
    const [calls, ms] = [spent() - before, clock.now() - startedAt];
    return { calls: earlier.calls + calls, ms: earlier.ms + ms, page: Math.max(earlier.page, dearest), records };
  }

  return {
    wouldExceed(most) {
      dearest = Math.max(dearest, spent() - pageFrom);
      pageFrom = spent();
      return pageFrom - before + dearest > most;
    },
    breakOff: () => remember({ begun: total(0) }),
    close: (records) => remember(whole ? { full: total(records) ?? costs.full } : { changes: total(records) }),
  };
}

function costKey(system: string, kind: Kind): string {
  return `cost:${system}:${kind}`;
}

/** The most calls one part of a sweep may make when it is polled every `everyMs`. */
export function sweepCalls(budget: Budget | null, everyMs: number): number {
  return budget === null
    ? Number.POSITIVE_INFINITY
    : Math.max(1, Math.floor(patientCalls(budget, everyMs) * SWEEP_SHARE));
}

/** What is known of a pass about to start. */
export interface Outlook {
  readonly costs: Costs;
  /** Will everything be read, or what changed? */
  readonly whole: boolean;
  /** Does it go on where a part of it ended? */
  readonly continued: boolean;
  /** Records held now. */
  readonly held: number;
  /** It breaks off, to be continued, before it makes more calls than that; but not within a page. */
  readonly mostCalls: number;
  readonly budget: Budget | null;
}

/** Calls and milliseconds a pass will take if it goes as the last one did; null where there was none to judge by. */
export function foresee({
  costs,
  whole,
  continued,
  held,
  mostCalls,
  budget,
}: Outlook): Pick<Cost, 'calls' | 'ms'> | null {
  const last = whole ? costs.full : costs.changes;
  if (last === null) return null;
  const growth = whole && last.records > 0 ? held / last.records : 1;
  const done = continued ? (costs.begun?.calls ?? 0) : 0;
  const left = Math.max(Math.sign(last.calls), Math.round(last.calls * growth) - done);
  const inPages = last.page > 0 ? Math.max(1, Math.floor(mostCalls / last.page)) * last.page : mostCalls;
  const calls = Math.min(left, inPages);
  const asLast = last.calls === 0 ? last.ms : (last.ms * calls) / last.calls;
  return { calls, ms: Math.round(Math.max(asLast, budget === null ? 0 : patientMs(budget, calls))) };
}
