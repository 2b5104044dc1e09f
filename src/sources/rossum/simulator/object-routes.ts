import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Row, Table } from '../../simulator.ts';
import { type Listing, listPage, withFields } from './list.ts';
import { notFound } from './refused.ts';
import type { World } from './world.ts';

type Numbered = { Params: { id: string } };

/** The object a path names, or the core API's 404. */
export function objectOf(table: Table, request: FastifyRequest<Numbered>): Row {
  const row = table.get(request.params.id);
  if (!row) throw notFound();
  return row;
}

/** What can be only read: queues, schemas, documents and users. */
export function addObjectRoutes(core: FastifyInstance, world: World): void {
  const list = (path: string, table: Table, filters: readonly string[], listing: Listing) =>
    core.get(path, (request) => listPage(world, request, withFields(request, table.list(), filters), listing));

  list('/queues', world.queues, ['id', 'name'], { style: 'pages', orderings: ['id', 'name'] });
  list('/users', world.users, ['id', 'email', 'username', 'is_active', 'deleted'], {
    style: 'pages',
    orderings: ['id', 'email', 'username'],
  });
  core.get<Numbered>('/queues/:id', (request) => objectOf(world.queues, request));
  core.get<Numbered>('/schemas/:id', (request) => objectOf(world.schemas, request));
  core.get<Numbered>('/documents/:id', (request) => objectOf(world.documents, request));
  core.get<Numbered>('/users/:id', (request) => objectOf(world.users, request));
}
