import type { FastifyRequest } from 'fastify';
import type { Row } from '../../simulator.ts';
import { listParam, param } from './list.ts';
import { invalid } from './refused.ts';
import { follow, idOf, type World } from './world.ts';

/** An annotation as the core API shows it. */
export function annotationView(annotation: Row): Row {
  const { values: _, confidences: __, validated: ___, status_before_start: ____, ...view } = annotation;
  return view;
}

/** Which field of an annotation points at what, for the sideloads that are simulated. */
const SIDELOADS = {
  assignees: ['assignees', 'users'],
  documents: ['document', 'documents'],
  labels: ['labels', 'labels'],
  modifiers: ['modifier', 'users'],
  queues: ['queue', 'queues'],
  schemas: ['schema', 'schemas'],
} as const;

/** The objects that annotations refer to, as top-level lists, each once; unknown names are ignored. */
export function sideload(world: World, names: readonly string[], annotations: readonly Row[]): Row {
  const known = Object.entries(SIDELOADS).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    known.map(([name, [field, kind]]) => {
      const urls = new Set(annotations.flatMap((annotation) => annotation[field]));
      return [name, [...urls].flatMap((url) => follow(world, kind, url) ?? [])];
    }),
  );
}

/** The fields that `ordering` may name. */
export const ANNOTATION_ORDERINGS = [
  'created_at',
  'modified_at',
  'assigned_at',
  'confirmed_at',
  'exported_at',
  'rejected_at',
  'deleted_at',
  'queue',
  'status',
];

/** Times that can be filtered by `_before` and `_after`; created_at is not among them. */
const TIMES = [
  'arrived_at',
  'assigned_at',
  'confirmed_at',
  'modified_at',
  'deleted_at',
  'exported_at',
  'export_failed_at',
  'purged_at',
  'rejected_at',
];
const REFERENCES = ['queue', 'document', 'modifier', 'assignees', 'labels'];

/** The annotations that the filters of a list or an export leave; filters the vendor does not know are ignored. */
export function filterAnnotations(request: FastifyRequest, annotations: readonly Row[]): Row[] {
  const tests = [
    ...['id', 'status'].map((field) => equalityTest(request, field)),
    ...REFERENCES.map((field) => referenceTest(request, field)),
    ...TIMES.flatMap((field) => timeTests(request, field)),
  ];
  return annotations.filter((annotation) => tests.every((test) => test(annotation)));
}

type Test = (annotation: Row) => boolean;

function equalityTest(request: FastifyRequest, field: string): Test {
  const wanted = listParam(request, field);
  return (annotation) => wanted?.includes(String(annotation[field])) ?? true;
}

function referenceTest(request: FastifyRequest, field: string): Test {
  const wanted = listParam(request, field);
  return (annotation) => {
    const urls = [annotation[field]].flat();
    return wanted === null || urls.some((url) => wanted.includes(idOf(url)));
  };
}

/** Whether the bounds belong to the range is not documented; here they do not, which is the harder case. */
function timeTests(request: FastifyRequest, field: string): Test[] {
  const bounds = [
    { name: `${field}_after`, fits: (time: number, bound: number) => time > bound },
    { name: `${field}_before`, fits: (time: number, bound: number) => time < bound },
  ];
  return bounds.flatMap(({ name, fits }) => {
    const text = param(request, name);
    if (text === undefined) return [];
    const bound = Date.parse(text);
    if (Number.isNaN(bound)) throw invalid({ [name]: ['Enter a valid date/time.'] });
    return [(annotation: Row) => fits(Date.parse(String(annotation[field])), bound)];
  });
}
