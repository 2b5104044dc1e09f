import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readSecretKey } from './base/secret-key.ts';
import { veiled } from './base/veil.ts';
import { explain } from './config/explain.ts';
import { readEach, withTexts } from './config/systems.ts';
import { parseNetwork } from './http/caller.ts';
import { type DoorSettings, doorSettings, doorVariables, halfSaid } from './http/door/settings.ts';
import type { SourceDefinition } from './sources/source.ts';
import type { AppSettings } from './sync/apps.ts';
import { parseSchedule, type Schedule } from './sync/schedule.ts';

/** Everything the environment decides. `systems` holds the settings of those that are configured, by id; `apps` those of the OAuth apps. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** What secrets are sealed with, the current key first; empty: with the key file in the data folder. */
  readonly secretKeys: readonly KeyObject[];
  readonly logLevel: string;
  readonly sandbox: 'auto' | 'on' | 'off';
  /** How often each kind of each system is polled. */
  readonly syncEvery: Schedule;
  readonly firstSync: 'auto' | 'plan';
  /** Where people find the gateway; messages link to it. */
  readonly publicUrl: string | undefined;
  /** The mail server and the sender; undefined: no mail is sent. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** Names and addresses in private networks that people may enter. */
  readonly allowPrivateHosts: readonly string[];
  /** Who may call. */
  readonly door: DoorSettings;
  readonly callers: Callers;
  readonly systems: ReadonlyMap<string, unknown>;
  readonly apps: ReadonlyMap<string, AppSettings>;
}

/** What callers of the graph may do; `auto` is more in the sandbox than elsewhere. */
export interface Callers {
  readonly introspection: 'auto' | 'on' | 'off';
  readonly requestsPerMinute: number | 'auto' | 'off';
  readonly mostCost: number;
  readonly mostStreams: number;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly trustedDocuments: { readonly path: string; readonly only: boolean } | null;
}

/** The configuration, or one line for every variable that is wrong: its name, what is wrong, an example. */
export type ConfigResult = { readonly config: Config } | { readonly errors: readonly string[] };

/** The workspace of a gateway's store. */
export const WORKSPACE = 'default';

/** Environment variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

const NO_KEY = 'is not a key of 32 bytes in base64 or hex';
const NEW_KEY = '$(openssl rand -base64 32)';

/** `example` is what an error suggests. */
const Gateway = z.object({
  PORT: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is not a port')
    .max(65_535, 'is not a port')
    .default(4000)
    .meta({ example: '4000' }),
  HOST: z.string().default('127.0.0.1').meta({ example: '127.0.0.1' }),
  DATA_DIR: z.string().default('./.data').meta({ example: './.data' }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not a PostgreSQL address' })
    .optional()
    .meta({ example: 'postgres://user:password@127.0.0.1:5432/tributary' }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'is not a Redis address' })
    .optional()
    .meta({ example: 'redis://127.0.0.1:6379' }),
  SECRET_KEY: z.string().trim().refine(isSecretKey, NO_KEY).optional().meta({ example: NEW_KEY }),
  SECRET_KEY_OLD: listOf(isSecretKey, NO_KEY).meta({ example: 'former-key,older-key' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is not a level')
    .default('warn')
    .meta({ example: 'info' }),
  SANDBOX: z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto').meta({ example: 'auto' }),
  FIRST_SYNC: z.enum(['auto', 'plan'], 'must be auto or plan').default('auto').meta({ example: 'plan' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .optional()
    .meta({ example: 'https://tributary.example.com' }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'is not the address of a mail server' })
    .optional()
    .meta({ example: 'smtps://user:password@mail.example.com' }),
  SMTP_FROM: z.email('is not an e-mail address').optional().meta({ example: 'tributary@example.com' }),
  ALLOW_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    )
    .meta({ example: 'hooks.lan,192.168.1.20' }),
  ...doorVariables,
  INTROSPECTION: z.enum(['auto', 'on', 'off'], 'must be auto, on or off').default('auto').meta({ example: 'on' }),
  RATE_LIMIT_PER_MINUTE: z
    .union(
      [z.enum(['auto', 'off']), countOf(1_000_000, 'must be a whole number above 0, auto or off')],
      'must be a whole number above 0, auto or off',
    )
    .default('auto')
    .meta({ example: '600' }),
  MAX_COST: countOf(1_000_000_000).default(10_000).meta({ example: '10000' }),
  MAX_STREAMS: countOf(1_000_000).default(100).meta({ example: '100' }),
  CORS_ORIGINS: listOf(isOrigin, 'is not an origin').meta({
    example: 'https://app.example.com,https://admin.example.com',
  }),
  TRUSTED_PROXIES: listOf((text) => parseNetwork(text) !== null, 'is neither an address nor a network').meta({
    example: '127.0.0.1,10.0.0.0/8',
  }),
  TRUSTED_DOCUMENTS: z.string().optional().meta({ example: './persisted-documents.json' }),
  TRUSTED_DOCUMENTS_ONLY: z.enum(['on', 'off'], 'must be on or off').default('off').meta({ example: 'on' }),
});

function countOf(most: number, wrong = 'must be a whole number above 0') {
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(most, wrong);
}

/** Several values, divided by commas. */
function listOf(fits: (text: string) => boolean, wrong: string) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(fits), `has an entry that ${wrong}`);
}

function isSecretKey(text: string): boolean {
  return readSecretKey(text) !== null;
}

/** As a browser writes it: scheme, host and port, nothing behind. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;
}

/** The variables this process was started with, and those of a .env file beside it where they are not set. */
export function environment(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The gateway's own settings; those that name systems know which there are. */
function gatewayOf(definitions: readonly SourceDefinition[]) {
  const ids = definitions.map(({ id }) => id);
  const exceptions = ids.slice(0, 1).flatMap((id) => [`${id}=30m`, `${id}.note=1h`]);
  return Gateway.extend({
    SYNC_EVERY: z
      .string()
      .default('15m')
      .transform((text, { addIssue }) => {
        const schedule = parseSchedule(text, ids);
        if (typeof schedule !== 'string') return schedule;
        addIssue(schedule);
        return z.NEVER;
      })
      .meta({ example: ['15m', ...exceptions].join(',') }),
  }).refine((own) => own.TRUSTED_DOCUMENTS_ONLY === 'off' || own.TRUSTED_DOCUMENTS !== undefined, {
    path: ['TRUSTED_DOCUMENTS_ONLY'],
    error: 'needs TRUSTED_DOCUMENTS',
  });
}

/** Reads the environment; empty variables count as unset. Pure: throws nothing, prints nothing. */
export function readConfig(raw: Env, definitions: readonly SourceDefinition[]): ConfigResult {
  const env = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const gateway = gatewayOf(definitions);
  const own = gateway.safeParse(env);
  const errors = own.success
    ? [...halfSet(own.data), ...halfSaid(own.data), ...keyless(own.data)]
    : explain(own.error, gateway, env);
  const systems = readEach(definitions, ({ settings }) => settings, env, errors);
  const apps = readEach(definitions, ({ oauth }) => oauth?.app, env, errors);
  // A variable may be a system's and its app's.
  if (!own.success || errors.length > 0) return { errors: [...new Set(errors)] };
  const data = own.data;
  return {
    config: withoutSecrets({
      port: data.PORT,
      host: data.HOST,
      dataDir: data.DATA_DIR,
      databaseUrl: data.DATABASE_URL,
      redisUrl: data.REDIS_URL,
      secretKeys: [data.SECRET_KEY ?? [], data.SECRET_KEY_OLD].flat().flatMap((text) => readSecretKey(text) ?? []),
      logLevel: data.LOG_LEVEL,
      sandbox: data.SANDBOX,
      syncEvery: data.SYNC_EVERY,
      firstSync: data.FIRST_SYNC,
      publicUrl: data.PUBLIC_URL,
      smtp: data.SMTP_URL && data.SMTP_FROM ? { url: data.SMTP_URL, from: data.SMTP_FROM } : undefined,
      allowPrivateHosts: data.ALLOW_PRIVATE_HOSTS,
      door: doorSettings(data),
      callers: {
        introspection: data.INTROSPECTION,
        requestsPerMinute: data.RATE_LIMIT_PER_MINUTE,
        mostCost: data.MAX_COST,
        mostStreams: data.MAX_STREAMS,
        corsOrigins: data.CORS_ORIGINS,
        trustedProxies: data.TRUSTED_PROXIES,
        trustedDocuments: data.TRUSTED_DOCUMENTS
          ? { path: data.TRUSTED_DOCUMENTS, only: data.TRUSTED_DOCUMENTS_ONLY === 'on' }
          : null,
      },
      systems,
      apps: withTexts(apps, definitions, env),
    }),
  };
}

/** The same configuration, of which a dump tells nothing secret. */
export function withoutSecrets(config: Config): Config {
  const { port, host, dataDir, logLevel, sandbox, firstSync, publicUrl, systems, apps } = config;
  const ids = { systems: [...systems.keys()], apps: [...apps.keys()] };
  return veiled(config, { port, host, dataDir, logLevel, sandbox, firstSync, publicUrl, ...ids });
}

/** Mail needs a server and a sender. */
function halfSet({ SMTP_URL, SMTP_FROM }: z.output<typeof Gateway>): string[] {
  if (SMTP_URL && !SMTP_FROM) return ['SMTP_FROM is missing; example: SMTP_FROM=tributary@example.com'];
  if (SMTP_FROM && !SMTP_URL) return ['SMTP_URL is missing; example: SMTP_URL=smtps://user:password@mail.example.com'];
  return [];
}

/** A key file is one machine's, and a database server may serve several. */
function keyless({ SECRET_KEY, SECRET_KEY_OLD, DATABASE_URL }: z.output<typeof Gateway>): string[] {
  const needs = DATABASE_URL ? 'DATABASE_URL' : SECRET_KEY_OLD.length > 0 ? 'SECRET_KEY_OLD' : null;
  return SECRET_KEY || !needs ? [] : [`SECRET_KEY is missing, and ${needs} needs it; example: SECRET_KEY=${NEW_KEY}`];
}
