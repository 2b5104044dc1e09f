import type { OpenConflict } from './problems.ts';

type Side = OpenConflict['values'][number];

/** Says that this side is right: by its name, or by its value where it says several. */
export function verdictFor(conflict: Pick<OpenConflict, 'values'>, side: Side): { take: string } | { value: unknown } {
  const said = conflict.values.filter(({ origin }) => origin === side.origin);
  return said.length === 1 ? { take: side.origin } : { value: side.value };
}

/** Can another value be typed? Where a side says something else than text, no. */
export function isText({ base, values }: Pick<OpenConflict, 'base' | 'values'>): boolean {
  return [base, ...values.map(({ value }) => value)].every((value) => value == null || typeof value === 'string');
}
