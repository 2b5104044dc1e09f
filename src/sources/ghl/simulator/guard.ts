import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createLimiter } from '../../simulator.ts';
import type { Bearer, Grants } from './grants.ts';
import { Refusal } from './refusal.ts';
import { objectionTo } from './scopes.ts';
import type { World } from './world.ts';

const CALLS = 100;
const INTERVAL_MS = 10_000;
const DAILY = 200_000;
const VERSIONS = new Set(['v3', '2023-02-21', '2021-07-28', '2021-04-15']);

/** Puts the checks of every call in front of the routes of `api`: the budget (where `limited`), the Version header, the token and its scopes, the location. */
export function addGuard(api: FastifyInstance, world: World, grants: Grants, limited: boolean): void {
  const spend = createLimiter(CALLS, INTERVAL_MS, world.clock);
  const spendDaily = createLimiter(DAILY, 24 * 3_600_000, world.clock);
  api.addHook('preHandler', async (request, reply) => {
    if (limited) spendBudget(reply, spend(), spendDaily());
    checkVersion(request);
    const bearer = checkToken(request, world, grants);
    checkPlace(request, world, bearer);
  });
}

function spendBudget(reply: FastifyReply, left: number, leftToday: number): void {
  reply.headers({
    'x-ratelimit-limit-daily': String(DAILY),
    'x-ratelimit-daily-remaining': String(Math.max(0, leftToday)),
    'x-ratelimit-interval-milliseconds': String(INTERVAL_MS),
    'x-ratelimit-max': String(CALLS),
    'x-ratelimit-remaining': String(Math.max(0, left)),
  });
  if (left < 0 || leftToday < 0) throw new Refusal(429, 'Too Many Requests');
}

/** Any published version is taken on any path, as it was measured of the live system. */
function checkVersion(request: FastifyRequest): void {
  const version = request.headers.version;
  if (!version) throw unauthorized('version header was not found.');
  if (!VERSIONS.has(String(version))) throw unauthorized('version header is invalid');
}

function checkToken(request: FastifyRequest, world: World, grants: Grants): Bearer {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const bearer = token === world.token ? ofPrivateIntegration(world) : grants.bearerOf(token);
  if (!bearer) throw unauthorized('Invalid token: access token is invalid');
  const objection = objectionTo(bearer, `${request.method} ${request.routeOptions.url ?? ''}`);
  if (objection !== null) throw unauthorized(objection);
  return bearer;
}

/** A private integration of the location; here one with all scopes. */
function ofPrivateIntegration({ location }: World): Bearer {
  return { userType: 'Location', locationId: location.id, scopes: 'all' };
}

/** Everything stands in one location; what else the agency has is a name only, and a token of that reaches nothing. */
function checkPlace(request: FastifyRequest, world: World, { userType, locationId }: Bearer): void {
  if (userType === 'Company') return;
  const places = [request.params, request.query, request.body] as ({ locationId?: unknown } | null | undefined)[];
  const elsewhere = places.some((place) => place?.locationId && place.locationId !== world.location.id);
  if (elsewhere || locationId !== world.location.id)
    throw new Refusal(403, 'The token does not have access to this location.', { error: 'Forbidden' });
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { error: 'Unauthorized' });
}
