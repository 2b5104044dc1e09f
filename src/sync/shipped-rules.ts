import type { ShippedRule } from '../model/rule.ts';

const QUARTER_HOUR = 15 * 60_000;
const DAY = 86_400_000;
const NEEDS_DETAILS = 'needs details';

/** The rules that come with the gateway and are about no system in particular. */
export const shippedRules: readonly ShippedRule[] = [
  {
    id: 'rul_changed-details',
    name: 'When the phone, e-mail or address of a contact changes in a system, a task is created to check it',
    on: 'sandbox',
    trigger: { on: ['changed'], kinds: ['contact'], origins: 'systems', fields: ['phone', 'email', 'address.*'] },
    when: null,
    actions: [
      {
        do: 'createTask',
        title: 'Check the new {{changed}} of {{contact.name}}',
        body: 'Changed in {{origin}}.',
        dueInMs: DAY,
        unlessOpen: true,
      },
    ],
  },
  {
    id: 'rul_changed-note',
    name: 'When a note changes in a system, a task is created to read it',
    on: 'sandbox',
    trigger: { on: ['changed'], kinds: ['note'], origins: 'systems', fields: ['title', 'body'] },
    when: null,
    actions: [
      {
        do: 'createTask',
        title: 'Read the changed note about {{contact.name}}',
        body: 'Changed in {{origin}}: {{body}}',
        dueInMs: DAY,
        unlessOpen: true,
      },
    ],
  },
  {
    id: 'rul_needs-details',
    name: 'Every 15 minutes, a contact without phone and e-mail gets a tag and a task to ask for them',
    on: 'sandbox',
    trigger: { every: QUARTER_HOUR, kind: 'contact' },
    when: {
      all: [
        { field: 'phone', is: 'empty' },
        { field: 'email', is: 'empty' },
      ],
    },
    actions: [
      { do: 'addTags', tags: [NEEDS_DETAILS] },
      { do: 'createTask', title: 'Ask {{contact.name}} for a phone number or e-mail', dueInMs: DAY, unlessOpen: true },
    ],
  },
  {
    id: 'rul_has-details',
    name: 'Every 15 minutes, a contact that has got a phone or e-mail loses the tag that asks for them',
    on: 'sandbox',
    trigger: { every: QUARTER_HOUR, kind: 'contact', again: QUARTER_HOUR },
    when: {
      all: [
        { tag: NEEDS_DETAILS },
        {
          any: [
            { field: 'phone', is: 'filled' },
            { field: 'email', is: 'filled' },
          ],
        },
      ],
    },
    actions: [{ do: 'removeTags', tags: [NEEDS_DETAILS] }],
  },
  {
    id: 'rul_sync-notes',
    name: 'Every 15 minutes, notes are read in every system, unless they have just been',
    on: 'sandbox',
    trigger: { every: QUARTER_HOUR },
    when: null,
    actions: [{ do: 'syncKinds', kinds: ['note'] }],
  },
];
