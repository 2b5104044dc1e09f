import type { FastifyInstance } from 'fastify';
import { CUSTOM_FIELDS } from './custom-fields.ts';
import { missing, unprocessable } from './refusal.ts';
import type { World } from './world.ts';

type Query = { Querystring: Record<string, string | undefined> };
type OneField = { Params: { id: string } };

/** Adds the location itself, its custom fields and its users. */
export function addLocationRoutes(api: FastifyInstance, world: World): void {
  const definitions = CUSTOM_FIELDS.map((field) => ({ ...field, locationId: world.location.id }));

  api.get('/locations/:locationId', () => ({ location: world.location }));
  api.get<Query>('/locations/:locationId/customFields', ({ query }) => ({
    customFields: query.model === 'opportunity' ? [] : definitions,
  }));
  api.get<OneField>('/locations/:locationId/customFields/:id', ({ params }) => {
    const customField = definitions.find((field) => field.id === params.id);
    if (!customField) throw missing('Custom field', params.id);
    return { customField };
  });
  api.get<Query>('/users/', ({ query }) => {
    if (!query.locationId) throw unprocessable('locationId should not be empty');
    return { users: world.users };
  });
  api.get<OneField>('/users/:id', ({ params }) => {
    const user = world.users.find((one) => one.id === params.id);
    if (!user) throw missing('User', params.id);
    return user;
  });
}
