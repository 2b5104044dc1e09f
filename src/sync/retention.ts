import { z } from 'zod';
import { FORGOTTEN, type Forgotten } from '../store/log-shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { answeredUpTo } from './rule-book.ts';
import { passedUpTo } from './rule-passes.ts';
import type { Job } from './worker.ts';

/** For how many days each of them is kept; null: for ever. */
export type Retention = Readonly<Record<Forgotten, number | null>>;

const MOST_DAYS = 36_500;
/** A vendor repeats a webhook for up to three days; a repeated one must be known. */
const LEAST: Readonly<Partial<Record<Forgotten, number>>> = { inbox: 4 };

const days = (what: Forgotten) => {
  const least = LEAST[what] ?? 1;
  const words = `must be a whole number of days from ${least} to ${MOST_DAYS}, or null`;
  return z.number(words).int(words).min(least, words).max(MOST_DAYS, words).nullable();
};

const shape = z.strictObject(
  Object.fromEntries(FORGOTTEN.map((what) => [what, days(what)])) as Record<Forgotten, ReturnType<typeof days>>,
);

/** Reads how long things are kept. */
export const Retention: z.ZodType<Retention> = shape;
/** The same where some things are left out. */
export const PartOfRetention = shape.partial();

/** What holds where nobody decided otherwise. */
const DEFAULT: Retention = {
  events: 90,
  versions: null,
  deliveries: 90,
  runs: 90,
  firings: 90,
  inbox: 7,
  calls: 7,
};

const KEY = 'retention';

/** How long things are kept. */
export async function readRetention(store: Store): Promise<Retention> {
  return Retention.parse({ ...DEFAULT, ...((await store.settings.get(KEY)) as Partial<Retention> | undefined) });
}

/** Decides how long things are kept from now on. */
export async function setRetention(store: Store, retention: Retention): Promise<void> {
  await store.settings.put(KEY, retention);
}

const DAY_MS = 86_400_000;
const BATCH = 200;
const FIRST_MS = 10 * 60_000;
const EVERY_MS = 3_600_000;
const BETWEEN_MS = 250;
const BUSY_MS = 10_000;
/** Work that never ends does not keep everything for ever. */
const LONGEST_WAIT_MS = 6 * EVERY_MS;

/**
 * Once an hour forgets what is old, a few rows at a time while nothing is waiting to be written or read, and says in the log how much
 * it was. Events that the rules have not answered yet stay.
 */
export function retentionJob(context: SyncContext): Job {
  const { store, clock, log } = context;
  let dueAt = clock.now() + FIRST_MS;
  let since = dueAt;
  let left: Forgotten[] = [...FORGOTTEN];
  let removed: Partial<Record<Forgotten, number>> = {};

  async function step(what: Forgotten): Promise<void> {
    const keep = (await readRetention(store))[what];
    const request = { before: clock.now() - (keep ?? 0) * DAY_MS, limit: BATCH };
    const keepFrom = what === 'events' ? { keepFrom: (await neededFrom(store)) + 1 } : {};
    const count = keep === null ? 0 : await store.retention.forget(what, { ...request, ...keepFrom });
    if (count > 0) removed[what] = (removed[what] ?? 0) + count;
    if (count < BATCH) left.shift();
  }

  function endPass(now: number): void {
    if (Object.keys(removed).length > 0) log.info({ removed }, 'what was old was forgotten');
    [left, removed] = [[...FORGOTTEN], {}];
    dueAt = now + EVERY_MS;
    since = dueAt;
  }

  return {
    name: 'retention',
    async work() {
      const now = clock.now();
      if (now < dueAt) return 0;
      if (now - since < LONGEST_WAIT_MS && (await isBusy(store, now))) {
        dueAt = now + BUSY_MS;
        return 0;
      }
      const [what] = left;
      if (what === undefined) endPass(now);
      else {
        dueAt = now + BETWEEN_MS;
        await step(what);
      }
      return 0;
    },
    nextDue: async () => dueAt,
  };
}

async function isBusy(store: Store, now: number): Promise<boolean> {
  const dues = await Promise.all([store.outbox.nextDue(now), store.inbox.nextDue(now)]);
  return dues.some((due) => due !== null && due <= now);
}

/** The event up to which nobody needs the log any more. */
async function neededFrom(store: Store): Promise<number> {
  return Math.min(await answeredUpTo(store), (await passedUpTo(store)) ?? Number.MAX_SAFE_INTEGER);
}
