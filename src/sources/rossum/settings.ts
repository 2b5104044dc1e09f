import { z } from 'zod';
import { PARTIES } from './contact.ts';

const optional = z.string().trim().optional();
const list = optional.transform((text) => (text ?? '').split(',').flatMap((part) => part.trim() || []));
const collection = (name: string) => optional.transform((text) => text || name).meta({ example: name });

/** What a Rossum connection needs; the base URL is brought down to the organisation's origin, lists are parsed. */
export const settings = z
  .object({
    ROSSUM_BASE_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .meta({ example: 'https://acme.rossum.app' }),
    ROSSUM_USERNAME: optional.meta({ example: 'gateway@acme.example' }),
    ROSSUM_PASSWORD: optional.meta({ example: 'the password of that user' }),
    ROSSUM_TOKEN: optional.meta({ example: 'an access token, instead of a user and password' }),
    ROSSUM_QUEUE_IDS: list
      .refine((ids) => ids.every((id) => /^\d+$/.test(id)), 'ROSSUM_QUEUE_IDS holds queue numbers divided by commas')
      .meta({ example: '8198,8236' }),
    ROSSUM_PARTY: z.enum(PARTIES).default('sender').meta({ example: 'recipient' }),
    ROSSUM_WEBHOOK_SECRET: list.meta({ example: 'the secret of the hook; while it is changed, new,old' }),
    ROSSUM_CONTACTS_COLLECTION: collection('contacts'),
    ROSSUM_TASKS_COLLECTION: collection('tasks'),
    ROSSUM_NOTES_COLLECTION: collection('notes'),
    ROSSUM_APPOINTMENTS_COLLECTION: collection('appointments'),
  })
  .refine(
    (given) => Boolean(given.ROSSUM_TOKEN || (given.ROSSUM_USERNAME && given.ROSSUM_PASSWORD)),
    'Set ROSSUM_USERNAME and ROSSUM_PASSWORD, or ROSSUM_TOKEN',
  );

/** The settings as `connect` gets them. */
export type Settings = z.output<typeof settings>;
