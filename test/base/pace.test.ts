import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../src/base/pace.ts';
import { LANES, type Lane } from '../../src/base/work.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';

/** Longer than any window here, with its margin. */
const LONG = 60_000;
const roomy = { calls: 1000, perMs: 1000, concurrency: 1000 };

/** Starts so many tasks and notes when each began. */
function start(pace: Pace, clock: ManualClock, count: number, starts: number[], lane: Lane = 'read'): Promise<void>[] {
  return Array.from({ length: count }, () => pace.run(lane, async () => void starts.push(clock.now())));
}

/** A task that ends when `finish` is called. */
function held(): { task: () => Promise<void>; finish: () => void } {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { task: () => ended, finish: () => finish() };
}

describe('the window', () => {
  it('lets the allowed number of calls start at once and the next when the first has left the window', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 3, perMs: 1000, concurrency: 10 }, clock);
    const starts: number[] = [];

    const tasks = start(pace, clock, 4, starts);
    await clock.advance(1000);
    const within = [...starts];
    await clock.advance(1000);
    await Promise.all(tasks);

    expect(within).toEqual([0, 0, 0]);
    expect(starts[3]).toBeGreaterThan(1000);
  });

  it('is kept wherever the system cuts it, whenever calls come, and nobody is left waiting', async () => {
    const arrivals = fc.array(fc.record({ wait: fc.nat(400), count: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 12,
    });
    const limits = fc.record({
      calls: fc.integer({ min: 1, max: 5 }),
      perMs: fc.integer({ min: 1, max: 1000 }),
      concurrency: fc.integer({ min: 1, max: 4 }),
    });

    await fc.assert(
      fc.asyncProperty(limits, arrivals, async (given, groups) => {
        const clock = createManualClock();
        const pace = createPace(given, clock);
        const starts: number[] = [];
        const tasks: Promise<void>[] = [];
        for (const { wait, count } of groups) {
          await clock.advance(wait);
          tasks.push(...start(pace, clock, count, starts));
        }
        await clock.advance(tasks.length * (given.perMs + 200));
        const busiest = starts.map((from) => starts.filter((at) => at >= from && at < from + given.perMs).length);

        expect(starts).toHaveLength(tasks.length);
        expect(Math.max(0, ...busiest)).toBeLessThanOrEqual(given.calls);
      }),
      { numRuns: 40 },
    );
  });
});

describe('concurrency', () => {
  it('is never exceeded, and a place is free again when a task ends or fails', async () => {
    const clock = createManualClock();
    const pace = createPace({ ...roomy, concurrency: 2 }, clock);
    const [first, second] = [held(), held()];
    const began: string[] = [];
    const run = (name: string, task: () => Promise<void>) =>
      pace.run('read', () => {
        began.push(name);
        return task();
      });

    const running = [run('a', first.task), run('b', second.task), run('c', () => Promise.reject(new Error('no')))];
    const last = run('d', async () => undefined);
    const failed = expect(running[2]).rejects.toThrow('no');
    await clock.advance(0);
    const before = [...began];
    first.finish();
    await Promise.all([running[0], failed, last]);
    second.finish();

    expect(before).toEqual(['a', 'b']);
    expect(began).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('lanes', () => {
  it('are served in the order of their urgency, each in the order of arrival', async () => {
    const clock = createManualClock();
    const pace = createPace({ ...roomy, concurrency: 1 }, clock);
    const first = held();
    const order: string[] = [];
    const reversed = [...LANES].reverse();

    const running = pace.run('backfill', first.task);
    const waiting = ['1', '2'].flatMap((nth) =>
      reversed.map((lane) => pace.run(lane, async () => void order.push(`${lane} ${nth}`))),
    );
    first.finish();
    await Promise.all([running, ...waiting]);

    expect(order).toEqual(LANES.flatMap((lane) => [`${lane} 1`, `${lane} 2`]));
  });

  it('a write that comes late still goes before reads that wait for the window', async () => {
    const clock = createManualClock();
    const pace = createPace({ calls: 1, perMs: 1000, concurrency: 5 }, clock);
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);

    await pace.run('read', note('first'));
    const late = [pace.run('read', note('read')), pace.run('write', note('write'))];
    await clock.advance(LONG);
    await Promise.all(late);

    expect(order).toEqual(['first', 'write', 'read']);
  });
});

describe('the reserve', () => {
  it('keeps one place free for the others while poll and backfill hold all they may', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 100, perMs: 10_000, concurrency: 3 }, clock);
    const [first, second] = [held(), held()];
    const began: string[] = [];
    const run = (lane: Lane, task: () => Promise<void>) =>
      pace.run(lane, () => {
        began.push(lane);
        return task();
      });

    const slow = [run('backfill', first.task), run('poll', second.task), run('backfill', async () => undefined)];
    await clock.advance(1000);
    const before = [...began];
    await run('write', async () => undefined);
    first.finish();
    second.finish();
    await clock.advance(LONG);
    await Promise.all(slow);

    expect(before).toEqual(['backfill', 'poll']);
    expect(began).toEqual(['backfill', 'poll', 'write', 'backfill']);
  });

  it('makes a write wait for one slot at most, whenever it comes, and never breaks the window', async () => {
    const waits = fc.array(fc.integer({ min: 50, max: 700 }), { minLength: 20, maxLength: 60 });
    const limits = fc.constantFrom(
      { calls: 100, perMs: 10_000, concurrency: 10 },
      { calls: 25, perMs: 10_000, concurrency: 10 },
      { calls: 10, perMs: 2500, concurrency: 2 },
      { calls: 9, perMs: 1000, concurrency: 6 },
    );

    await fc.assert(
      fc.asyncProperty(limits, waits, async (given, pauses) => {
        const clock = createManualClock(0);
        const pace = createPace(given, clock);
        const [starts, waited]: [number[], number[]] = [[], []];
        const backfill = start(pace, clock, given.calls * 6, starts, 'backfill');
        for (const pause of pauses) {
          const asked = clock.now() + pause;
          await clock.advance(pause);
          const written = pace.run('write', async () => {
            starts.push(clock.now());
            waited.push(clock.now() - asked);
          });
          await clock.advance(given.perMs);
          await written;
        }
        await clock.advance(given.perMs * 12);
        await Promise.all(backfill);
        const busiest = starts.map((from) => starts.filter((at) => at >= from && at < from + given.perMs).length);

        expect(Math.max(...waited)).toBeLessThanOrEqual((given.perMs + 150) / (given.calls - 1) + 2);
        expect(Math.max(...busiest)).toBeLessThanOrEqual(given.calls);
      }),
      { numRuns: 25 },
    );
  });

  it('serves more writes than it holds one slot after the other, not a window later', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 100, perMs: 10_000, concurrency: 10 }, clock);
    const [backfill, writes]: [number[], number[]] = [[], []];

    const running = start(pace, clock, 300, backfill, 'backfill');
    await clock.advance(15_000);
    const wanted = start(pace, clock, 20, writes, 'write');
    await clock.advance(2500);
    await Promise.all(wanted);
    await clock.advance(LONG);
    await Promise.all(running);

    expect(writes).toHaveLength(20);
  });

  it('costs a backfill a twentieth of the calls, and follows a limit that the headers lower', async () => {
    const perWindow = async (observed: { limit: number } | null) => {
      const clock = createManualClock(0);
      const pace = createPace({ calls: 100, perMs: 10_000, concurrency: 10 }, clock);
      if (observed) pace.observe(observed);
      const starts: number[] = [];
      const tasks = start(pace, clock, 400, starts, 'backfill');
      await clock.advance(60_000);
      const inWindow = starts.filter((at) => at >= 20_000 && at < 30_150).length;
      await clock.advance(600_000);
      await Promise.all(tasks);
      return inWindow;
    };

    expect(await perWindow(null)).toBe(95);
    expect(await perWindow({ limit: 25 })).toBe(24);
  });

  it('is nothing where one call or one place is all there is', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 1, perMs: 1000, concurrency: 1 }, clock);
    const starts: number[] = [];

    const tasks = start(pace, clock, 2, starts, 'backfill');
    await clock.advance(LONG);
    await Promise.all(tasks);

    expect(starts).toEqual([0, 1150]);
  });
});

describe("the day's calls", () => {
  const day = { dailyLimit: 1000, dailyRemaining: 50 };

  it('are left to the others when a twentieth remains: poll and backfill are refused, also those that wait', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 1, perMs: 1000, concurrency: 1 }, clock);
    const first = held();
    const running = pace.run('read', first.task);
    const waiting = [pace.run('poll', async () => undefined), pace.run('backfill', async () => undefined)];

    pace.observe(day);
    const outcomes = Promise.allSettled(waiting);
    const write = pace.run('write', async () => 'written');
    first.finish();
    await clock.advance(LONG);
    const later = pace.run('backfill', async () => undefined);

    const refusal = { code: 'RATE_LIMITED', retry: { afterMs: expect.any(Number) } };
    expect(await outcomes).toMatchObject([{ reason: refusal }, { reason: refusal }]);
    await expect(later).rejects.toMatchObject({ code: 'RATE_LIMITED', retry: { afterMs: 3_600_000 - LONG } });
    expect(await write).toBe('written');
    await running;
  });

  it('are looked at again by one call in an hour, and by all when the system says that there are more', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 100, perMs: 1000, concurrency: 10 }, clock);
    const ended = async (count: number) => {
      const outcomes = Promise.allSettled(start(pace, clock, count, [], 'poll'));
      await clock.advance(1000);
      return (await outcomes).filter(({ status }) => status === 'fulfilled').length;
    };

    pace.observe(day);
    const spent = await ended(3);
    await clock.advance(3_600_000);
    const looks = await ended(3);
    pace.observe({ dailyLimit: 1000, dailyRemaining: 999 });
    const renewed = await ended(3);

    expect([spent, looks, renewed]).toEqual([0, 1, 3]);
  });
});

describe("the system's own headers", () => {
  it('make room for what others spend of the same budget', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 10, perMs: 1000, concurrency: 10 }, clock);
    const starts: number[] = [];

    await Promise.all(start(pace, clock, 1, starts));
    pace.observe({ limit: 10, remaining: 2, perMs: 1000 });
    const tasks = start(pace, clock, 4, starts);
    await clock.advance(500);
    const within = starts.length;
    await clock.advance(LONG);
    await Promise.all(tasks);

    expect(within).toBe(3);
    expect(starts).toHaveLength(5);
  });

  it('lower the limit and lengthen the window, but never raise the limit over ours', async () => {
    const clock = createManualClock();
    const pace = createPace({ calls: 10, perMs: 1000, concurrency: 10 }, clock);

    pace.observe({ limit: 3, perMs: 5000 });
    const lowered = pace.budget().limit;
    pace.observe({ limit: 500 });

    expect([lowered, pace.budget().limit]).toEqual([3, 10]);
  });

  it('are ignored where they make no sense', () => {
    const pace = createPace({ calls: 10, perMs: 1000, concurrency: 10 }, createManualClock());

    pace.observe({ limit: 0, perMs: 0 });
    pace.observe({ limit: -1, perMs: -5 });

    expect(pace.budget()).toMatchObject({ limit: 10, remaining: 10 });
  });

  it('show in the budget, the daily one beside it', async () => {
    const clock = createManualClock();
    const pace = createPace({ calls: 10, perMs: 1000, concurrency: 10 }, clock);
    const untouched = pace.budget();

    await Promise.all(start(pace, clock, 4, []));
    pace.observe({ dailyLimit: 200_000, dailyRemaining: 1234 });
    pace.observe({ remaining: 6 });

    expect(untouched).toEqual({
      limit: 10,
      perMs: 1000,
      remaining: 10,
      resetsAt: null,
      dailyLimit: null,
      dailyRemaining: null,
    });
    expect(pace.budget()).toEqual({
      limit: 10,
      perMs: 1000,
      remaining: 6,
      resetsAt: clock.now() + 1000,
      dailyLimit: 200_000,
      dailyRemaining: 1234,
    });
  });
});

describe('a pause', () => {
  it('lets nothing start before it is over, and a shorter one does not end it', async () => {
    const clock = createManualClock(0);
    const pace = createPace(roomy, clock);
    const starts: number[] = [];

    pace.pause(5000);
    pace.pause(1000);
    const tasks = start(pace, clock, 2, starts, 'write');
    await clock.advance(LONG);
    await Promise.all(tasks);

    expect(starts).toEqual([5000, 5000]);
  });

  it('also holds what was waiting before it began', async () => {
    const clock = createManualClock(0);
    const pace = createPace({ calls: 1, perMs: 1000, concurrency: 5 }, clock);
    const starts: number[] = [];

    const tasks = start(pace, clock, 2, starts);
    pace.pause(9000);
    await clock.advance(LONG);
    await Promise.all(tasks);

    expect(starts).toEqual([0, 9000]);
  });
});

describe('a gateway that ends', () => {
  const OUR_OWN: readonly Lane[] = ['notice', 'poll', 'backfill'];
  const refusal = { code: 'UNAVAILABLE', message: 'The gateway is shutting down', retry: 'later' };

  /** One call of each lane, begun while the only place is taken; true for those that are let in. */
  async function letIn(act: (pace: Pace) => void): Promise<Record<string, boolean>> {
    const clock = createManualClock(0);
    const pace = createPace({ ...roomy, concurrency: 1 }, clock);
    const { task, finish } = held();
    const first = pace.run('write', task);
    const waiting = LANES.map((lane) => pace.run(lane, async () => true).catch((error: unknown) => error));
    act(pace);
    const late = LANES.map((lane) => pace.run(lane, async () => true).catch((error: unknown) => error));
    finish();
    await first;
    await clock.advance(LONG);
    const outcomes = await Promise.all(waiting);
    expect(await Promise.all(late)).toEqual(outcomes);
    for (const outcome of outcomes) if (outcome !== true) expect(outcome).toMatchObject(refusal);
    return Object.fromEntries(LANES.map((lane, i) => [lane, outcomes[i] === true]));
  }

  it('refuses its own work at first, what waits and what comes, and lets callers in', async () => {
    expect(await letIn((pace) => pace.stop())).toEqual(
      Object.fromEntries(LANES.map((lane) => [lane, !OUR_OWN.includes(lane)])),
    );
  });

  it('refuses everybody in the end', async () => {
    const nobody = Object.fromEntries(LANES.map((lane) => [lane, false]));

    expect(await letIn((pace) => pace.end())).toEqual(nobody);
    expect(await letIn((pace) => [pace.stop(), pace.end()])).toEqual(nobody);
  });
});
