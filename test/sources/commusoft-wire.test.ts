import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketed } from '../../src/sources/commusoft/form.ts';
import { definition } from '../../src/sources/commusoft/index.ts';
import { diaryStart, londonTime, toUtc } from '../../src/sources/commusoft/time.ts';

test('forms are bracketed as PHP reads them', () => {
  const form = bracketed('customertype', {
    contacts: { name: 'Ann', contactstelephone: [{ telephonenumber: '' }, { telephonenumber: '07700' }] },
    town: null,
    county: undefined,
    thirdparty: true,
  });

  expect([...form]).toEqual([
    ['customertype[contacts][name]', 'Ann'],
    ['customertype[contacts][contactstelephone][0][telephonenumber]', ''],
    ['customertype[contacts][contactstelephone][1][telephonenumber]', '07700'],
    ['customertype[town]', ''],
    ['customertype[thirdparty]', '1'],
  ]);
});

test.each([
  ['21/04/26', '2026-04-20T23:00:00.000Z'],
  ['21/01/2026 09:30', '2026-01-21T09:30:00.000Z'],
  ['2026-07-01 10:00:00', '2026-07-01T09:00:00.000Z'],
  ['2026-07-01T10:00:00+02:00', '2026-07-01T08:00:00.000Z'],
  ['31/02/26', null],
  ['soon', null],
])('the time %s is %s in UTC', (written, utc) => {
  expect(toUtc(written)).toBe(utc);
});

test('the begin of a diary entry is read out of its text', () => {
  expect(diaryStart('21/04/26 30 mins(11:30 am to 12:00 pm)')).toBe('2026-04-21T10:30:00.000Z');
  expect(diaryStart('21/01/26 60 mins(12:15 pm to 01:15 pm)')).toBe('2026-01-21T12:15:00.000Z');
});

test('every instant survives the way to London and back, but for the hour that happens twice', () => {
  const seconds = fc.integer({ min: 1_600_000_000, max: 1_900_000_000 });

  fc.assert(
    fc.property(seconds, (at) => {
      const back = Date.parse(toUtc(londonTime(at * 1000)) ?? '');
      const twice =
        londonTime(at * 1000 - 3_600_000) === londonTime(at * 1000) ||
        londonTime(at * 1000 + 3_600_000) === londonTime(at * 1000);
      return back === at * 1000 || twice;
    }),
  );
});

test('a partner path must hold the customer', () => {
  const wrong = [
    '/tasks',
    'customers/{customerId}',
    '/a/../{customerId}',
    '/{customerId}/{customerId}',
    '/{customerId}?a=b',
  ];

  const path = definition.settings.shape.COMMUSOFT_TASKS_PATH;

  expect(wrong.map((value) => path.safeParse(value).success)).toEqual(wrong.map(() => false));
  expect(path.safeParse('/customers/{customerId}/office-tasks').success).toBe(true);
});
