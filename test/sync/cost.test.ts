import { describe, expect, it } from 'vitest';
import type { Budget } from '../../src/base/budget.ts';
import { type Costs, foresee, sweepCalls } from '../../src/sync/cost.ts';

const QUARTER_MS = 15 * 60_000;

const budget: Budget = {
  limit: 100,
  perMs: 10_000,
  remaining: 100,
  resetsAt: null,
  dailyLimit: null,
  dailyRemaining: null,
};

describe('the calls of one part of a sweep', () => {
  it('are a fifth of what runs may use in one interval', () => {
    const calls = sweepCalls(budget, QUARTER_MS);

    // 95 in 10.15 s.
    expect(calls).toBe(Math.floor(Math.floor(900 / (10.15 / 95)) / 5));
  });

  it('are less where the day allows less, and grow with the interval', () => {
    const daily = { ...budget, dailyLimit: 200_000 };

    expect(sweepCalls(daily, QUARTER_MS)).toBe(395);
    expect(sweepCalls(daily, 4 * QUARTER_MS)).toBe(1583);
  });

  it('are at least one', () => {
    expect(sweepCalls({ ...budget, limit: 1, perMs: 60_000 }, 30_000)).toBe(1);
  });
});

describe('an estimate', () => {
  const costs: Costs = {
    full: { calls: 200, ms: 1000, page: 100, records: 400 },
    changes: { calls: 3, ms: 600_000, page: 1, records: 400 },
    begun: null,
  };
  const outlook = { costs, whole: true, continued: false, held: 400, mostCalls: Number.POSITIVE_INFINITY, budget };

  it('of reading everything is what the last time cost, more where more is held', () => {
    expect(foresee(outlook)?.calls).toBe(200);
    expect(foresee({ ...outlook, held: 600 })?.calls).toBe(300);
  });

  it('of reading changes is what the last time cost, whatever is held', () => {
    expect(foresee({ ...outlook, whole: false, held: 600 })).toEqual({ calls: 3, ms: 600_000 });
  });

  it('takes as long as the budget makes it take, where the last time was faster', () => {
    // The first six go at once.
    expect(foresee(outlook)?.ms).toBe(Math.round((199 - 5) * (10_150 / 95)));
  });

  it('of a sweep in parts is that of its next part, in whole pages', () => {
    const begun = { calls: 150, ms: 500, page: 100, records: 0 };

    expect(foresee({ ...outlook, mostCalls: 199 })?.calls).toBe(100);
    expect(foresee({ ...outlook, mostCalls: 20 })?.calls).toBe(100);
    expect(foresee({ ...outlook, mostCalls: 199, continued: true, costs: { ...costs, begun } })?.calls).toBe(50);
  });

  it('is none where no such pass has ended', () => {
    expect(foresee({ ...outlook, costs: { full: null, changes: null, begun: null } })).toBeNull();
  });
});
