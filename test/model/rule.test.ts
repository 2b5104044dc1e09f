import { describe, expect, it } from 'vitest';
import { doSame, follows, type Happening, LONGEST_CHAIN, Rule, type Trigger, upgraded } from '../../src/model/rule.ts';
import { type Cause, concerns, tagMoves } from '../../src/model/rule-cause.ts';
import { duration, summary } from '../../src/model/rule-summary.ts';

const rule: Rule = {
  id: 'rul_sample',
  name: 'When a phone changes, ask',
  enabled: true,
  trigger: { on: ['changed'], kinds: ['contact'], origins: 'systems', fields: ['phone', 'address.*'] },
  when: { tag: 'vip' },
  actions: [{ do: 'createTask', title: 'Call {{contact.name}}', dueInMs: 1_000, unlessOpen: true }],
};
const systems = new Set(['alpha', 'beta']);
const NO_TAGS = { added: [], removed: [] };
const change = (fields: string[] | null, changes: Partial<Cause> = {}): Cause => ({
  happenings: ['changed', 'tagAdded', 'tagRemoved'],
  kind: 'contact',
  origin: 'alpha',
  details: fields && { fields, tags: NO_TAGS, system: null },
  ...changes,
});
const about = (happening: Happening, details: Partial<NonNullable<Cause['details']>> = {}): Cause =>
  change([], { happenings: [happening], details: { fields: [], tags: NO_TAGS, system: 'alpha', ...details } });
const on = (happening: Happening, parts: Partial<Trigger> = {}): Trigger =>
  ({ on: [happening], kinds: ['contact'], ...parts }) as Trigger;

describe('a trigger', () => {
  it.each<[string, Cause, boolean]>([
    ['a chosen field', change(['phone']), true],
    ['a field of a chosen group', change(['email', 'address.city']), true],
    ['another field', change(['email']), false],
    ['no field', change([]), false],
    ['fields not looked at yet', change(null), true],
    ['another kind', change(['phone'], { kind: 'note' }), false],
    ['a creation', change(['phone'], { happenings: ['created', 'tagAdded'] }), false],
    ['a caller', change(['phone'], { origin: 'gateway' }), false],
  ])('of a change in any system, asked about %s', (_, cause, expected) => {
    const answer = concerns(rule.trigger, cause, systems);

    expect(answer).toBe(expected);
  });

  it('answers to the named origins only, callers among them', () => {
    const trigger = { on: ['created'], kinds: ['note'], origins: ['beta', 'gateway'] } as const;
    const by = (origin: string) =>
      concerns(trigger, change(['body'], { happenings: ['created'], kind: 'note', origin }), systems);

    const answers = ['alpha', 'beta', 'gateway'].map(by);

    expect(answers).toEqual([false, true, true]);
  });

  it.each<[string, Trigger, Cause, boolean]>([
    ['any tag', on('tagAdded'), about('tagAdded', { tags: { added: ['vip'], removed: [] } }), true],
    [
      'its tag, in any case',
      on('tagAdded', { tags: ['VIP'] }),
      about('tagAdded', { tags: { added: ['vip'], removed: [] } }),
      true,
    ],
    [
      'another tag',
      on('tagAdded', { tags: ['gold'] }),
      about('tagAdded', { tags: { added: ['vip'], removed: ['gold'] } }),
      false,
    ],
    [
      'the loss of its tag',
      on('tagRemoved', { tags: ['gold'] }),
      about('tagRemoved', { tags: { added: [], removed: ['gold'] } }),
      true,
    ],
    ['a change without tags', on('tagRemoved'), about('tagRemoved', { fields: ['phone'] }), false],
    ['a dispute', on('conflictOpened'), about('conflictOpened', { fields: ['email'] }), true],
    [
      'a dispute about another field',
      on('conflictOpened', { fields: ['phone'] }),
      about('conflictOpened', { fields: ['email'] }),
      false,
    ],
    ['a dispute that goes on', on('conflictOpened'), about('conflictOpened'), false],
    ['a failed delivery', on('deliveryFailed'), about('deliveryFailed'), true],
    ['one to another system', on('deliveryFailed', { systems: ['beta'] }), about('deliveryFailed'), false],
    ['a record set aside', on('recordQuarantined', { systems: ['alpha'] }), about('recordQuarantined'), true],
  ])('of its own kind answers to %s or not', (_, trigger, cause, expected) => {
    const answer = concerns(trigger, cause, systems);

    expect(answer).toBe(expected);
  });

  it('of a schedule answers to nothing that happens', () => {
    const answer = concerns({ every: 1_000, kind: 'contact' }, change(['phone']), systems);

    expect(answer).toBe(false);
  });

  it('sees which tags came and went, whatever the case of their letters and whatever there was before', () => {
    const moved = [
      tagMoves([{ field: 'tags', before: ['Vip', 'gold'], after: ['vip', 'new'] }]),
      tagMoves([{ field: 'tags', before: null, after: ['new'] }]),
      tagMoves([{ field: 'phone', before: 'a', after: 'b' }]),
    ];

    expect(moved).toEqual([
      { added: ['new'], removed: ['gold'] },
      { added: ['new'], removed: [] },
      { added: [], removed: [] },
    ]);
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

  it.each<[Partial<Rule>, string]>([
    [
      {},
      'When phone, address.* of a contact is changed in a system, if it carries the tag "vip": create the task "Call {{contact.name}}" unless it is open already.',
    ],
    [
      { trigger: { every: 900_000, kind: 'contact' }, when: null },
      'Every 15 minutes, for each contact: create the task "Call {{contact.name}}" unless it is open already.',
    ],
    [
      {
        trigger: { on: ['created', 'tagAdded'], kinds: ['contact'], tags: ['vip', 'gold'], origins: ['alpha'] },
        when: { field: 'contact.email', is: 'filled' },
        actions: [
          { do: 'createNote', body: 'Is a {{tags.added}}' },
          { do: 'addTags', tags: ['seen'] },
        ],
      },
      'When a contact is created, or a contact gets the tag vip or gold in alpha, if contact.email is filled: write the note "Is a {{tags.added}}"; add the tag seen.',
    ],
    [
      {
        trigger: { on: ['deliveryFailed', 'recordQuarantined'], kinds: ['note', 'task'], systems: ['beta'] },
        when: null,
        actions: [
          { do: 'raiseAlert', message: '{{name}}: {{message}}' },
          { do: 'syncKinds', kinds: ['note', 'task'] },
        ],
      },
      'When a note or task cannot be written to beta, or a note or task of beta is set aside because it changes too often: raise the alert "{{name}}: {{message}}"; read the notes and tasks of every system.',
    ],
    [
      {
        trigger: { on: ['conflictOpened', 'changed'], kinds: ['contact'], fields: ['email'] },
        when: { not: { heldBy: 'beta' } },
        actions: [{ do: 'pullContact' }],
      },
      'When email of a contact is changed, or systems disagree about email of a contact, if not (it is held by beta): read the contact again in the other systems and write what differs.',
    ],
  ])('says in a sentence what it does (%#)', (parts, sentence) => {
    const said = summary({ ...rule, ...parts });

    expect(said).toBe(sentence);
  });

  it('says its times in the largest whole unit', () => {
    const said = [1_000, 45_000, 60_000, 5_400_000, 3_600_000, 172_800_000].map(duration);

    expect(said).toEqual(['1 second', '45 seconds', '1 minute', '90 minutes', '1 hour', '2 days']);
  });
});
