import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody } from './body.ts';
import { contactOf } from './contacts.ts';
import { badRequest, missing, Refusal } from './refusal.ts';
import { normalTags, texts } from './tidy-row.ts';
import type { World } from './world.ts';

type OfContact = { Params: { contactId: string } };
type OneTag = { Params: { locationId: string; tagId: string } };
type Bulk = { Params: { type: string } };

const tagsBody = z.strictObject({ tags: z.array(z.string()) });
const nameBody = z.strictObject({ name: z.string().min(1, 'should not be empty') });
const bulkBody = z.strictObject({
  contacts: z.array(z.string()),
  tags: z.array(z.string()),
  locationId: z.string(),
  removeAllTags: z.boolean().optional(),
});

/** Adds the tags of contacts, one or many, and the location's catalogue of tags. */
export function addTagRoutes(api: FastifyInstance, world: World): void {
  api.post<OfContact>('/contacts/:contactId/tags', ({ params, body }, reply) => {
    const row = contactOf(world, params.contactId);
    const { tags } = parseBody(tagsBody, body);
    return reply.code(201).send({ tags: setTags(world, row, [...texts(row, 'tags'), ...tags]) });
  });
  api.delete<OfContact>('/contacts/:contactId/tags', ({ params, body }) => {
    const row = contactOf(world, params.contactId);
    return { tags: setTags(world, row, without(row, parseBody(tagsBody, body).tags)) };
  });
  api.post<Bulk>('/contacts/bulk/tags/update/:type', ({ params, body }, reply) => {
    if (params.type !== 'add' && params.type !== 'remove')
      throw new Refusal(404, `Cannot POST /contacts/bulk/tags/update/${params.type}`, { error: 'Not Found' });
    const wanted = parseBody(bulkBody, body);
    const responses = wanted.contacts.map((id) => bulkUpdate(world, params.type, id, wanted));
    const errorCount = responses.filter((response) => response.type === 'error').length;
    return reply.code(201).send({ succeded: true, errorCount, responses });
  });
  addCatalogueRoutes(api, world);
}

function addCatalogueRoutes(api: FastifyInstance, world: World): void {
  const { tags } = world.shelves;
  const tagOf = (id: string) => {
    const row = tags.find(id);
    if (!row) throw missing('Tag', id);
    return row;
  };
  const newName = (body: unknown) => {
    const name = normalTags([parseBody(nameBody, body).name])[0];
    if ([...tags.rows()].some((row) => row.name === name)) throw badRequest('The tag name is already exist.');
    return { name };
  };

  api.get('/locations/:locationId/tags', () => ({ tags: [...tags.rows()] }));
  api.post('/locations/:locationId/tags', ({ body }) => ({ tag: tags.table.add(newName(body)) }));
  api.get<OneTag>('/locations/:locationId/tags/:tagId', ({ params }) => ({ tag: tagOf(params.tagId) }));
  api.put<OneTag>('/locations/:locationId/tags/:tagId', ({ params, body }) => {
    const row = tagOf(params.tagId);
    const same = normalTags([parseBody(nameBody, body).name])[0] === row.name;
    return { tag: same ? row : tags.table.change(String(row.id), newName(body)) };
  });
  api.delete<OneTag>('/locations/:locationId/tags/:tagId', ({ params }) => ({
    succeded: tags.table.remove(String(tagOf(params.tagId).id)),
  }));
}

function without(row: Row, tags: readonly string[]): string[] {
  const gone = new Set(normalTags(tags));
  return texts(row, 'tags').filter((tag) => !gone.has(tag));
}

/** Gives the contact those tags, unless it has just these, and answers what it has then. */
function setTags(world: World, row: Row, tags: readonly string[]): string[] {
  const after = normalTags(tags);
  if (after.join('\n') === texts(row, 'tags').join('\n')) return after;
  return texts(world.shelves.contacts.table.change(String(row.id), { tags: after }) ?? undefined, 'tags');
}

/** What becomes of one contact of many; one that is missing is an error inside a success. */
function bulkUpdate(world: World, type: string, contactId: string, wanted: z.output<typeof bulkBody>): Row {
  const row = world.shelves.contacts.find(contactId);
  if (!row)
    return { contactId, message: 'Contact not found', type: 'error', oldTags: [], tagsAdded: [], tagsRemoved: [] };
  const oldTags = texts(row, 'tags');
  const kept = wanted.removeAllTags ? [] : without(row, wanted.tags);
  const after = setTags(world, row, type === 'add' ? [...oldTags, ...wanted.tags] : kept);
  return {
    contactId,
    message: 'Tags updated',
    type: 'success',
    oldTags,
    tagsAdded: after.filter((tag) => !oldTags.includes(tag)),
    tagsRemoved: oldTags.filter((tag) => !after.includes(tag)),
  };
}
