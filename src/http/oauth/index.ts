import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../base/clock.ts';
import { type Problem, toProblem } from '../../base/errors.ts';
import type { Vault } from '../../base/vault.ts';
import { newWork, within } from '../../base/work.ts';
import type { Gateway } from '../../graphql/context.ts';
import type { Value } from '../../model/kind.ts';
import type { AuditOutcome } from '../../store/access-store.ts';
import type { Granted } from '../../sync/connector.ts';
import { isForeign } from '../browser.ts';
import { enter, isTurnedAway } from '../enter.ts';
import { sendPage } from '../page.ts';
import type { Reception } from '../service.ts';
import { type Gateways, ticketOf, type Visit } from '../visit.ts';
import { browserOf, ERRAND_MS, forgotten, newBrowser } from './cookie.ts';
import { choicePage, connectedPage, continuePage, failedPage, keyPage } from './pages.ts';
import { type Errand, openErrand, sealErrand } from './state.ts';

/** What connecting by consent needs. `publicUrl`: where browsers find the gateway; null where nobody said. */
export interface OAuthParts {
  readonly reception: Reception;
  readonly gateways: Gateways;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly publicUrl: string | null;
}

interface Params {
  readonly system: string;
}

type Asked = FastifyRequest<{ Params: Params; Querystring: Readonly<Record<string, string | string[] | undefined>> }>;

/**
 * /oauth/:system/start sends a person's browser to the system's page of consent; /oauth/:system/callback is where it comes back
 * with a code, which becomes a connection of the workspace that it set out from. Whoever starts must be an admin there: the bearer of a key
 * (in the header, or typed into the page), or anybody where the gateway is open.
 */
export function oauthRoutes(parts: OAuthParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    const url = '/oauth/:system/start';
    app.get<{ Params: Params; Querystring: Asked['query'] }>(url, (request, reply) => start(parts, request, reply));
    app.post<{ Params: Params; Querystring: Asked['query'] }>(url, (request, reply) => start(parts, request, reply));
    app.get<{ Params: Params; Querystring: Asked['query'] }>('/oauth/:system/callback', (request, reply) =>
      finish(parts, request, reply),
    );
  };
}

async function start(parts: OAuthParts, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { reception, vault, gateways } = parts;
  const { system } = request.params;
  const name = gateways.main.sync.systems.find(({ id }) => id === system)?.name;
  if (!name) return sendPage(reply, failedPage('There is no such system', 'Check the address.'), 404);
  // A page elsewhere must not set out with a key of its own: what is granted then would be its workspace's.
  if (request.method === 'POST' && isForeign(request.headers, []))
    return sendPage(reply, failedPage('Not from here', `Open this page itself to connect ${name}.`), 403);
  const typed = typedKey(request.body);
  const ticket = ticketOf(request.raw, reception.nameCaller);
  const entered = await enter(reception, typed === null ? ticket : { ...ticket, authorization: `Bearer ${typed}` });
  if (isTurnedAway(entered)) {
    if (entered.retryAfter !== undefined) reply.header('retry-after', entered.retryAfter);
    return sendPage(reply, keyPage(name, typed === null ? null : entered.refusal.message), entered.status);
  }
  if (!entered.caller.scopes.has('admin')) return sendPage(reply, keyPage(name, NO_ADMIN), 403);
  const errand = errandOf(parts, request, entered);
  const { browser, cookie } = newBrowser(errand.redirectUri.startsWith('https:'));
  const asked = { state: sealErrand(vault, errand, browser), redirectUri: errand.redirectUri };
  try {
    const url = entered.gateway.connector.authorizeUrl(system, asked);
    reply.header('set-cookie', cookie);
    if (request.headers.accept?.includes('application/json')) return reply.send({ url });
    // A form may lead nowhere but here, so who typed a key goes on by a link.
    return typed === null
      ? reply.redirect(url, 303)
      : sendPage(reply, continuePage(name, entered.gateway.workspace, url));
  } catch (thrown) {
    const { message } = toProblem(thrown);
    // Anybody is in the workspace of the gateway itself; a key leads to another.
    const page = entered.caller.id === null ? keyPage(name, message) : failedPage(`${name} is not connected`, message);
    return sendPage(reply, page, 409);
  }
}

const NO_ADMIN = 'This key may not connect systems: it needs the scope admin.';

function typedKey(body: unknown): string | null {
  const key = typeof body === 'object' && body !== null && 'key' in body ? body.key : null;
  return typeof key === 'string' ? key.trim() : null;
}

function errandOf({ clock, publicUrl }: OAuthParts, request: Asked, { caller, gateway }: Visit): Errand {
  const { system } = request.params;
  const { place } = request.query;
  const origin = publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
  return {
    workspace: gateway.workspace.id,
    system,
    actor: caller.id,
    actorName: caller.name,
    from: caller.from,
    redirectUri: `${origin}/oauth/${system}/callback`,
    ...(typeof place === 'string' && { place }),
    until: clock.now() + ERRAND_MS,
  };
}

async function finish(parts: OAuthParts, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { vault, clock, reception } = parts;
  const wait = await reception.rate.take(ticketOf(request.raw, reception.nameCaller).from);
  if (wait !== null) {
    reply.header('retry-after', wait);
    return sendPage(reply, failedPage('Too many requests', `Ask again in ${wait} s.`), 429);
  }
  const { code, state, error } = request.query;
  const errand = typeof state === 'string' ? openErrand(vault, state, browserOf(request.headers), clock.now()) : null;
  const gateway = errand?.system === request.params.system ? await parts.gateways.find(errand.workspace) : null;
  if (!errand || !gateway) return sendPage(reply, failedPage('Nothing was connected', LOST), 400);
  reply.header('set-cookie', forgotten(errand.redirectUri.startsWith('https:')));
  const { name } = gateway.connector.definition(errand.system);
  const startUrl = `/oauth/${errand.system}/start`;
  if (error !== undefined || typeof code !== 'string')
    return sendPage(
      reply,
      failedPage('Nothing was connected', `${name} says that access was not granted.`, startUrl),
      400,
    );
  try {
    const granted = await grantNoted(gateway, errand, code);
    if ('places' in granted) return sendPage(reply, choicePage(name, granted.places, startUrl));
    return sendPage(reply, connectedPage(name, gateway.workspace, granted.checks));
  } catch (thrown) {
    const problem = toProblem(thrown);
    if (problem.code === 'INTERNAL')
      reception.log.error({ system: errand.system, err: thrown }, 'a grant could not be taken');
    return sendPage(reply, failedPage('Nothing was connected', problem.message, startUrl), statusOf(problem));
  }
}

/** Takes the code in as the work of whoever set out, and has it stand in the audit log. */
async function grantNoted(gateway: Gateway, errand: Errand, code: string): Promise<Granted> {
  const { system, redirectUri, place, actor, actorName, from: askedFrom } = errand;
  const { store, clock, newId } = gateway.sync;
  const work = newWork('write', newId('cor'), actor);
  const note = (outcome: AuditOutcome, detail: Readonly<Record<string, Value>>) =>
    store.audit.append({
      ...{ at: clock.now(), actor, actorName, action: 'oauth', subject: system, outcome, detail, askedFrom },
      correlationId: work.correlationId,
    });
  let granted: Granted;
  try {
    const consent = { code, redirectUri, ...(place !== undefined && { place }) };
    granted = await within(work, () => gateway.connector.grant(system, consent));
  } catch (thrown) {
    await note('FAILED', { code: toProblem(thrown).code });
    throw thrown;
  }
  await note('places' in granted ? 'REFUSED' : 'DONE', 'places' in granted ? { places: granted.places.length } : {});
  return granted;
}

const LOST =
  'This address is where a system sends the browser after somebody set out from here to connect it, within ten minutes and in the same browser. Begin again at the start.';

function statusOf({ code }: Problem): number {
  if (code === 'INTERNAL') return 500;
  return code === 'UNAVAILABLE' || code === 'TIMEOUT' ? 503 : 400;
}
