import type { FastifyInstance } from 'fastify';
import { addAppointmentRoutes } from './appointments.ts';
import { addBusinessRoutes } from './businesses.ts';
import { addContactRoutes } from './contacts.ts';
import { addGuard } from './guard.ts';
import { addLocationRoutes } from './location.ts';
import { addNoteRoutes } from './notes.ts';
import { answerError } from './refusal.ts';
import { addSearchRoutes } from './search-routes.ts';
import { addTagRoutes } from './tags.ts';
import { addTaskRoutes } from './tasks.ts';
import type { World } from './world.ts';

/** Adds HighLevel's operations to a server; what the host itself serves stays outside their checks. */
export function addApi(app: FastifyInstance, world: World, limited: boolean): void {
  app.register(async (api) => {
    acceptEmptyJson(api);
    addGuard(api, world, limited);
    api.setErrorHandler(answerError);
    api.addHook('preSerialization', async (_request, _reply, payload) =>
      typeof payload === 'object' ? { ...payload, traceId: world.ids.uuid() } : payload,
    );
    api.setNotFoundHandler((request, reply) =>
      reply.code(404).send({
        message: `Cannot ${request.method} ${request.url.split('?')[0]}`,
        error: 'Not Found',
        statusCode: 404,
      }),
    );
    addContactRoutes(api, world);
    addSearchRoutes(api, world);
    addTaskRoutes(api, world);
    addNoteRoutes(api, world);
    addTagRoutes(api, world);
    addAppointmentRoutes(api, world);
    addBusinessRoutes(api, world);
    addLocationRoutes(api, world);
  });
}

/** HighLevel does not mind a JSON content type on a request without a body. */
function acceptEmptyJson(api: FastifyInstance): void {
  api.removeContentTypeParser('application/json');
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : JSON.parse(String(text)));
    } catch {
      done(Object.assign(new Error('Unexpected token in JSON'), { statusCode: 400 }));
    }
  });
}
