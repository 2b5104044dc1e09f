import { z } from 'zod';
import { unprocessable } from './refusal.ts';

/** The body as the schema has it; 422 with HighLevel's texts for what is wrong or unknown in it. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body ?? {}, { reportInput: true });
  if (result.success) return result.data;
  throw unprocessable(...result.error.issues.flatMap(textsOf));
}

/** A text that is one of the times HighLevel accepts; with or without an offset. */
export const time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'must be a valid ISO 8601 date string');

/** A query parameter holding a whole number, as text; 422 where it is not one or over `most`. */
export function parseCount(name: string, given: string | undefined, standard: number, most: number): number {
  if (given === undefined) return standard;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 0) throw unprocessable(`${name} must be a number string`);
  if (count > most) throw unprocessable(`${name} must not be greater than ${most}`);
  return count;
}

function textsOf(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `property ${[...issue.path, key].join('.')} should not exist`);
    case 'invalid_type':
      return [issue.input === undefined ? `${name} should not be empty` : `${name} must be ${article(issue.expected)}`];
    case 'invalid_value':
      return [`${name} must be one of the following values: ${issue.values.join(', ')}`];
    case 'invalid_format':
      return [issue.format === 'email' ? `${name} must be an email` : `${name} ${issue.message}`];
    case 'too_big':
      return [`${name} must not be greater than ${issue.maximum}`];
    default:
      return [`${name} ${issue.message}`];
  }
}

function article(type: string): string {
  if (type === 'array' || type === 'object') return `an ${type}`;
  return type === 'boolean' ? 'a boolean value' : `a ${type}`;
}
