import { performance } from 'node:perf_hooks';
import type { FastClock } from './fast-clock.ts';

/** Turns of the event loop without any news from outside after which nobody in this process is at work. */
const QUIET_TURNS = 20;

interface Timer {
  readonly at: number;
  readonly fn: () => void;
}

/**
 * A clock that stands still while anybody in this process works and jumps to the next timer when nobody does: hours of backing off
 * pass in milliseconds, and a pace is kept to the millisecond however slow the machine is. For a world of one process only.
 */
export function createJumpClock(start = Date.UTC(2027, 0, 11, 9)): FastClock {
  const timers = new Set<Timer>();
  let now = start;
  let watching = false;

  const next = () =>
    [...timers].reduce<Timer | null>((soonest, one) => (soonest && soonest.at <= one.at ? soonest : one), null);

  function fire(timer: Timer): void {
    timers.delete(timer);
    now = Math.max(now, timer.at);
    timer.fn();
  }

  async function watch(): Promise<void> {
    for (let timer = next(); timer; timer = next()) {
      await quiet();
      // What came meanwhile may have cancelled it, or set an earlier one.
      timer = next();
      if (timer) fire(timer);
    }
    watching = false;
  }

  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + Math.max(0, ms), fn };
      timers.add(timer);
      if (!watching) {
        watching = true;
        void watch();
      }
      return () => timers.delete(timer);
    },
    leap(ms) {
      const end = now + ms;
      for (let timer = next(); timer && timer.at <= end; timer = next()) fire(timer);
      now = end;
    },
  };
}

/** Resolves when the event loop has gone round a number of times and nothing came in from any socket or process. */
async function quiet(): Promise<void> {
  let seen = events();
  for (let turns = 0; turns < QUIET_TURNS; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = events();
    if (now !== seen) turns = -1;
    seen = now;
  }
}

function events(): number {
  return performance.nodeTiming.uvMetricsInfo.events;
}
