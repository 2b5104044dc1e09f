import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, CALL_RETRY, DELIVERY_RETRY, retryAfterMs } from '../../src/base/retry.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2025, 5, 1, 12);

describe('backoff', () => {
  it('doubles with every attempt up to the longest', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) => backoff(CALL_RETRY, attempt, () => 1));

    expect(waits).toEqual([150, 300, 600, 1200, 2000, 2000]);
  });

  it('lies between half and all of it, by chance', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), chance, (attempt, random) => {
        const wait = backoff(DELIVERY_RETRY, attempt, () => random);
        const full = Math.min(DELIVERY_RETRY.maxMs, DELIVERY_RETRY.baseMs * 2 ** (attempt - 1));

        expect(wait).toBeGreaterThanOrEqual(Math.floor(full / 2));
        expect(wait).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('tries a delivery for about a day and a call for about a second', () => {
    const total = (policy: typeof CALL_RETRY) =>
      Array.from({ length: policy.attempts - 1 }, (_, i) => backoff(policy, i + 1, () => 0.5)).reduce((a, b) => a + b);

    expect(total(DELIVERY_RETRY)).toBeGreaterThan(16 * HOUR);
    expect(total(DELIVERY_RETRY)).toBeLessThan(30 * HOUR);
    expect(total(CALL_RETRY)).toBeLessThan(1000);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '3', 3000],
    ['no wait', '0', 0],
    ['parts of a second', '0.5', 500],
    ['a date', 'Sun, 01 Jun 2025 12:00:30 GMT', 30_000],
    ['a date that is past', 'Sun, 01 Jun 2025 11:00:00 GMT', 0],
  ])('is read as %s', (_, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  it.each([undefined, '', 'soon', '-5', 'Infinity', 'NaN'])('says nothing usable in %j', (header) => {
    expect(retryAfterMs(header, NOW)).toBeNull();
  });
});
