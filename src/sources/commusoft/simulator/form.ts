import type { FastifyInstance } from 'fastify';

/** A tree of form fields, as PHP makes it of bracketed names. */
interface Branch {
  [name: string]: string | Branch;
}

/** What a form's reading came to: the values, and what is wrong with each refused field. */
export interface FormReading {
  readonly values: Record<string, unknown>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What Symfony says of a required field that was not sent. */
export const BLANK = 'This value should not be blank.';
/** What Symfony says of a value of the wrong type. */
export const NOT_VALID = 'This value is not valid.';

/** Makes a scope understand form-urlencoded bodies, brackets unfolded; nested JSON it understands already. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, unfold(new URLSearchParams(String(body)))),
  );
}

/** Reads `a[b][0]=x` as {a: {b: {0: 'x'}}}. */
function unfold(fields: URLSearchParams): Branch {
  const root: Branch = Object.create(null);
  for (const [name, value] of fields) {
    const keys = name.split(/[[\]]+/).filter(Boolean);
    const last = keys.pop();
    if (last === undefined) continue;
    let branch = root;
    for (const key of keys) {
      const known = branch[key];
      const next: Branch = typeof known === 'object' ? known : Object.create(null);
      branch[key] = next;
      branch = next;
    }
    branch[last] = value;
  }
  return root;
}

/** The value at that path of a form or of nested JSON; undefined where the path ends early. */
function valueAt(body: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    body,
  );
}

/** The trimmed text at that path; null where there is none or it is empty, as a Symfony text field reads it. */
export function textAt(body: unknown, ...path: string[]): string | null {
  const value = valueAt(body, ...path);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).trim() || null;
}

/** The tick at that path as 0 or 1. */
export function tickAt(body: unknown, ...path: string[]): 0 | 1 {
  return ['1', 'true'].includes(String(valueAt(body, ...path))) ? 1 : 0;
}
