import { formatDate, parseDate } from './date-format.ts';
import type { Value } from './kind.ts';
import { compile } from './pattern.ts';
import { firstMatch } from './pattern-match.ts';
import { tidy, toE164, toNational } from './tidy.ts';
import { joins, type Transform } from './transform.ts';

/** Told of each value that a transform could not understand, in words for people. */
export type Complain = (about: string) => void;

/** The entity's value of what a record holds in the row's fields: the first that holds something, or all of them joined. */
export function takeIn(transforms: readonly Transform[], held: readonly Value[], complain?: Complain): Value {
  const [first] = transforms;
  const joined = first && joins(first);
  const start = joined ? joinValues(first, held) : (held.find((value) => !isEmpty(value)) ?? null);
  return transforms.slice(joined ? 1 : 0).reduce<Value>((value, step) => stepIn(step, value, complain), start);
}

/** What the row's record fields are to hold for that entity value, one for each; `held` is what they hold now. */
export function putOut(
  transforms: readonly Transform[],
  value: Value,
  held: readonly Value[],
  complain?: Complain,
): readonly Value[] {
  const [first] = transforms;
  const joined = first && joins(first);
  const steps = transforms.slice(joined ? 1 : 0);
  const start = joined ? joinValues(first, held) : (held[0] ?? null);
  // What each step was given when the record was read: one that changes a part has to know the whole.
  const given: Value[] = [start];
  for (const [at, step] of steps.entries()) given.push(stepIn(step, given[at] ?? null));
  const whole = steps.reduceRight<Value>((now, step, at) => stepOut(step, now, given[at] ?? null, complain), value);
  return joined ? splitValue(first, whole, Math.max(1, held.length)) : [whole];
}

function isEmpty(value: Value): boolean {
  return value === null || value === '';
}

function stepIn(step: Transform, value: Value, complain?: Complain): Value {
  switch (step.do) {
    case 'constant':
      return step.value;
    case 'default':
      return isEmpty(value) ? step.value : value;
    case 'table':
      return value === null ? null : (lookUp(step.table, value) ?? unknown(value, step, complain, null));
    default:
      if (isEmpty(value)) return null;
  }
  switch (step.do) {
    case 'trim':
    case 'case':
      return spelled(step, value);
    case 'splitName':
      return typeof value === 'string' ? partsOfName(value.trim())[step.part] : value;
    case 'phone':
      return (typeof value === 'string' && toE164(value, step.country)) || unknown(value, step, complain, value);
    case 'date':
      return dateIn(step, value) ?? unknown(value, step, complain, value);
    case 'number':
      return numberIn(value, step.decimal ?? '.') ?? unknown(value, step, complain, null);
    case 'extract':
      return extracted(step, value);
    case 'joinName':
    case 'concatenate':
      return value;
  }
}

function stepOut(step: Transform, value: Value, before: Value, complain?: Complain): Value {
  switch (step.do) {
    case 'constant':
    case 'default':
      return stepIn(step, value, complain);
    case 'splitName':
      return changedName(before, step.part, value);
    case 'table':
      return value === null ? null : (lookBack(step.table, value) ?? unknown(value, step, complain, null));
    default:
      if (isEmpty(value)) return null;
  }
  switch (step.do) {
    case 'trim':
    case 'case':
      return spelled(step, value);
    case 'phone':
      return (typeof value === 'string' && toNational(value, step.country)) || unknown(value, step, complain, value);
    case 'date':
      return dateOut(step, value) ?? unknown(value, step, complain, value);
    case 'number':
      return typeof value === 'number' ? String(value).replace('.', step.decimal ?? '.') : value;
    case 'extract':
      return extracted(step, value);
    case 'joinName':
    case 'concatenate':
      return value;
  }
}

function unknown(value: Value, step: Transform, complain: Complain | undefined, instead: Value): Value {
  complain?.(`${JSON.stringify(value)} is nothing that "${step.do}" understands`);
  return instead;
}

function lookUp(table: Readonly<Record<string, Value>>, value: Value): Value | undefined {
  return Object.hasOwn(table, String(value)) ? table[String(value)] : undefined;
}

function lookBack(table: Readonly<Record<string, Value>>, value: Value): string | undefined {
  return Object.entries(table).find(([, entityValue]) => entityValue === value)?.[0];
}

function spelled(step: Transform & { do: 'trim' | 'case' }, value: Value): Value {
  if (typeof value !== 'string') return value;
  if (step.do === 'trim') return value.trim() || null;
  if (step.to === 'upper') return value.toUpperCase();
  const lower = value.toLowerCase();
  return step.to === 'lower'
    ? lower
    : lower.replace(/(^|[\s\-(])(\p{L})/gu, (_, gap, letter) => gap + letter.toUpperCase());
}

function dateIn({ format, zone }: Transform & { do: 'date' }, value: Value): string | null {
  return typeof value === 'string' || typeof value === 'number' ? parseDate(value, format, zone ?? 'UTC') : null;
}

function dateOut({ format, zone }: Transform & { do: 'date' }, value: Value): Value {
  const time = tidy('instant', value);
  return typeof time === 'string' ? formatDate(time, format, zone ?? 'UTC') : null;
}

/** Numbers are written with a decimal sign and, at most, the other sign, spaces or apostrophes between thousands. */
function numberIn(value: Value, decimal: '.' | ','): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const thousands = decimal === '.' ? /[,\s']/g : /[.\s']/g;
  const plain = value.trim().replace(thousands, '').replace(decimal, '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

function extracted({ pattern, group }: Transform & { do: 'extract' }, value: Value): Value {
  const compiled = compile(pattern);
  return 'error' in compiled ? null : firstMatch(compiled, String(value), group ?? 0) || null;
}

function joinValues(step: Transform, held: readonly Value[]): Value {
  const separator = step.do === 'concatenate' ? step.separator : ' ';
  const parts = held.filter((value) => !isEmpty(value)).map((value) => String(value).trim());
  return parts.filter((part) => part !== '').join(separator) || null;
}

/** The parts again, the last with all that is left; where there are fewer, the last fields become empty. */
function splitValue(step: Transform, whole: Value, count: number): readonly Value[] {
  const fill = (parts: readonly (string | null | undefined)[]): Value[] =>
    Array.from({ length: count }, (_, at) => parts[at] || null);
  if (typeof whole !== 'string') return [whole, ...fill([]).slice(1)];
  if (step.do !== 'concatenate') {
    const { first, last } = partsOfName(whole.trim());
    return fill([first, last]);
  }
  const parts = whole.split(step.separator);
  const rest = parts.slice(count - 1).join(step.separator);
  return fill([...parts.slice(0, count - 1), rest].map((part) => part.trim()));
}

interface NameParts {
  readonly first: string | null;
  readonly last: string | null;
}

/** The first word and the rest; where a space stands in front, there is no first word. */
function partsOfName(name: string): NameParts {
  const [, first, last] = /^(\S*)\s*([\s\S]*)$/.exec(name.trimEnd()) ?? [];
  return { first: first || null, last: last || null };
}

function changedName(whole: Value, part: keyof NameParts, value: Value): Value {
  const before = typeof whole === 'string' ? partsOfName(whole) : null;
  const first = part === 'first' ? value : before?.first;
  const last = part === 'last' ? value : before?.last;
  return `${first ?? ''} ${last ?? ''}`.trimEnd() || null;
}
