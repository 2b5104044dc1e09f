import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { faultsOf } from '../../src/model/rule-check.ts';
import { filledIn, wordsOf } from '../../src/model/rule-words.ts';

type Checked = Pick<Rule, 'trigger' | 'when' | 'actions'>;

const KNOWN = { systems: ['alpha', 'beta'], targets: ['tgt_1'] };
const sound: Checked = {
  trigger: { on: ['changed', 'tagAdded'], kinds: ['contact'], fields: ['address.*', 'custom.boiler'], tags: ['vip'] },
  when: { all: [{ tag: 'vip' }, { heldBy: 'alpha' }, { field: 'contact.email', is: 'filled' }] },
  actions: [
    { do: 'createTask', title: '{{changed}} of {{contact.name}}: {{changes.phone.after}}', dueInMs: 1 },
    { do: 'createNote', body: '{{tags.added}} {{custom.boiler}} {{contact.custom.boiler}}' },
    { do: 'callWebhook', target: 'tgt_1', fields: ['email', 'contact.name'] },
    { do: 'syncKinds', kinds: ['note'], systems: ['beta'] },
  ],
};
const pathsOf = (parts: Partial<Checked>) => faultsOf({ ...sound, ...parts }, KNOWN).map(({ path }) => path.join('.'));

describe('a rule', () => {
  it('that makes sense has no faults', () => {
    const faults = faultsOf(sound, KNOWN);

    expect(faults).toEqual([]);
  });

  it.each<[string, Partial<Checked>, string[]]>([
    [
      'a field that no kind has, wherever it stands',
      {
        trigger: { on: ['changed'], kinds: ['note'], fields: ['body', 'phone'] },
        when: { any: [{ field: 'title', is: 'filled' }, { not: { field: 'email', is: 'empty' } }] },
        actions: [{ do: 'createNote', title: '{{title}} {{email}}', body: '{{changes.phone.after}}' }],
      },
      ['trigger.fields.1', 'when.any.1.not.field', 'actions.0.title', 'actions.0.body'],
    ],
    [
      'a system nobody knows, wherever it stands',
      {
        trigger: {
          on: ['deliveryFailed'],
          kinds: ['contact'],
          origins: ['gateway', 'mars'],
          systems: ['alpha', 'mars'],
        },
        when: { not: { heldBy: 'mars' } },
        actions: [{ do: 'syncKinds', kinds: ['note'], systems: ['mars'] }],
      },
      ['trigger.origins.1', 'trigger.systems.1', 'when.not.heldBy', 'actions.0.systems.0'],
    ],
    [
      'a restriction that goes with nothing it answers to',
      { trigger: { on: ['created'], kinds: ['contact'], fields: ['phone'], tags: ['vip'], systems: ['alpha'] } },
      ['trigger.fields', 'trigger.tags', 'trigger.systems'],
    ],
    [
      'tags where nothing carries any',
      { trigger: { on: ['tagRemoved'], kinds: ['task'] }, when: { tag: 'vip' }, actions: [{ do: 'pullContact' }] },
      ['trigger.on.0', 'when.tag'],
    ],
    [
      'actions that need a contact where there is none',
      {
        trigger: { every: 60_000 },
        when: null,
        actions: [
          { do: 'addTags', tags: ['{{name}}', '{{title}}'] },
          { do: 'raiseAlert', message: 'a' },
        ],
      },
      ['actions.0.do', 'actions.0.tags.1'],
    ],
    [
      'tasks for a contact that is gone',
      { trigger: { on: ['deleted'], kinds: ['contact'] }, when: null, actions: [{ do: 'pullContact' }] },
      ['actions.0.do'],
    ],
    [
      'a condition about nothing',
      { trigger: { every: 60_000 }, actions: [{ do: 'syncKinds', kinds: ['note'] }] },
      ['when'],
    ],
    [
      'a question about the contact that a schedule would miss the answer of',
      {
        trigger: { every: 60_000, kind: 'note' },
        when: { field: 'contact.email', is: 'empty' },
        actions: [{ do: 'pullContact' }],
      },
      ['when.field'],
    ],
    [
      'a webhook that is none, and a word that is none',
      { actions: [{ do: 'callWebhook', target: 'tgt_2', message: '{{secret}}', fields: ['email', 'token'] }] },
      ['actions.0.target', 'actions.0.fields.1', 'actions.0.message'],
    ],
  ])('is faulted for %s', (_, parts, paths) => {
    const faults = pathsOf(parts);

    expect(faults).toEqual(paths);
  });

  it('fills its texts in with what happened', () => {
    const words = wordsOf({
      entity: { kind: 'contact', fields: { firstName: 'Ann', lastName: 'Archer' } },
      contact: null,
      changes: [{ field: 'tags', before: ['a'], after: ['a', 'vip'] }],
      origin: 'the gateway',
      system: 'Alpha',
      message: 'It refuses',
    });

    const filled = [
      filledIn({ do: 'raiseAlert', message: '{{name}} in {{system}}: {{message}}' }, words),
      filledIn({ do: 'createNote', title: '{{contact.name}}', body: 'Now {{tags.added}}' }, words),
      filledIn({ do: 'createTask', title: '{{contact.name}}', dueInMs: 1 }, words),
      filledIn({ do: 'addTags', tags: ['seen by {{origin}}', '{{tags.removed}}'] }, words),
    ];

    expect(filled).toEqual([
      { do: 'raiseAlert', message: 'Ann Archer in Alpha: It refuses' },
      { do: 'createNote', body: 'Now vip' },
      { do: 'createTask', title: 'Follow up', dueInMs: 1 },
      { do: 'addTags', tags: ['seen by the gateway'] },
    ]);
  });
});
