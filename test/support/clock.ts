import type { Clock } from '../../src/base/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves `ms` on; timers that fall due run one after the other at their own time, and what waited for each goes on before the next. */
  advance(ms: number): Promise<void>;
  /** Waits until a timer of `ms` (to `most`) milliseconds is set: the sign that the tested code waits. */
  timer(ms: number, most?: number): Promise<void>;
  /** Milliseconds until each timer that is set, soonest first. */
  pending(): number[];
}

interface Timer {
  readonly due: number;
  readonly ms: number;
  readonly fn: () => void;
}

/** A clock that shows `start` (default: 1 June 2025, noon UTC). */
export function createManualClock(start = Date.UTC(2025, 5, 1, 12)): ManualClock {
  let now = start;
  const timers = new Set<Timer>();
  const awaited = new Set<{ readonly fits: (timer: Timer) => boolean; readonly wake: () => void }>();

  const soonestFirst = () => [...timers].sort((a, b) => a.due - b.due);

  return {
    now: () => now,
    after(ms, fn) {
      const timer = { due: now + ms, ms, fn };
      timers.add(timer);
      for (const one of [...awaited].filter(({ fits }) => fits(timer))) {
        awaited.delete(one);
        one.wake();
      }
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (let next = soonestFirst()[0]; next && next.due <= end; next = soonestFirst()[0]) {
        timers.delete(next);
        now = Math.max(now, next.due);
        next.fn();
        await settled();
      }
      now = end;
    },
    timer(ms, most = ms) {
      const fits = (timer: Timer) => timer.ms >= ms && timer.ms <= most;
      if ([...timers].some(fits)) return Promise.resolve();
      return new Promise((wake) => awaited.add({ fits, wake }));
    },
    pending: () => soonestFirst().map(({ due }) => due - now),
  };
}

/** One turn of the event loop: every promise that can go on has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
