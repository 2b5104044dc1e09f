import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/base/clock.ts';
import { type RossumSimulator, simulator } from '../../src/sources/rossum/simulator/index.ts';
import type { Person, Row } from '../../src/sources/simulator.ts';

/** When the simulated organisation's day begins. */
export const START = Date.parse('2026-07-01T09:00:00Z');
const DAY = 24 * 3_600_000;

/** Enough people for all 25 documents, each a day older than the one before. */
const people: Person[] = Array.from({ length: 30 }, (_, index) => ({
  number: index + 1,
  firstName: `First${index + 1}`,
  lastName: `Last${index + 1}`,
  email: `person${index + 1}@example.com`,
  tags: index % 2 === 0 ? ['VIP'] : ['Trade'],
  createdAt: START - (index + 1) * DAY,
  tasks: [{ title: 'Call back', dueAt: START + DAY, completed: false }],
  notes: [{ body: 'Prefers e-mail', at: START - DAY }],
  appointments: [{ title: 'Survey', startsAt: START + DAY, endsAt: START + DAY + 3_600_000 }],
  ...(index % 3 !== 2 && { companyName: `Company ${index + 1} Ltd` }),
  ...(index % 3 === 2 && { address: { line1: '1 Quay', city: 'Hull', postcode: 'HU1 1AA', country: 'GB' } }),
}));

/** A clock that only a test moves. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

function manualClock(): ManualClock {
  let now = START;
  const timers = new Set<{ at: number; fn: () => void }>();
  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.fn();
      }
    },
  };
}

/** Every part of an answer that a test looks into. */
export interface Body extends Row {
  readonly key: string;
  readonly detail: string;
  readonly code: string;
  readonly message: string;
  readonly pagination: { readonly total?: number; readonly next: string | null };
  readonly results: Row[];
  readonly content: { readonly schema_id: string; readonly children: Row[] }[];
}

/** What a call came back with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A running simulator and a client that is logged in. */
export interface Vendor {
  readonly rossum: RossumSimulator;
  readonly clock: ManualClock;
  /** Calls a path (or an absolute URL) a second after the last call, so that no limit is met unless a test wants it. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A Data Storage call; answers its `result`, or fails with the message. */
  store<T>(path: string, body: unknown): Promise<T>;
  /** A call exactly as given, with no second passing and no token added. */
  send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer>;
  login(): Promise<string>;
}

/** Starts a simulated Rossum of 30 people. */
export async function startVendor(): Promise<Vendor> {
  const clock = manualClock();
  const rossum = await simulator.start({ port: 0, people, clock });
  const send: Vendor['send'] = async (method, path, headers, body) => {
    const answer = await fetch(new URL(path, rossum.url), {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as Body };
  };
  const login = async () => {
    const { ROSSUM_USERNAME: username, ROSSUM_PASSWORD: password } = rossum.settings;
    return (await send('POST', '/api/v1/auth/login', {}, { username, password })).body.key;
  };
  const token = await login();
  const call: Vendor['call'] = (method, path, body) => {
    clock.advance(1000);
    return send(method, path, { authorization: `Bearer ${token}` }, body);
  };
  return {
    rossum,
    clock,
    call,
    send,
    login,
    async store<T>(path: string, body: unknown) {
      const answer = await call('POST', `/svc/data-storage/api/v1/${path}`, body);
      if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body.message}`);
      return answer.body.result as T;
    },
  };
}

/** A webhook as it arrived. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Row & { readonly annotation: Row; readonly document: Row };
}

/** An address for webhooks that answers the given statuses in turn, then 200. */
export async function startReceiver(...statuses: number[]) {
  const deliveries: Delivery[] = [];
  let wake: () => void = () => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      deliveries.push({ headers: request.headers, text, body: JSON.parse(text) });
      response.writeHead(statuses.shift() ?? 200).end('{}');
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    /** Resolves with the deliveries once there are at least that many. */
    async received(count: number): Promise<readonly Delivery[]> {
      while (deliveries.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return deliveries;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
