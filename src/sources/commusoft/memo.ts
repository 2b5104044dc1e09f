import type { Clock } from '../../base/clock.ts';

/** The loaded value, kept so many milliseconds and loaded once for all who wait; a failed load is not kept. */
export function memo<T>(clock: Clock, ms: number, load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly value: Promise<T>; readonly until: number } | null = null;
  return () => {
    if (kept && clock.now() < kept.until) return kept.value;
    const value = load();
    const entry = { value, until: clock.now() + ms };
    kept = entry;
    value.catch(() => {
      if (kept === entry) kept = null;
    });
    return value;
  };
}
