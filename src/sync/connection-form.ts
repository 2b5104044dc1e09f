import type { z } from 'zod';
import type { SourceDefinition } from '../sources/source.ts';

/** One setting of a connection, as a form shows it. */
export interface FormField {
  /** The environment variable's name, which is also its name in the graph. */
  readonly name: string;
  readonly required: boolean;
  /** Never shown once it is set. */
  readonly secret: boolean;
  readonly example: string | null;
}

/** A setting that is wrong: what is, in words that follow its name. */
export interface FormError {
  readonly name: string;
  readonly message: string;
}

/** What was read from a form: the settings as the source takes them, or everything that is wrong. */
export type FormResult =
  | { readonly settings: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly FormError[] };

const SECRET = /secret|token|password|key/i;

/** What a system has to be told. */
export function formOf({ settings }: Pick<SourceDefinition, 'settings'>): FormField[] {
  return Object.entries(settings.shape).map(([name, field]) => {
    const type = field as z.ZodType;
    const example = type.meta()?.example;
    return {
      name,
      required: !type.safeParse(undefined).success,
      secret: isSecret(name),
      example: example === undefined || isSecret(name) ? null : String(example),
    };
  });
}

/** Checks texts by name; what is unknown, missing or wrong is named, what was written is never repeated. */
export function readForm(
  { settings }: Pick<SourceDefinition, 'settings'>,
  texts: Readonly<Record<string, string>>,
): FormResult {
  const unknown = Object.keys(texts).filter((name) => !Object.hasOwn(settings.shape, name));
  const read = settings.safeParse(texts);
  const wrong = (read.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0] ?? '');
    return { name, message: texts[name] === undefined ? 'is missing' : issue.message };
  });
  const first = new Map(wrong.toReversed().map((error) => [error.name, error]));
  const errors = [...unknown.map((name) => ({ name, message: 'is not a setting of this system' })), ...first.values()];
  return errors.length > 0 || !read.success ? { errors } : { settings: read.data };
}

/** True for a setting whose value nobody is shown. */
export function isSecret(name: string): boolean {
  return SECRET.test(name);
}

/** The settings that are addresses, which people may have made lead anywhere. */
export function addressesIn(texts: Readonly<Record<string, string>>): [name: string, address: string][] {
  return Object.entries(texts).filter(([name]) => /_URL$/.test(name));
}
