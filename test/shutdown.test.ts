import { describe, expect, it } from 'vitest';
import { endInTime } from '../src/shutdown.ts';
import { createManualClock } from './support/clock.ts';

/** An end that comes when `finish` is called, and what was done to hurry it. */
function scene() {
  const clock = createManualClock(0);
  const done: string[] = [];
  const note = (word: string) => () => void done.push(`${word} ${clock.now()}`);
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const inTime = endInTime(clock, ended, { breakOff: note('broken off'), cutOff: note('cut off') });
  return { clock, done, inTime, finish: () => finish() };
}

describe('what ends', () => {
  it('is not hurried where it takes less than six seconds, and leaves no timer behind', async () => {
    const { clock, done, inTime, finish } = scene();

    await clock.advance(5_999);
    finish();

    expect(await inTime).toBe(true);
    expect([done, clock.pending()]).toEqual([[], []]);
  });

  it('is broken off where it waits for others, then for callers, and is left in the end', async () => {
    const { clock, done, inTime } = scene();

    await clock.advance(9_000);

    expect(await inTime).toBe(false);
    expect(done).toEqual(['broken off 6000', 'cut off 7500']);
  });

  it('passes on a failure', async () => {
    const clock = createManualClock(0);
    const hurry = { breakOff: () => undefined, cutOff: () => undefined };

    await expect(endInTime(clock, Promise.reject(new Error('no end')), hurry)).rejects.toThrow('no end');
    expect(clock.pending()).toEqual([]);
  });
});
