import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createLimiter } from '../../simulator.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

const CALLS = 100;
const INTERVAL_MS = 10_000;
const DAILY = 200_000;
const VERSIONS = new Set(['v3', '2023-02-21', '2021-07-28', '2021-04-15']);

/** Puts the checks of every call in front of the routes of `api`: the budget (where `limited`), the Version header, the token, the location. */
export function addGuard(api: FastifyInstance, world: World, limited: boolean): void {
  const spend = createLimiter(CALLS, INTERVAL_MS, world.clock);
  const spendDaily = createLimiter(DAILY, 24 * 3_600_000, world.clock);
  api.addHook('preHandler', async (request, reply) => {
    if (limited) spendBudget(reply, spend(), spendDaily());
    checkVersion(request);
    checkToken(request, world);
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

function checkToken(request: FastifyRequest, world: World): void {
  if (request.headers.authorization !== `Bearer ${world.token}`)
    throw unauthorized('Invalid token: access token is invalid');
  const places = [request.params, request.query, request.body] as ({ locationId?: unknown } | null | undefined)[];
  const elsewhere = places.some((place) => place?.locationId && place.locationId !== world.location.id);
  if (elsewhere) throw new Refusal(403, 'The token does not have access to this location.', { error: 'Forbidden' });
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message, { error: 'Unauthorized' });
}
