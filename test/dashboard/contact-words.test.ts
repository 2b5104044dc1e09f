import { describe, expect, it } from 'vitest';
import type { EventRowFragment, ReceiptRowFragment } from '../../src/client/generated/graphql.ts';
import { inputFor } from '../../src/dashboard/pages/contact/fields.ts';
import {
  changeInWords,
  differences,
  originInWords,
  type ShownVersion,
  sourceOf,
} from '../../src/dashboard/pages/contact/history.ts';
import { instantOf, spanInWords } from '../../src/dashboard/pages/contact/moments.ts';
import { eventsOf, receiptLines } from '../../src/dashboard/pages/contact/receipts.ts';
import { errorAt, errorElsewhere } from '../../src/dashboard/pages/contact/user-errors.ts';
import { receiptInWords } from '../../src/dashboard/words/receipt.ts';
import { valueOrDash } from '../../src/dashboard/words/value.ts';

describe('one field, as it is written', () => {
  it('is an input of its own place, trimmed, and null where it is emptied', () => {
    expect(inputFor({ field: 'email', value: null }, ' a@b.org ')).toEqual({ email: 'a@b.org' });
    expect(inputFor({ field: 'email', value: 'a@b.org' }, ' ')).toEqual({ email: null });
    expect(inputFor({ field: 'address.city', value: 'Bath' }, 'Bristol')).toEqual({ address: { city: 'Bristol' } });
  });

  it('stays a number where it was one and can be', () => {
    const boiler = { field: 'custom.boiler.age', value: 7 };

    expect(inputFor(boiler, '8')).toEqual({ customFields: [{ key: 'boiler.age', value: 8 }] });
    expect(inputFor(boiler, 'old')).toEqual({ customFields: [{ key: 'boiler.age', value: 'old' }] });
    expect(inputFor({ ...boiler, value: '7' }, '8')).toEqual({ customFields: [{ key: 'boiler.age', value: '8' }] });
    expect(inputFor(boiler, '')).toEqual({ customFields: [{ key: 'boiler.age', value: null }] });
  });
});

const version = (id: number, origin: string, changes: ShownVersion['changes'], fields = {}): ShownVersion => ({
  id,
  origin,
  changes,
  fields,
  at: '2026-05-01T09:30:00Z',
  actor: null,
  why: null,
});

describe('where a value came from', () => {
  const versions = [
    version(3, 'gateway', [{ field: 'phone', before: '1', after: '2' }]),
    version(2, 'ghl', [{ field: 'email', before: null, after: 'a' }]),
    version(1, 'rossum', [
      { field: 'email', before: null, after: 'b' },
      { field: 'phone', before: null, after: '1' },
    ]),
  ];

  it('is the newest version that changed it', () => {
    expect(sourceOf('phone', versions)?.id).toBe(3);
    expect(sourceOf('email', versions)?.id).toBe(2);
    expect(sourceOf('website', versions)).toBeNull();
  });

  it('is said as a place', () => {
    const names = new Map([['ghl', 'HighLevel']]);

    expect([originInWords('ghl', names), originInWords('gateway', names), originInWords('new', names)]).toEqual([
      'in HighLevel',
      'through the gateway',
      'in new',
    ]);
  });
});

describe('what restoring changes', () => {
  it('is every field that differs, also one that was empty or is', () => {
    const then = version(1, 'ghl', [], { email: 'a', phone: '1', tags: ['x'] });
    const now = version(2, 'ghl', [], { email: 'a', website: 'w', tags: ['x', 'y'] });

    expect(differences(then, now).map((change) => changeInWords(change, 'now'))).toEqual([
      'Phone: 1, now empty',
      'Tags: x, now x and y',
      'Website: empty, now w',
    ]);
  });

  it('is told in sentences where it is no field', () => {
    expect(changeInWords({ field: 'deleted', before: null, after: true })).toBe('The contact was deleted');
    expect(changeInWords({ field: 'deleted', before: true, after: null })).toBe('The contact was brought back');
    expect(changeInWords({ field: 'email', before: null, after: 'a' })).toBe('E-mail: a');
  });
});

const event = (id: string, part: Partial<EventRowFragment>): EventRowFragment => ({
  ...{ id, at: '2026-05-01T09:30:00Z', kind: 'UPDATED', type: 'CONTACT', origin: 'gateway', actor: null },
  ...{ message: null, entityId: 'con_1', runId: null, correlationId: 'cor_1', system: null, changes: [], entity: null },
  ...part,
});
const receipt = (id: string, status: ReceiptRowFragment['status'], part = {}): ReceiptRowFragment => ({
  ...{ system: { id, name: id.toUpperCase() }, status, unsupportedFields: [], error: null },
  ...part,
});
const told = (id: string, kind: EventRowFragment['kind'], system: string, message: string | null = null) =>
  event(id, { kind, message, system: { id: system, name: system.toUpperCase() } });
const wordsOf = (lines: ReturnType<typeof receiptLines>) => lines.map(({ name, words }) => `${name} ${words}`);

describe('the receipts of a write', () => {
  const a = { id: 'a', name: 'A' };
  const b = { id: 'b', name: 'B' };

  it('come one by one from the events, until the answer is there', () => {
    const events = [told('e3', 'WRITE_RETRYING', 'b', 'no answer'), told('e2', 'WRITE_APPLIED', 'a')];

    expect(wordsOf(receiptLines([a, b, b], null, []))).toEqual(['A Writing…', 'B Writing…']);
    expect(wordsOf(receiptLines([a, b, b], null, events))).toEqual([
      'A Written',
      'B Not yet, it is tried again by itself: no answer',
    ]);
  });

  it('are those answered, and later what became of one that had to wait', () => {
    const answered = [receipt('a', 'FAILED', { error: { message: 'too long' } }), receipt('b', 'QUEUED')];

    expect(wordsOf(receiptLines([a], answered, []))).toEqual([
      'A Refused: too long',
      'B Not yet, it is tried again by itself',
    ]);
    expect(wordsOf(receiptLines([a], answered, [told('e9', 'WRITE_APPLIED', 'b')]))[1]).toBe('B Written');
    expect(wordsOf(receiptLines([a], answered, [told('e9', 'WRITE_APPLIED', 'a')]))[0]).toBe('A Refused: too long');
  });

  it('are of this write alone: behind what was known, through the gateway, of the same cause', () => {
    const events = [
      told('e6', 'WRITE_APPLIED', 'a'),
      event('e5', { kind: 'WRITE_APPLIED', correlationId: 'cor_2' }),
      event('e4', {}),
      event('e3', { origin: 'ghl', correlationId: 'cor_3' }),
      event('e2', { correlationId: 'cor_0' }),
    ];
    const isCause = ({ kind }: EventRowFragment) => kind === 'UPDATED';

    expect(eventsOf(events, 'e2', isCause).map(({ id }) => id)).toEqual(['e6', 'e4']);
    expect(eventsOf(events, 'e6', isCause)).toEqual([]);
    expect(eventsOf(events, null, isCause)).toEqual([]);
  });

  it('say which fields a system has no place for', () => {
    const fields = { unsupportedFields: ['companyName', 'website'] };

    expect(receiptInWords(receipt('a', 'APPLIED', fields)).words).toBe(
      'Written, but it has no place for the company and website',
    );
    expect(receiptInWords(receipt('a', 'UNSUPPORTED', fields)).words).toBe('Has no place for the company and website');
  });
});

describe('what is wrong with an input', () => {
  const refusal = {
    errors: [
      { path: ['input', 'endsAt'], message: 'endsAt must not be before startsAt' },
      { path: null, message: 'HighLevel is not connected' },
    ],
    problem: null,
  };

  it('stands at its field, in words for people; the rest stands with the whole', () => {
    expect(errorAt(refusal, 'endsAt')).toBe('End must not be before start.');
    expect(errorAt(refusal, 'startsAt')).toBeNull();
    expect(errorElsewhere(refusal, ['startsAt', 'endsAt'])).toBe('HighLevel is not connected.');
  });

  it('is also that no answer came', () => {
    const problem = { what: 'The gateway did not answer.', remedy: 'Wait.', retryable: true };

    expect(errorElsewhere({ errors: [], problem }, [])).toBe('The gateway did not answer. Wait.');
    expect(errorElsewhere({ errors: [], problem: null }, [])).toBeNull();
  });
});

describe('times and values in words', () => {
  it('name the day once', () => {
    const [from, to] = [new Date(2031, 4, 1, 9, 30), new Date(2031, 4, 1, 10, 30)].map((at) => at.toISOString());

    expect(spanInWords(from ?? '', to)).toBe('1 May 2031, 09:30 to 10:30');
    expect(spanInWords(from ?? '', new Date(2031, 4, 2, 8).toISOString())).toBe(
      '1 May 2031, 09:30 to 2 May 2031, 08:00',
    );
    expect(spanInWords(from ?? '', null)).toBe('1 May 2031, 09:30');
  });

  it('take a moment as the device means it', () => {
    expect(instantOf('2031-05-01T09:30')).toBe(new Date(2031, 4, 1, 9, 30).toISOString());
    expect(instantOf('')).toBeNull();
  });

  it('show nothing as a dash and lists as people write them', () => {
    expect([null, [], '', false, ['a', 'b'], { a: 1 }].map(valueOrDash)).toEqual([
      '–',
      '–',
      '–',
      'no',
      'a and b',
      'a: 1',
    ]);
  });
});
