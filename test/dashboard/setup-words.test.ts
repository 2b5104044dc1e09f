import { describe, expect, it } from 'vitest';
import { startOf } from '../../src/dashboard/pages/setup/connect/consent.ts';
import { changesOf, faultsOf, type Setting, sorted } from '../../src/dashboard/pages/setup/connect/form.ts';
import { edited, isChanged, isUnfinished, linesOf } from '../../src/dashboard/pages/setup/fields/draft.ts';
import { rowFaults } from '../../src/dashboard/pages/setup/fields/faults.ts';
import { compared } from '../../src/dashboard/pages/setup/merge/comparison.ts';
import { scoreInWords } from '../../src/dashboard/pages/setup/merge/score.ts';
import { durationInWords, outcomeInWords } from '../../src/dashboard/pages/setup/trial/outcome.ts';
import { rowInWords, rowOf } from '../../src/dashboard/words/mapping.ts';
import { settingInWords, withSettingWords } from '../../src/dashboard/words/setting.ts';
import { tableOf, linesOf as textOf, transformInWords } from '../../src/dashboard/words/transform.ts';
import { valueInWords, valuesInWords } from '../../src/dashboard/words/value.ts';
import { definitions } from '../../src/sources/generated/registry.ts';

const setting = (name: string, other: Partial<Setting> = {}): Setting => ({
  ...{ name, required: false, secret: false, example: null, isSet: false, value: null },
  ...other,
});

describe('settings', () => {
  it('of every system that ships are called in plain words', () => {
    const names = definitions.flatMap(({ settings }) => Object.keys(settings.shape));

    expect(names.filter((name) => settingInWords(name, 'X').label === name)).toEqual([]);
  });

  it('fall back to their own name, and say whose they are', () => {
    expect(settingInWords('ACME_COLOUR', 'Acme')).toEqual({ label: 'ACME_COLOUR', help: '' });
    expect(settingInWords('ACME_BASE_URL', 'Acme').help).toContain('Acme');
    expect(withSettingWords('set ACME_QUEUE_IDS, not ACME_COLOUR')).toBe('set “Queues”, not ACME_COLOUR');
  });

  it('that nobody has to enter stand apart, those that are required never', () => {
    const { asked, rare } = sorted([setting('A_BASE_URL', { required: true }), setting('B_BASE_URL')], 'X');

    expect([asked, rare].map((all) => all.map(({ setting: { name } }) => name))).toEqual([
      ['A_BASE_URL'],
      ['B_BASE_URL'],
    ]);
  });

  it('are sent where they were changed: emptied ones are taken away, an emptied secret stays', () => {
    const settings = [
      setting('SAME', { isSet: true, value: 'x' }),
      setting('NEW'),
      setting('GONE', { isSet: true, value: 'x' }),
      setting('SECRET', { isSet: true, secret: true }),
      setting('UNTOUCHED'),
    ];

    expect(changesOf(settings, { SAME: ' x ', NEW: ' y ', GONE: '', SECRET: '' })).toEqual([
      { name: 'NEW', value: 'y' },
      { name: 'GONE', value: null },
    ]);
  });

  it('have what is wrong with them beside them', () => {
    const complaints = [
      { path: ['input', 'settings', 'A_TOKEN'], message: 'A_TOKEN is missing' },
      { path: ['input', 'settings'], message: 'A refuses A_TOKEN' },
    ];

    expect(faultsOf([setting('A_TOKEN')], complaints)).toEqual({
      bySetting: { A_TOKEN: 'This is missing.' },
      others: ['A refuses “Access token”'],
    });
  });
});

it.each([
  ['http://here/oauth/x/start', { path: '/oauth/x/start' }],
  ['https://elsewhere/oauth/x/start', { elsewhere: 'https://elsewhere/oauth/x/start' }],
])('consent at %s sets out from %o', (url, start) => {
  expect(startOf(url, 'http://here')).toEqual(start);
});

describe('rows', () => {
  const email = rowOf({ entity: 'email', record: 'mail' });

  it('are read as templates hold them and as the graph answers them', () => {
    const given = { entity: 'phone', record: ['a', 'b'], direction: 'in', when: 'neverOverwrite', owner: true };
    const read = { ...given, direction: 'IN', when: 'NEVER_OVERWRITE', transforms: [] };

    expect(rowOf(given)).toEqual(read);
    expect(rowOf(read)).toEqual(read);
  });

  it('are one sentence', () => {
    const row = rowOf({ entity: 'firstName', record: ['a', 'b'], transforms: [{ do: 'joinName' }], when: 'ifEmpty' });

    expect(rowInWords(row)).toBe('first name ↔ a and b, make a full name of two fields, only where it is empty');
    expect(rowInWords({ ...email, record: ['a', 'b'], direction: 'OUT' })).toBe('e-mail → a, else b');
  });

  it('are edited one by one, each under its own key', () => {
    const lines = linesOf([email, email]);
    const added = edited(edited(lines, { do: 'remove', key: 0 }), { do: 'add' });

    expect(added.map(({ key }) => key)).toEqual([1, 2]);
    expect(added.map(({ row }) => isUnfinished(row))).toEqual([false, true]);
    expect(isChanged(lines, [email, email])).toBe(false);
    expect(isChanged(edited(lines, { do: 'change', key: 1, row: { ...email, owner: true } }), [email, email])).toBe(
      true,
    );
  });

  it('have what is wrong with them by their place; a question is no fault', () => {
    const { byRow, others } = rowFaults([
      { path: ['input', 'rows', '3', 'transforms'], code: 'INVALID', message: 'a' },
      { path: ['input', 'rows', '3'], code: 'INVALID', message: 'b' },
      { path: ['input', 'rows'], code: 'INVALID', message: 'c' },
      { path: null, code: 'CONFLICT', message: 'd' },
      { path: ['input', 'confirm'], code: 'CONFIRM_NEEDED', message: 'e' },
    ]);

    expect([...byRow]).toEqual([[3, ['a', 'b']]]);
    expect(others).toEqual(['c', 'd']);
  });
});

describe('transforms', () => {
  it('are said with their options, unknown ones by their name', () => {
    expect(transformInWords({ do: 'case', to: 'upper' })).toBe('change capitals: ALL CAPITALS');
    expect(transformInWords({ do: 'phone', country: 'GB' })).toBe('write phone numbers as a country does: “GB”');
    expect(transformInWords({ do: 'fold' })).toBe('fold');
  });

  it('have tables that are lines to edit, both ways', () => {
    const table = tableOf('open = todo\n\nclosed=a = b\nnone =\n');

    expect(table).toEqual({ open: 'todo', closed: 'a = b', none: null });
    expect(tableOf(textOf(table))).toEqual(table);
  });
});

it('values are words: what is empty is nothing, and is left out beside what is not', () => {
  expect([null, '', [], true, false, ['a', 'b'], 3].map(valueInWords)).toEqual([
    ...['nothing', 'nothing', 'nothing', 'yes', 'no', 'a and b', '3'],
  ]);
  expect([{ a: null, b: 'x' }, { a: null }, { a: 1, b: 2 }, {}].map(valuesInWords)).toEqual([
    ...['“x”', 'nothing', 'a “1”, b “2”', 'nothing'],
  ]);
});

describe('a trial', () => {
  const none = { records: 0, inward: 0, outward: 0, failing: 0, reasons: [], costs: [], examples: [] };

  it('is told in sentences, with what it costs', () => {
    const costs = [{ system: { id: 'x', name: 'X' }, writes: 1200, calls: 2400, seconds: 600 }];

    expect(outcomeInWords({ ...none, records: 1500, inward: 3, outward: 1200, failing: 1, costs }, 'X')).toEqual([
      '1,500 records of X were looked at.',
      '3 of them would read differently here.',
      '1,200 records of X would be written to.',
      '1 record would fail.',
      'Writing to X: 1,200 records, at most 2,400 calls, about 10 minutes.',
    ]);
    expect(outcomeInWords(none, 'X')).toEqual(['Nothing of X was read yet, so there is nothing to try it on.']);
    expect(outcomeInWords({ ...none, records: 1 }, 'X').at(-1)).toBe('Nothing would change.');
  });

  it('says how long in what people count by', () => {
    expect([0.2, 89, 600, 10_800].map(durationInWords)).toEqual(['1 second', '89 seconds', '10 minutes', '3 hours']);
  });
});

describe('two contacts beside each other', () => {
  const ann = { name: 'Ann Lee', email: 'ann@example.com', phone: null, companyName: null, address: null };

  it('differ where both say something else; capitals and spaces are no difference', () => {
    const other = { ...ann, name: 'ANN  LEE', email: 'al@example.com', phone: '+44' };

    expect(compared(ann, other).map(({ what, are }) => [what, are])).toEqual([
      ['Name', 'same'],
      ['E-mail', 'different'],
      ['Phone', 'onesided'],
    ]);
  });

  it('are never said to be one for certain', () => {
    expect([1, 0.95, 0.9, 0.7, 0.4].map(scoreInWords)).toEqual([
      ...['Almost certain · 99%', 'Almost certain · 95%', 'Very likely · 90%', 'Likely · 70%', 'Possible · 40%'],
    ]);
  });
});
