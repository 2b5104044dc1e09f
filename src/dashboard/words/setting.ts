/** A setting of a connection as a form shows it. */
export interface SettingWords {
  readonly label: string;
  /** Where to find it or what it does; empty where nothing is known of it. */
  readonly help: string;
  /** The values it may have, where it is one of a few. */
  readonly choices?: readonly string[];
  /** Where it is not required, it is right as it comes, and most people never touch it. */
  readonly isRare?: true;
}

/** By the variable's name without the system it begins with; `{system}` stands for what people call the system. */
const KNOWN: Readonly<Record<string, SettingWords>> = {
  BASE_URL: {
    label: 'Web address',
    help: 'Where the gateway reaches {system}. It begins with https://.',
    isRare: true,
  },
  TOKEN: { label: 'Access token', help: 'A long text that {system} makes for you in its settings. It is kept sealed.' },
  USERNAME: { label: 'User name', help: 'A user of {system} made for this gateway; not one that a person works with.' },
  PASSWORD: { label: 'Password', help: 'The password of that user. It is kept sealed and shown to nobody.' },
  LOCATION_ID: {
    label: 'Location ID',
    help: 'Which location of {system} to connect. It stands in its business settings, and in its web address.',
  },
  CALENDAR_ID: {
    label: 'Calendar ID',
    help: 'Where appointments that come from other systems are written. Without it they are only read.',
  },
  CLIENT_ID: { label: 'Client ID', help: 'The number of your company in {system}.' },
  APPLICATION_ID: { label: 'API key', help: '{system} gives it to you when it opens its interface for your company.' },
  CUSTOMER_TYPE_ID: {
    label: 'Type of new customers',
    help: 'The number of the customer type that new customers get in {system}.',
    isRare: true,
  },
  QUEUE_IDS: { label: 'Queues', help: 'The numbers of the queues whose documents are read, with commas between them.' },
  PARTY: {
    label: 'Whose contact a document is',
    help: 'Whether the sender of a document is the contact, or its recipient.',
    choices: ['sender', 'recipient'],
    isRare: true,
  },
  WEBHOOK_SECRET: {
    label: 'Webhook secret',
    help: 'With it {system} tells of changes within a second; without it they are looked for every few minutes.',
  },
  WEBHOOK_PUBLIC_KEY: {
    label: 'Webhook key',
    help: 'By it the gateway knows that a webhook truly comes from {system}. The published one is used if it stays empty.',
    isRare: true,
  },
  WEBHOOK_RSA_PUBLIC_KEY: {
    label: 'Old webhook key',
    help: 'The key of the older signature of {system}.',
    isRare: true,
  },
  ACCEPT_RSA_SIGNATURE: {
    label: 'Accept the older signature',
    help: 'Only where {system} still signs its webhooks in the old way.',
    choices: ['off', 'on'],
    isRare: true,
  },
  NOTES_PATH: {
    label: 'Path of notes',
    help: 'Only where {system} opened its notes for you under a path.',
    isRare: true,
  },
  TASKS_PATH: {
    label: 'Path of tasks',
    help: 'Only where {system} opened its tasks for you under a path.',
    isRare: true,
  },
  CONTACTS_COLLECTION: collection('contacts'),
  TASKS_COLLECTION: collection('tasks'),
  NOTES_COLLECTION: collection('notes'),
  APPOINTMENTS_COLLECTION: collection('appointments'),
};

/** A setting in plain words; one that nobody knows here is called by its own name. */
export function settingInWords(name: string, system: string): SettingWords {
  const known = KNOWN[name.slice(name.indexOf('_') + 1)];
  return known ? { ...known, help: known.help.replaceAll('{system}', system) } : { label: name, help: '' };
}

/** A text of the gateway with settings called as the form calls them, e.g. “Queues” for the variable's name. */
export function withSettingWords(text: string): string {
  return text.replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (name) => {
    const { label } = settingInWords(name, '');
    return label === name ? name : `“${label}”`;
  });
}

function collection(things: string): SettingWords {
  return { label: `Collection of ${things}`, help: `What {system} calls the collection of ${things}.`, isRare: true };
}
