import type { LoggedEvent } from '../store/shapes.ts';

/**
 * Turns events into answers, leaving out those that map to null. Unlike an async generator it passes a `return()` on at
 * once, so that a client that leaves is let go at once and not at the next event.
 */
export function mapEvents<T>(
  events: AsyncIterableIterator<LoggedEvent>,
  map: (event: LoggedEvent) => Promise<T | null>,
): AsyncIterableIterator<T> {
  const iterator: AsyncIterableIterator<T> = {
    async next() {
      for (;;) {
        const step = await events.next();
        if (step.done) return { done: true, value: undefined };
        const value = await map(step.value);
        if (value !== null) return { done: false, value };
      }
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
