import { z } from 'zod';
import { isRsaKey } from '../../base/signature.ts';

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

/** An Ed25519 key: 32 bytes behind the fixed head of an SPKI. */
const ED25519_KEY = /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/;

/** One or more keys divided by commas, so that one can be replaced by another. */
const keys = (published: string, isKey: (key: string) => boolean, what: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine((all) => all.every(isKey), `is not ${what} in base64, or several divided by commas`)
    .default([published]);

/** What a connection to HighLevel needs from the environment; lists are parsed. */
export const settings = z.object({
  GHL_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://services.leadconnectorhq.com')
    .meta({ example: 'https://services.leadconnectorhq.com' }),
  GHL_LOCATION_ID: z.string().min(1).meta({ example: 've9EPM428h8vShlRW1KT' }),
  GHL_TOKEN: z.string().min(1).meta({ example: 'pit-00000000-0000-0000-0000-000000000000' }),
  GHL_CALENDAR_ID: z.string().min(1).optional().meta({ example: 'BqTwX8QFwXzpegMve9EQ' }),
  GHL_WEBHOOK_PUBLIC_KEY: keys(PUBLISHED_KEY, (key) => ED25519_KEY.test(key), 'an Ed25519 public key').meta({
    example: PUBLISHED_KEY,
  }),
  GHL_ACCEPT_RSA_SIGNATURE: z.enum(['on', 'off'], 'must be on or off').default('off').meta({ example: 'off' }),
  GHL_WEBHOOK_RSA_PUBLIC_KEY: keys(PUBLISHED_RSA_KEY, isRsaKey, 'an RSA public key of 2048 bits or more').meta({
    example: PUBLISHED_RSA_KEY,
  }),
});

/** The settings, checked. */
export type Settings = z.output<typeof settings>;
