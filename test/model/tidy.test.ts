import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldType, Value } from '../../src/model/kind.ts';
import { tidy, toE164, toInstant, uniqueNames } from '../../src/model/tidy.ts';

const TYPES: readonly FieldType[] = ['text', 'email', 'phone', 'url', 'instant', 'flag', 'names', 'json'];

/** Values as systems send them, with many that nearly fit. */
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Value>,
  fc.string(),
  fc.array(fc.string({ maxLength: 5 })),
  fc.date().map((date) => (Number.isNaN(date.getTime()) ? 'never' : date.toISOString())),
  fc.constantFrom(' Ann@Example.ORG ', '07700 900123', '+44 (0)20 7946 0001', '  ', 'true', 1, 0, false, [
    ' b',
    'A',
    'a',
  ]),
);

describe('every value', () => {
  it.each(TYPES)('of type %s is tidy after once', (type) => {
    fc.assert(
      fc.property(value, (given) => {
        const once = tidy(type, given);

        expect(tidy(type, once)).toEqual(once);
      }),
    );
  });

  it.each(TYPES.filter((type) => type !== 'names'))('that is empty is null as %s', (type) => {
    expect([tidy(type, null), tidy(type, '')]).toEqual([null, null]);
  });
});

describe.each<[FieldType, [Value, Value][]]>([
  [
    'text',
    [
      ['  a b ', 'a b'],
      ['   ', null],
      [7, 7],
    ],
  ],
  [
    'email',
    [
      [' Ann@Example.ORG ', 'ann@example.org'],
      ['not one', 'not one'],
      ['  ', null],
    ],
  ],
  [
    'phone',
    [
      ['07700 900123', '+447700900123'],
      ['+49 30 901820', '+4930901820'],
      ['00 44 7700 900123', '+447700900123'],
      [' ext. 12 ', 'ext. 12'],
      ['  ', null],
    ],
  ],
  ['url', [[' https://x.org ', 'https://x.org']]],
  [
    'instant',
    [
      ['2026-05-01T10:30:00+01:00', '2026-05-01T09:30:00.000Z'],
      [0, '1970-01-01T00:00:00.000Z'],
      ['some day', 'some day'],
      [1e300, 1e300],
    ],
  ],
  [
    'flag',
    [
      ['true', true],
      [1, true],
      [0, false],
      ['no', false],
    ],
  ],
  [
    'names',
    [
      [
        [' b', 'A', 'a', 3, ''],
        ['A', 'b'],
      ],
      ['a, b', []],
      [null, []],
      ['', []],
    ],
  ],
  ['json', [[{ a: [1] }, { a: [1] }]]],
])('%s', (type, cases) => {
  it.each(cases)('%j becomes %j', (given, expected) => {
    expect(tidy(type, given)).toEqual(expected);
  });
});

describe('helpers of tidy', () => {
  it('a possible number is one in E.164, anything else is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0123456789 ()-') })), (given) => {
        const number = toE164(given);

        expect(number === null || /^\+[1-9]\d{3,16}$/.test(number)).toBe(true);
      }),
    );
  });

  it('an instant is the same moment, in UTC', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(toInstant(date.getTime())).toBe(date.toISOString());
        expect(toInstant(date.toISOString())).toBe(date.toISOString());
      }),
    );
  });

  it('names are unique by case, sorted, and every given one is still there', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4 })), (given) => {
        const names = uniqueNames(given);
        const keys = names.map((name) => name.toLowerCase());

        expect(new Set(keys).size).toBe(names.length);
        expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
        expect(new Set(keys)).toEqual(new Set(given.map((name) => name.trim().toLowerCase()).filter(Boolean)));
      }),
    );
  });
});
