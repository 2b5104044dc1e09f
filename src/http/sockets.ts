import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Problem } from '../base/errors.ts';
import { isForeign } from './browser.ts';
import { watchCredential } from './door/watch.ts';
import { operation, run, subscribeTo } from './operation.ts';
import { type Place, TOO_MANY_OPEN } from './places.ts';
import { tooOften } from './rate.ts';
import type { Service } from './service.ts';
import type { UnderWay } from './under-way.ts';
import { countedAs, ticketOf, type Visit } from './visit.ts';

const SUBPROTOCOL = 'graphql-transport-ws';
const LONGEST_MESSAGE = 1024 * 1024;
const MOST_SUBSCRIPTIONS = 50;
/** As graphql-ws has it: its client may connect again with another credential. */
const FORBIDDEN = 4403;
const TRY_AGAIN_LATER = 1013;
/** In bytes; our words are ASCII. */
const LONGEST_REASON = 123;
const GOING_AWAY = 1001;
/** Whoever does not answer a close within that is cut off. */
const GOODBYE_MS = 2_000;

/** The end of all sockets. */
export interface Sockets {
  /** Closes each with 1001, at once or when the operations on it that are no subscriptions are answered; lets nobody in any more. */
  close(): Promise<void>;
  /** Cuts off who has not gone. */
  cutOff(): void;
}

/** How long a client is waited for, in milliseconds: to say who it is, and between two pings and for the answer to each. */
interface Patience {
  readonly initMs: number;
  readonly pingMs: number;
}

const PATIENCE: Patience = { initMs: 3_000, pingMs: 12_000 };

/** Serves the graph over WebSocket on /graphql. */
export function serveSockets(app: FastifyInstance, service: Service, patience: Patience = PATIENCE): Sockets {
  // Not written into the call, because its types do not know of `closeTimeout`.
  const options = { noServer: true, maxPayload: LONGEST_MESSAGE, closeTimeout: GOODBYE_MS };
  const server = new WebSocketServer(options);
  const { underWay, places } = service;
  const sockets = new WeakMap<object, WebSocket>();
  let isClosing = false;
  app.server.on('upgrade', (request, socket, head) => {
    // Whoever leaves before the handshake is over must not end the process.
    socket.on('error', () => socket.destroy());
    void admit(service, request, socket).then((isAdmitted) => {
      if (!isAdmitted) return;
      if (isClosing) return refuse(socket, '503 Service Unavailable');
      // As the address's, until it is known who it is.
      const place = places.open(ticketOf(request, service.nameCaller).from);
      if (!place) return refuse(socket, '429 Too Many Requests');
      held.set(request, place);
      socket.once('close', place.close);
      server.handleUpgrade(request, socket, head, (client) => {
        server.emit('connection', client, request);
        // Too long a message is the client's fault, and no matter for the console; the socket is closed already.
        client.removeAllListeners('error');
        client.on('error', ({ message }) => service.log.info({ reason: message }, 'a socket broke off'));
      });
    });
  });
  const held = new WeakMap<IncomingMessage, Place>();
  const visits = new WeakMap<WebSocket, Visit>();
  function socketOf(args: ExecutionArgs): WebSocket {
    const socket = sockets.get(args);
    if (!socket) throw new Error('an operation came without a socket');
    return socket;
  }

  const cleanup = useServer(
    {
      // What fails inside is no business of the other side.
      isProd: true,
      connectionInitWaitTimeout: patience.initMs,
      async onConnect({ connectionParams, extra }) {
        const { socket, request } = extra;
        const upgrade = ticketOf(request, service.nameCaller);
        const ticket = { ...upgrade, authorization: shown(connectionParams) ?? upgrade.authorization };
        const visit = await service.identify(ticket);
        if (visit instanceof Problem) return sendAway(socket, visit);
        if (!held.get(request)?.moveTo(countedAs(visit, ticket))) {
          socket.close(TRY_AGAIN_LATER, TOO_MANY_OPEN.message);
          return false;
        }
        visits.set(socket, visit);
        const unwatch = watchCredential(service, visit, ticket, (why) => sendAway(socket, why));
        if (socket.readyState === socket.OPEN) socket.once('close', unwatch);
        else unwatch();
        return true;
      },
      async onSubscribe({ connectionParams, subscriptions, extra }, _id, payload) {
        const { query, variables, operationName, extensions } = payload;
        const visit = visits.get(extra.socket);
        if (!visit) throw new Error('a socket was let in without a visit');
        const wait = await service.rate.take(countedAs(visit, ticketOf(extra.request, service.nameCaller)));
        if (wait !== null) return [refusal(tooOften(wait))];
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) return [refusal(TOO_MANY)];
        if (isClosing) return [refusal(STOPPING)];
        const wish = { query, variables, operationName, extensions };
        const args = operation(service, visit, wish, connectionParams?.maxAge);
        sockets.set(args, extra.socket);
        return args;
      },
      execute: (args: ExecutionArgs) => underWay.track(socketOf(args), run(service, args)),
      subscribe: (args: ExecutionArgs) => subscribeTo(service, args),
    },
    server,
    patience.pingMs,
  );
  server.options.handleProtocols = (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false);
  return {
    async close() {
      isClosing = true;
      await Promise.all([...server.clients].map((socket) => closeIdle(socket, underWay)));
      await cleanup.dispose();
    },
    cutOff() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

/** A client that is told 1001 subscribes again elsewhere; one that was told that its subscription is over would not. */
async function closeIdle(socket: WebSocket, underWay: UnderWay<object>): Promise<void> {
  await underWay.settled(socket);
  // What has been found out is sent within this round of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  socket.close(GOING_AWAY, 'Going away');
}

const STOPPING = {
  message: 'The gateway is shutting down: connect again',
  extensions: { code: 'UNAVAILABLE', retryable: true },
};

const TOO_MANY = {
  message: `A connection carries at most ${MOST_SUBSCRIPTIONS} operations at once; end some, or open another`,
  extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
};

/** May this become a socket? Where not, it is told why and ended. */
async function admit(service: Service, request: IncomingMessage, socket: Duplex): Promise<boolean> {
  if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
  if (isForeign(request.headers, service.guard.corsOrigins)) return refuse(socket, '403 Forbidden');
  const wait = await service.rate.take(ticketOf(request, service.nameCaller).from);
  if (wait !== null) return refuse(socket, '429 Too Many Requests', `retry-after: ${wait}\r\n`);
  return !socket.destroyed;
}

function refuse(socket: Duplex, status: string, headers = ''): false {
  socket.end(`HTTP/1.1 ${status}\r\n${headers}connection: close\r\ncontent-length: 0\r\n\r\n`);
  return false;
}

/** Closes with why: what may be put right by another credential as 4403, what by waiting as 1013. */
function sendAway(socket: WebSocket, { code, message }: Problem): false {
  socket.close(code === 'UNAUTHORIZED' ? FORBIDDEN : TRY_AGAIN_LATER, message.slice(0, LONGEST_REASON));
  return false;
}

/** Browsers send no headers of a page's choice with a WebSocket, so a credential may come in its first message. */
function shown(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof params?.authorization === 'string' ? params.authorization : undefined;
}

function refusal({ message, extensions }: { message: string; extensions: Record<string, unknown> }): GraphQLError {
  return new GraphQLError(message, { extensions });
}
