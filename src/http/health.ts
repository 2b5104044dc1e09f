import type { FastifyInstance } from 'fastify';
import { toProblem } from '../base/errors.ts';
import type { Database } from '../store/store.ts';
import type { SyncContext } from '../sync/context.ts';

/** /healthz says that the process lives; /readyz that it can work, with the systems' states as a detail. */
export function healthRoutes(database: Database, context: SyncContext) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/healthz', () => ({ status: 'alive' }));
    app.get('/readyz', async (_, reply) => {
      const systems = Object.fromEntries(
        context.systems.map((system) => [
          system.id,
          context.connections.get(system.id)?.health().state ?? 'NOT_CONNECTED',
        ]),
      );
      try {
        if (context.stopping.aborted) return await reply.code(503).send({ status: 'stopping', systems });
        await database.ping();
        return { status: 'ready', database: database.engine, systems };
      } catch (error) {
        context.log.error({ err: error }, 'the database cannot be worked with');
        return reply.code(503).send({ status: toProblem(error).message, database: database.engine, systems });
      }
    });
  };
}
