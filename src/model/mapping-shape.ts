import { z } from 'zod';
import { DIRECTIONS, type MappingRow, OCCASIONS } from './mapping.ts';
import { Transform } from './transform.ts';

const field = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((name) => !name.slice(0, -1).includes('*'), 'may only end with .*');

/** Rows that the graph answered may be given back as they are: it writes `IF_EMPTY` for `ifEmpty`. */
function ownWord(given: unknown): unknown {
  if (typeof given !== 'string' || !/^[A-Z]+(_[A-Z]+)*$/.test(given)) return given;
  return given.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads a row of a mapping that came from outside or from the store. */
export const MappingRowShape: z.ZodType<MappingRow> = z.strictObject({
  entity: field,
  record: z.union([field, z.array(field).min(1).max(10)]),
  direction: z.preprocess(ownWord, z.enum(DIRECTIONS).optional()),
  transforms: z.array(Transform).max(10).optional(),
  owner: z.boolean().optional(),
  when: z.preprocess(ownWord, z.enum(OCCASIONS).optional()),
});

/** The most rows that one mapping may have. */
export const MOST_ROWS = 300;

/** Reads the mapping of one kind in one system. */
export const MappingShape: z.ZodType<readonly MappingRow[]> = z.array(MappingRowShape).max(MOST_ROWS);
