import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE_FORMATS } from '../../src/model/date-format.ts';
import type { Value } from '../../src/model/kind.ts';
import { Transform } from '../../src/model/transform.ts';
import { putOut, takeIn } from '../../src/model/transforming.ts';

const name = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);

describe.each<[string, readonly Transform[], [Value[], Value, Value[]][]]>([
  ['trim', [{ do: 'trim' }], [[['  a b '], 'a b', ['a b']]]],
  [
    'case',
    [{ do: 'case', to: 'title' }],
    [[["o'neil-SMITH of bath"], "O'neil-Smith Of Bath", ["O'neil-Smith Of Bath"]]],
  ],
  ['case', [{ do: 'case', to: 'upper' }], [[['bs1 4st'], 'BS1 4ST', ['BS1 4ST']]]],
  ['the first part of a name', [{ do: 'splitName', part: 'first' }], [[['Ann van Dyke'], 'Ann', ['Ann van Dyke']]]],
  ['the last part of a name', [{ do: 'splitName', part: 'last' }], [[['Ann van Dyke'], 'van Dyke', ['Ann van Dyke']]]],
  ['joinName', [{ do: 'joinName' }], [[['Ann', 'van Dyke'], 'Ann van Dyke', ['Ann', 'van Dyke']]]],
  [
    'phone',
    [{ do: 'phone', country: 'GB' }],
    [
      [['0117 496 0123'], '+441174960123', ['0117 496 0123']],
      [['+49 30 901820'], '+4930901820', ['+4930901820']],
      [['ask Bob'], 'ask Bob', ['ask Bob']],
    ],
  ],
  ['phone', [{ do: 'phone', country: 'US' }], [[['(212) 555-0100'], '+12125550100', ['(212) 555-0100']]]],
  [
    'date',
    [{ do: 'date', format: 'DD/MM/YYYY HH:mm', zone: 'Europe/London' }],
    [
      [['01/07/2026 09:30'], '2026-07-01T08:30:00.000Z', ['01/07/2026 09:30']],
      [['01/12/2026 09:30'], '2026-12-01T09:30:00.000Z', ['01/12/2026 09:30']],
      [['31/02/2026 09:30'], '31/02/2026 09:30', ['31/02/2026 09:30']],
    ],
  ],
  ['date', [{ do: 'date', format: 'seconds' }], [[[1_780_000_000], '2026-05-28T20:26:40.000Z', [1_780_000_000]]]],
  [
    'table',
    [{ do: 'table', table: { y: true, yes: true, n: false } }],
    [
      [['yes'], true, ['y']],
      [['perhaps'], null, [null]],
      [['toString'], null, [null]],
    ],
  ],
  [
    'number',
    [{ do: 'number', decimal: ',' }],
    [
      [['1.234,5'], 1234.5, ['1234,5']],
      [['twelve'], null, [null]],
    ],
  ],
  [
    'default',
    [{ do: 'default', value: '-' }],
    [
      [[''], '-', ['-']],
      [['x'], 'x', ['x']],
    ],
  ],
  [
    'concatenate with split',
    [{ do: 'concatenate', separator: ', ', split: true }],
    [
      [['a', 'b', 'c'], 'a, b, c', ['a', 'b', 'c']],
      [['a', null, 'c'], 'a, c', ['a', 'c', null]],
    ],
  ],
  [
    'several',
    [{ do: 'trim' }, { do: 'case', to: 'upper' }, { do: 'default', value: 'NONE' }],
    [
      [[' a '], 'A', ['A']],
      [['  '], 'NONE', ['NONE']],
    ],
  ],
  [
    'parts of what is upper-cased',
    [
      { do: 'case', to: 'upper' },
      { do: 'splitName', part: 'last' },
    ],
    [[['ann archer'], 'ARCHER', ['ANN ARCHER']]],
  ],
])('%s', (_, transforms, cases) => {
  it.each(cases)('of %j brings %j in, and puts %j out again', (held, entity, record) => {
    expect(takeIn(transforms, held)).toEqual(entity);
    expect(putOut(transforms, entity, held)).toEqual(record);
  });
});

describe('what is only good for one way', () => {
  it('is worked out whichever way it is used', () => {
    const extract: Transform = { do: 'extract', pattern: '(\\w+)@', group: 1 };
    const constant: Transform = { do: 'constant', value: 'web' };

    expect(takeIn([extract], ['ann@x.org'])).toBe('ann');
    expect(takeIn([extract], ['nothing'])).toBeNull();
    expect([takeIn([constant], ['x']), putOut([constant], 'y', [null])]).toEqual(['web', ['web']]);
  });

  it('is told of where a value is not understood', () => {
    const told: string[] = [];

    takeIn([{ do: 'number' }], ['twelve'], (about) => told.push(about));

    expect(told).toEqual(['"twelve" is nothing that "number" understands']);
  });
});

describe('a value that went out comes in as it was', () => {
  const instant = fc
    .date({ min: new Date('1971-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => Math.floor(date.getTime() / 60_000) * 60_000);
  const zone = fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Tokyo', 'America/Phoenix');

  function comesBack(transforms: readonly Transform[], value: Value, held: readonly Value[] = [null]) {
    expect(takeIn(transforms, putOut(transforms, value, held))).toEqual(value);
  }

  it('as a phone number of any country', () => {
    const number = fc.constantFrom(
      '+441174960123',
      '+12125550100',
      '+4930901820',
      '+420777123456',
      '+390612345678',
      '+447700900123',
    );

    fc.assert(
      fc.property(number, fc.constantFrom('GB', 'US', 'CZ', 'IT', 'GG'), (value, country) => {
        comesBack([{ do: 'phone', country }], value);
      }),
    );
  });

  it('as a time in every form that has minutes, in zones that never change their clocks', () => {
    const format = fc.constantFrom(...DATE_FORMATS.filter((one) => /HH|seconds/.test(one)));

    fc.assert(
      fc.property(instant, format, zone, (ms, form, where) => {
        comesBack([{ do: 'date', format: form, zone: where }], new Date(ms).toISOString());
      }),
    );
  });

  it('as a number, a word of a table, and parts joined', () => {
    const table = { a: 'A', b: 'B' };

    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        comesBack([{ do: 'number' }], value + 0),
      ),
    );
    fc.assert(fc.property(fc.constantFrom('A', 'B', null), (value) => comesBack([{ do: 'table', table }], value)));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (parts) => {
        comesBack([{ do: 'concatenate', separator: ' / ', split: true }], parts.join(' / '), [null, null, null]);
        comesBack([{ do: 'joinName' }], parts.join(' '), [null, null]);
      }),
    );
  });

  it('as one part of a name, which leaves the other alone', () => {
    fc.assert(
      fc.property(name, name, name, (first, last, other) => {
        const whole = `${first} ${last}`;
        const [changed] = putOut([{ do: 'splitName', part: 'last' }], other, [whole]);

        expect(changed).toBe(`${first} ${other}`);
        comesBack([{ do: 'splitName', part: 'first' }], other, [whole]);
      }),
    );
  });
});

describe('the end of summer time', () => {
  it('keeps every time of the day that exists', () => {
    const london: Transform[] = [{ do: 'date', format: 'YYYY-MM-DD HH:mm', zone: 'Europe/London' }];
    const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).filter((minute) => minute < 60 || minute >= 120);

    fc.assert(
      fc.property(clock, fc.constantFrom('2026-03-29', '2026-10-25'), (minute, day) => {
        const time = `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

        expect(putOut(london, takeIn(london, [time]), [time])).toEqual([time]);
      }),
    );
  });
});

describe('transforms from outside', () => {
  it.each<[unknown, string]>([
    [{ do: 'eval', code: '1' }, 'do'],
    [{ do: 'trim', also: 1 }, ''],
    [{ do: 'phone', country: 'Britain' }, 'country'],
    [{ do: 'date', format: 'YY/M' }, 'format'],
    [{ do: 'date', format: 'YYYY-MM-DD', zone: 'Mars/Base' }, 'zone'],
    [{ do: 'extract', pattern: '(a' }, 'pattern'],
    [{ do: 'extract', pattern: 'a', group: 1 }, 'group'],
    [{ do: 'extract', pattern: 'a'.repeat(201) }, 'pattern'],
  ])('%j is refused for its "%s"', (given, path) => {
    const result = Transform.safeParse(given);

    expect(result.error?.issues[0]?.path.join('.')).toBe(path);
  });
});
