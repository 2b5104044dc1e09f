import { type Clock, sleep } from './base/clock.ts';

/** So long what is under way may take; then what waits for a system is broken off, and is put back to be done after the restart. */
const BREAK_OFF_MS = 6_000;
/** Then whoever has not taken their answer is cut off, */
const CUT_OFF_MS = 7_500;
/** and what even then has not ended is left as it is: all that was acknowledged is on the disk. */
const LEAVE_MS = 8_500;

/** How what is under way is hurried. */
export interface Hurry {
  /** Breaks off what waits for somebody else's answer. */
  breakOff(): void;
  /** Cuts off callers. */
  cutOff(): void;
}

/** Waits for the end of what is under way, and hurries it so that it takes nine seconds at most; false where something had to be left. */
export async function endInTime(clock: Clock, ended: Promise<unknown>, { breakOff, cutOff }: Hurry): Promise<boolean> {
  const done = new AbortController();
  const hurries = [clock.after(BREAK_OFF_MS, breakOff), clock.after(CUT_OFF_MS, cutOff)];
  try {
    return await Promise.race([ended.then(() => true), sleep(clock, LEAVE_MS, done.signal).then(() => false)]);
  } finally {
    for (const cancel of hurries) cancel();
    done.abort();
  }
}
