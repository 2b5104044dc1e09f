import { type Clock, systemClock } from '../../src/base/clock.ts';

/** A clock on which time passes faster, so that paces and backoffs take a fraction of their time; and which can leap. */
export interface FastClock extends Clock {
  /** Lets so many milliseconds pass at once: what falls due in them is called now, in order. */
  leap(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly fn: () => void;
  cancel: () => void;
}

/** Runs `speed` times as fast as the real one, from `start` on: two processes with the same start show the same time. */
export function createFastClock(speed = 8, start = systemClock.now()): FastClock {
  const timers = new Set<Timer>();
  let leapt = 0;
  const now = () => Math.floor(start + leapt + (systemClock.now() - start) * speed);

  function arm(timer: Timer): void {
    timer.cancel();
    timer.cancel = systemClock.after(Math.max(0, (timer.at - now()) / speed), () => {
      timers.delete(timer);
      timer.fn();
    });
  }

  return {
    now,
    after(ms, fn) {
      const timer: Timer = { at: now() + ms, fn, cancel: () => undefined };
      timers.add(timer);
      arm(timer);
      return () => {
        timer.cancel();
        timers.delete(timer);
      };
    },
    leap(ms) {
      leapt += ms;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) arm(timer);
    },
  };
}
