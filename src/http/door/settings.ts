import { z } from 'zod';

/** Who may call, as the environment says it. */
export interface DoorSettings {
  /** Null where it is not said. */
  readonly auth: 'on' | 'off' | null;
  /** Null where no tokens are taken. */
  readonly tokens: TokenSettings | null;
}

/** Whose tokens are taken. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: { readonly jwksUrl: string } | { readonly secret: string };
}

/** RFC 7518: a key as long as the hash at least. */
const LEAST_SECRET_BYTES = 32;

/** The variables; `example` is what an error suggests. */
export const doorVariables = {
  AUTH: z.enum(['on', 'off'], 'must be on or off').optional().meta({ example: 'on' }),
  AUTH_JWKS_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .optional()
    .meta({ example: 'https://login.example.com/.well-known/jwks.json' }),
  AUTH_JWT_SECRET: z
    .string()
    .refine(
      (secret) => Buffer.byteLength(secret) >= LEAST_SECRET_BYTES,
      `must have ${LEAST_SECRET_BYTES} bytes at least`,
    )
    .optional()
    .meta({ example: '$(openssl rand -hex 32)' }),
  AUTH_ISSUER: z.string().optional().meta({ example: 'https://login.example.com/' }),
  AUTH_AUDIENCE: z.string().optional().meta({ example: 'tributary' }),
};

type Values = z.output<z.ZodObject<typeof doorVariables>>;

/** What is half said, a line each: tokens need one kind of key, an issuer and an audience. */
export function halfSaid({ AUTH_JWKS_URL, AUTH_JWT_SECRET, AUTH_ISSUER, AUTH_AUDIENCE }: Values): string[] {
  if (AUTH_JWKS_URL && AUTH_JWT_SECRET) return ['AUTH_JWT_SECRET must not be set beside AUTH_JWKS_URL: choose one'];
  if (!AUTH_JWKS_URL && !AUTH_JWT_SECRET)
    return AUTH_ISSUER || AUTH_AUDIENCE
      ? ['AUTH_JWKS_URL is missing; example: AUTH_JWKS_URL=https://login.example.com/.well-known/jwks.json']
      : [];
  return [
    ...(AUTH_ISSUER ? [] : ['AUTH_ISSUER is missing; example: AUTH_ISSUER=https://login.example.com/']),
    ...(AUTH_AUDIENCE ? [] : ['AUTH_AUDIENCE is missing; example: AUTH_AUDIENCE=tributary']),
  ];
}

/** The settings that these variables amount to, where nothing is half said. */
export function doorSettings({ AUTH, ...rest }: Values): DoorSettings {
  const { AUTH_JWKS_URL: jwksUrl, AUTH_JWT_SECRET: secret, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience } = rest;
  const keys = jwksUrl ? { jwksUrl } : secret ? { secret } : null;
  return { auth: AUTH ?? null, tokens: keys && issuer && audience ? { issuer, audience, keys } : null };
}
