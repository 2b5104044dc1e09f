import { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { toInstant } from '../../model/tidy.ts';
import type { Page } from '../source.ts';
import { readCursor } from './cursor.ts';
import { date, decode } from './ejson.ts';
import { decodeRow, type RowShape } from './row.ts';
import type { Row, Storage } from './storage.ts';

/** Rows in one page of a scan: the vendor's own pages go up to 2,500, smaller ones keep memory and answers light. */
const PAGE = 500;

/** How far a scan looks back behind the last one: writers stamp by their own clocks, and a write takes time to be seen. */
export const OVERLAP_MS = 120_000;

const Position = z.object({
  /** When this pass began: what the next one looks back to. */
  startedAt: z.number(),
  /** Changes behind this time; null: every row there is. */
  since: z.number().nullable(),
  /** The row that the last page ended with, in the store's own form; absent once the pass is done. */
  after: z.object({ at: z.string().nullable(), id: z.unknown() }).optional(),
});
type Position = z.output<typeof Position>;

/**
 * All rows in the order of `_id`, or those changed since the cursor in the order of (updated_at, _id), soft-deleted ones
 * included. A row that was written past the stamps, by an upload of a master data file, is only seen by `scanRows(null)`.
 */
export async function* scanRows(
  storage: Storage,
  shape: RowShape,
  clock: Clock,
  cursor: string | null,
): AsyncIterable<Page> {
  let position = beginning(cursor, clock.now());
  for (;;) {
    const rows = await storage.find({ query: queryOf(position), sort: sortOf(position), limit: PAGE });
    const last = rows.at(-1);
    const { after: _, ...done } = position;
    position = rows.length < PAGE || !last ? done : { ...position, after: placeOf(last) };
    const records = rows.map((row) => decodeRow(shape, row)).filter((record) => record !== null);
    yield { records, resume: JSON.stringify(position) };
    if (!position.after) return;
  }
}

function beginning(cursor: string | null, now: number): Position {
  const known = readCursor(Position, cursor);
  if (!known) return { startedAt: now, since: null };
  return known.after ? known : { startedAt: now, since: known.startedAt };
}

function queryOf({ since, after }: Position): Row {
  if (since === null) return after ? { _id: { $gt: after.id } } : {};
  if (!after?.at) return { updated_at: { $gte: date(since - OVERLAP_MS) } };
  // Many rows may carry one stamp: among those the `_id` says which were seen.
  const at = date(after.at);
  return { $or: [{ updated_at: { $gt: at } }, { updated_at: at, _id: { $gt: after.id } }] };
}

function sortOf({ since }: Position): Readonly<Record<string, 1>> {
  return since === null ? { _id: 1 } : { updated_at: 1, _id: 1 };
}

function placeOf(row: Row): { at: string | null; id: unknown } {
  const at = decode(row.updated_at);
  return { at: typeof at === 'string' ? toInstant(at) : null, id: row._id };
}
