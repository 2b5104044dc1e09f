import { z } from 'zod';

/** One line per variable: what is wrong with it first. */
export function explain(
  error: z.ZodError,
  settings: z.ZodObject,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const first = new Map(error.issues.toReversed().map((issue) => [issue.path[0], issue]));
  return [...first.values()].toReversed().map((issue) => {
    const name = String(issue.path[0] ?? '');
    const field = settings.shape[name];
    const example = field instanceof z.ZodType ? field.meta()?.example : undefined;
    const wrong = name && env[name] === undefined ? 'is missing' : sentence(issue.message);
    return `${name ? `${name} ` : ''}${wrong}${example === undefined ? '' : `; example: ${name}=${example}`}`;
  });
}

function sentence(message: string): string {
  return /^(is|has|must|needs|names|set)\b/i.test(message) ? message : `is wrong: ${message}`;
}
