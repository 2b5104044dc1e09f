import { z } from 'zod';
import { contact } from './contact.ts';
import type { FieldRule, KindModel, Value } from './kind.ts';
import { tidy, toE164, toInstant } from './tidy.ts';

/** A value fit to be kept, or what is wrong with it in words for people. */
export type Verdict = { readonly value: Value } | { readonly error: string };

const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;
const email = z.email().max(254);
const url = z.union([z.url({ protocol: /^https?$/ }), z.hostname()]);

/** Checks a caller's value against a field's rule, more strictly than what comes from a system. Null clears. */
export function validate(rule: FieldRule, value: unknown): Verdict {
  if (value === null || value === '') {
    return rule.required || rule.type === 'flag' ? { error: 'must not be empty' } : { value: tidy(rule.type, null) };
  }
  switch (rule.type) {
    case 'text':
      return validateText(rule, value);
    case 'email':
      return email.safeParse(trimmed(value)).success
        ? { value: tidy('email', String(value)) }
        : { error: 'is not an e-mail address; expected something like ann@example.org' };
    case 'phone': {
      const number = typeof value === 'string' ? toE164(value) : null;
      return number ? { value: number } : { error: 'is not a phone number; expected something like +44 20 7123 4567' };
    }
    case 'url':
      return url.safeParse(trimmed(value)).success
        ? { value: tidy('url', String(value)) }
        : { error: 'is not a web address; expected something like https://example.org' };
    case 'instant': {
      const time =
        value instanceof Date ? toInstant(value.getTime()) : typeof value === 'string' ? toInstant(value) : null;
      return time ? { value: time } : { error: 'is not a time; expected something like 2026-05-01T09:30:00Z' };
    }
    case 'flag':
      return typeof value === 'boolean' ? { value } : { error: 'must be true or false' };
    case 'names':
      return validateNames(value);
    case 'json':
      return { value: value as Value };
  }
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function validateText(rule: FieldRule, value: unknown): Verdict {
  if (typeof value !== 'string') return { error: 'must be text' };
  const tidied = tidy('text', value);
  if (tidied === null) return rule.required ? { error: 'must not be empty' } : { value: null };
  if (value.length > LONGEST_TEXT) return { error: `must have at most ${LONGEST_TEXT} characters` };
  if (rule.values && !rule.values.includes(String(tidied)))
    return { error: `must be one of ${rule.values.join(', ')}` };
  return { value: tidied };
}

function validateNames(value: unknown): Verdict {
  const names = z.array(z.string().trim().min(1).max(LONGEST_NAME)).max(500).safeParse(value);
  return names.success ? { value: tidy('names', names.data) } : { error: 'must be names of 1 to 200 characters each' };
}

/** Fields that a creation must have besides the required ones; the text says what is missing, null: nothing. */
export function missingOnCreate(model: KindModel, has: (field: string) => boolean): string | null {
  if (model !== contact) return null;
  const identifying = ['firstName', 'lastName', 'companyName', 'email', 'phone'];
  return identifying.some(has) ? null : 'needs at least one of firstName, lastName, companyName, email, phone';
}
