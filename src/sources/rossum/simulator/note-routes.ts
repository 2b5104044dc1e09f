import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPage, listParam } from './list.ts';
import { objectOf } from './object-routes.ts';
import { invalid, notFound, REQUIRED, readBody } from './refused.ts';
import { follow, idOf, SERVICE_USER, stamp, urlOf, type World } from './world.ts';

type Numbered = { Params: { id: string } };

const content = z.string(REQUIRED).max(4096, 'Ensure this field has no more than 4096 characters.');
const type = z.literal('rejection').nullish();
const Note = z.object({ content, type, annotation: z.string(REQUIRED) });
const Patch = z.object({ content: content.optional(), type, metadata: z.record(z.string(), z.unknown()).optional() });

/** Notes on annotations. `missing` tells whether the vendor has taken them away, as its newest documents suggest. */
export function addNoteRoutes(core: FastifyInstance, world: World, missing: () => boolean): void {
  const user = () => urlOf(world, 'users', SERVICE_USER);
  const now = () => stamp(world.clock.now());
  core.register(async (notes) => {
    notes.addHook('preHandler', async () => {
      if (missing()) throw notFound();
    });
    notes.get('/notes', (request) => {
      const found = ['annotation', 'creator'].reduce((rows, field) => {
        const wanted = listParam(request, field);
        return wanted ? rows.filter((row) => wanted.includes(idOf(row[field]))) : rows;
      }, world.notes.list());
      return listPage(world, request, found, { style: 'pages', orderings: ['modified_at', 'created_at'] });
    });
    notes.get<Numbered>('/notes/:id', (request) => objectOf(world.notes, request));
    notes.post('/notes', (request, reply) => {
      const body = readBody(Note, request.body);
      if (!follow(world, 'annotations', body.annotation))
        throw invalid({ annotation: ['Invalid hyperlink - Object does not exist.'] });
      const made = { metadata: {}, created_at: now(), creator: user() };
      const unmodified = { modified_at: null, modifier: null, modified_by: null };
      return reply.code(201).send(world.notes.add({ type: 'rejection', ...made, ...unmodified, ...body }));
    });
    notes.patch<Numbered>('/notes/:id', (request) => {
      const { id } = objectOf(world.notes, request);
      const modified = { modified_at: now(), modifier: user(), modified_by: user() };
      return world.notes.change(String(id), { ...readBody(Patch, request.body), ...modified });
    });
    notes.delete<Numbered>('/notes/:id', (request, reply) => {
      world.notes.remove(String(objectOf(world.notes, request).id));
      return reply.code(204).send();
    });
  });
}
