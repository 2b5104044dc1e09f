import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import type { OperationArgs } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { newWork, within } from '../base/work.ts';
import { createContext, type Gateway, type GraphContext } from '../graphql/context.ts';
import { depthLimit } from '../graphql/limits.ts';
import { isRefused, MOST_TOKENS, maxAge, operation, presentable, run, subscribeTo, upstream } from './operation.ts';

/** Puts the cost of an operation into its answer. */
const accounting: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          upstream: upstream(contextValue),
        };
      },
    };
  },
};

const BAD_REQUEST = {
  status: 400,
  statusText: 'Bad Request',
  headers: { 'content-type': 'application/json; charset=utf-8' },
};
const SUBPROTOCOL = 'graphql-transport-ws';
const LONGEST_MESSAGE = 1024 * 1024;

/** Serves the graph on /graphql: HTTP, Server-Sent Events where the client accepts them, and WebSocket. Answers what ends it. */
export async function serveGraph(
  app: FastifyInstance,
  schema: GraphQLSchema,
  gateway: Gateway,
): Promise<() => Promise<void>> {
  const apollo = new ApolloServer<GraphContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    validationRules: [depthLimit],
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: (formatted, error) => presentable(gateway, formatted, error),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: gateway.sync.log,
    plugins: [ApolloServerPluginCacheControlDisabled(), accounting],
  });
  await apollo.start();

  const overHttp = fastifyApolloHandler(apollo, {
    context: async (request) => createContext(gateway, maxAge(request.headers['x-max-age'])),
  });
  const overSse = createHandler<Record<string, unknown>>({
    onSubscribe({ raw }, { query, variables, operationName }) {
      const args = operation(schema, gateway, { query, variables, operationName }, raw.headers['x-max-age']);
      return isRefused(args) ? [JSON.stringify({ errors: args }), BAD_REQUEST] : (args as SseOperation);
    },
    execute: (args: ExecutionArgs) => run(args),
    subscribe: (args: ExecutionArgs) => subscribeTo(args),
  });
  const streamEvents = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.hijack();
    try {
      await overSse(request, reply);
    } catch (error) {
      // A client that went away is no failure of ours; whatever else it was, the stream ends here.
      if (!request.raw.socket.destroyed) gateway.sync.log.error({ err: error }, 'a stream of events failed');
      reply.raw.destroy();
    }
  };
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler(request, reply) {
      if (wantsEvents(request)) return streamEvents(request, reply);
      const work = newWork('read', gateway.sync.newId('cor'));
      return within(work, () => overHttp.call(app, request, reply));
    },
  });
  const closeSockets = serveSockets(app, schema, gateway);
  return async () => {
    await closeSockets();
    await apollo.stop();
  };
}

function wantsEvents(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/event-stream') ?? false;
}

function serveSockets(app: FastifyInstance, schema: GraphQLSchema, gateway: Gateway): () => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE });
  app.server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== '/graphql') return socket.destroy();
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
  });
  const cleanup = useServer(
    {
      onSubscribe: ({ connectionParams }, _id, { query, variables, operationName }) =>
        operation(schema, gateway, { query, variables, operationName }, connectionParams?.maxAge),
      execute: (args: ExecutionArgs) => run(args),
      subscribe: (args: ExecutionArgs) => subscribeTo(args),
    },
    server,
  );
  server.options.handleProtocols = (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false);
  return async () => cleanup.dispose();
}

/** The same operation as graphql-sse types it: it wants a context with an index signature. */
type SseOperation = OperationArgs<Record<string, unknown>>;
