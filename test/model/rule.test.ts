import { describe, expect, it } from 'vitest';
import { type Cause, concerns, doSame, follows, LONGEST_CHAIN, Rule, summary, upgraded } from '../../src/model/rule.ts';

const rule: Rule = {
  id: 'rul_sample',
  name: 'When a phone changes, ask',
  enabled: true,
  trigger: { on: ['changed'], kinds: ['contact'], origins: 'systems', fields: ['phone', 'address.*'] },
  when: { tag: 'vip' },
  actions: [{ do: 'createTask', title: 'Call {{contact.name}}', dueInMs: 1_000, unlessOpen: true }],
};
const systems = new Set(['alpha', 'beta']);
const change = (fields: string[] | null, changes: Partial<Cause> = {}): Cause => ({
  happening: 'changed',
  kind: 'contact',
  origin: 'alpha',
  fields,
  ...changes,
});

describe('a trigger', () => {
  it.each<[string, Cause, boolean]>([
    ['a chosen field', change(['phone']), true],
    ['a field of a chosen group', change(['email', 'address.city']), true],
    ['another field', change(['email']), false],
    ['no field', change([]), false],
    ['fields not looked at yet', change(null), true],
    ['another kind', change(['phone'], { kind: 'note' }), false],
    ['a creation', change(['phone'], { happening: 'created' }), false],
    ['a caller', change(['phone'], { origin: 'gateway' }), false],
  ])('of a change in any system, asked about %s', (_, cause, expected) => {
    const answer = concerns(rule.trigger, cause, systems);

    expect(answer).toBe(expected);
  });

  it('answers to the named origins only, callers among them', () => {
    const trigger = { on: ['created'], kinds: ['note'], origins: ['beta', 'gateway'] } as const;
    const by = (origin: string) =>
      concerns(trigger, change(['body'], { happening: 'created', kind: 'note', origin }), systems);

    const answers = ['alpha', 'beta', 'gateway'].map(by);

    expect(answers).toEqual([false, true, true]);
  });

  it('of a schedule answers to nothing that happens', () => {
    const answer = concerns({ every: 1_000, kind: 'contact' }, change(['phone']), systems);

    expect(answer).toBe(false);
  });
});

describe('a chain of rules', () => {
  it.each([
    [[], 'yes'],
    [['b'], 'yes'],
    [['a'], 'own'],
    [['a', 'b'], 'loop'],
    [['b', 'a'], 'own'],
    [Array.from({ length: LONGEST_CHAIN }, (_, i) => `r${i}`), 'loop'],
  ])('%j lets rule a follow: %s', (chain, expected) => {
    const verdict = follows('a', chain);

    expect(verdict).toBe(expected);
  });
});

describe('an upgrade', () => {
  it('brings what is shipped anew and keeps what an operator made different', () => {
    const edited = { ...rule, enabled: false };
    const shippedNow: Rule = { ...rule, name: 'When a phone changes, ask politely', when: null };

    const after = upgraded(edited, rule, shippedNow);

    expect(after).toEqual({ ...shippedNow, enabled: false });
  });

  it('changes what a rule does only with its trigger, condition or actions', () => {
    const [renamed, other] = [
      { ...rule, name: 'Other', enabled: false },
      { ...rule, when: null },
    ];

    const same = [doSame(rule, renamed), doSame(rule, other)];

    expect(same).toEqual([true, false]);
  });
});

describe('a rule from outside', () => {
  it('is read as it is', () => {
    const read = Rule.parse(JSON.parse(JSON.stringify(rule)));

    expect(read).toEqual(rule);
  });

  it.each<[string, object]>([
    ['a misspelt part', { ...rule, tigger: 1 }],
    ['no actions', { ...rule, actions: [] }],
    ['an action nobody knows', { ...rule, actions: [{ do: 'explode' }] }],
    ['a trigger of both forms', { ...rule, trigger: { on: ['changed'], kinds: ['note'], every: 5_000 } }],
    ['a schedule without a pause', { ...rule, trigger: { every: 10 } }],
    ['a condition that asks nothing', { ...rule, when: {} }],
    ['an id that is none', { ...rule, id: 'con_1' }],
  ])('is refused with %s', (_, given) => {
    const read = Rule.safeParse(given);

    expect(read.success).toBe(false);
  });

  it('says in a sentence what it does', () => {
    const said = [summary(rule), summary({ ...rule, trigger: { every: 900_000, kind: 'contact' }, when: null })];

    expect(said).toEqual([
      'When phone, address.* of a contact is changed in a system, if it carries the tag "vip": create the task "Call {{contact.name}}" unless it is open already.',
      'Every 15 minutes, for each contact: create the task "Call {{contact.name}}" unless it is open already.',
    ]);
  });
});
