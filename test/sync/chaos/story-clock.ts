import { createFastClock, type FastClock } from '../../support/fast-clock.ts';
import { createJumpClock } from '../../support/jump-clock.ts';

/** A clock that several processes share, and later one alone. */
export interface StoryClock extends FastClock {
  /** The other processes are gone: time stands still while this one works, and jumps when it does not. */
  jumpFromNowOn(): void;
}

/** Runs `speed` times as fast as the real one at first, like any other with the same start. */
export function createStoryClock(speed: number, start: number): StoryClock {
  let current: FastClock = createFastClock(speed, start);
  return {
    now: () => current.now(),
    after: (ms, fn) => current.after(ms, fn),
    leap: (ms) => current.leap(ms),
    jumpFromNowOn() {
      current = createJumpClock(current.now());
    },
  };
}
