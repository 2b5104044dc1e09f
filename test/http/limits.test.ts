import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { closeWorlds, named, startWorld, type World } from '../support/world.ts';

let world: World;
/** Three requests a minute. */
let strict: World;
/** Two sockets and streams. */
let narrow: World;

beforeAll(async () => {
  world = await startWorld({ systems: [], env: { MAX_COST: '1000', INTROSPECTION: 'on' } });
  strict = await startWorld({
    systems: [],
    env: { RATE_LIMIT_PER_MINUTE: '3', TRUSTED_PROXIES: '127.0.0.1' },
    identify: named,
  });
  narrow = await startWorld({
    systems: [],
    env: { MAX_STREAMS: '2', TRUSTED_PROXIES: '127.0.0.1' },
    identify: named,
  });
});
afterAll(closeWorlds);

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function ask(query: string, headers: Record<string, string> = {}, variables = {}) {
  const response = await post(world.url, { query, variables }, headers);
  return { status: response.status, text: await response.text() };
}

const EVENTS = { accept: 'text/event-stream' };
const DEAR = '{ contacts(first: 40) { nodes { tasks(first: 30) { nodes { id } } } } }';

const socketTo = ({ url }: World) =>
  createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });

const refusalOf = (socket: ReturnType<typeof socketTo>, query: string) =>
  socket
    .iterate({ query })
    .next()
    .then(
      (step) => JSON.stringify(step),
      (errors) => JSON.stringify(errors),
    );

describe('a query that asks for too much', () => {
  it.each([
    ['costs', DEAR, /"TOO_COSTLY","cost":1240,"limit":1000/],
    [
      'is deep',
      `{ contacts { ${'nodes { tasks { nodes { contact { '.repeat(5)} id ${'} } } }'.repeat(5)} } }`,
      /15 fields deep/,
    ],
    [
      'has many directives',
      `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: __typename ${'@skip(if: false)'.repeat(5)}`).join(' ')} }`,
      /55 directives/,
    ],
    ['has many fields', `{ ${Array.from({ length: 1600 }, (_, i) => `f${i}`).join(' ')} }`, /1600 fields, and 1500/],
    ['has many aliases', `{ ${Array.from({ length: 601 }, (_, i) => `a${i}: f${i}`).join(' ')} }`, /601 aliases/],
    [
      'hides them in fragments',
      `{ ${Array.from({ length: 60 }, (_, i) => `... { a${i}: __typename } ... on Query { b${i}: __typename }`).join(' ')} }`,
      /60 uses of one field/,
    ],
    ['has many tokens', `{ ${'a '.repeat(6000)} }`, /5000 tokens/],
    [
      'goes round in introspection',
      `{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)} } } }`,
      /introspection depth/,
    ],
  ])(
    'because it %s is refused over HTTP and Server-Sent Events with 400, and over WebSocket with an error',
    async (_, query, words) => {
      const socket = socketTo(world);

      const [http, events, overSocket] = [await ask(query), await ask(query, EVENTS), await refusalOf(socket, query)];
      await socket.dispose();

      expect([http.status, events.status]).toEqual([400, 400]);
      for (const text of [http.text, events.text, overSocket]) expect(text).toMatch(words);
    },
  );

  it('is judged by its variables each time', async () => {
    const query = 'query($n: Int) { contacts(first: $n) { nodes { tasks(first: 20) { nodes { id } } } } }';

    const [cheap, dear] = [await ask(query, {}, { n: 10 }), await ask(query, {}, { n: 60 })];

    expect([cheap.status, dear.status]).toEqual([200, 400]);
  });

  it('that is no GraphQL is a 400 over HTTP and Server-Sent Events, and an error over WebSocket', async () => {
    const socket = socketTo(world);

    const [http, events, overSocket] = [await ask('{ a('), await ask('{ a(', EVENTS), await refusalOf(socket, '{ a(')];
    await socket.dispose();

    expect([http.status, events.status]).toEqual([400, 400]);
    for (const text of [http.text, events.text, overSocket]) expect(text).toMatch(/Syntax Error/);
  });

  it('is told where to subscribe if it subscribes over plain HTTP', async () => {
    const answer = await ask('subscription { syncEvents { id } }');

    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/WebSocket, or accept text\/event-stream/);
  });
});

describe('a connection', () => {
  it('carries fifty subscriptions and no more', async () => {
    const socket = socketTo(world);
    const subscriptions = Array.from({ length: 50 }, () =>
      socket.iterate({ query: 'subscription { syncEvents { id } }' }),
    );
    for (const one of subscriptions) void one.next();
    await world.followed(50);

    const refusal = await refusalOf(socket, 'subscription { syncEvents { id } }');
    await socket.dispose();

    expect(refusal).toMatch(/TOO_MANY_SUBSCRIPTIONS/);
  });

  it('ends at a message of more than a megabyte', async () => {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));

    socket.send('x'.repeat(1_100_000));

    expect(await closed).toBe(1009);
  });

  it('ends if its headers take longer than ten seconds', async () => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');

    const said = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));

    expect(said).toMatch(/^HTTP\/1.1 408/);
  });
});

const from = (address: string) => ({ 'x-forwarded-for': address });

describe('a caller who holds too much open', () => {
  const LIVE = { query: 'subscription { syncEvents { id } }' };
  const stream = (headers: Record<string, string>) => post(narrow.url, LIVE, { ...EVENTS, ...headers });

  /** The code that the handshake or the close of a socket has, or 101 while it is open and acknowledged. */
  async function socket(headers: Record<string, string>, payload = {}) {
    const raw = new WebSocket(`${narrow.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    const code = await new Promise<number>((resolve) => {
      raw.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      raw.once('close', resolve);
      raw.once('open', () => raw.send(JSON.stringify({ type: 'connection_init', payload })));
      raw.once('message', () => resolve(101));
    });
    return { raw, code };
  }

  it('is refused the next stream with 429, and let in again when one has ended', async () => {
    const [first, second] = [await stream(from('198.51.100.10')), await stream(from('198.51.100.10'))];

    const third = await stream(from('198.51.100.10'));
    const other = await stream(from('198.51.100.11'));
    await first.body?.cancel();
    let again = await stream(from('198.51.100.10'));
    while (again.status === 429) again = await stream(from('198.51.100.10'));

    expect([first, second, third, other, again].map(({ status }) => status)).toEqual([200, 200, 429, 200, 200]);
    expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] });
    for (const open of [second, other, again]) await open.body?.cancel();
  });

  it('is refused the next socket: by its address with 429, by its key with 1013, streams counted with them', async () => {
    const key = { authorization: 'key_1' };
    const anonymous = await Promise.all([1, 2].map(() => socket(from('198.51.100.20'))));
    const byAddress = await socket(from('198.51.100.20'));
    const byKey = [await socket(from('198.51.100.21'), key), await stream({ ...from('198.51.100.22'), ...key })];
    const tooMany = await socket(from('198.51.100.23'), key);
    // Who has a key does not take the places of those who have none at the same address.
    const neighbours = await Promise.all([1, 2].map(() => socket(from('198.51.100.21'))));

    expect([...anonymous, byAddress].map(({ code }) => code)).toEqual([101, 101, 429]);
    expect(byKey.map((one) => ('code' in one ? one.code : one.status))).toEqual([101, 200]);
    expect(tooMany.code).toBe(1013);
    expect(neighbours.map(({ code }) => code)).toEqual([101, 101]);
    for (const { raw } of [...anonymous, ...neighbours]) raw.terminate();
  });
});

describe('a caller who asks too often', () => {
  const QUERY = { query: '{ __typename }' };

  it('is counted by their key wherever they ask from, and each key for itself', async () => {
    const ask = async (address: string, authorization: string) =>
      (await post(strict.url, QUERY, { ...from(address), authorization })).status;

    const statuses = [];
    for (const last of [1, 2, 3, 4]) statuses.push(await ask(`198.51.100.10${last}`, 'key_1'));
    for (const key of ['key_2', 'key_3', 'key_4', 'key_5']) statuses.push(await ask('198.51.100.101', key));

    expect(statuses).toEqual([200, 200, 200, 429, 200, 200, 200, 200]);
  });

  it('gets 429, when to come back, and an error as the graph shapes it', async () => {
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await post(strict.url, QUERY, from('198.51.100.1')));

    const [last] = answers.slice(-1);
    const body = await last?.json();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }] });
  });

  it('does not hinder another one, the health checks or a webhook', async () => {
    for (let i = 0; i < 4; i += 1) await post(strict.url, QUERY, from('198.51.100.2'));

    const statuses = await Promise.all([
      post(strict.url, QUERY, from('198.51.100.3')),
      fetch(`${strict.url}/healthz`, { headers: from('198.51.100.2') }),
      fetch(`${strict.url}/webhooks/none`, { method: 'POST', headers: from('198.51.100.2') }),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  it('is counted over WebSocket too: the connection, and each operation on it', async () => {
    const socket = createClient({
      url: `${strict.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, { headers: from('198.51.100.4') });
        }
      },
      lazyCloseTimeout: 60_000,
      retryAttempts: 0,
    });

    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await refusalOf(socket, '{ __typename }'));
    await socket.dispose();

    expect(answers.map((answer) => /RATE_LIMITED/.test(answer))).toEqual([false, false, true]);
  });
});
