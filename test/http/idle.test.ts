import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import { anybody } from '../../src/graphql/caller.ts';
import type { Gateway } from '../../src/graphql/context.ts';
import { createObjections } from '../../src/graphql/objections.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { createPlaces, type Places } from '../../src/http/places.ts';
import { createRate } from '../../src/http/rate.ts';
import { createServer } from '../../src/http/server.ts';
import type { Guard, Service } from '../../src/http/service.ts';
import { serveSockets } from '../../src/http/sockets.ts';
import { noTrustedDocuments } from '../../src/http/trusted.ts';
import { createUnderWay } from '../../src/http/under-way.ts';
import type { Database } from '../../src/store/store.ts';
import { testVault } from '../support/vault.ts';
import { closeWorlds, startWorld } from '../support/world.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await closeWorlds();
});

const schema = createSchema();
const guard: Guard = {
  introspection: false,
  mostCost: 1,
  requestsPerMinute: null,
  mostStreams: 1,
  corsOrigins: [],
  trustedProxies: [],
  documents: noTrustedDocuments,
};

/** Sockets of the graph that wait for so long, where nothing is asked on them. */
async function serve(patience: {
  readonly initMs: number;
  readonly pingMs: number;
}): Promise<{ url: string; places: Places }> {
  const places = createPlaces(guard.mostStreams);
  const service: Service = {
    schema,
    guard,
    places,
    log: createLogger('silent'),
    objections: createObjections(schema, guard),
    rate: createRate(null),
    nameCaller: () => '203.0.113.7',
    underWay: createUnderWay(),
    identify: async () => ({ caller: anybody('default'), gateway: { sync: { clock: systemClock } } as Gateway }),
  };
  const app = Fastify();
  const sockets = serveSockets(app, service, patience);
  await app.listen({ port: 0, host: '127.0.0.1' });
  closers.push(async () => {
    sockets.cutOff();
    await Promise.all([sockets.close(), app.close()]);
  });
  return { url: `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`, places };
}

async function open(url: string, options: { autoPong?: boolean } = {}) {
  const socket = new WebSocket(url, 'graphql-transport-ws', options);
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  return { socket, closed };
}

describe('a socket', () => {
  it('that does not say who it is is closed, and its place is free', async () => {
    const { url, places } = await serve({ initMs: 20, pingMs: 60_000 });
    const { closed } = await open(url);
    const taken = places.open('203.0.113.7');

    expect(taken).toBeNull();
    expect(await closed).toBe(4408);
    while (!places.open('203.0.113.7')) await new Promise((resolve) => setImmediate(resolve));
  });

  it('that answers no pings is cut off', async () => {
    const { url } = await serve({ initMs: 60_000, pingMs: 20 });
    const { closed, socket } = await open(url, { autoPong: false });
    socket.send('{"type":"connection_init"}');

    expect(await closed).toBe(1006);
  });

  it('that answers them stays', async () => {
    const { url } = await serve({ initMs: 60_000, pingMs: 20 });
    const { socket } = await open(url);
    socket.send('{"type":"connection_init"}');
    for (let pings = 0; pings < 4; pings++) await once(socket, 'ping');

    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('a connection over HTTP', () => {
  it('may be idle for 72 s, and take 10 s for its headers and a minute for its request', async () => {
    const world = await startWorld({ systems: [] });
    const identify = async () => ({ caller: anybody('default'), gateway: world.running.gateway });
    const main = world.running.gateway;
    const directory = { main, find: async () => main, open: () => [main] };
    const entrance = { guard, identify, log: createLogger('silent') };
    const { app, close } = await createServer({
      ...entrance,
      directory,
      database: {} as Database,
      names: [],
      vault: testVault,
      clock: systemClock,
      publicUrl: null,
      places: [],
      dashboard: null,
    });
    closers.push(() => close(() => undefined));

    const answer = await fetch(`${world.url}/healthz`);

    expect(answer.headers.get('keep-alive')).toBe('timeout=72');
    expect(app.server).toMatchObject({ keepAliveTimeout: 72_000, headersTimeout: 10_000, requestTimeout: 60_000 });
  });
});
