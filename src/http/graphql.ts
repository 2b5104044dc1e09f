import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { OperationArgs } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Problem } from '../base/errors.ts';
import { newWork, within } from '../base/work.ts';
import { createContext, type Gateway, type GraphContext } from '../graphql/context.ts';
import { badInput } from '../graphql/errors.ts';
import { depthLimit } from '../graphql/limits.ts';

/** What a query cost, answered with it. */
function upstream(context: GraphContext) {
  const known = context.sync.systems.map((system) => [system.id, context.work.calls.get(system.id) ?? 0]);
  return {
    calls: Object.fromEntries(known),
    cacheHits: context.account.cacheHits,
    staleRecords: context.account.stale.size,
  };
}

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
const MOST_TOKENS = 5_000;

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
  const server = new WebSocketServer({ server: app.server, path: '/graphql', maxPayload: LONGEST_MESSAGE });
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

interface Requested {
  readonly query: string;
  readonly variables: Record<string, unknown> | null | undefined;
  readonly operationName: string | null | undefined;
}

function isRefused(args: ExecutionArgs | GraphQLError[]): args is GraphQLError[] {
  return Array.isArray(args);
}

/** Parses and validates an operation of a streaming transport; answers what to execute, or the errors. */
function operation(
  schema: GraphQLSchema,
  gateway: Gateway,
  { query, variables, operationName }: Requested,
  age: unknown,
): ExecutionArgs | GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const errors = validate(schema, document, [...specifiedRules, depthLimit]);
    if (errors.length > 0) return [...errors];
    const work = newWork('read', gateway.sync.newId('cor'));
    const contextValue = within(work, () => createContext(gateway, maxAge(age)));
    return { schema, document, variableValues: variables, operationName, contextValue };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

async function run(args: ExecutionArgs): Promise<ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const result = await within(context.work, () => execute(args));
  return withoutInternals(context, { ...result, extensions: { ...result.extensions, upstream: upstream(context) } });
}

/** Every event of a subscription is executed as the work of its own subscription. */
async function subscribeTo(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const result = await within(context.work, () => subscribe(args));
  return Symbol.asyncIterator in result
    ? (result as AsyncGenerator<ExecutionResult>)
    : withoutInternals(context, result);
}

function withoutInternals(context: GraphContext, result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const shown = presentable(context.gateway, error.toJSON(), error);
    const { nodes = null, source = null, positions = null, path = null } = error;
    // The HTTP status means nothing on a stream.
    const { http: _status, ...extensions } = shown.extensions ?? {};
    return new GraphQLError(shown.message, { nodes, source, positions, path, extensions });
  });
  return { ...result, errors };
}

/** An error fit for a caller: a Problem's own words and code, a caller's mistake as it is, and nothing of anything else. */
function presentable(gateway: Gateway, formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const original = thrown instanceof GraphQLError ? thrown.originalError : thrown;
  if (!original || original instanceof GraphQLError) return formatted;
  if (original instanceof Problem && original.code !== 'INTERNAL') {
    const retryable = original.retry !== 'never';
    return { ...formatted, extensions: { code: original.code, retryable, system: original.details.system } };
  }
  gateway.sync.log.error({ err: original }, 'a resolver failed');
  return {
    ...formatted,
    message: 'Something failed inside the gateway',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** The age a caller accepts, in milliseconds; null where none is asked for. */
function maxAge(given: unknown): number | null {
  if (given === undefined || given === null) return null;
  const seconds =
    typeof given === 'number'
      ? given
      : typeof given === 'string' && /^\d{1,9}$/.test(given)
        ? Number(given)
        : Number.NaN;
  if (Number.isInteger(seconds) && seconds >= 0) return seconds * 1000;
  throw badInput('x-max-age must be a whole number of seconds', ['x-max-age']);
}
