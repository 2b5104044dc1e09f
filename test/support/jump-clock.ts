import { subscribe } from 'node:diagnostics_channel';
import { performance } from 'node:perf_hooks';
import type { FastClock } from './fast-clock.ts';

/** For so many milliseconds nothing may have come in from outside before time passes: while a system is called, while only callers wait, while nobody does. */
const QUIET_MS = { called: 40, awaited: 5, idle: 1 } as const;

/** A sleep of one millisecond takes the event loop so many rounds where nothing else is to be done. */
const MOST_ROUNDS = 2;

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
      const timer = { at: Math.ceil(now + Math.max(0, ms)), fn };
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

/** Resolves when nothing has come in from any socket or process for long enough, and nothing goes on inside. */
async function quiet(): Promise<void> {
  let since = performance.now();
  do {
    const before = performance.nodeTiming.uvMetricsInfo;
    await new Promise((resolve) => setTimeout(resolve, 1));
    const after = performance.nodeTiming.uvMetricsInfo;
    // Whoever works on goes round the event loop meanwhile; where nobody does, it sleeps.
    const isBusy = after.events !== before.events || after.loopCount - before.loopCount > MOST_ROUNDS;
    if (isBusy) since = performance.now();
  } while (performance.now() - since < needed());
}

function needed(): number {
  if (called.size > 0) return QUIET_MS.called;
  return awaited.size > 0 ? QUIET_MS.awaited : QUIET_MS.idle;
}

/** The requests of this process that are under way: those that callers made, and all others. A system may never answer. */
const awaited = new Set<object>();
const called = new Set<object>();

subscribe('undici:request:create', (message) => {
  const { request } = message as { request: { path: string } };
  (request.path.startsWith('/graphql') ? awaited : called).add(request);
});
for (const end of ['undici:request:trailers', 'undici:request:error'])
  subscribe(end, (message) => {
    const { request } = message as { request: object };
    awaited.delete(request);
    called.delete(request);
  });
