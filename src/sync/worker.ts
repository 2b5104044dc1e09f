import type { SyncContext } from './context.ts';

/** Something that is done whenever it is due, one round at a time. */
export interface Worker {
  wake(): void;
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
}

/** `work` does one round and answers how much there was; `nextDue` is when the next is worth it (ms since 1970), null: when woken. */
export interface Job {
  readonly name: string;
  work(): Promise<number>;
  nextDue(): Promise<number | null>;
}

const PAUSE_AFTER_FAILURE_MS = 1_000;

/** A loop that sleeps until woken or until something is due. */
export function createWorker(context: Pick<SyncContext, 'clock' | 'log'>, job: Job): Worker {
  const { clock, log } = context;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let cancelTimer: (() => void) | null = null;

  async function rounds(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await job.work()) > 0);
    } while (again && !stopped);
    const due = await job.nextDue();
    if (due !== null && !stopped) wakeIn(due - clock.now());
  }

  function wakeIn(ms: number): void {
    cancelTimer?.();
    cancelTimer = clock.after(Math.max(1, ms), wake);
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= rounds()
      .catch((error) => {
        log.error({ job: job.name, err: error }, 'a round of work failed; it is tried again');
        again = false;
        wakeIn(PAUSE_AFTER_FAILURE_MS);
      })
      .finally(() => {
        running = null;
        if (again) wake();
      });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      cancelTimer?.();
      await running;
    },
  };
}
