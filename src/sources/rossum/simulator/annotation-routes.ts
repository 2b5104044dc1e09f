import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import type { Annotations } from './annotation.ts';
import { ANNOTATION_ORDERINGS, annotationView, filterAnnotations, sideload } from './annotation-view.ts';
import { listPage, listParam } from './list.ts';
import { conflict, invalid, notFound, REQUIRED, readBody } from './refused.ts';
import { follow, SERVICE_USER, urlOf, type World } from './world.ts';

type Numbered = { Params: { id: string } };

const STATUSES = [
  'created',
  'importing',
  'failed_import',
  'split',
  'to_review',
  'reviewing',
  'in_workflow',
  'confirmed',
  'rejected',
  'exporting',
  'exported',
  'failed_export',
  'postponed',
  'deleted',
  'purged',
] as const;

const Patch = z.object({
  status: z.enum(STATUSES).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
const Start = z.object({
  statuses: z.array(z.string()).default(['to_review', 'reviewing', 'postponed', 'confirmed']),
});
const Reject = z.object({ note_content: z.string().max(4096).default('') });
const Assign = z.object({ annotations: z.array(z.string(), REQUIRED), assignees: z.array(z.string(), REQUIRED) });

/** The annotation of a path, or the core API's 404. */
export function annotationOf(world: World, id: string): Row {
  const annotation = world.annotations.get(id);
  if (!annotation) throw notFound();
  return annotation;
}

/** Reading and patching annotations. */
export function addAnnotationRoutes(core: FastifyInstance, world: World, annotations: Annotations): void {
  core.get('/annotations', (request) => {
    const found = filterAnnotations(request, world.annotations.list());
    const page = listPage(world, request, found, { style: 'cursor', orderings: ANNOTATION_ORDERINGS });
    const objects = sideload(world, listParam(request, 'sideload') ?? [], page.results);
    return { ...page, results: page.results.map(annotationView), ...objects };
  });
  core.get<Numbered>('/annotations/:id', (request) => annotationView(annotationOf(world, request.params.id)));
  core.patch<Numbered>('/annotations/:id', (request) => {
    const annotation = annotationOf(world, request.params.id);
    const { status, metadata } = readBody(Patch, request.body);
    if (JSON.stringify(metadata ?? {}).length > 4096) throw invalid({ metadata: ['Metadata is larger than 4 kB.'] });
    // Whether the vendor merges metadata is not documented; replacing is what a careless writer would suffer from.
    const patch = metadata ? { metadata } : {};
    const moves = status !== undefined && status !== annotation.status;
    return annotationView(moves ? annotations.move(annotation, status, patch) : annotations.touch(annotation, patch));
  });
  addAssignment(core, world, annotations);
  addTransitions(core, world, annotations);
}

function addAssignment(core: FastifyInstance, world: World, annotations: Annotations): void {
  core.post('/annotations/assign', (request, reply) => {
    const body = readBody(Assign, request.body);
    if (body.annotations.length !== 1) throw invalid({ annotations: ['Only one annotation is supported.'] });
    const annotation = follow(world, 'annotations', body.annotations[0]);
    if (!annotation) throw invalid({ annotations: ['Invalid hyperlink - Object does not exist.'] });
    if (body.assignees.some((url) => !follow(world, 'users', url)))
      throw invalid({ assignees: ['Invalid hyperlink - Object does not exist.'] });
    annotations.touch(annotation, { assignees: body.assignees });
    return reply.code(204).send();
  });
}

/** The calls that move an annotation through its life; 409 where its status does not allow it. */
function addTransitions(core: FastifyInstance, world: World, annotations: Annotations): void {
  const demand = (id: string, statuses: readonly string[]) => {
    const annotation = annotationOf(world, id);
    if (!statuses.includes(String(annotation.status)))
      throw conflict(`Annotation is in status "${String(annotation.status)}", expected: ${statuses.join(', ')}.`);
    return annotation;
  };

  core.post<Numbered>('/annotations/:id/start', (request) => {
    const annotation = demand(request.params.id, readBody(Start, request.body).statuses);
    const before = annotation.status === 'reviewing' ? annotation.status_before_start : annotation.status;
    annotations.move(annotation, 'reviewing', { status_before_start: before });
    return { annotation: annotation.url, session_timeout: '01:00:00' };
  });
  core.post<Numbered>('/annotations/:id/cancel', (request, reply) => {
    const annotation = demand(request.params.id, ['reviewing']);
    annotations.move(annotation, String(annotation.status_before_start ?? 'to_review'));
    return reply.code(204).send();
  });
  core.post<Numbered>('/annotations/:id/confirm', (request, reply) => {
    const annotation = demand(request.params.id, ['reviewing']);
    const queue = follow(world, 'queues', annotation.queue);
    if (queue?.use_confirmed_state === true) annotations.move(annotation, 'confirmed');
    else annotations.move(annotations.move(annotation, 'exporting'), 'exported');
    return reply.code(204).send();
  });
  core.post<Numbered>('/annotations/:id/postpone', (request, reply) => {
    const statuses = ['to_review', 'reviewing', 'postponed', 'failed_import', 'failed_export'];
    annotations.move(demand(request.params.id, statuses), 'postponed');
    return reply.code(204).send();
  });
  core.post<Numbered>('/annotations/:id/delete', (request, reply) => {
    annotations.move(annotationOf(world, request.params.id), 'deleted');
    return reply.code(204).send();
  });
  core.post<Numbered>('/annotations/:id/reject', (request) => {
    const annotation = demand(request.params.id, ['to_review', 'reviewing', 'in_workflow', 'postponed']);
    const { note_content: content } = readBody(Reject, request.body);
    const moved = annotations.move(annotation, 'rejected');
    const note = world.notes.add({
      type: 'rejection',
      metadata: {},
      content,
      created_at: moved.modified_at,
      creator: urlOf(world, 'users', SERVICE_USER),
      modified_at: null,
      modifier: null,
      modified_by: null,
      annotation: annotation.url,
    });
    return { status: 'rejected', note: note.url };
  });
}
