import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row, Table } from '../../simulator.ts';
import { listPage, withFields } from './list.ts';
import { objectOf } from './object-routes.ts';
import { invalid, REQUIRED, readBody } from './refused.ts';
import { follow, urlOf, type World } from './world.ts';

type Numbered = { Params: { id: string } };

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Enter a valid RGB hex color.')
  .nullish();
const name = z.string(REQUIRED).min(1, 'This field may not be blank.').max(256);
const Label = z.object({ name, color });
const Apply = z.object({
  operations: z.object({ add: z.array(z.string()).default([]), remove: z.array(z.string()).default([]) }, REQUIRED),
  objects: z.object({ annotations: z.array(z.string()) }, REQUIRED),
});

/** The labels as a person edits them: a label that is deleted disappears from its annotations. */
export function labelTable(world: World): Table {
  return {
    ...world.labels,
    add: (row) => world.labels.add({ color: null, organization: urlOf(world, 'organizations', 1), ...row }),
    remove(id) {
      const label = world.labels.get(id);
      if (label) relabel(world, world.annotations.list(), [], [label.url]);
      return world.labels.remove(id);
    },
  };
}

/** Labels and their assignment. Names need not be unique, for nothing says that they must. */
export function addLabelRoutes(core: FastifyInstance, world: World, labels: Table): void {
  core.get('/labels', (request) =>
    listPage(world, request, withFields(request, labels.list(), ['id', 'name']), {
      style: 'cursor',
      orderings: ['id', 'name'],
    }),
  );
  core.get<Numbered>('/labels/:id', (request) => objectOf(labels, request));
  core.post('/labels', (request, reply) => reply.code(201).send(labels.add(readBody(Label, request.body))));
  core.patch<Numbered>('/labels/:id', (request) => {
    const { id } = objectOf(labels, request);
    return labels.change(String(id), readBody(Label.partial(), request.body));
  });
  core.put<Numbered>('/labels/:id', (request) => {
    const { id } = objectOf(labels, request);
    return labels.change(String(id), { color: null, ...readBody(Label, request.body) });
  });
  core.delete<Numbered>('/labels/:id', (request, reply) => {
    labels.remove(String(objectOf(labels, request).id));
    return reply.code(204).send();
  });
  core.post('/labels/apply', (request, reply) => {
    const { operations, objects } = readBody(Apply, request.body);
    const unknown = [...operations.add, ...operations.remove].filter((url) => !follow(world, 'labels', url));
    if (unknown.length > 0) throw invalid({ operations: ['Invalid hyperlink - Object does not exist.'] });
    const annotations = objects.annotations.flatMap((url): Row[] => {
      const annotation = follow(world, 'annotations', url);
      return annotation ? [annotation] : [];
    });
    if (annotations.length < objects.annotations.length)
      throw invalid({ objects: ['Invalid hyperlink - Object does not exist.'] });
    relabel(world, annotations, operations.add, operations.remove);
    return reply.code(204).send();
  });
}

/** Whether this moves modified_at is not documented; here it does not, which is what a poll finds harder. */
function relabel(world: World, annotations: readonly Row[], add: unknown[], remove: unknown[]): void {
  for (const annotation of annotations) {
    const kept = (annotation.labels as unknown[]).filter((url) => !remove.includes(url));
    world.annotations.change(String(annotation.id), { labels: [...new Set([...kept, ...add])] });
  }
}
