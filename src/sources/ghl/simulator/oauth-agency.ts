import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseBody, parseCount } from './body.ts';
import { COMPANY_ID, locationsOf } from './company.ts';
import type { Grants } from './grants.ts';
import { badRequest, Refusal, unprocessable } from './refusal.ts';
import { APP_ID } from './webhooks.ts';
import type { World } from './world.ts';

type Query = { Querystring: Record<string, string | undefined> };

const locationTokenBody = z.strictObject({
  companyId: z.string().min(1, 'should not be empty'),
  locationId: z.string().min(1, 'should not be empty'),
});

/** Adds what an agency's token is for: the list of the app's locations, and tokens of these. */
export function addAgencyRoutes(api: FastifyInstance, world: World, grants: Grants): void {
  const isInstalled = (id: string) => world.switches.installedAt.includes(id);

  api.post('/oauth/locationToken', (request, reply) => {
    const { companyId, locationId } = parseBody(locationTokenBody, request.body);
    checkCompany(companyId);
    if (!isInstalled(locationId)) throw badRequest('Location not found or the app is not installed there');
    const issued = grants.issueForLocation(tokenOf(request), locationId);
    const userId = world.users[0]?.id;
    // 201 was measured of the live system; its document says 200.
    return reply.code(201).send({ ...issued, locationId, userId, appId: APP_ID, versionId: APP_ID });
  });
  api.get<Query>('/oauth/installedLocations', ({ query }) => {
    if (!query.companyId) throw unprocessable('companyId should not be empty');
    if (query.appId !== APP_ID) throw unprocessable('appId should be the id of the app');
    checkCompany(query.companyId);
    const all = locationsOf(world).map((location) => ({ ...location, isInstalled: isInstalled(location._id) }));
    const wanted = all.filter(
      ({ _id, name, isInstalled }) =>
        (query.isInstalled === undefined || String(isInstalled) === query.isInstalled) &&
        (query.locationId === undefined || _id === query.locationId) &&
        name.toLowerCase().includes((query.query ?? '').toLowerCase()),
    );
    const skip = parseCount('skip', query.skip, 0, Number.MAX_SAFE_INTEGER);
    const limit = parseCount('limit', query.limit, 20, 500);
    return { locations: wanted.slice(skip, skip + limit), count: all.length, installToFutureLocations: false };
  });
}

function checkCompany(companyId: string): void {
  if (companyId !== COMPANY_ID)
    throw new Refusal(403, 'The token does not have access to this company.', { error: 'Forbidden' });
}

/** The guard has let it through. */
function tokenOf({ headers }: FastifyRequest): string {
  return String(headers.authorization).slice('Bearer '.length);
}
