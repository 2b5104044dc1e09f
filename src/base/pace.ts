import type { Clock } from './clock.ts';
import { Problem } from './errors.ts';
import { LANES, type Lane } from './work.ts';

/** What a system allows: `calls` starts in any `perMs` milliseconds, `concurrency` at once. */
export interface PaceLimits {
  readonly calls: number;
  readonly perMs: number;
  readonly concurrency: number;
}

/** What a system's own headers said of our budget; every part is optional because every system tells less. */
export interface BudgetReading {
  readonly limit?: number;
  readonly remaining?: number;
  readonly perMs?: number;
  readonly dailyLimit?: number;
  readonly dailyRemaining?: number;
}

/** The budget as it stands: calls left in the running window and when that window ends (ms since 1970). */
export interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly resetsAt: number | null;
  readonly dailyLimit: number | null;
  readonly dailyRemaining: number | null;
}

/** The gate in front of one connection: every call waits here for its turn, the most urgent lane first. */
export interface Pace {
  run<T>(lane: Lane, task: () => Promise<T>): Promise<T>;
  observe(reading: BudgetReading): void;
  /** Lets nothing start for so long: the system asked for it. */
  pause(ms: number): void;
  budget(): Budget;
  /** From now on refuses everything but what a caller waits for: work of our own is taken up again after the restart. */
  stop(): void;
}

/** What waits for its turn. */
interface Waiting {
  start(): void;
  refuse(problem: Problem): void;
}

const OUR_OWN: readonly Lane[] = ['notice', 'poll', 'backfill'];

/** Our clock and theirs never agree: the window is kept this much longer than the system says. */
const MARGIN_MS = 150;

/**
 * A sliding window, stricter than a bucket: whichever way the system cuts its windows, no more than `calls` fall into one.
 * The system's headers correct it when others spend the same budget.
 */
export function createPace(limits: PaceLimits, clock: Clock): Pace {
  const waiting: Record<Lane, Waiting[]> = { write: [], notice: [], read: [], poll: [], backfill: [] };
  const starts: number[] = [];
  let { calls, perMs } = limits;
  let running = 0;
  let pausedUntil = 0;
  let daily: Pick<Budget, 'dailyLimit' | 'dailyRemaining'> = { dailyLimit: null, dailyRemaining: null };
  let cancelWake: (() => void) | null = null;
  let stopped = false;

  function forgetOld(): void {
    const horizon = clock.now() - perMs - MARGIN_MS;
    while (starts[0] !== undefined && starts[0] <= horizon) starts.shift();
  }

  function wakeAt(time: number): void {
    cancelWake?.();
    cancelWake = clock.after(Math.max(1, time - clock.now()), pump);
  }

  function pump(): void {
    while (running < limits.concurrency) {
      const lane = LANES.find((name) => waiting[name].length > 0);
      if (!lane) return;
      forgetOld();
      if (pausedUntil > clock.now()) return wakeAt(pausedUntil);
      const oldest = starts[0];
      if (starts.length >= calls && oldest !== undefined) return wakeAt(oldest + perMs + MARGIN_MS + 1);
      starts.push(clock.now());
      running += 1;
      waiting[lane].shift()?.start();
    }
  }

  return {
    async run(lane, task) {
      if (stopped && OUR_OWN.includes(lane)) throw stopping();
      await new Promise<void>((start, refuse) => {
        waiting[lane].push({ start, refuse });
        pump();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        pump();
      }
    },
    observe(reading) {
      if (reading.limit !== undefined && reading.limit > 0) calls = Math.min(reading.limit, limits.calls);
      if (reading.perMs !== undefined && reading.perMs > 0) perMs = reading.perMs;
      if (reading.remaining !== undefined) {
        forgetOld();
        const spentByOthers = calls - reading.remaining - starts.length;
        for (let i = 0; i < spentByOthers; i++) starts.push(clock.now());
      }
      daily = {
        dailyLimit: reading.dailyLimit ?? daily.dailyLimit,
        dailyRemaining: reading.dailyRemaining ?? daily.dailyRemaining,
      };
    },
    stop() {
      stopped = true;
      for (const lane of OUR_OWN) for (const { refuse } of waiting[lane].splice(0)) refuse(stopping());
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
    budget() {
      forgetOld();
      const oldest = starts[0];
      return {
        limit: calls,
        remaining: Math.max(0, calls - starts.length),
        resetsAt: oldest === undefined ? null : oldest + perMs,
        ...daily,
      };
    },
  };
}

function stopping(): Problem {
  return new Problem('UNAVAILABLE', 'The gateway is shutting down', 'later');
}
