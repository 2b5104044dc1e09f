import { describe, expect, it } from 'vitest';
import { compared, unwrapped, valueText } from '../../src/dashboard/pages/rule/condition.ts';
import { draftOf, NEW, partsOf } from '../../src/dashboard/pages/rule/draft.ts';
import { durationOf, msOf } from '../../src/dashboard/pages/rule/duration.ts';
import { faultOf, gapsOf } from '../../src/dashboard/pages/rule/faults.ts';
import { withPart } from '../../src/dashboard/pages/rule/shape.ts';

const rule = {
  name: 'Rung',
  trigger: { on: ['changed'], kinds: ['contact'] },
  when: { tag: 'vip' },
  actions: [{ do: 'addTags', tags: ['rung'] }],
};

describe('a rule in the form', () => {
  it('tells the graph only what is different', () => {
    const before = draftOf(rule);

    expect(partsOf({ ...before, name: 'Called' }, before)).toEqual({ name: 'Called' });
    expect(partsOf({ ...before, when: { all: [] } }, before)).toEqual({ when: null });
    expect(partsOf(before, before)).toEqual({});
  });

  it('tells it all of a new one, and no condition where there is none', () => {
    expect(partsOf(NEW)).toEqual({ ...NEW, when: null });
  });

  it('takes a single condition, and one turned round twice, as a group of one', () => {
    expect(draftOf(rule).when).toEqual({ all: [{ tag: 'vip' }] });
    expect(draftOf({ ...rule, when: { not: { not: { any: [{ tag: 'a' }] } } } }).when).toEqual({ any: [{ tag: 'a' }] });
  });
});

describe('conditions', () => {
  it('stand without their "not" beside it', () => {
    expect(unwrapped({ not: { tag: 'vip' } })).toEqual({ isNot: true, inner: { tag: 'vip' } });
    expect(unwrapped({ not: { not: { tag: 'vip' } } })).toEqual({ isNot: false, inner: { tag: 'vip' } });
  });

  it('lose the value that they compare with nothing', () => {
    const question = { field: 'phone', is: 'equal', value: '1' };

    expect(compared(question, 'empty')).toEqual({ field: 'phone', is: 'empty' });
    expect(compared(question, 'contains')).toEqual({ field: 'phone', is: 'contains', value: '1' });
  });

  it('show a value that is no text as it is written', () => {
    expect([valueText('a'), valueText(7), valueText(undefined)]).toEqual(['a', '7', '""']);
  });
});

describe('what is wrong', () => {
  it('is found before the graph is asked, each at its place', () => {
    const draft = {
      name: '',
      trigger: { on: [], kinds: [] },
      when: { all: [{ not: { any: [{ tag: ' ' }] } }] },
      actions: [{ do: 'createTask' as const, title: '', dueInMs: Number.NaN }],
    };

    expect(gapsOf(draft).map(({ place }) => place)).toEqual([
      'name',
      'trigger.kinds',
      'trigger.on',
      'when.all.0.not.any.0.tag',
      'actions.0.title',
      'actions.0.dueInMs',
    ]);
  });

  it('is nothing where all is said', () => {
    expect(gapsOf(draftOf(rule))).toEqual([]);
  });

  it('of the graph is said without its path, which the page shows', () => {
    const path = ['input', 'actions', '0', 'title'];

    expect(faultOf({ path, message: 'actions.0.title is wrong: too long' })).toEqual({
      place: 'actions.0.title',
      words: 'Is wrong: too long.',
    });
  });
});

it.each([
  [900_000, '15', 'minutes'],
  [3_600_000, '1', 'hours'],
  [172_800_000, '2', 'days'],
  [90_000, '1.5', 'minutes'],
  [0, '0', 'minutes'],
])('%d ms are %s %s, and back', (ms, amount, unit) => {
  expect(durationOf(ms)).toEqual({ amount, unit });
  expect(msOf({ amount, unit })).toBe(ms);
});

it('a part that is nothing is left out', () => {
  expect(withPart<{ a?: number; b?: string[] }>({ a: 1, b: ['x'] }, { a: undefined, b: [] })).toEqual({});
});
