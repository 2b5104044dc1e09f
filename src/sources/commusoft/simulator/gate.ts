import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../base/clock.ts';
import { createLimiter } from '../../simulator.ts';
import { PREFIX } from './answers.ts';
import { textAt } from './form.ts';

/** The log-in that getToken accepts: a user of the company, and the application id the vendor issues. */
export const LOGIN = {
  clientId: '1042',
  username: 'gateway@heating.example',
  password: 'simulated-password',
  applicationId: 'simulated-application',
} as const;

const CALLS_A_SECOND = 10;
const LOGIN_PATH = '/getToken';

/** Adds the log-in, and in front of every route the rate limit (where `limited`) and the token check; `lifeMs` is asked at each call. */
export function addGate(app: FastifyInstance, clock: Clock, lifeMs: () => number, limited: boolean): void {
  const issued = new Map<string, number>();
  const callsLeft = createLimiter(CALLS_A_SECOND, 1000, clock);

  app.addHook('preHandler', async (request, reply) => {
    // The vendor publishes no limit and no Retry-After; its clients have met neither more nor less than a bare 429.
    if (limited && callsLeft() < 0) return reply.code(429).send({ error: 'Too many requests' });
    if (request.routeOptions.url === PREFIX + LOGIN_PATH) return;
    const issuedAt = issued.get(tokenOf(request) ?? '');
    if (issuedAt !== undefined && clock.now() - issuedAt < lifeMs()) return;
    return unauthorized(reply, 'The token is missing, unknown or expired');
  });

  app.post(LOGIN_PATH, (request, reply) => {
    const known = Object.entries(LOGIN).every(([name, value]) => textAt(request.body, name) === value);
    if (!known) return unauthorized(reply, 'Invalid credentials');
    const token = createHash('sha256').update(`token ${issued.size}`).digest('base64url');
    issued.set(token, clock.now());
    return reply.send({ token });
  });
}

function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers['x-auth-token'];
  return textAt(request.query, 'token') ?? (typeof header === 'string' ? header : null);
}

function unauthorized(reply: FastifyReply, description: string): FastifyReply {
  return reply.code(401).send({ error: 'unauthorized', error_description: description });
}
