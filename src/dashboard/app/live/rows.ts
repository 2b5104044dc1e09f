/** Puts an event on top of those known, newest first, each once; keeps so many. */
export function withEvent<T extends { readonly id: string | number }>(
  rows: readonly T[],
  event: T,
  keep: number,
): readonly T[] {
  if (rows.some(({ id }) => id === event.id)) return rows;
  return [event, ...rows].slice(0, keep);
}
