import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../../src/base/clock.ts';
import { openKeyring } from '../../src/base/keyring.ts';
import { loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Simulator } from '../../src/sources/simulator.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';
import { samplePeople } from '../support/people.ts';
import { buildProgram, type Program, type Programs } from '../support/program.ts';
import { SECRET_KEY } from '../support/vault.ts';
import { CREATE_CONTACT, EVENTS } from '../sync/documents.ts';

let programs: Programs;
let simulator: Simulator;
/** What the simulated system goes by: an answer that takes a minute comes when that has passed. */
let clock: ManualClock;
let folders = 0;

const MINUTE = 60_000;
const SLOW = { kind: 'latency', ms: MINUTE, match: '^(POST|PUT) /contacts/' } as const;
const HANGING = { kind: 'hang', match: '^(POST|PUT) /contacts/' } as const;
const WRITE = /^(POST|PUT) \/contacts\/(upsert)?$/;

const HALF_A_QUESTION = ['POST /graphql HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 9'];

beforeAll(async () => {
  programs = await buildProgram();
});
beforeEach(async () => {
  clock = createManualClock(systemClock.now());
  const definition = (await loadSimulators()).find(({ id }) => id === 'ghl');
  if (!definition) throw new Error('There is no such simulator');
  simulator = await definition.start({ port: 0, people: samplePeople(1), clock });
});
afterEach(async () => {
  programs.kill();
  await simulator.close();
});
afterAll(() => programs.remove());

interface Gateway extends Program {
  readonly url: string;
  readonly dataDir: string;
}

/** A gateway over the simulator whose first sync is over. */
async function start(dataDir = join(programs.folder, `data${++folders}`)): Promise<Gateway> {
  const program = programs.launch({
    ...simulator.settings,
    PORT: '0',
    AUTH: 'off',
    DATA_DIR: dataDir,
    SYNC_EVERY: '1h',
  });
  const [, url = ''] = await program.says(/Tributary {2}(http:\S+)/);
  const gateway = { ...program, url, dataDir };
  await untilTold(gateway, 'RUN_FINISHED');
  return gateway;
}

const post = ({ url }: Gateway, body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    ...(signal && { signal }),
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function query<T, V>(gateway: Gateway, document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
  const response = await post(gateway, { query: print(document), variables });
  return ((await response.json()) as { data: T }).data;
}

const create = (gateway: Gateway, email: string, waitFor: 'FIRST_ATTEMPT' | 'ACCEPTED' = 'FIRST_ATTEMPT') =>
  query(gateway, CREATE_CONTACT, { input: { email, waitFor } });

/** Waits for an event of that kind that has been or will be. */
async function untilTold(gateway: Gateway, kind: string): Promise<void> {
  const socket = await open(gateway);
  const told = socket.until((message) => JSON.stringify(message).includes(`"kind":"${kind}"`));
  socket.send({
    id: '1',
    type: 'subscribe',
    payload: { query: print(EVENTS), variables: { after: 'evt_000000000000' } },
  });
  await told;
  socket.raw.close();
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A bare client of the graph over WebSocket, so that every message and the close are seen. */
async function open({ url }: Gateway) {
  const raw = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const received: Message[] = [];
  const closed = once(raw, 'close').then(([code]) => Number(code));
  const send = (message: Message) => raw.send(JSON.stringify(message));
  raw.on('message', (text) => {
    received.push(JSON.parse(String(text)) as Message);
    raw.emit('received');
  });
  const until = async (fits: (message: Message) => boolean) => {
    while (!received.some(fits)) await once(raw, 'received');
  };
  await once(raw, 'open');
  send({ type: 'connection_init' });
  await until(({ type }) => type === 'connection_ack');
  return { raw, received, closed, send, until };
}

/** Resolves when the system was asked to write; what it answers is another matter. */
function askedToWrite(): Promise<void> {
  const { calls } = simulator;
  return new Promise((resolve) => {
    const push = calls.push.bind(calls);
    calls.push = (...added) => {
      if (added.some(({ method, path }) => WRITE.test(`${method} ${path}`))) setImmediate(resolve);
      return push(...added);
    };
  });
}

/** Resolves when nobody can connect any more. */
async function untilClosed({ url }: Gateway): Promise<void> {
  const { hostname, port } = new URL(url);
  for (;;) {
    const socket = connect(Number(port), hostname);
    const refused = await once(socket, 'connect').then(
      () => false,
      ({ code }: { code?: string }) => code === 'ECONNREFUSED',
    );
    socket.destroy();
    if (refused) return;
  }
}

/** The contacts of that address in the system, and the deliveries and the audit log as the database has them. */
async function outcome({ dataDir }: Gateway, email: string) {
  const { vault } = await openKeyring([], dataDir);
  const database = await openDatabase({ dataDir, clock: systemClock, vault });
  const store = database.store('default');
  const page = { limit: 10, forward: true, from: null };
  const [{ items }, audit] = await Promise.all([store.outbox.page({}, page), store.audit.page({}, page)]);
  await database.close();
  const held = simulator.tables.contacts?.list().filter((contact) => contact.email === email) ?? [];
  return {
    held: held.length,
    deliveries: items.map(({ status, attempts }) => ({ status, attempts })),
    noted: audit.items.map((entry) => `${entry.action} ${entry.outcome}`),
  };
}

const end = (gateway: Gateway) => gateway.child.kill('SIGTERM');

describe('a gateway that is told to end', () => {
  it('answers a mutation under way, lets nobody in any more, and ends well', async () => {
    const gateway = await start();
    simulator.faults.push(SLOW);
    const asked = askedToWrite();
    const answer = create(gateway, 'slow@example.com');
    await asked;

    end(gateway);
    await untilClosed(gateway);
    await clock.advance(MINUTE);

    const { createContact } = await answer;
    expect(createContact.receipts.map(({ status }) => status)).toEqual(['APPLIED']);
    expect(await gateway.ended).toBe(0);
    expect(await outcome(gateway, 'slow@example.com')).toMatchObject({
      held: 1,
      deliveries: [{ status: 'APPLIED', attempts: 1 }],
    });
  });

  it('finishes what was asked by somebody who has gone meanwhile, and notes it', async () => {
    const gateway = await start();
    simulator.faults.push(SLOW);
    const [asked, gone] = [askedToWrite(), new AbortController()];
    const variables = { input: { email: 'gone@example.com' } };
    const answer = post(gateway, { query: print(CREATE_CONTACT), variables }, {}, gone.signal);
    await asked;
    gone.abort();
    await expect(answer).rejects.toThrow(/abort/);

    end(gateway);
    await untilClosed(gateway);
    await clock.advance(MINUTE);

    expect(await gateway.ended).toBe(0);
    expect(await outcome(gateway, 'gone@example.com')).toMatchObject({ held: 1, noted: ['createContact DONE'] });
  });

  it('is not hurried by a second signal', async () => {
    const gateway = await start();
    simulator.faults.push(SLOW);
    const asked = askedToWrite();
    const answer = create(gateway, 'slow@example.com');
    await asked;

    end(gateway);
    await untilClosed(gateway);
    end(gateway);
    gateway.child.kill('SIGINT');
    await clock.advance(MINUTE);

    expect((await answer).createContact.receipts.map(({ status }) => status)).toEqual(['APPLIED']);
    expect(await gateway.ended).toBe(0);
  });

  it('finishes a delivery that a slow system has begun to take', async () => {
    const gateway = await start();
    simulator.faults.push(SLOW);
    const asked = askedToWrite();
    await create(gateway, 'taken@example.com', 'ACCEPTED');
    await asked;

    end(gateway);
    await untilClosed(gateway);
    await clock.advance(MINUTE);

    expect(await gateway.ended).toBe(0);
    expect(await outcome(gateway, 'taken@example.com')).toMatchObject({
      held: 1,
      deliveries: [{ status: 'APPLIED', attempts: 1 }],
    });
  });

  it('waits for no system that hangs: who asked is told that it is queued, and the next start makes it once', async () => {
    const gateway = await start();
    simulator.faults.push(HANGING);
    const asked = askedToWrite();
    const answer = create(gateway, 'hung@example.com');
    await asked;

    end(gateway);

    const { createContact } = await answer;
    expect(createContact.receipts).toMatchObject([{ status: 'QUEUED', error: { code: 'AMBIGUOUS' } }]);
    expect(await gateway.ended).toBe(0);
    expect(await outcome(gateway, 'hung@example.com')).toMatchObject({
      held: 0,
      deliveries: [{ status: 'QUEUED', attempts: 1 }],
    });

    simulator.faults.splice(0);
    const next = await start(gateway.dataDir);
    await untilTold(next, 'WRITE_APPLIED');
    end(next);

    expect(await next.ended).toBe(0);
    expect(await outcome(next, 'hung@example.com')).toMatchObject({ held: 1, deliveries: [{ status: 'APPLIED' }] });
  });

  it('closes sockets with 1001, so that clients subscribe again; what is asked on one is answered first', async () => {
    const gateway = await start();
    const [listener, writer] = [await open(gateway), await open(gateway)];
    const subscribe = { type: 'subscribe', payload: { query: print(EVENTS) } };
    for (const { send } of [listener, writer]) send({ id: 'live', ...subscribe });
    simulator.faults.push(SLOW);
    const asked = askedToWrite();
    const variables = { input: { email: 'socket@example.com' } };
    writer.send({ id: 'write', type: 'subscribe', payload: { query: print(CREATE_CONTACT), variables } });
    await asked;

    end(gateway);
    const first = await listener.closed;
    await clock.advance(MINUTE);

    expect(first).toBe(1001);
    expect(await writer.closed).toBe(1001);
    const answers = writer.received.filter(({ id }) => id === 'write');
    expect(answers.map(({ type }) => type)).toEqual(['next', 'complete']);
    expect(JSON.stringify(answers[0])).toContain('"APPLIED"');
    for (const { received } of [listener, writer])
      expect(received.filter(({ id, type }) => id === 'live' && type === 'complete')).toEqual([]);
    expect(await gateway.ended).toBe(0);
  });

  it('completes streams of Server-Sent Events', async () => {
    const gateway = await start();
    const stream = await post(gateway, { query: print(EVENTS) }, { accept: 'text/event-stream' });

    end(gateway);

    expect(await stream.text()).toMatch(/event: complete/);
    expect(await gateway.ended).toBe(0);
  });

  it('waits for nobody who keeps a connection open, asks half a question or does not listen', async () => {
    const gateway = await start();
    const { hostname, port } = new URL(gateway.url);
    const idle = connect(Number(port), hostname);
    const half = connect(Number(port), hostname).on('error', () => undefined);
    half.write(`${HALF_A_QUESTION.join('\r\n')}\r\n\r\n{`);
    const deaf = await open(gateway);
    deaf.raw.pause();
    await post(gateway, { query: '{ __typename }' }, { connection: 'keep-alive' });

    end(gateway);

    expect(await gateway.ended).toBe(0);
    for (const socket of [idle, half]) socket.destroy();
    deaf.raw.terminate();
  });

  it('ends at once while it starts', async () => {
    // A database that takes connections and says nothing.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const program = programs.launch({
      ...simulator.settings,
      PORT: '0',
      AUTH: 'off',
      SECRET_KEY,
      DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`,
    });
    const [socket] = await once(silent, 'connection');

    program.child.kill('SIGTERM');

    expect(await program.ended).toBe(0);
    expect(program.output()).toBe('');
    socket.destroy();
    silent.close();
  });
});
