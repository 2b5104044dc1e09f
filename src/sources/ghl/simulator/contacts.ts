import type { FastifyInstance } from 'fastify';
import type { Row } from '../../simulator.ts';
import { parseBody } from './body.ts';
import { contactPatch, createContactBody, updateContactBody, upsertContactBody } from './contact-input.ts';
import { createdContact, wholeContact } from './contact-shapes.ts';
import { duplicateRefusal, findDuplicate } from './duplicates.ts';
import { noContact } from './refusal.ts';
import { normalPhone } from './tidy-row.ts';
import type { World } from './world.ts';

type One = { Params: { contactId: string } };

/** The contact of that id, or 400. */
export function contactOf(world: World, id: string): Row {
  const row = world.shelves.contacts.find(id);
  if (!row) throw noContact(id);
  return row;
}

/** Adds create, read, update, delete and upsert of contacts. */
export function addContactRoutes(api: FastifyInstance, world: World): void {
  const { table } = world.shelves.contacts;

  api.post('/contacts/', (request, reply) => {
    const body = parseBody(createContactBody, request.body);
    const duplicate = findDuplicate(world, body.email, body.phone);
    if (duplicate) throw duplicateRefusal(duplicate);
    return reply.code(201).send({ contact: createdContact(table.add(contactPatch(body))) });
  });
  api.get<One>('/contacts/:contactId', (request) => ({
    contact: wholeContact(contactOf(world, request.params.contactId)),
  }));
  api.put<One>('/contacts/:contactId', (request) => {
    const body = parseBody(updateContactBody, request.body);
    const before = contactOf(world, request.params.contactId);
    const duplicate = findDuplicate(world, body.email, body.phone, String(before.id));
    if (duplicate) throw duplicateRefusal(duplicate);
    const after = table.change(String(before.id), contactPatch(body, before));
    return { succeded: true, contact: wholeContact(after ?? before) };
  });
  api.delete<One>('/contacts/:contactId', (request) => {
    const row = contactOf(world, request.params.contactId);
    return { succeded: table.remove(String(row.id)) };
  });
  api.post('/contacts/upsert', (request) => {
    const body = parseBody(upsertContactBody, request.body);
    const match = findDuplicate(world, body.email, body.phone);
    if (!match) return { new: true, contact: wholeContact(table.add(contactPatch(body))) };
    const { locationId, ...patch } = contactPatch(body, match.row);
    if (match.field === 'email' && takenByAnother(world, body.phone, match.row)) delete patch.phone;
    const after = table.change(String(match.row.id), patch);
    return { new: false, contact: wholeContact(after ?? match.row) };
  });
}

/** An upsert drops, without a word, the phone that belongs to a contact other than the one matched by e-mail. */
function takenByAnother(world: World, phone: string | null | undefined, row: Row): boolean {
  if (!phone || row.phone === normalPhone(phone)) return false;
  return findDuplicate(world, null, phone, String(row.id)) !== null;
}
