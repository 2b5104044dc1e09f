import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Row, Table } from '../../simulator.ts';
import type { Account } from './account.ts';
import { invalid, listed, notFound, withBlanks } from './answers.ts';
import { BLANK, type FormReading, NOT_VALID, textAt, tickAt } from './form.ts';
import { localStamp } from './uk-time.ts';

/** The names by which one of the two partner endpoints speaks. */
interface Shape {
  readonly path: 'notes' | 'tasks';
  readonly one: string;
  readonly many: string;
  readonly table: Table;
  read(body: unknown): FormReading;
}

/**
 * Serves a customer's notes and office tasks. No public document shows such endpoints; a partner may be given them.
 * These two shapes are the partner endpoint's ASSUMPTION, modelled on the documented /users/{userId}/usernotes: its
 * verbs, and its envelope for notes.
 */
export function addPartnerRoutes(app: FastifyInstance, account: Account): void {
  addShape(app, account, {
    path: 'notes',
    one: 'communicationsnote',
    many: 'communicationsnotes',
    table: account.notes,
    read: readNote,
  });
  addShape(app, account, {
    path: 'tasks',
    one: 'officetask',
    many: 'officetasks',
    table: account.tasks,
    read: readTask,
  });
}

type OfCustomer = { Params: { customerId: string } };
type OneOfCustomer = { Params: { customerId: string; id: string } };

function addShape(app: FastifyInstance, account: Account, { path, one, many, table, read }: Shape): void {
  const list = `/customers/:customerId/${path}`;
  const found = ({ params }: FastifyRequest<OneOfCustomer>) => {
    const row = table.get(params.id);
    return row && String(row.customerid) === params.customerId ? row : null;
  };

  app.get<OfCustomer>(list, (request, reply) => {
    const { customerId } = request.params;
    const rows = table.list().filter((row) => String(row.customerid) === customerId);
    return listed(reply, many, rows.map(shown));
  });

  app.post<OfCustomer>(list, (request, reply) => {
    const customer = account.customers.get(request.params.customerId);
    if (!customer) return notFound(reply);
    const { values, errors } = read(request.body);
    if (Object.keys(errors).length > 0) return invalid(reply, errors);
    const { id } = table.add({ ...values, customerid: customer.id });
    return reply.code(201).send({ id });
  });

  app.get<OneOfCustomer>(`${list}/:id`, (request, reply) => {
    const row = found(request);
    return row ? reply.send({ [one]: shown(row) }) : notFound(reply);
  });

  app.put<OneOfCustomer>(`${list}/:id`, (request, reply) => {
    if (!found(request)) return notFound(reply);
    const { values, errors } = read(request.body);
    if (Object.keys(errors).length > 0) return invalid(reply, errors);
    table.change(request.params.id, values);
    return reply.code(204).send();
  });

  app.delete<OneOfCustomer>(`${list}/:id`, (request, reply) => {
    if (!found(request)) return notFound(reply);
    table.remove(request.params.id);
    return reply.code(204).send();
  });
}

function shown({ customerid: _, ...row }: Row): Row {
  return withBlanks(row, Number(row.id));
}

function readNote(body: unknown): FormReading {
  const note = textAt(body, 'communicationsnote', 'note');
  const title = textAt(body, 'communicationsnote', 'title');
  return { values: { title, note }, errors: note === null ? { note: BLANK } : {} };
}

function readTask(body: unknown): FormReading {
  const field = (name: string) => textAt(body, 'officetask', name);
  const due = field('duedate');
  const values = {
    description: field('description'),
    details: field('details'),
    duedate: localStamp(due),
    completed: tickAt(body, 'officetask', 'completed'),
    user: field('user'),
  };
  const errors = {
    ...(values.description === null ? { description: BLANK } : {}),
    ...(due !== null && values.duedate === null ? { duedate: NOT_VALID } : {}),
  };
  return { values, errors };
}
