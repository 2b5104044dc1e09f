import type { FastifyInstance } from 'fastify';
import { toProblem } from '../base/errors.ts';
import type { SyncContext } from '../sync/context.ts';
import { receive } from '../sync/receive.ts';

const LARGEST_BODY = 1024 * 1024;
const STATUS = { UNAUTHORIZED: 401, INVALID: 400, UNSUPPORTED: 404 } as const;

/** POST /webhooks/:system. Answers 204 when the notice is durable; the body is read as raw bytes, because those are what is signed. */
export function webhookRoutes(context: SyncContext) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_, body, done) => done(null, body));
    app.post<{ Params: { system: string } }>('/webhooks/:system', async (request, reply) => {
      const connection = context.connections.get(request.params.system);
      if (!connection) return reply.code(404).send({ code: 'NOT_CONNECTED', message: 'This system is not connected' });
      try {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        await receive(context, connection, body, singleHeaders(request.headers));
        return reply.code(204).send();
      } catch (thrown) {
        const { code, message } = toProblem(thrown);
        if (code === 'INTERNAL')
          context.log.error({ system: connection.id, err: thrown }, 'a webhook could not be kept');
        else context.log.warn({ system: connection.id, code }, 'a webhook was refused');
        return reply.code(STATUS[code as keyof typeof STATUS] ?? 500).send({ code, message });
      }
    });
  };
}

function singleHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
