import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createLimiter } from '../../simulator.ts';
import { REQUIRED, Refused, readBody } from './refused.ts';
import { SERVICE_USER, type World } from './world.ts';

/** Who may log in. */
export const CREDENTIALS = { username: 'gateway@acme.example', password: 'correct-horse-battery' };

/** 162 hours: how long a token lives unless less is asked for, and the most there is. */
const TOKEN_LIFETIME_S = 583_200;
/** The vendor says that logging in is throttled but not how; ten a minute is an assumption. */
const LOGINS_PER_MINUTE = 10;
/** The vendor's overall limit, enforced since April 2025. */
const CALLS_PER_SECOND = 10;

const Login = z.object({
  username: z.string(REQUIRED),
  password: z.string(REQUIRED),
  max_token_lifetime_s: z
    .int()
    .min(1)
    .max(TOKEN_LIFETIME_S, `Ensure this value is less than or equal to ${TOKEN_LIFETIME_S}.`)
    .default(TOKEN_LIFETIME_S),
});

/** Tokens and the limit that all APIs of the organisation share. */
export interface Auth {
  /** Adds POST auth/login and GET auth/user below the core API's prefix. */
  addRoutes(core: FastifyInstance): void;
  /** Lets a call through, or throws 401 or 429 as `refuse` words it. `schemes` are those of the Authorization header. */
  admit(request: FastifyRequest, reply: FastifyReply, schemes: readonly string[], refuse: Wording): void;
}

/** How an API words being kept out. */
export type Wording = (status: 401 | 429, message: string) => Refused;

const THROTTLED = 'Request was throttled. Expected available in';

/** Makes the organisation's tokens; none is valid until somebody logs in. Where not `limited`, calls other than logging in are not counted. */
export function createAuth(world: World, limited: boolean): Auth {
  const tokens = new Map<string, number>();
  const callsLeft = createLimiter(CALLS_PER_SECOND, 1000, world.clock);
  const loginsLeft = createLimiter(LOGINS_PER_MINUTE, 60_000, world.clock);

  function login(request: FastifyRequest, reply: FastifyReply) {
    if (loginsLeft() < 0) {
      reply.header('retry-after', '60');
      throw new Refused(429, { detail: `${THROTTLED} 60 seconds.`, code: 'rate_limited', url: request.url });
    }
    const body = readBody(Login, request.body);
    if (body.username !== CREDENTIALS.username || body.password !== CREDENTIALS.password)
      throw new Refused(401, { detail: 'Unable to log in with provided credentials.', code: 'authentication_failed' });
    const key = randomBytes(20).toString('hex');
    tokens.set(key, world.clock.now() + body.max_token_lifetime_s * 1000);
    return { key, domain: new URL(world.origin).host };
  }

  function isValid(request: FastifyRequest, schemes: readonly string[]): boolean {
    const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
    return schemes.includes(scheme) && (tokens.get(token) ?? 0) > world.clock.now();
  }

  return {
    addRoutes(core) {
      core.post('/auth/login', login);
      core.get('/auth/user', () => world.users.get(String(SERVICE_USER)));
    },
    admit(request, reply, schemes, refuse) {
      if (!isValid(request, schemes)) throw refuse(401, 'Invalid token.');
      if (!limited || callsLeft() >= 0) return;
      reply.header('retry-after', '1');
      throw refuse(429, `${THROTTLED} 1 second.`);
    },
  };
}
