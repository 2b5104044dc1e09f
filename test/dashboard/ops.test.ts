import { describe, expect, it } from 'vitest';
import type { FailedDeliveryFragment, NeedsQuery } from '../../src/client/generated/graphql.ts';
import { actionInWords } from '../../src/dashboard/pages/logs/action.ts';
import { MOST_LINES, readToEnd } from '../../src/dashboard/pages/logs/export.ts';
import type { ReadPage } from '../../src/dashboard/pages/logs/read.ts';
import { activityInWords, barsOf } from '../../src/dashboard/pages/overview/activity.ts';
import { needsOf } from '../../src/dashboard/pages/overview/needs.ts';
import { firstOfEach, isLong, progressInWords, timeLeft } from '../../src/dashboard/pages/overview/progress.ts';
import { groupedByLikeness } from '../../src/dashboard/pages/problems/alike.ts';
import { allRetriedInWords, resolvedInWords } from '../../src/dashboard/pages/problems/outcome.ts';
import { isText, verdictFor } from '../../src/dashboard/pages/problems/verdict.ts';
import { deliveryInWords } from '../../src/dashboard/words/delivery.ts';
import { valueAlone } from '../../src/dashboard/words/value.ts';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

describe('writes that failed', () => {
  const failed = (id: string, message: string, system = 'ghl', code = 'REFUSED') =>
    ({ id, system: { id: system, name: system }, error: { code, message } }) as FailedDeliveryFragment;
  const groups = (...deliveries: FailedDeliveryFragment[]) =>
    groupedByLikeness(deliveries).map((group) => group.deliveries.map(({ id }) => id));

  it('are alike whatever contact, address or quotation the system speaks of', () => {
    expect(
      groups(
        failed('1', 'answered 400 for contact a1b2: phone "123" is wrong'),
        failed('2', 'answered 400 for contact c3d4: phone "x" is wrong'),
        failed('3', 'ann@example.com is taken'),
        failed('4', 'bob.b@example.co.uk is taken'),
      ),
    ).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('are not alike in another system, for another reason or under another code', () => {
    const message = 'phone is wrong';
    expect(
      groups(
        failed('1', message),
        failed('2', message, 'rossum'),
        failed('3', 'name is wrong'),
        failed('4', message, 'ghl', 'DUPLICATE'),
      ),
    ).toEqual([['1'], ['2'], ['3'], ['4']]);
  });

  it('say what they would do, by the names of fields alone', () => {
    const fields = ['firstName', 'phone'];
    expect(deliveryInWords({ operation: 'update', fields }, 'Rossum')).toBe(
      'Would write to Rossum: first name and phone',
    );
    expect(deliveryInWords({ operation: 'create', fields: [] }, 'Rossum')).toBe('Would be new in Rossum');
    expect(deliveryInWords({ operation: 'remove', fields }, 'Rossum')).toBe('Would be deleted in Rossum');
  });

  it('that were tried again say how many went through', () => {
    expect(allRetriedInWords({ all: 3, tried: 3, through: 3 }, 'Rossum')).toBe('Rossum took all 3 writes.');
    expect(allRetriedInWords({ all: 3, tried: 3, through: 1 }, 'Rossum')).toMatch(/^Rossum took 1 of 3 writes\./);
  });
});

describe('conflicts', () => {
  const side = (origin: string, value: unknown) => ({ origin, value, changedAt: null });

  it('are settled by naming the side, or its value where it says several', () => {
    const [ghl, one, two] = [side('ghl', 'A'), side('rossum', 'B'), side('rossum', 'C')];
    const values = [ghl, one, two];

    expect(verdictFor({ values }, ghl)).toEqual({ take: 'ghl' });
    expect(verdictFor({ values }, two)).toEqual({ value: 'C' });
  });

  it('take a typed value only where every side says text or nothing', () => {
    expect(isText({ base: null, values: [side('ghl', 'A'), side('rossum', null)] })).toBe(true);
    expect(isText({ base: null, values: [side('ghl', true)] })).toBe(false);
  });

  it('that are settled say who did not take it', () => {
    const receipt = (status: string) => ({ status, system: { name: 'Rossum' }, error: { message: 'No such phone.' } });
    expect(resolvedInWords([receipt('APPLIED')])).toMatchObject({ tone: 'good' });
    expect(resolvedInWords([receipt('FAILED')])).toEqual({
      text: 'Decided. Rossum did not take it: No such phone.',
      tone: 'warn',
    });
  });
});

describe('what needs a person', () => {
  const health = { state: 'OK', failedDeliveries: 0, credentialExpiresAt: null } as const;
  const system = (changes: object) => ({ id: 'ghl', name: 'HighLevel', health: { ...health, ...changes } });
  const needs = (changes: object, rest: Partial<NeedsQuery> = {}) =>
    needsOf({ systems: [system(changes)], conflicts: { totalCount: 0 }, quarantinedRecords: [], ...rest }, NOW);

  it('is nothing where all is well', () => {
    expect(needs({ credentialExpiresAt: iso(NOW + 30 * 86_400_000) })).toEqual([]);
  });

  it('is listed with the worst first, each with where to go', () => {
    const all = needs(
      { state: 'UNAUTHORIZED', failedDeliveries: 2, credentialExpiresAt: iso(NOW + 3.5 * 86_400_000) },
      { conflicts: { totalCount: 1 }, quarantinedRecords: [{ since: iso(NOW) }] },
    );

    expect(all.map(({ words, href }) => [words, href])).toEqual([
      ['HighLevel refuses our sign-in.', '/setup'],
      ['HighLevel refused 2 writes.', '/problems'],
      ['The systems disagree about 1 value.', '/problems'],
      ['1 record changed too often and was set aside.', '/problems'],
      ['Our sign-in at HighLevel ends in 3 days.', '/setup'],
    ]);
  });
});

describe('how far a run is', () => {
  const run = { startedAt: iso(NOW - 60_000), read: 300, progress: 0.25 };

  it('is told in records, rate and time left', () => {
    expect(progressInWords(run, NOW)).toBe('300 records, 300 records a minute, about 3 minutes left');
    expect(progressInWords({ ...run, progress: null }, NOW)).toBe('300 records, 300 records a minute');
    expect(progressInWords({ ...run, read: 0, progress: 0 }, NOW)).toBe('0 records');
  });

  it('is told where it takes longer, once for each system', () => {
    expect([isLong(run, NOW), isLong({ ...run, startedAt: iso(NOW - 500) }, NOW)]).toEqual([true, false]);
    const runs = [3, 2, 1].map((id) => ({ id, system: { id: id === 2 ? 'b' : 'a' } }));
    expect(firstOfEach(runs).map(({ id }) => id)).toEqual([1, 2]);
  });

  it.each([
    [20_000, 'less than a minute left'],
    [55_000, 'about 1 minute left'],
    [600_000, 'about 10 minutes left'],
    [3 * 3_600_000, 'about 3 hours left'],
  ])('leaves %d ms as %s', (ms, words) => {
    expect(timeLeft(ms)).toBe(words);
  });
});

describe('the chart of a day', () => {
  const hours = [
    { from: iso(NOW), changes: 200, failures: 1 },
    { from: iso(NOW + 3_600_000), changes: 0, failures: 0 },
  ];

  it('reaches the top with the most, shows what is there at all, and nothing for nothing', () => {
    expect(barsOf(hours).map(({ changes, failures }) => [changes, failures])).toEqual([
      [1, 0.02],
      [0, 0],
    ]);
    expect(barsOf([])).toEqual([]);
  });

  it('is told in a sentence', () => {
    expect(activityInWords(hours)).toBe('200 changes and 1 failure in the last 2 hours.');
  });
});

describe('a log as a file', () => {
  const pagesOf =
    (count: number): ReadPage<{ id: number }> =>
    async (first, after) => {
      const start = Number(after ?? 0);
      const nodes = Array.from({ length: Math.min(first, count - start) }, (_, i) => ({ id: start + i }));
      const end = start + nodes.length;
      return { page: { nodes, totalCount: count, pageInfo: { hasNextPage: end < count, endCursor: String(end) } } };
    };

  it('has every entry once, in order, and tells how far it is', async () => {
    const told: number[] = [];
    const { lines } = await readToEnd(pagesOf(250), (done) => told.push(done), new AbortController().signal);

    expect(lines.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: 250 }, (_, i) => i));
    expect(told).toEqual([100, 200, 250]);
  });

  it('ends at the most there may be, and when it is stopped', async () => {
    const stopping = new AbortController();
    const most = await readToEnd(pagesOf(MOST_LINES + 50), () => undefined, new AbortController().signal);
    const stopped = await readToEnd(pagesOf(250), () => stopping.abort(), stopping.signal);

    expect([most.lines.length, most.total]).toEqual([MOST_LINES, MOST_LINES + 50]);
    expect(stopped.lines).toHaveLength(100);
  });

  it('says why it could not be read', async () => {
    const problem = { what: 'No.', remedy: 'Wait.', retryable: true };

    expect(
      await readToEnd(
        async () => ({ problem }),
        () => undefined,
        new AbortController().signal,
      ),
    ).toMatchObject({ problem });
  });
});

it.each([
  [null, 'Nothing'],
  ['', 'Nothing'],
  [true, 'Yes'],
  [['a', 'b'], 'a and b'],
  [{ city: 'Leeds' }, 'city: Leeds'],
  [12, '12'],
])('a value is put in words: %j', (value, words) => {
  expect(valueAlone(value)).toBe(words);
});

it.each([
  ['updateContact', 'Update contact'],
  ['cli config import', 'Command: config import'],
])('an action is put in words: %s', (action, words) => {
  expect(actionInWords(action)).toBe(words);
});
