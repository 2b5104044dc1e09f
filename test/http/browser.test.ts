import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

const FRIEND = 'https://app.example.com';
const STRANGER = 'https://evil.example';

let closed: World;
let open: World;

beforeAll(async () => {
  closed = await startWorld({ systems: [] });
  open = await startWorld({ systems: [], env: { CORS_ORIGINS: `${FRIEND},http://localhost:5173` } });
});
afterAll(closeWorlds);

const ask = ({ url }: World, headers: Record<string, string>, method = 'POST') =>
  fetch(`${url}/graphql`, {
    method,
    headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
    ...(method === 'POST' && { body: '{"query":"{ __typename }"}' }),
  });

/** 101 where the socket opens, else the status it is refused with. */
const handshake = ({ url }: World, headers: Record<string, string>) =>
  new Promise<number>((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    socket.once('open', () => {
      socket.close();
      resolve(101);
    });
    socket.once('unexpected-response', (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', () => undefined);
  });

describe('a page of another origin', () => {
  it.each([
    ['by its origin', { origin: STRANGER }],
    ['by an origin that is none', { origin: 'null' }],
    ['by an origin that only begins like ours', { origin: `${FRIEND}.evil.example` }],
    ['by what the browser says where it leaves the origin out', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused, known %s, over HTTP, Server-Sent Events and WebSocket', async (_, headers) => {
    for (const world of [closed, open]) {
      const answers = [await ask(world, headers), await ask(world, { ...headers, accept: 'text/event-stream' })];

      expect(answers.map(({ status }) => status)).toEqual([403, 403]);
      expect(answers.map((answer) => answer.headers.get('access-control-allow-origin'))).toEqual([null, null]);
      expect(await handshake(world, headers)).toBe(403);
    }
  });

  it('may use the graph where the operator names its origin', async () => {
    const answer = await ask(open, { origin: FRIEND, 'sec-fetch-site': 'cross-site' });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(answer.headers.get('vary')).toMatch(/origin/i);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await handshake(open, { origin: FRIEND })).toBe(101);
  });

  it('learns so from what its browser asks before', async () => {
    const [friend, stranger] = await Promise.all([
      ask(open, { origin: FRIEND, 'access-control-request-method': 'POST' }, 'OPTIONS'),
      ask(open, { origin: STRANGER, 'access-control-request-method': 'POST' }, 'OPTIONS'),
    ]);

    expect([friend.status, stranger.status]).toEqual([204, 204]);
    expect(friend.headers.get('access-control-allow-headers')).toMatch(/content-type/);
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
    expect(stranger.headers.get('access-control-allow-headers')).toBeNull();
  });
});

describe('others', () => {
  it('a page of the gateway itself, and a program that is no browser, are no strangers', async () => {
    const own = { origin: closed.url, 'sec-fetch-site': 'same-origin' };

    const statuses = [(await ask(closed, own)).status, (await ask(closed, {})).status];

    expect(statuses).toEqual([200, 200]);
    expect(await handshake(closed, own)).toBe(101);
    expect(await handshake(closed, {})).toBe(101);
  });
});

describe('a host that is no name', () => {
  it.each(['a b', '%%%', 'Î\u00a0'])('is refused with 400: %s', async (host) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${closed.url}/graphql`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject).end();
    });

    expect(status).toBe(400);
  });
});

describe('every answer', () => {
  it.each(['/', '/readme', '/healthz', '/graphql', '/nothing'])(
    'of %s forbids to be framed, guessed at or run',
    async (path) => {
      const { headers } = await fetch(`${closed.url}${path}`);

      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  it('of a stream does too', async () => {
    const { headers, body } = await fetch(`${closed.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: '{"query":"{ __typename }"}',
    });
    await body?.cancel();

    expect(headers.get('content-type')).toMatch(/event-stream/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
