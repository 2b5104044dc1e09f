import type { KindModel } from './kind.ts';
import { isWildcard, type Mapping, type MappingRow, recordFields, writtenFields } from './mapping.ts';
import { findLoop } from './mapping-loop.ts';
import { type MappableField, typeFault } from './mapping-type.ts';
import { joins, transformInWords, waysOf } from './transform.ts';

/** What is wrong with a mapping: the row by its index (null: with all of it), which part of it, and why, in a sentence. */
export interface MappingFault {
  readonly row: number | null;
  readonly part: 'entity' | 'record' | 'direction' | 'transforms' | null;
  readonly message: string;
}

/** What a mapping is checked against. */
export interface MappingSurroundings {
  /** The fields of the system's records; null where they are not known, and so not checked. */
  readonly fields: readonly MappableField[] | null;
  /** The mappings of the same kind in other systems: values may go round through them. */
  readonly others?: readonly Mapping[];
}

/** Everything that is wrong with a mapping; empty where it can be put in force. */
export function checkMapping(model: KindModel, mapping: Mapping, around: MappingSurroundings): readonly MappingFault[] {
  const fields = around.fields && new Map(around.fields.map((field) => [field.field, field]));
  const faults = mapping.flatMap((row, at) => {
    const found = [...shapeFaults(row), ...entityFaults(model, row), ...wayFaults(row), ...recordFaults(row, fields)];
    const type = found.length === 0 ? typeFault(model, row, fields) : null;
    return [...found, ...(type ? [{ part: 'transforms', message: type } as const] : [])].map((fault) => ({
      row: at,
      ...fault,
    }));
  });
  const whole = [...twins(mapping), ...missing(model, mapping, around.fields ?? [])];
  const loop = faults.length + whole.length === 0 ? findLoop(mapping, around.others ?? []) : null;
  const round = loop && `goes round in a loop: a change would run ${loop.path.join(' → ')} without end`;
  return [...faults, ...whole, ...(round ? [{ row: loop.row, part: null, message: round }] : [])];
}

type RowFault = Omit<MappingFault, 'row'>;

function shapeFaults(row: MappingRow): RowFault[] {
  const faults: RowFault[] = [];
  const several = recordFields(row);
  const wild = several.filter((field) => field.endsWith('.*'));
  if (isWildcard(row) ? wild.length !== 1 || several.length !== 1 : wild.length > 0)
    faults.push({ part: 'record', message: 'must end with .* where the entity field does, and only there' });
  if (new Set(several).size < several.length) faults.push({ part: 'record', message: 'names a field twice' });
  const [first, ...rest] = row.transforms ?? [];
  if (rest.some(joins)) faults.push({ part: 'transforms', message: 'must join fields first, before anything else' });
  if (joins(first) && several.length < 2)
    faults.push({ part: 'transforms', message: 'joins several record fields, but the row has only one' });
  if (first?.do === 'joinName' && several.length > 2)
    faults.push({ part: 'transforms', message: 'joins a first and a last name, but the row has more record fields' });
  return faults;
}

function entityFaults({ kind, fields, open }: KindModel, row: MappingRow): RowFault[] {
  const rule = fields[row.entity];
  if (rule?.readOnly && row.direction !== 'in')
    return [{ part: 'direction', message: `must be in: nobody writes ${row.entity}, it is only known from a system` }];
  if (rule || (open && /^custom\../.test(row.entity))) return [];
  const own = open ? '; a field of your own begins with custom.' : '';
  return [{ part: 'entity', message: `${row.entity} is not a field of a ${kind}${own}` }];
}

function wayFaults(row: MappingRow): RowFault[] {
  const wanted = row.direction ?? 'both';
  return (row.transforms ?? []).flatMap((transform) => {
    const { ways, twoWay } = waysOf(transform);
    const fits = wanted === 'both' ? twoWay : ways.includes(wanted);
    if (fits) return [];
    const able = ways.length === 2 ? 'one way, in or out' : `one way, ${ways[0]}`;
    return [{ part: 'transforms', message: `"${transformInWords(transform)}" works only ${able}, not ${wanted}` }];
  });
}

type FieldsByName = ReadonlyMap<string, MappableField> | null;

function recordFaults(row: MappingRow, fields: FieldsByName): RowFault[] {
  if (!fields || isWildcard(row)) return [];
  const unknown = recordFields(row).filter((field) => !fields.has(field));
  if (unknown.length > 0)
    return [{ part: 'record', message: `${unknown.join(', ')} is not a field of records in this system` }];
  const fixed = writtenFields(row).filter((name) => {
    const field = fields.get(name);
    return !field?.creates && !field?.updates;
  });
  if (fixed.length === 0) return [];
  return [{ part: 'direction', message: `must be in: ${fixed.join(', ')} can only be read in this system` }];
}

/** Rows that write what an earlier row writes already; parts of one full name go together. */
function twins(mapping: Mapping): MappingFault[] {
  const read = new Map<string, number>();
  const written = new Map<string, number[]>();
  return mapping.flatMap((row, at) => {
    const faults: MappingFault[] = [];
    const reader = row.direction === 'out' ? undefined : read.get(row.entity);
    if (reader !== undefined)
      faults.push({ row: at, part: 'entity', message: `row ${reader + 1} reads ${row.entity} already` });
    if (row.direction !== 'out') read.set(row.entity, reader ?? at);
    for (const field of writtenFields(row)) {
      const earlier = written.get(field) ?? [];
      const twin = earlier.find((other) => !arePartsOfOne(row, mapping[other]));
      if (twin !== undefined)
        faults.push({ row: at, part: 'record', message: `row ${twin + 1} writes ${field} already` });
      written.set(field, [...earlier, at]);
    }
    return faults;
  });
}

function arePartsOfOne(row: MappingRow, other: MappingRow | undefined): boolean {
  const [mine, theirs] = [row.transforms?.[0], other?.transforms?.[0]];
  return mine?.do === 'splitName' && theirs?.do === 'splitName' && mine.part !== theirs.part;
}

/** What an entity or a record cannot be without, where the mapping makes such at all. */
function missing(model: KindModel, mapping: Mapping, fields: readonly MappableField[]): MappingFault[] {
  const inward = mapping.filter((row) => row.direction !== 'out').map((row) => row.entity);
  const outward = mapping.flatMap(writtenFields);
  const needed = inward.length === 0 ? [] : Object.keys(model.fields).filter((field) => model.fields[field]?.required);
  const asked = outward.length === 0 ? [] : fields.filter(({ required, creates }) => required && creates);
  const absent = (message: string): MappingFault => ({ row: null, part: null, message });
  return [
    ...needed
      .filter((field) => !inward.includes(field))
      .map((field) => absent(`no row reads ${field}, which every ${model.kind} must have`)),
    ...asked
      .filter(({ field }) => !outward.includes(field))
      .map(({ field }) => absent(`no row writes ${field}, without which this system creates no ${model.kind}`)),
  ];
}
