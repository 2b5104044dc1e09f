import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { newWork, within } from '../base/work.ts';
import { createContext, type GraphContext } from '../graphql/context.ts';
import { MOST_TOKENS } from '../graphql/limits.ts';
import { createObjections } from '../graphql/objections.ts';
import { allowOrigin, answerPreflight, hostOf, isForeign } from './browser.ts';
import { enter, isTurnedAway } from './enter.ts';
import { maxAge, presentable, upstream } from './operation.ts';
import { createPlaces } from './places.ts';
import { tooOften } from './rate.ts';
import type { Reception, Service } from './service.ts';
import { type Sockets, serveSockets } from './sockets.ts';
import { createStreams, wantsEvents } from './streams.ts';
import type { TrustedDocuments } from './trusted.ts';
import { createUnderWay } from './under-way.ts';
import { ticketOf, type Visit } from './visit.ts';

/** How the graph ends: first its sockets, then (when nobody asks any more) the rest. */
export interface GraphEnd {
  readonly sockets: Sockets;
  /** Resolves when everything is done that was asked, also by those who have gone meanwhile. */
  stop(): Promise<void>;
}

/** Serves the graph on /graphql: HTTP, Server-Sent Events where the client accepts them, and WebSocket. Answers what ends it. */
export async function serveGraph(app: FastifyInstance, schema: GraphQLSchema, reception: Reception): Promise<GraphEnd> {
  const { guard } = reception;
  const service: Service = {
    ...reception,
    schema,
    objections: createObjections(schema, guard),
    places: createPlaces(guard.mostStreams),
    underWay: createUnderWay(),
  };
  const visits = new WeakMap<IncomingMessage, Visit>();
  const apollo = createApollo(service);
  await apollo.start();
  const overHttp = fastifyApolloHandler(apollo, {
    context: async ({ raw, headers }) => {
      const { gateway, caller } = visitOf(raw);
      return createContext(gateway, caller, maxAge(headers['x-max-age']));
    },
  });
  const overEvents = createStreams(service, visitOf);

  function visitOf(request: IncomingMessage): Visit {
    const visit = visits.get(request);
    if (!visit) throw new Error('a request was let in without a visit');
    return visit;
  }

  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    async onRequest(request, reply) {
      const admitted = await admit(service, request, reply);
      if (admitted === null) return reply;
      visits.set(request.raw, admitted);
    },
    async handler(request, reply) {
      if (isVisit(request)) return reply.redirect('/', 303);
      const refused = refuseText(guard.documents, request);
      if (refused) return reply.code(400).send({ errors: [refused] });
      if (wantsEvents(request)) return overEvents(request, reply);
      const { gateway, caller } = visitOf(request.raw);
      const work = newWork('read', gateway.sync.newId('cor'), caller.id);
      return service.underWay.track(
        request.raw,
        within(work, async () => overHttp.call(app, request, reply)),
      );
    },
  });
  return {
    sockets: serveSockets(app, service),
    async stop() {
      await service.underWay.settled();
      await apollo.stop();
    },
  };
}

function createApollo(service: Service): ApolloServer<GraphContext> {
  const { schema, log, guard } = service;
  return new ApolloServer<GraphContext>({
    schema,
    introspection: guard.introspection,
    csrfPrevention: true,
    // Ours instead, in `objections`: with cheap questions first, and the same ones over every transport.
    dangerouslyDisableValidation: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    persistedQueries: guard.documents.count > 0 && { cache: storeOf(guard.documents) },
    formatError: (formatted, error) => presentable(service, formatted, error),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      checking(service),
      accounting,
      conforming,
    ],
  });
}

const ONE_ANSWER = new GraphQLError(
  'A subscription has many answers: subscribe over WebSocket, or accept text/event-stream',
  { extensions: { code: 'BAD_REQUEST' } },
);

/** Answers what speaks against an operation instead of executing it. */
function checking(service: Service): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, operation }) {
          const checked = service.objections(document, request.operationName, request.variables);
          const found = checked.length === 0 && operation?.operation === 'subscription' ? [ONE_ANSWER] : checked;
          if (found.length === 0) return null;
          const errors = found.map((error) => presentable(service, error.toJSON(), error));
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors } },
          };
        },
      };
    },
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

const CALLERS_MISTAKES: readonly unknown[] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/** A client that takes nothing but application/json learns of its mistakes by the body alone, as GraphQL over HTTP has it. */
const conforming: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http, body } }) {
        if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
        if (request.http?.headers.get('accept')?.trim() !== 'application/json') return;
        if (CALLERS_MISTAKES.includes(body.singleResult.errors?.[0]?.extensions?.code)) http.status = 200;
      },
    };
  },
};

/** Looks at a request before its body is read: where from, who asks and how often, and whether it has a readable host. Null: it was answered. */
async function admit(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> {
  const { guard } = service;
  const { headers, raw } = request;
  const refuse = (status: number, message: string, code?: string) => {
    reply.code(status).send(errorsOf(message, code));
    return null;
  };
  allowOrigin(headers, reply, guard.corsOrigins);
  if (request.method === 'OPTIONS') {
    answerPreflight(reply);
    return null;
  }
  if (hostOf(`http://${request.hostname}/`) === null) return refuse(400, 'The host is not a name');
  if (isForeign(headers, guard.corsOrigins))
    return refuse(403, 'Pages of this origin may not use the graph', 'FORBIDDEN');
  const entered = await enter(service, ticketOf(raw, service.nameCaller));
  if (!isTurnedAway(entered)) return entered;
  const { status, refusal, retryAfter } = entered;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfter === undefined) return refuse(status, refusal.message, refusal.code);
  reply
    .code(status)
    .header('retry-after', retryAfter)
    .send({ errors: [tooOften(retryAfter)] });
  return null;
}

function errorsOf(message: string, code = 'BAD_REQUEST') {
  return { errors: [{ message, extensions: { code } }] };
}

/** Somebody who follows a link here looks for a page. */
function isVisit({ method, headers, url }: FastifyRequest): boolean {
  return method === 'GET' && !url.includes('?') && (headers.accept?.includes('text/html') ?? false);
}

/** Why the text that was sent may not even be parsed; a hash without a text is looked up where its transport reads it. */
function refuseText(documents: TrustedDocuments, { method, query, body }: FastifyRequest): GraphQLError | null {
  const text = ((method === 'GET' ? query : body) as { query?: unknown } | null | undefined)?.query;
  if (typeof text !== 'string' || text === '') return null;
  const resolved = documents.resolve(text, undefined);
  return resolved instanceof GraphQLError ? resolved : null;
}

/** The trusted documents as Apollo looks for them; nobody adds any. */
function storeOf(documents: TrustedDocuments) {
  return {
    get: async (key: string) => documents.find(key.slice(key.lastIndexOf(':') + 1)) ?? undefined,
    set: async () => undefined,
    delete: async () => false,
  };
}
