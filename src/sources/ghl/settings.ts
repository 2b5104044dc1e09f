import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readPublicKey } from '../../base/signature.ts';

/** The keys HighLevel publishes in its webhook guide (SPKI in base64): the one in use, and the RSA key of the old header. */
const PUBLISHED_KEY = 'MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=';
const PUBLISHED_RSA_KEY = [
  'MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAokvo/r9tVgcfZ5DysOSCFrm602qYV0MaAiNnX9O8KxMbiyRKWeL9JpCp',
  'Vpt4XHIcBOK4u3cLSqJGOLaPuXw6dO0t6Q/ZVdAV5Phz+ZtzPL16iCGeK9po6D6JHBpbi989mmzMryUnQJezlYJ3DVfBcsedpinh',
  'eNnyYeFXolrJvcsjDtfAeRx5ByHQmTnSdFUzuAnC9/GepgLT9SM4nCpvuxmZMxrJt5Rw+VUaQ9B8JSvbMPpez4peKaJPZHBbU3Od',
  'eCVx5klVXXZQGNHOs8gF3kvoV5rTnXV0IknLBXlcKKAQLZcY/Q9rG6Ifi9c+5vqlvHPCUJFT5XUGG5RKgOKUJ062fRtN+rLYZUV+',
  'BjafxQauvC8wSWeYja63VSUruvmNj8xkx2zE/Juc+yjLjTXpIocmaiFeAO6fUtNjDeFVkhf5LNb59vECyrHD2SQIrhgXpO4Q3dVN',
  'A5rw576PwTzNh/AMfHKIjE4xQA1SZuYJmNnmVZLIZBlQAF9Ntd03rfadZ+yDiOXCCs9FkHibELhCHULgCsnuDJHcrGNd5/Ddm5hx',
  'GQ0ASitgHeMZ0kcIOwKDOzOU53lDza6/Y09T7sYJPQe7z0cvj7aE4B+Ax1ZoZGPzpJlZtGXCsu9aTEGEnKzmsFqwcSsnw3JB31IG',
  'KAykT1hhTiaCeIY/OwwwNUY2yvcCAwEAAQ==',
].join('');

/** One or more keys divided by commas, so that one can be replaced by another. */
const keys = (type: 'ed25519' | 'rsa', published: string, what: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((key) => readPublicKey(key, type)))
    .refine((all): all is KeyObject[] => all.every((key) => key !== null), {
      error: `is not ${what} in base64, or several divided by commas`,
    })
    .default([readPublicKey(published, type)].filter((key) => key !== null))
    .meta({ example: published });

/** What a connection to HighLevel needs from the environment; lists are parsed. */
export const settings = z.object({
  GHL_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://services.leadconnectorhq.com')
    .meta({ example: 'https://services.leadconnectorhq.com' }),
  GHL_LOCATION_ID: z.string().min(1).meta({ example: 've9EPM428h8vShlRW1KT' }),
  GHL_TOKEN: z.string().min(1).meta({ example: 'pit-00000000-0000-0000-0000-000000000000' }),
  GHL_CALENDAR_ID: z.string().min(1).optional().meta({ example: 'BqTwX8QFwXzpegMve9EQ' }),
  GHL_WEBHOOK_PUBLIC_KEY: keys('ed25519', PUBLISHED_KEY, 'an Ed25519 public key'),
  GHL_ACCEPT_RSA_SIGNATURE: z.enum(['on', 'off'], 'must be on or off').default('off').meta({ example: 'off' }),
  GHL_WEBHOOK_RSA_PUBLIC_KEY: keys('rsa', PUBLISHED_RSA_KEY, 'an RSA public key of 2048 bits or more'),
});

/** The same where a grant stands for the token; it says which app has it, and which company gave it where one did. */
export const grantSettings = settings.omit({ GHL_TOKEN: true }).extend({
  GHL_APP_ID: z.string().min(1).optional(),
  GHL_COMPANY_ID: z.string().min(1).optional(),
});

/** The settings, checked: with a token, or of a grant. */
export type Settings =
  | z.output<typeof settings>
  | (z.output<typeof grantSettings> & { readonly GHL_TOKEN?: undefined });
