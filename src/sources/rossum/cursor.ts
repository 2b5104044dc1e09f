import type { z } from 'zod';

/** What a scan wrote down to continue from; null where it is absent or unreadable, which leads to a scan of everything. */
export function readCursor<S extends z.ZodType>(shape: S, cursor: string | null): z.output<S> | null {
  if (cursor === null) return null;
  try {
    return shape.safeParse(JSON.parse(cursor)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
