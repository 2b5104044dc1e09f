import type { FastifyInstance } from 'fastify';
import { addAppointmentRoutes } from './appointments.ts';
import { addBusinessRoutes } from './businesses.ts';
import { addContactRoutes } from './contacts.ts';
import type { Granted, Grants } from './grants.ts';
import { addGuard } from './guard.ts';
import { addLocationRoutes } from './location.ts';
import { addNoteRoutes } from './notes.ts';
import { addAgencyRoutes } from './oauth-agency.ts';
import { acceptForms, addTokenRoute } from './oauth-token.ts';
import { answerError } from './refusal.ts';
import { addSearchRoutes } from './search-routes.ts';
import { addTagRoutes } from './tags.ts';
import { addTaskRoutes } from './tasks.ts';
import type { World } from './world.ts';

/** What the operations are served with; `installed` is told when the app gets its first tokens. */
export interface ApiParts {
  readonly world: World;
  readonly grants: Grants;
  readonly limited: boolean;
  readonly installed: (granted: Granted) => void;
}

/** Adds HighLevel's operations to a server; what the host itself serves stays outside their checks. */
export function addApi(app: FastifyInstance, { world, grants, limited, installed }: ApiParts): void {
  app.register(async (tokens) => {
    prepare(tokens, world);
    addTokenRoute(tokens, world, grants, installed);
  });
  app.register(async (api) => {
    prepare(api, world);
    addGuard(api, world, grants, limited);
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
    addAgencyRoutes(api, world, grants);
  });
}

/** What all operations have in common, with a token or without. */
function prepare(api: FastifyInstance, world: World): void {
  acceptEmptyJson(api);
  acceptForms(api);
  api.setErrorHandler(answerError);
  api.addHook('preSerialization', async (_request, _reply, payload) =>
    typeof payload === 'object' ? { ...payload, traceId: world.ids.uuid() } : payload,
  );
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
