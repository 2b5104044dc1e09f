import { contact } from '../model/contact.ts';
import { models } from '../model/index.ts';
import type { Fields, Kind, Value } from '../model/kind.ts';
import { missingOnCreate, validate } from '../model/validate.ts';
import { type InputError, invalid } from './errors.ts';

/** A validated input: entity fields to set, or everything that is wrong with it. */
export interface ReadInput {
  readonly fields: Fields;
  readonly errors: readonly InputError[];
}

type Input = Readonly<Record<string, unknown>>;

const MOST_CUSTOM_FIELDS = 200;
const CUSTOM_KEY = /^[\w.-]{1,100}$/;

/** Reads the entity fields out of a mutation's input; an absent field is kept, a null clears. */
export function readInput(kind: Kind, input: Input, creating: boolean): ReadInput {
  const fields: Record<string, Value> = {};
  const errors: InputError[] = [];
  for (const [field, rule] of Object.entries(models[kind].fields)) {
    const path = field.split('.');
    const value = path.reduce<unknown>(
      (part, key) => (part === null ? null : (part as Input | undefined)?.[key]),
      input,
    );
    if (value === undefined && !(creating && rule.required)) continue;
    if (rule.readOnly) continue;
    const verdict = validate(rule, value ?? null);
    if ('error' in verdict) errors.push(invalid(path, verdict.error));
    else fields[field] = verdict.value;
  }
  if (models[kind].open) readCustomFields(input.customFields, fields, errors);
  const missing = creating && missingOnCreate(models[kind], (field) => fields[field] != null);
  if (missing) errors.push({ path: ['input'], code: 'INVALID', message: `A new ${contact.kind} ${missing}` });
  return { fields, errors };
}

function readCustomFields(given: unknown, fields: Record<string, Value>, errors: InputError[]): void {
  if (!Array.isArray(given)) return;
  if (given.length > MOST_CUSTOM_FIELDS)
    errors.push(invalid(['customFields'], `must be at most ${MOST_CUSTOM_FIELDS}`));
  for (const [index, item] of given.slice(0, MOST_CUSTOM_FIELDS).entries()) {
    const { key, value } = item as { key: string; value?: Value };
    if (CUSTOM_KEY.test(key)) fields[`custom.${key}`] = value ?? null;
    else
      errors.push(
        invalid(
          ['customFields', String(index), 'key'],
          'must be 1 to 100 letters, digits, dots, dashes or underscores',
        ),
      );
  }
}
