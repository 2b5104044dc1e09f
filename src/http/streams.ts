import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import type { OperationArgs } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { z } from 'zod';
import { watchCredential } from './door/watch.ts';
import { endedBy } from './ending.ts';
import { isRefused, operation, run, subscribeTo } from './operation.ts';
import { TOO_MANY_OPEN } from './places.ts';
import type { Service } from './service.ts';
import { countedAs, ticketOf, type Visit } from './visit.ts';

const EVENTS = 'text/event-stream';
const BAD_REQUEST = {
  status: 400,
  statusText: 'Bad Request',
  headers: { 'content-type': 'application/json; charset=utf-8' },
};
const Body = z.record(z.string(), z.unknown());

/** True for a request that wants its answers as Server-Sent Events. */
export function wantsEvents(request: FastifyRequest): boolean {
  return request.headers.accept?.includes(EVENTS) ?? false;
}

/** Serves the graph as Server-Sent Events, one stream for each operation. */
export function createStreams(service: Service, visitOf: (request: IncomingMessage) => Visit) {
  const { log, guard } = service;
  const requests = new WeakMap<object, IncomingMessage>();
  const overSse = createHandler<Record<string, unknown>>({
    onSubscribe({ raw }, { query, variables, operationName }) {
      const args = operation(service, visitOf(raw.raw), { query, variables, operationName }, raw.headers['x-max-age']);
      if (isRefused(args)) return [JSON.stringify({ errors: args }), BAD_REQUEST];
      requests.set(args, raw.raw);
      return args as SseOperation;
    },
    execute: (args: ExecutionArgs) => service.underWay.track(args, run(service, args)),
    async subscribe(args: ExecutionArgs) {
      const answers = await subscribeTo(service, args);
      const request = requests.get(args);
      if (!request) throw new Error('an operation came without a request');
      return Symbol.asyncIterator in answers ? whileGood(answers, request) : answers;
    },
  });

  /** The answers as long as the credential is good; then an error that says why there are no more. */
  function whileGood(answers: AsyncGenerator<ExecutionResult>, request: IncomingMessage) {
    const ticket = ticketOf(request, service.nameCaller);
    return endedBy(answers, (end) =>
      watchCredential(service, visitOf(request), ticket, ({ message, code }) =>
        end({ errors: [new GraphQLError(message, { extensions: { code } })] }),
      ),
    );
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (request.method === 'POST') {
      const body = Body.safeParse(request.body).data;
      if (!body || !isJson(request)) return reply.code(415).send({ errors: [{ message: 'Send a JSON object' }] });
      const text = guard.documents.resolve(body.query, body.extensions);
      if (text instanceof GraphQLError) return reply.code(400).send({ errors: [text] });
      request.body = { ...body, query: text, extensions: undefined };
    }
    const place = service.places.open(countedAs(visitOf(request.raw), ticketOf(request.raw, service.nameCaller)));
    if (!place) return reply.code(429).send({ errors: [TOO_MANY_OPEN] });
    reply.raw.once('close', place.close);
    // It takes no list of types.
    request.headers.accept = EVENTS;
    reply.hijack();
    try {
      await overSse(request, reply);
    } catch (error) {
      // A client that went away is no failure of ours; whatever else it was, the stream ends here.
      if (!request.raw.socket.destroyed) log.error({ err: error }, 'a stream of events failed');
      reply.raw.destroy();
    }
    return reply;
  };
}

/** A page may send text that only mentions JSON without asking first; that is none. */
function isJson({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

/** The same operation as graphql-sse types it: it wants a context with an index signature. */
type SseOperation = OperationArgs<Record<string, unknown>>;
