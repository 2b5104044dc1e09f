import {
  type Budget,
  type BudgetReading,
  isDaySpent,
  isPatient,
  MARGIN_MS,
  type PaceLimits,
  patientShare,
} from './budget.ts';
import type { Clock } from './clock.ts';
import { Problem } from './errors.ts';
import { LANES, type Lane } from './work.ts';

/**
 * The gate in front of one connection: every call waits here for its turn, the most urgent lane first. The patient lanes leave
 * a reserve to the others, so that a caller waits for one call of theirs at most.
 */
export interface Pace {
  /** Rejects a patient call with RATE_LIMITED, unsent, while what is left of the day's calls is the callers'. */
  run<T>(lane: Lane, task: () => Promise<T>): Promise<T>;
  observe(reading: BudgetReading): void;
  /** Lets nothing start for so long: the system asked for it. */
  pause(ms: number): void;
  budget(): Budget;
  /** From now on refuses everything but what a caller waits for: work of our own is taken up again after the restart. */
  stop(): void;
  /** From now on refuses everything, also what waits: the gateway ends in a moment. */
  end(): void;
}

/** What waits for its turn. */
interface Waiting {
  start(): void;
  refuse(problem: Problem): void;
}

const OUR_OWN: readonly Lane[] = ['notice', 'poll', 'backfill'];

/** Nobody says when a spent day ends: one patient call may look in so long. */
const LOOK_AGAIN_MS = 3_600_000;

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
  /** When the next patient call starts if all are spread evenly. */
  let evenAt = 0;
  let daily: Pick<Budget, 'dailyLimit' | 'dailyRemaining'> = { dailyLimit: null, dailyRemaining: null };
  let dayToldAt = 0;
  let cancelWake: (() => void) | null = null;
  let refused: readonly Lane[] = [];

  function forgetOld(): void {
    const horizon = clock.now() - perMs - MARGIN_MS;
    while (starts[0] !== undefined && starts[0] <= horizon) starts.shift();
  }

  function wakeAt(time: number): void {
    cancelWake?.();
    cancelWake = clock.after(Math.max(1, time - clock.now()), pump);
  }

  function pump(): void {
    for (;;) {
      const lane = LANES.find((name) => waiting[name].length > 0);
      if (!lane) return;
      const patient = isPatient(lane);
      if (patient && isDaySpent(daily) && clock.now() < dayToldAt + LOOK_AGAIN_MS) return refusePatient();
      const share = patient ? patientShare({ calls, perMs, concurrency: limits.concurrency }) : null;
      if (running >= (share ?? limits).concurrency) return;
      const due = Math.max(windowFrees(share?.calls ?? calls), share ? evenAt - share.aheadMs : 0);
      if (due > clock.now()) return wakeAt(due);
      if (share) evenAt = Math.max(evenAt, clock.now()) + share.gapMs;
      // Also where the day is spent: the looks that follow wait for what this one is told.
      if (patient) dayToldAt = clock.now();
      starts.push(clock.now());
      running += 1;
      waiting[lane].shift()?.start();
    }
  }

  /** When one more call may start so that no window holds more than `most`. */
  function windowFrees(most: number): number {
    forgetOld();
    const first = starts[starts.length - most];
    return Math.max(pausedUntil, first === undefined ? 0 : first + perMs + MARGIN_MS);
  }

  function refuseFromNowOn(lanes: readonly Lane[]): void {
    refused = lanes;
    for (const lane of lanes) for (const { refuse } of waiting[lane].splice(0)) refuse(stopping());
  }

  function refusePatient(): void {
    const problem = daySpent(dayToldAt + LOOK_AGAIN_MS - clock.now());
    for (const lane of LANES.filter(isPatient)) for (const { refuse } of waiting[lane].splice(0)) refuse(problem);
  }

  return {
    async run(lane, task) {
      if (refused.includes(lane)) throw stopping();
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
      if (reading.dailyRemaining !== undefined) dayToldAt = clock.now();
      daily = {
        dailyLimit: reading.dailyLimit ?? daily.dailyLimit,
        dailyRemaining: reading.dailyRemaining ?? daily.dailyRemaining,
      };
    },
    stop: () => refuseFromNowOn(OUR_OWN),
    end: () => refuseFromNowOn(LANES),
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
    budget() {
      forgetOld();
      const oldest = starts[0];
      return {
        limit: calls,
        perMs,
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

/** Waiting would hold a run, and whoever waits for it, for hours; a run that fails goes on where it stopped. */
function daySpent(afterMs: number): Problem {
  return new Problem('RATE_LIMITED', 'What is left of the calls of the day is kept for callers', { afterMs });
}
