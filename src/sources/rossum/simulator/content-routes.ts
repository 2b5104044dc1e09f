import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import type { Annotations } from './annotation.ts';
import { annotationOf } from './annotation-routes.ts';
import { ANNOTATION_ORDERINGS, filterAnnotations } from './annotation-view.ts';
import { contentTree, exportTree, fieldOf, writeField } from './content.ts';
import { listPage, param } from './list.ts';
import { conflict, invalid, notFound, REQUIRED, readBody } from './refused.ts';
import { follow, type World } from './world.ts';

type Numbered = { Params: { id: string } };

const Operations = z.object({
  operations: z.array(
    z.object({
      op: z.enum(['replace', 'add', 'remove']),
      id: z.coerce.number(),
      value: z
        .object({
          content: z.object({ value: z.string().max(1500).optional() }).optional(),
          validation_sources: z.array(z.string()).optional(),
        })
        .optional(),
    }),
    REQUIRED,
  ),
});

/** Where content may be written without being the one who started the annotation. */
const WRITABLE = ['to_review', 'postponed', 'reviewing'];

/** The extracted values of one annotation, and of many at once by export. Writing them tells no hook. */
export function addContentRoutes(core: FastifyInstance, world: World, annotations: Annotations): void {
  const answer = (annotation: Row) => {
    const content = contentTree(annotation);
    return { content, results: content };
  };
  core.get<Numbered>('/annotations/:id/content', (request) => answer(annotationOf(world, request.params.id)));
  core.post<Numbered>('/annotations/:id/content/operations', (request) => {
    const annotation = annotationOf(world, request.params.id);
    const { operations } = readBody(Operations, request.body);
    if (!WRITABLE.includes(String(annotation.status)))
      throw conflict(`Content can not be modified in status "${String(annotation.status)}".`);
    let written = annotation;
    for (const { op, id, value } of operations) {
      const field = fieldOf(written, id);
      if (op !== 'replace' || !field) throw invalid({ operations: [`Can not ${op} datapoint ${id}.`] });
      written = { ...written, ...writeField(written, field, value?.content?.value, value?.validation_sources) };
    }
    const { values, confidences, validated } = written;
    return answer(annotations.touch(annotation, { values, confidences, validated }));
  });

  core.get<Numbered>('/queues/:id/export', (request) => {
    const queue = world.queues.get(request.params.id);
    if (!queue) throw notFound();
    if (param(request, 'format') !== 'json') throw invalid({ format: ['Only json is simulated.'] });
    const inQueue = world.annotations.list().filter((annotation) => annotation.queue === queue.url);
    const page = listPage(world, request, filterAnnotations(request, inQueue), {
      style: 'pages',
      orderings: ANNOTATION_ORDERINGS,
    });
    return { ...page, results: page.results.map((annotation) => exported(world, annotation)) };
  });
}

/** An annotation as an export shows it: no id, no modified_at, references as objects. */
function exported(world: World, annotation: Row): Row {
  const document = follow(world, 'documents', annotation.document);
  const modifier = follow(world, 'users', annotation.modifier);
  return {
    url: annotation.url,
    status: annotation.status,
    arrived_at: annotation.arrived_at,
    exported_at: annotation.exported_at,
    document: { url: annotation.document, file_name: document?.original_file_name, file: document?.content },
    modifier: modifier && { url: modifier.url, username: modifier.username },
    schema: { url: annotation.schema },
    metadata: annotation.metadata,
    content: exportTree(annotation),
  };
}
