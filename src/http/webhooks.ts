import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { toProblem } from '../base/errors.ts';
import type { SyncContext } from '../sync/context.ts';
import { createIntake } from '../sync/intake.ts';
import { openWebhook } from '../sync/receive.ts';

const LARGEST_BODY = 1024 * 1024;

/** How a refusal's code is answered; vendors send again after 503 and give up after the others. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  INVALID: 400,
  UNSUPPORTED: 404,
  UNAVAILABLE: 503,
};

/** What HTTP itself refuses, before a webhook is looked at. */
const HTTP_REFUSALS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  413: ['TOO_LARGE', 'The body is larger than 1 MB: send the events one by one'],
  415: ['UNSUPPORTED', 'The content type is not one: send application/json'],
};

/**
 * POST /webhooks/:system. Answers 204 when the notices are durable; the body is read as raw bytes, because those are what
 * is signed. A refusal is JSON, { code, message }, and repeats nothing of what was sent.
 */
export function webhookRoutes(context: SyncContext) {
  const keep = createIntake(context);
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_, body, done) => done(null, body));
    app.setErrorHandler<FastifyError>((error, _, reply) => refuseByHttp(context, error, reply));
    app.post<{ Params: { system: string } }>('/webhooks/:system', async (request, reply) => {
      const connection = context.connections.get(request.params.system);
      if (!connection)
        return refuse(reply, 404, 'NOT_CONNECTED', 'This system is not connected: check the last part of the address');
      const encoding = request.headers['content-encoding'] ?? 'identity';
      if (encoding !== 'identity')
        return refuse(reply, 415, 'UNSUPPORTED', 'The body is compressed: send it without a content encoding');
      try {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        await keep(openWebhook(context, connection, body, singleHeaders(request.headers)));
        return reply.code(204).send();
      } catch (thrown) {
        const { code, message } = toProblem(thrown);
        const status = STATUS[code] ?? 500;
        if (status >= 500) context.log.error({ system: connection.id, err: thrown }, 'a webhook could not be kept');
        else context.log.warn({ system: connection.id, code }, 'a webhook was refused');
        return refuse(reply, status, code, message);
      }
    });
    app.post('/webhooks/:system/:workspace', (_, reply) =>
      refuse(reply, 404, 'NOT_FOUND', 'Nothing is taken here: send to /webhooks/<system>, with nothing behind it'),
    );
  };
}

function refuseByHttp(context: SyncContext, error: FastifyError, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) context.log.error({ err: error }, 'a webhook could not be read');
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
