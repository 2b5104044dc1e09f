import Fastify, { type FastifyInstance } from 'fastify';
import type { Clock } from '../base/clock.ts';
import type { Vault } from '../base/vault.ts';
import { createSchema } from '../graphql/schema.ts';
import type { Database } from '../store/store.ts';
import { secureAnswers } from './browser.ts';
import { createNameCaller } from './caller.ts';
import { dashboardRoutes, readDashboard } from './dashboard.ts';
import { serveGraph } from './graphql.ts';
import { healthRoutes } from './health.ts';
import { homeRoutes, type Place, placeRoutes } from './home.ts';
import { oauthRoutes } from './oauth/index.ts';
import { createRate } from './rate.ts';
import type { Entrance, Reception } from './service.ts';
import type { Gateways } from './visit.ts';
import { webhookRoutes } from './webhooks.ts';

/** The gateway's HTTP server, ready to listen. */
export interface Server {
  readonly app: FastifyInstance;
  /**
   * Lets nobody in any more, answers who is here and closes sockets with 1001; then calls `endStreams`, which must end all other subscriptions.
   * Resolves when everybody has gone.
   */
  close(endStreams: () => void): Promise<void>;
  /** Cuts off who is still here. */
  cutOff(): void;
}

const LARGEST_BODY = 1024 * 1024;
const IDLE_MS = 72_000;
/** Whoever sends slower than that holds a connection for nothing. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 60_000;

/** What a server is made of. `names` are what the systems are called. */
export interface ServerParts extends Entrance {
  readonly directory: Gateways;
  readonly database: Database;
  readonly names: readonly string[];
  readonly places: readonly Place[];
  /** Where the dashboard was built into; null, or a folder without it: a plain page stands in for it. */
  readonly dashboard: URL | null;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Where browsers find the gateway; null where nobody said. */
  readonly publicUrl: string | null;
}

/** Builds the server: /graphql, /webhooks/:system, /oauth/:system, /healthz, /readyz and the dashboard at /. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { directory, database, names, places, dashboard, vault, clock, publicUrl, ...entrance } = parts;
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    keepAliveTimeout: IDLE_MS,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
  });
  secureAnswers(app);
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) entrance.log.error({ err: error }, 'a request failed');
    return reply.code(status).send({
      errors: [
        {
          message: status >= 500 ? 'Something failed inside the gateway' : error.message,
          extensions: { code: error.code },
        },
      ],
    });
  });
  app.setNotFoundHandler((_, reply) =>
    reply.code(404).send({ errors: [{ message: 'There is nothing here; the graph is at /graphql' }] }),
  );
  const built = dashboard && (await readDashboard(dashboard));
  await app.register(built ? dashboardRoutes(built) : homeRoutes(names, places));
  await app.register(placeRoutes(places));
  await app.register(healthRoutes(database, directory.main.sync));
  await app.register(webhookRoutes(directory, entrance.log));
  const { guard } = entrance;
  const reception: Reception = {
    ...entrance,
    rate: createRate(guard.requestsPerMinute),
    nameCaller: createNameCaller(guard.trustedProxies),
  };
  await app.register(oauthRoutes({ reception, gateways: directory, vault, clock, publicUrl }));
  const graph = await serveGraph(app, createSchema(), reception);
  let isClosing = false;
  app.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  // A connection that was kept open for another request would be waited for.
  app.addHook('onResponse', async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
  return {
    app,
    async close(endStreams) {
      isClosing = true;
      const closed = app.close();
      await graph.sockets.close();
      endStreams();
      await closed;
      await graph.stop();
    },
    cutOff() {
      graph.sockets.cutOff();
      app.server.closeAllConnections();
    },
  };
}
