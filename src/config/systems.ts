import { z } from 'zod';
import type { SourceDefinition } from '../sources/source.ts';
import type { AppSettings } from '../sync/apps.ts';
import { explain } from './explain.ts';

/** What is set of each system, checked; what is wrong with it joins the errors. */
export function readEach(
  definitions: readonly SourceDefinition[],
  partOf: (definition: SourceDefinition) => z.ZodObject | undefined,
  env: Readonly<Record<string, string | undefined>>,
  errors: string[],
): Map<string, unknown> {
  const read = new Map<string, unknown>();
  for (const definition of definitions) {
    const settings = partOf(definition);
    if (!settings || !isMeant(settings, env)) continue;
    const result = settings.safeParse(env);
    if (result.success) read.set(definition.id, result.data);
    else errors.push(...explain(result.error, settings, env));
  }
  return read;
}

/** Settings that have a default are the operator's for all connections by consent; the others a grant decides. */
export function withTexts(
  apps: ReadonlyMap<string, unknown>,
  definitions: readonly SourceDefinition[],
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, AppSettings> {
  const textsOf = (system: string) => {
    const shape = definitions.find(({ id }) => id === system)?.oauth?.settings.shape ?? {};
    return Object.fromEntries(
      Object.entries(shape).flatMap(([name, field]) => {
        const text = env[name];
        return field instanceof z.ZodDefault && text !== undefined ? [[name, text]] : [];
      }),
    );
  };
  return new Map([...apps].map(([system, app]) => [system, { app, texts: textsOf(system) }]));
}

/** A system or an app is meant to be used as soon as one of its variables without a default is set. */
function isMeant(settings: z.ZodObject, env: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(settings.shape).some(
    ([name, field]) => env[name] !== undefined && !(field instanceof z.ZodDefault),
  );
}
