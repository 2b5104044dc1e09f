interface Choice {
  readonly id: string;
  readonly label: string;
}

const choices = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

/** The kinds of thing. */
export const KINDS = choices({
  contact: 'a contact',
  task: 'a task',
  note: 'a note',
  appointment: 'an appointment',
  tag: 'a tag',
});

/** Several of a kind, as they are read from systems. */
export const MANY_KINDS = choices({
  contact: 'contacts',
  task: 'tasks',
  note: 'notes',
  appointment: 'appointments',
  tag: 'tags',
});

/** What can happen to a thing. */
export const HAPPENINGS = choices({
  created: 'is new',
  changed: 'changes',
  deleted: 'is deleted',
  tagAdded: 'gets a tag',
  tagRemoved: 'loses a tag',
  conflictOpened: 'is in dispute between systems',
  deliveryFailed: 'is refused by a system',
  recordQuarantined: 'is set aside, for changing too often',
});

/** How a field is compared; those with "not:" are the same, turned round. */
export const COMPARISONS = choices({
  equal: 'is',
  different: 'is not',
  contains: 'contains',
  'not:contains': 'does not contain',
  filled: 'is filled in',
  empty: 'is empty',
  above: 'is above or after',
  below: 'is below or before',
});

/** What can be done. */
export const ACTIONS = choices({
  createTask: 'create a task',
  createNote: 'write a note',
  addTags: 'add tags to the contact',
  removeTags: 'take tags off the contact',
  raiseAlert: 'raise an alert',
  callWebhook: 'tell another program',
  pullContact: 'read the contact again in all systems',
  syncKinds: 'read everything again',
});

/** The words that texts may hold whatever the rule is about. */
export const COMMON_WORDS = choices({
  'contact.name': 'Name of the contact',
  name: 'Name or title of the thing',
  changed: 'Which fields changed',
  origin: 'Where it happened',
  'tags.added': 'Tags that came',
  'tags.removed': 'Tags that went',
  system: 'System that refused it',
  message: 'What the system said',
});
