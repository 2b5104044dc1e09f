import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Row } from '../../simulator.ts';
import { parseBody, parseCount } from './body.ts';
import { listedContact } from './contact-shapes.ts';
import { contactOf } from './contacts.ts';
import { missing, unprocessable } from './refusal.ts';
import { holdsText } from './search-filter.ts';
import type { World } from './world.ts';

type One = { Params: { businessId: string } };
type Query = { Querystring: Record<string, string | undefined> };

const optional = z.string().optional();
const details = {
  phone: optional,
  email: optional,
  postalCode: optional,
  website: optional,
  address: optional,
  state: optional,
  city: optional,
  country: optional,
  description: optional,
};
const createBody = z.strictObject({ ...details, name: z.string(), locationId: z.string() });
const updateBody = z.strictObject({ ...details, name: optional });
const bulkBody = z.strictObject({
  locationId: z.string(),
  ids: z.array(z.string()).max(50),
  businessId: z.string().nullable(),
});

/** Adds businesses, the contacts of one, and the only way to move contacts between them. */
export function addBusinessRoutes(api: FastifyInstance, world: World): void {
  const { businesses, contacts } = world.shelves;
  const businessOf = (id: string) => {
    const row = businesses.find(id);
    if (!row) throw missing('Business', id);
    return row;
  };

  api.get<Query>('/businesses/', ({ query }) => {
    if (!query.locationId) throw unprocessable('locationId should not be empty');
    return { businesses: page([...businesses.rows()], query, 100) };
  });
  api.get<One>('/businesses/:businessId', ({ params }) => ({ business: businessOf(params.businessId) }));
  api.post('/businesses/', (request, reply) => {
    const business = businesses.table.add(parseBody(createBody, request.body));
    return reply.code(201).send({ success: true, buiseness: business });
  });
  api.put<One>('/businesses/:businessId', ({ params, body }) => {
    const row = businessOf(params.businessId);
    return { success: true, buiseness: businesses.table.change(String(row.id), parseBody(updateBody, body)) };
  });
  api.delete<One>('/businesses/:businessId', ({ params }) => ({
    success: businesses.table.remove(String(businessOf(params.businessId).id)),
  }));
  api.get<One & Query>('/contacts/business/:businessId', ({ params, query }) => {
    if (!query.locationId) throw unprocessable('locationId should not be empty');
    const all = [...contacts.rows()].filter(
      (row) => row.businessId === params.businessId && holdsText(row, query.query),
    );
    return { contacts: page(all, query, 25).map(listedContact), count: all.length };
  });
  api.post('/contacts/bulk/business', (request) => {
    const { ids, businessId } = parseBody(bulkBody, request.body);
    if (businessId !== null) businessOf(businessId);
    const rows = ids.map((id) => contactOf(world, id));
    for (const row of rows) contacts.table.change(String(row.id), { businessId });
    return { success: true, ids };
  });
}

function page(rows: readonly Row[], query: Query['Querystring'], standard: number): readonly Row[] {
  const skip = parseCount('skip', query.skip, 0, Number.MAX_SAFE_INTEGER);
  return rows.slice(skip, skip + parseCount('limit', query.limit, standard, 100));
}
