import type { FieldType, KindModel, Value } from './kind.ts';
import { isWildcard, type MappingRow, recordFields, writtenFields } from './mapping.ts';
import { type Transform, transformInWords } from './transform.ts';

/** What a mapping has to know of a record field. */
export interface MappableField {
  readonly field: string;
  readonly type: 'text' | 'email' | 'phone' | 'url' | 'instant' | 'flag' | 'names' | 'number' | 'choice' | 'json';
  /** No record can be created without it. */
  readonly required?: true;
  /** Whether it can be written when a record is created, and when one is changed. */
  readonly creates: boolean;
  readonly updates: boolean;
}

/** What values are, as far as one kind of them cannot stand for another. */
type Sort = 'text' | 'number' | 'flag' | 'names' | 'any';

/** Why the values of a row's record fields and of its entity field do not go together; null where they do. */
export function typeFault(
  model: KindModel,
  row: MappingRow,
  fields: ReadonlyMap<string, MappableField> | null,
): string | null {
  const transforms = row.transforms ?? [];
  const entityType = isWildcard(row) ? undefined : model.fields[row.entity]?.type;
  const inside = sortOf(entityType);
  const types = isWildcard(row) ? [] : recordFields(row).map((name) => fields?.get(name)?.type ?? 'json');
  for (const type of row.direction === 'out' ? [] : types) {
    const outcome = flow(transforms, sortOf(type), sortIn);
    if ('fault' in outcome) return outcome.fault;
    if (!enters(outcome.sort, entityType))
      return `brings ${WORDS[outcome.sort]} into ${row.entity}, which holds ${WORDS[inside]}`;
  }
  for (const name of isWildcard(row) ? [] : writtenFields(row)) {
    const outcome = flow(transforms.toReversed(), inside, sortOut);
    if ('fault' in outcome) return outcome.fault;
    const outside = sortOf(fields?.get(name)?.type ?? 'json');
    if (!leaves(outcome.sort, outside))
      return `writes ${WORDS[outcome.sort]} to ${name}, which holds ${WORDS[outside]}`;
  }
  return null;
}

const WORDS: Readonly<Record<Sort, string>> = {
  text: 'text',
  number: 'a number',
  flag: 'true or false',
  names: 'a set of names',
  any: 'anything',
};

function sortOf(type: FieldType | MappableField['type'] | undefined): Sort {
  switch (type) {
    case 'flag':
    case 'names':
    case 'number':
      return type;
    case undefined:
    case 'json':
      return 'any';
    default:
      return 'text';
  }
}

function sortOfValue(value: Value): Sort {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  return typeof value === 'number' ? 'number' : 'any';
}

/** A number is text to people, and a point in time to systems. */
function enters(sort: Sort, type: FieldType | undefined): boolean {
  const wanted = sortOf(type);
  return sort === 'any' || wanted === 'any' || sort === wanted || (sort === 'number' && wanted === 'text');
}

function leaves(sort: Sort, wanted: Sort): boolean {
  return sort === 'any' || wanted === 'any' || sort === wanted;
}

type Outcome = { readonly sort: Sort } | { readonly fault: string };

function flow(
  transforms: readonly Transform[],
  start: Sort,
  next: (step: Transform, sort: Sort) => Sort | null,
): Outcome {
  let sort = start;
  for (const step of transforms) {
    const after = next(step, sort);
    if (after === null) return { fault: `"${transformInWords(step)}" does not work on ${WORDS[sort]}` };
    sort = after;
  }
  return { sort };
}

function sortIn(step: Transform, sort: Sort): Sort | null {
  const isOneOf = (...sorts: Sort[]) => sort === 'any' || sorts.includes(sort);
  switch (step.do) {
    case 'constant':
      return sortOfValue(step.value);
    case 'default':
      return leaves(sortOfValue(step.value), sort) ? sort : null;
    case 'table':
      return isOneOf('text', 'number', 'flag') ? common(Object.values(step.table).map(sortOfValue)) : null;
    case 'number':
      return isOneOf('text', 'number') ? 'number' : null;
    case 'date':
    case 'extract':
    case 'joinName':
    case 'concatenate':
      return isOneOf('text', 'number') ? 'text' : null;
    default:
      return isOneOf('text') ? 'text' : null;
  }
}

function sortOut(step: Transform, sort: Sort): Sort | null {
  switch (step.do) {
    case 'table':
      return 'any';
    case 'number':
      return sort === 'number' || sort === 'any' ? 'text' : null;
    case 'date':
      if (sort !== 'text' && sort !== 'any') return null;
      return step.format === 'seconds' || step.format === 'milliseconds' ? 'number' : 'text';
    default:
      return sortIn(step, sort);
  }
}

function common(sorts: readonly Sort[]): Sort {
  const [first] = sorts;
  return first !== undefined && sorts.every((sort) => sort === first) ? first : 'any';
}
