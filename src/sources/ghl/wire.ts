import { z } from 'zod';
import { Problem, toProblem } from '../../base/errors.ts';
import type { Fields, Value } from '../../model/kind.ts';

/** The id of a thing: 20 letters and digits as a rule, but taken as it comes. */
export const id = z.string().min(1);

/** A text that may be missing, null or written as a number; what is no text counts as missing. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined);

/** A list of names that may be missing; what is no such list counts as missing. */
export const names = z.array(z.string()).nullish().catch(undefined);

/** A yes or no that may be missing. */
export const flag = z.boolean().nullish().catch(undefined);

/** A moment with its offset, or in milliseconds since 1970; answered in the latter, undefined where it cannot be read. */
export const moment = z
  .union([z.number(), z.string().transform((written) => Date.parse(written))])
  .nullish()
  .catch(undefined)
  .transform((ms) => (typeof ms === 'number' && Number.isFinite(ms) ? ms : undefined));

/** Reads nothing of an answer: for operations whose answer says no more than that it went well. */
export const anything = z.unknown();

/** The fields a row speaks of: undefined is left out as unknown, empty text is null. */
export function spoken(values: Readonly<Record<string, Value | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(values)
      .filter((pair): pair is [string, Value] => pair[1] !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  );
}

/** The fields of a row that holds everything: what it does not speak of is empty. */
export function whole(values: Readonly<Record<string, Value | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, value === '' ? null : (value ?? null)]),
  );
}

/** The stamps of a record, without the ones the row does not hold. */
export function stamps(
  createdAt: number | undefined,
  changedAt: number | undefined,
): { createdAt?: number; changedAt?: number } {
  return { ...(createdAt === undefined ? {} : { createdAt }), ...(changedAt === undefined ? {} : { changedAt }) };
}

/** DataLoader's contract over single reads: same length and order, a failure in its own place. */
export function each<I, O>(items: readonly I[], read: (item: I) => Promise<O>): Promise<(O | Error)[]> {
  return Promise.all(
    items.map(async (item) => {
      try {
        return await read(item);
      } catch (thrown) {
        return toProblem(thrown);
      }
    }),
  );
}

/** The contact a new record belongs to; INVALID where it names none, for nothing of this kind stands alone. */
export function ownerOf(what: string, contactId: string | undefined): string {
  if (contactId) return contactId;
  throw new Problem('INVALID', `HighLevel keeps a ${what} only under its contact, and none was named`, 'never', {
    system: 'ghl',
    path: ['contactId'],
  });
}

/** Only the listed fields; 'custom.*' stands for every custom field. */
export function only(listed: readonly string[], fields: Fields): Fields {
  const custom = listed.includes('custom.*');
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => listed.includes(field) || (custom && field.startsWith('custom.'))),
  );
}
