import { z } from 'zod';
import type { Logger } from '../../base/logger.ts';
import { SYSTEM } from './settings.ts';

/** An object as Commusoft sent it, its keys brought into one spelling by `plainKeys`. */
export type Row = Readonly<Record<string, unknown>>;

/** A text or number as trimmed text; null where empty, undefined where it is something else and so says nothing. */
export const text = z.unknown().transform((value): string | null | undefined => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() || null : undefined;
});

/** An id as text: a number in paths, but Commusoft sends it as a number here and a text there. */
export const id = z.union([z.string().trim().min(1), z.number()]).transform(String);

/** True for 1, true and yes, also as texts. */
export const flag = z.unknown().transform((value) => /^(1|true|yes)$/i.test(String(value)));

/** The value with every key in lower case without spaces, dots and underscores: 'Job Customer Id' is 'jobcustomerid'. */
export function plainKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainKeys);
  if (!isObject(value)) return value;
  const plain = new Map<string, unknown>();
  for (const [key, held] of Object.entries(value)) {
    const name = key.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!isHeld(plain.get(name))) plain.set(name, plainKeys(held));
  }
  return Object.fromEntries(plain);
}

/** A schema of plain rows in which every key may be missing and may be spelled in any of the listed ways. */
export function row<S extends z.ZodRawShape>(shape: S, spellings: Readonly<Record<string, readonly string[]>> = {}) {
  const names = Object.keys(shape);
  const pick = (value: unknown) => {
    if (!isObject(value)) return value;
    const held = (name: string) => [name, ...(spellings[name] ?? [])].map((key) => value[key]).find(isHeld) ?? null;
    return Object.fromEntries(names.map((name) => [name, held(name)]));
  };
  return z.preprocess(pick, z.object(shape));
}

/** The rows that fit the schema; one without an id can be no record and is left out with a warning. */
export function parseRows<T>(schema: z.ZodType<T>, rows: readonly Row[], what: string, log: Logger): T[] {
  const parsed = rows.map((raw) => schema.safeParse(raw));
  const fit = parsed.flatMap((result) => (result.success ? [result.data] : []));
  const unfit = rows.length - fit.length;
  if (unfit > 0) log.warn({ system: SYSTEM, what, unfit }, 'rows without an id were left out');
  return fit;
}

/** Is it an object with keys of its own? */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Does it hold something? Empty values arrive as missing, null or ''. */
export function isHeld(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
