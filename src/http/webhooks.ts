import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Gateway } from '../graphql/context.ts';
import type { Gateways } from './visit.ts';

const LARGEST_BODY = 1024 * 1024;

/** How a refusal's code is answered; vendors send again after 503 and give up after the others. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  INVALID: 400,
  UNSUPPORTED: 404,
  NOT_CONNECTED: 404,
  UNAVAILABLE: 503,
};

/** What HTTP itself refuses, before a webhook is looked at. */
const HTTP_REFUSALS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  413: ['TOO_LARGE', 'The body is larger than 1 MB: send the events one by one'],
  415: ['UNSUPPORTED', 'The content type is not one: send application/json'],
};

/**
 * POST /webhooks/:system, with the workspace's id behind it where it is not the gateway's own. Answers 204 when the notices are
 * durable; the body is read as raw bytes, because those are what is signed. A refusal is JSON, { code, message }, and repeats
 * nothing of what was sent.
 */
export function webhookRoutes(gateways: Gateways, log: Logger) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_, body, done) => done(null, body));
    app.setErrorHandler<FastifyError>((error, _, reply) => refuseByHttp(log, error, reply));
    app.post<{ Params: Address }>('/webhooks/:system', (request, reply) =>
      take(receiversOf(gateways, request.params.system), request, reply, log),
    );
    app.post<{ Params: Address }>('/webhooks/:system/:workspace', async (request, reply) => {
      const gateway = await gateways.find(request.params.workspace ?? '');
      return gateway ? take([gateway], request, reply, log) : refuse(reply, 404, 'NOT_CONNECTED', NOT_CONNECTED);
    });
  };
}

/** An app of a system has one address for all who granted it access; each takes what is about its own part of the system. */
function receiversOf({ main, open }: Gateways, system: string): readonly Gateway[] {
  return [main, ...open().filter((gateway) => gateway !== main && gateway.connector.isGranted(system))];
}

interface Address {
  readonly system: string;
  readonly workspace?: string;
}

/** The same words whether there is no such workspace or it has no such system: who asks learns nothing of others. */
const NOT_CONNECTED = 'This system is not connected: check the last part of the address';

async function take(
  gateways: readonly Gateway[],
  request: FastifyRequest<{ Params: Address }>,
  reply: FastifyReply,
  log: Logger,
): Promise<FastifyReply> {
  const { system } = request.params;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    return refuse(reply, 415, 'UNSUPPORTED', 'The body is compressed: send it without a content encoding');
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const headers = singleHeaders(request.headers);
  const refusals = await Promise.all(gateways.map((gateway) => refusalOf(gateway, system, body, headers, log)));
  // Whoever could not keep it must be sent it again; the others know it then.
  const worst = refusals.find((refusal) => refusal && refusal.status >= 500);
  if (!worst && refusals.includes(null)) return reply.code(204).send();
  const { status, code, message } = worst ?? refusals[0] ?? NOWHERE;
  return refuse(reply, status, code, message);
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const NOWHERE: Refusal = { status: 404, code: 'NOT_CONNECTED', message: NOT_CONNECTED };

/** Null where it was taken. */
async function refusalOf(
  { receive, sync }: Gateway,
  system: string,
  body: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Promise<Refusal | null> {
  try {
    await receive(system, body, headers);
    return null;
  } catch (thrown) {
    const { code, message } = toProblem(thrown);
    const status = STATUS[code] ?? 500;
    const { workspace } = sync.store;
    if (status >= 500) log.error({ system, workspace, err: thrown }, 'a webhook could not be kept');
    else log.warn({ system, workspace, code }, 'a webhook was refused');
    return { status, code, message: code === 'NOT_CONNECTED' ? NOT_CONNECTED : message };
  }
}

function refuseByHttp(log: Logger, error: FastifyError, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) log.error({ err: error }, 'a webhook could not be read');
  const broken =
    status < 500 ? 'The request is broken off or not well-formed: send it again' : toProblem(error).message;
  const [code, message] = HTTP_REFUSALS[status] ?? [status < 500 ? 'INVALID' : 'INTERNAL', broken];
  return refuse(reply, status, code, message);
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}

function singleHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
