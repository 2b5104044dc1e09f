import { z } from 'zod';

/** A path of an office note or task endpoint as Commusoft may grant it to a partner; holds {customerId} once. */
const template = z
  .string()
  .regex(/^(\/([\w-]+|\{customerId\}))+$/, 'must be a path such as /customers/{customerId}/notes')
  .refine((path) => path.split('{customerId}').length === 2, 'must hold {customerId} once');

/** What a connection to Commusoft needs from the environment. */
export const settings = z.object({
  COMMUSOFT_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://app.commusoft.co.uk/webservice_dev.php/api/v1')
    .meta({ example: 'https://app.commusoft.co.uk/webservice_dev.php/api/v1' }),
  COMMUSOFT_CLIENT_ID: z.string().min(1).meta({ example: '12345' }),
  COMMUSOFT_USERNAME: z.string().min(1).meta({ example: 'gateway' }),
  COMMUSOFT_PASSWORD: z.string().min(1).meta({ example: 'the password of that user' }),
  COMMUSOFT_APPLICATION_ID: z.string().min(1).meta({ example: 'the API key that Commusoft issued' }),
  COMMUSOFT_CUSTOMER_TYPE_ID: z.string().regex(/^\d+$/, 'must be a number').default('1').meta({ example: '1' }),
  COMMUSOFT_NOTES_PATH: template.optional().meta({ example: '/customers/{customerId}/notes' }),
  COMMUSOFT_TASKS_PATH: template.optional().meta({ example: '/customers/{customerId}/tasks' }),
  COMMUSOFT_WEBHOOK_SECRET: z.string().min(1).optional().meta({ example: 'one secret, or several with commas' }),
});

/** The settings, checked. */
export type Settings = z.output<typeof settings>;

/** The id of this system, as its folder is called. */
export const SYSTEM = 'commusoft';

/** What people call it. */
export const NAME = 'Commusoft';

/** Sets our uuids apart from all others; with it, the same key always makes the same uuid. */
export const NAMESPACE = '6f0d9a4e-6f3c-5b7e-9d0a-3c1f5b7a2e84';
