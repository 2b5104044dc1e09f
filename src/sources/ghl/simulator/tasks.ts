import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody, time } from './body.ts';
import { contactOf } from './contacts.ts';
import { missing } from './refusal.ts';
import { fullName, text } from './tidy-row.ts';
import type { World } from './world.ts';

type OfContact = { Params: { contactId: string } };
type OneTask = { Params: { contactId: string; taskId: string } };

const fields = { body: z.string().optional(), assignedTo: z.string().optional() };
const createBody = z.strictObject({ ...fields, title: z.string().min(1), dueDate: time, completed: z.boolean() });
const updateBody = createBody.partial();
const completedBody = z.strictObject({ completed: z.boolean() });
const searchBody = z.strictObject({
  contactId: z.array(z.string()).optional(),
  completed: z.boolean().optional(),
  assignedTo: z.array(z.string()).optional(),
  query: z.string().optional(),
  limit: z.number().max(100).default(25),
  skip: z.number().default(0),
  businessId: z.string().optional(),
});

/** Adds the tasks of a contact, and the search through those of the location. */
export function addTaskRoutes(api: FastifyInstance, world: World): void {
  const { tasks } = world.shelves;
  const taskOf = ({ contactId, taskId }: OneTask['Params']) => {
    const row = tasks.find(taskId);
    if (contactOf(world, contactId).id !== row?.contactId || !row) throw missing('Task', taskId);
    return row;
  };
  const change = (row: Row, patch: Row) => ({ task: shownTask(tasks.table.change(String(row.id), patch) ?? row) });

  api.get<OfContact>('/contacts/:contactId/tasks', ({ params }) => ({
    tasks: tasks.of(String(contactOf(world, params.contactId).id)).map(shownTask),
  }));
  api.post<OfContact>('/contacts/:contactId/tasks', (request, reply) => {
    const contact = contactOf(world, request.params.contactId);
    const body = parseBody(createBody, request.body);
    return reply.code(201).send({ task: shownTask(tasks.table.add({ ...body, contactId: contact.id })) });
  });
  api.get<OneTask>('/contacts/:contactId/tasks/:taskId', ({ params }) => ({ task: shownTask(taskOf(params)) }));
  api.put<OneTask>('/contacts/:contactId/tasks/:taskId', ({ params, body }) =>
    change(taskOf(params), parseBody(updateBody, body)),
  );
  api.put<OneTask>('/contacts/:contactId/tasks/:taskId/completed', ({ params, body }) =>
    change(taskOf(params), parseBody(completedBody, body)),
  );
  api.delete<OneTask>('/contacts/:contactId/tasks/:taskId', ({ params }) => ({
    succeded: tasks.table.remove(String(taskOf(params).id)),
  }));
  api.post('/locations/:locationId/tasks/search', (request) => {
    const wanted = parseBody(searchBody, request.body);
    const found = candidates(world, wanted.contactId).filter((row) => isWanted(world, row, wanted));
    return { tasks: found.slice(wanted.skip, wanted.skip + wanted.limit).map((row) => searchedTask(world, row)) };
  });
}

function candidates(world: World, contactIds: readonly string[] | undefined): readonly Row[] {
  const { tasks } = world.shelves;
  return contactIds ? [...new Set(contactIds)].flatMap((id) => tasks.of(id)) : [...tasks.rows()];
}

function isWanted(world: World, row: Row, wanted: z.output<typeof searchBody>): boolean {
  const { completed, assignedTo, query, businessId } = wanted;
  if (completed !== undefined && row.completed !== completed) return false;
  if (assignedTo && !assignedTo.includes(String(row.assignedTo))) return false;
  if (query && !text(row, 'title')?.toLowerCase().includes(query.toLowerCase())) return false;
  return !businessId || world.shelves.contacts.find(String(row.contactId))?.businessId === businessId;
}

/** No time of adding or changing is ever shown. */
function shownTask(row: Row): Row {
  const { id, title, body, assignedTo, dueDate, completed, contactId } = row;
  return { id, title, body, assignedTo, dueDate, completed, contactId };
}

/** The shape is undocumented: the task with its id in both spellings, and who it is about. */
function searchedTask(world: World, row: Row): Row {
  const contact = world.shelves.contacts.find(String(row.contactId));
  return {
    _id: row.id,
    ...shownTask(row),
    contactDetails: contact && { id: contact.id, name: fullName(contact) },
  };
}
