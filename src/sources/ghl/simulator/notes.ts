import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody } from './body.ts';
import { contactOf } from './contacts.ts';
import { missing } from './refusal.ts';
import type { World } from './world.ts';

type OfContact = { Params: { contactId: string } };
type OneNote = { Params: { contactId: string; id: string } };

const createBody = z.strictObject({
  body: z.string(),
  userId: z.string().optional(),
  title: z.string().optional(),
  color: z.string().optional(),
  pinned: z.boolean().optional(),
});
const updateBody = createBody.partial();

/** Adds the notes of a contact; there is no other way to list them. */
export function addNoteRoutes(api: FastifyInstance, world: World): void {
  const { notes } = world.shelves;
  const noteOf = ({ contactId, id }: OneNote['Params']) => {
    const row = notes.find(id);
    if (contactOf(world, contactId).id !== row?.contactId || !row) throw missing('Note', id);
    return row;
  };

  api.get<OfContact>('/contacts/:contactId/notes', ({ params }) => ({
    notes: notes
      .of(String(contactOf(world, params.contactId).id))
      .map(shownNote)
      .reverse(),
  }));
  api.post<OfContact>('/contacts/:contactId/notes', (request, reply) => {
    const contact = contactOf(world, request.params.contactId);
    const body = parseBody(createBody, request.body);
    return reply.code(201).send({ note: shownNote(notes.table.add({ ...body, contactId: contact.id })) });
  });
  api.get<OneNote>('/contacts/:contactId/notes/:id', ({ params }) => ({ note: shownNote(noteOf(params)) }));
  api.put<OneNote>('/contacts/:contactId/notes/:id', ({ params, body }) => {
    const row = noteOf(params);
    return { note: shownNote(notes.table.change(String(row.id), parseBody(updateBody, body)) ?? row) };
  });
  api.delete<OneNote>('/contacts/:contactId/notes/:id', ({ params }) => ({
    succeded: notes.table.remove(String(noteOf(params).id)),
  }));
}

/** No time of changing is ever shown. */
function shownNote(row: Row): Row {
  const { id, body, userId, dateAdded, contactId, title, color, pinned } = row;
  return { id, body, userId, dateAdded, contactId, title, color, pinned };
}
