import { inspect } from 'node:util';

/** Has an object show only that when it is printed, logged or made JSON of; to read it stays as it was. */
export function veiled<T extends object>(object: T, shown: Readonly<Record<string, unknown>>): T {
  const show = { value: () => shown, enumerable: false };
  return Object.defineProperties(object, { toJSON: show, [inspect.custom]: show });
}
