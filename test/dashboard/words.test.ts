import { describe, expect, it } from 'vitest';
import type { EventRowFragment } from '../../src/client/generated/graphql.ts';
import { budgetLeft } from '../../src/dashboard/pages/overview/budget.ts';
import { relativeTime } from '../../src/dashboard/ui/relative-time.ts';
import { eventInWords, eventTone } from '../../src/dashboard/words/event.ts';
import { fieldInWords, fieldsInWords } from '../../src/dashboard/words/field.ts';

const names = new Map([
  ['a', 'Alpha'],
  ['b', 'Beta'],
]);
const beta = { id: 'b', name: 'Beta' };
const freya: EventRowFragment['entity'] = { __typename: 'Contact', id: 'con_1', name: 'Freya Murphy' };
const change = (field: string) => ({ field, before: null, after: null });

const event = (some: Partial<EventRowFragment>): EventRowFragment => ({
  id: 'evt_1',
  at: '2026-05-01T09:30:00Z',
  kind: 'UPDATED',
  type: 'CONTACT',
  origin: 'a',
  actor: null,
  message: null,
  entityId: 'con_1',
  runId: null,
  correlationId: 'cor_1',
  system: null,
  changes: [],
  entity: freya,
  ...some,
});

describe('an event in words', () => {
  it.each<[Partial<EventRowFragment>, string]>([
    [{ kind: 'CREATED' }, 'Freya Murphy is new in Alpha.'],
    [{ kind: 'CREATED', origin: 'gateway' }, 'Freya Murphy is new.'],
    [{ changes: [change('phone'), change('email')] }, 'Freya Murphy: phone and e-mail changed in Alpha.'],
    [{ changes: [change('phone')], origin: 'gateway' }, 'Freya Murphy: phone changed through the gateway.'],
    [{ message: 'Archived in a' }, 'Freya Murphy changed in Alpha: Archived in a.'],
    [{ kind: 'DELETED', entity: null }, 'A contact was deleted in Alpha.'],
    [{ kind: 'WRITE_APPLIED', system: beta }, 'Freya Murphy was written to Beta.'],
    [
      { kind: 'WRITE_FAILED', system: beta, message: 'No such customer.' },
      'Beta refused Freya Murphy: No such customer.',
    ],
    [
      { kind: 'CONFLICT', changes: [change('email')] },
      'Freya Murphy: the systems disagree about the e-mail, and somebody has to decide.',
    ],
    [{ kind: 'RUN_FINISHED', entity: null, type: null, message: '9 read' }, 'Reading Alpha ended: 9 read.'],
    [
      { kind: 'SYSTEM_CHANGED', entity: null, message: 'DOWN: no answer: timeout' },
      'Alpha: does not answer: no answer: timeout.',
    ],
    [{ kind: 'SYSTEM_CHANGED', entity: null, message: 'OK' }, 'Alpha: works.'],
    [{ kind: 'SYSTEM_CHANGED', entity: null, message: 'Connected' }, 'Alpha: Connected.'],
    [{ kind: 'UPDATED', origin: 'unheard-of' }, 'Freya Murphy changed in unheard-of.'],
  ])('%#: says what happened to whom and where', (some, words) => {
    expect(eventInWords(event(some), names)).toBe(words);
  });

  it('calls what belongs to a contact by its title and the name of the contact, on one line that is not too long', () => {
    const contact = { id: 'con_1', name: 'Freya Murphy' };
    const note = event({
      kind: 'CREATED',
      type: 'NOTE',
      entity: { __typename: 'Note', id: 'not_1', body: 'Call\nback', contact },
    });
    const long = event({
      kind: 'DELETED',
      type: 'TASK',
      entity: { __typename: 'Task', id: 'tsk_1', title: 'x'.repeat(99), contact: null },
    });

    expect(eventInWords(note, names)).toBe('The note “Call back” of Freya Murphy is new in Alpha.');
    expect(eventInWords(long, names)).toBe(`The task “${'x'.repeat(59)}…” was deleted in Alpha.`);
  });

  it('is bad where somebody is needed, and plain where all goes its way', () => {
    expect([
      eventTone({ kind: 'WRITE_FAILED' }),
      eventTone({ kind: 'CONFLICT' }),
      eventTone({ kind: 'CREATED' }),
    ]).toEqual(['bad', 'warn', 'plain']);
  });
});

describe('fields in words', () => {
  it.each([
    ['email', 'e-mail'],
    ['address.postcode', 'postcode'],
    ['custom.boiler_make', 'boiler make'],
    ['customFields', 'custom fields'],
    ['someThing', 'some thing'],
  ])('%s is the %s', (field, words) => {
    expect(fieldInWords(field)).toBe(words);
  });

  it('names the first three of many, and none twice', () => {
    expect(fieldsInWords(['phone', 'email', 'email'])).toBe('phone and e-mail');
    expect(fieldsInWords(['phone', 'email', 'website', 'title', 'body'])).toBe(
      'phone, e-mail, website and 2 more fields',
    );
    expect(fieldsInWords(['phone', 'email', 'website', 'title'])).toBe('phone, e-mail, website and one more field');
  });
});

describe('a time in words', () => {
  const NOW = Date.parse('2026-05-01T12:00:00Z');
  const S = 1000;
  it.each([
    [0, 'just now'],
    [9 * S, 'just now'],
    [-9 * S, 'just now'],
    [42 * S, '42 seconds ago'],
    [119 * S, '1 minute ago'],
    [3 * 3600 * S, '3 hours ago'],
    [26 * 3600 * S, 'yesterday'],
    [-5 * 60 * S, 'in 5 minutes'],
    [60 * 86_400 * S, '2 Mar 2026'],
  ])('%i ms before: %s', (before, words) => {
    expect(relativeTime(NOW - before, NOW)).toBe(words);
  });
});

describe('what is left of a budget', () => {
  it('is the scarcer of what there is for now and for the day', () => {
    expect(budgetLeft({ limit: 100, remaining: 50, dailyLimit: null, dailyRemaining: null })).toMatchObject({
      ...{ label: 'Calls left', words: '50 of 100', tone: 'good' },
    });
    expect(budgetLeft({ limit: 100, remaining: 50, dailyLimit: 200_000, dailyRemaining: 20_000 })).toMatchObject({
      ...{ label: 'Calls left today', words: '20,000 of 200,000', tone: 'warn' },
    });
    expect(budgetLeft({ limit: 10, remaining: 0 })).toMatchObject({ tone: 'bad', remaining: 0 });
  });
});
