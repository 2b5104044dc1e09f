import { z } from 'zod';
import { DATE_FORMATS, type DateFormat, isZone } from './date-format.ts';
import type { Value } from './kind.ts';
import { compile } from './pattern.ts';
import { isCountry } from './tidy.ts';

/**
 * One step between a record's value and an entity's; data, never code. What a step cannot understand it passes on as it came, except
 * where it says otherwise.
 */
export type Transform =
  /** Without space around it, whichever way it goes. */
  | { readonly do: 'trim' }
  /** In these letters, whichever way it goes. */
  | { readonly do: 'case'; readonly to: 'upper' | 'lower' | 'title' }
  /** The first word of a full name, or the rest; written back, it changes that part and leaves the other. */
  | { readonly do: 'splitName'; readonly part: 'first' | 'last' }
  /** A full name of two record fields; written back, the first word goes to the first and the rest to the second. */
  | { readonly do: 'joinName' }
  /** E.164 in the entity, the country's national form in the record. */
  | { readonly do: 'phone'; readonly country: string }
  /** An instant in the entity, that form at the clock of that zone (default UTC) in the record. */
  | { readonly do: 'date'; readonly format: DateFormat; readonly zone?: string | undefined }
  /** Record value to entity value, null for any other; written back by the first record value with that entity value. */
  | { readonly do: 'table'; readonly table: Readonly<Record<string, Value>> }
  /** A number in the entity, text with that decimal sign (default '.') in the record; what is no number is empty. */
  | { readonly do: 'number'; readonly decimal?: '.' | ',' | undefined }
  /** This, whatever is there. */
  | { readonly do: 'constant'; readonly value: Value }
  /** This where it is empty, whichever way it goes. */
  | { readonly do: 'default'; readonly value: Value }
  /** Several record fields with this between them, empty ones left out; with `split` cut there again when written back. */
  | { readonly do: 'concatenate'; readonly separator: string; readonly split?: true | undefined }
  /** What the pattern's group (default 0, the whole) matches first; empty where it matches nothing. */
  | { readonly do: 'extract'; readonly pattern: string; readonly group?: number | undefined };

/** The ways values go: from the record into the entity, or out to it. */
export type Way = 'in' | 'out';

const text = (longest: number) => z.string().min(1).max(longest);
const scalar = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]);

const Extract = z
  .strictObject({ do: z.literal('extract'), pattern: text(200), group: z.number().int().min(0).max(9).optional() })
  .superRefine(({ pattern, group = 0 }, problems) => {
    const compiled = compile(pattern);
    if ('error' in compiled) problems.addIssue({ code: 'custom', path: ['pattern'], message: compiled.error });
    else if (group > compiled.groups)
      problems.addIssue({ code: 'custom', path: ['group'], message: `is not one of the pattern's ${compiled.groups}` });
  });

/** Reads a transform that came from outside or from the store. */
export const Transform: z.ZodType<Transform> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('trim') }),
  z.strictObject({ do: z.literal('case'), to: z.enum(['upper', 'lower', 'title']) }),
  z.strictObject({ do: z.literal('splitName'), part: z.enum(['first', 'last']) }),
  z.strictObject({ do: z.literal('joinName') }),
  z.strictObject({ do: z.literal('phone'), country: z.string().refine(isCountry, 'is not a country such as GB') }),
  z.strictObject({
    do: z.literal('date'),
    format: z.enum(DATE_FORMATS),
    zone: z.string().refine(isZone, 'is not a time zone such as Europe/London').optional(),
  }),
  z.strictObject({
    do: z.literal('table'),
    table: z
      .record(z.string().max(500), scalar)
      .refine((table) => Object.keys(table).length <= 500, 'has more than 500 lines'),
  }),
  z.strictObject({ do: z.literal('number'), decimal: z.enum(['.', ',']).optional() }),
  z.strictObject({ do: z.literal('constant'), value: scalar }),
  z.strictObject({ do: z.literal('default'), value: scalar }),
  z.strictObject({ do: z.literal('concatenate'), separator: text(20), split: z.literal(true).optional() }),
  Extract,
]);

/** The ways a transform can go; one that cannot go both at once is one-way. */
export function waysOf(transform: Transform): { readonly ways: readonly Way[]; readonly twoWay: boolean } {
  switch (transform.do) {
    case 'constant':
    case 'extract':
      return { ways: ['in', 'out'], twoWay: false };
    case 'concatenate':
      return transform.split ? { ways: ['in', 'out'], twoWay: true } : { ways: ['in'], twoWay: false };
    default:
      return { ways: ['in', 'out'], twoWay: true };
  }
}

/** True if it makes one value of several record fields, and so has to come first. */
export function joins(transform: Transform | undefined): boolean {
  return transform?.do === 'joinName' || transform?.do === 'concatenate';
}

/** What a transform does, for people. */
export function transformInWords(transform: Transform): string {
  switch (transform.do) {
    case 'trim':
      return 'without space around it';
    case 'case':
      return transform.to === 'title' ? 'Each Word Capitalised' : `in ${transform.to} case`;
    case 'splitName':
      return `the ${transform.part === 'first' ? 'first word' : 'rest after the first word'} of a full name`;
    case 'joinName':
      return 'a full name of first and last name';
    case 'phone':
      return `a phone number as written in ${transform.country}`;
    case 'date':
      return `a time as ${transform.format}${transform.zone ? ` in ${transform.zone}` : ''}`;
    case 'table':
      return Object.entries(transform.table)
        .map(([record, entity]) => `${record} is ${entity}`)
        .join(', ');
    case 'number':
      return transform.decimal === ',' ? 'a number with a decimal comma' : 'a number';
    case 'constant':
      return `always ${JSON.stringify(transform.value)}`;
    case 'default':
      return `${JSON.stringify(transform.value)} where it is empty`;
    case 'concatenate':
      return `joined by ${JSON.stringify(transform.separator)}${transform.split ? ' and split there again' : ''}`;
    case 'extract':
      return `what /${transform.pattern}/ finds${transform.group ? ` in group ${transform.group}` : ''}`;
  }
}
