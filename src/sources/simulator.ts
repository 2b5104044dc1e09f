import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from '../base/clock.ts';
import { simulatorPage } from './simulator-page.ts';

/** A believable customer; every simulator turns the people it is given into records of its own shape. */
export interface Person {
  /** Small, unique and the same in every system; a simulator may derive its record ids from it. */
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  /** As that system's staff would have typed it: E.164 or national. */
  readonly phone?: string;
  readonly companyName?: string;
  readonly address?: { line1: string; city: string; county?: string; postcode: string; country: string };
  readonly website?: string;
  readonly tags: readonly string[];
  /** Times in milliseconds since 1970. */
  readonly createdAt: number;
  readonly tasks: readonly { title: string; body?: string; dueAt: number; completed: boolean; assignee?: string }[];
  readonly notes: readonly { title?: string; body: string; at: number; author?: string }[];
  readonly appointments: readonly {
    title: string;
    startsAt: number;
    endsAt: number;
    location?: string;
    notes?: string;
  }[];
}

/** How a simulator is started; `port` 0 takes any free one. Listens on 127.0.0.1 only. */
export interface SimulatorOptions {
  readonly port: number;
  readonly people: readonly Person[];
  readonly clock: Clock;
  /** False lifts the vendor's limits on calls, to measure what a client can do without them; default: they hold. */
  readonly limited?: boolean;
}

/** A running stand-in for a vendor, with its switches. */
export interface Simulator {
  readonly url: string;
  /** The environment variables that connect a gateway to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** The variables of an app that it knows, where people connect by OAuth. */
  readonly app?: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, Table>>;
  readonly faults: Fault[];
  /** Every call that reached it, oldest first, without the control routes; the last 10,000. */
  readonly calls: SimulatedCall[];
  /** Where it sends webhooks and whether they get lost on the way. */
  readonly webhooks: { url: string | null; lost: boolean };
  close(): Promise<void>;
}

/** What a source folder's `simulator/index.ts` exports as `simulator`. */
export interface SimulatorDefinition {
  readonly id: string;
  readonly name: string;
  start(options: SimulatorOptions): Promise<Simulator>;
}

/** A call that a client made, as the vendor saw it. */
export interface SimulatedCall {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  status: number;
}

/** Something that goes wrong for calls whose "METHOD /path" matches; `times` runs out, absent lasts. */
export interface Fault {
  /** Regular expression over "METHOD /path"; default: every call. */
  readonly match?: string;
  /** latency waits `ms`; status answers it at once; hang never answers; cut drops the connection; lost-answer does the work, then drops the connection; late-answer waits `ms`, does the work, and answers `ms` later; malformed answers half a JSON text; truncated promises more than it sends, then drops the connection. */
  readonly kind: 'latency' | 'status' | 'hang' | 'cut' | 'lost-answer' | 'late-answer' | 'malformed' | 'truncated';
  readonly ms?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  times?: number;
}

/** A record in the vendor's own shape; always with a string or number `id`. */
export type Row = Record<string, unknown>;

/** One table of a simulator, as a person at the vendor's screen would use it: every change acts as a real edit does there. */
export interface Table {
  list(): Row[];
  get(id: string): Row | null;
  add(row: Row): Row;
  change(id: string, patch: Row): Row | null;
  remove(id: string): boolean;
}

/** What happens to a table's rows besides being kept: stamps and webhooks. */
export interface TableRules {
  readonly newId: () => string | number;
  readonly added?: (row: Row) => void;
  readonly changed?: (row: Row, before: Row) => void;
  readonly removed?: (row: Row) => void;
}

/** An in-memory table; rows are copied on the way in and out. */
export function createTable(rules: TableRules): Table {
  const rows = new Map<string, Row>();
  return {
    list: () => [...rows.values()].map((row) => structuredClone(row)),
    get(id) {
      const row = rows.get(id);
      return row ? structuredClone(row) : null;
    },
    add(row) {
      const added: Row = structuredClone({ ...row, id: row.id ?? rules.newId() });
      rules.added?.(added);
      rows.set(String(added.id), added);
      return structuredClone(added);
    },
    change(id, patch) {
      const before = rows.get(id);
      if (!before) return null;
      const after: Row = structuredClone({ ...before, ...patch, id: before.id });
      rules.changed?.(after, before);
      rows.set(id, after);
      return structuredClone(after);
    },
    remove(id) {
      const row = rows.get(id);
      if (!row) return false;
      rows.delete(id);
      rules.removed?.(row);
      return true;
    },
  };
}

/** The server that all simulators are built on: faults, a record of the calls, and the pages for a person's edits. */
export interface SimulatorHost {
  readonly app: FastifyInstance;
  readonly faults: Fault[];
  readonly calls: SimulatedCall[];
  readonly webhooks: { url: string | null; lost: boolean };
  /** Sends a webhook as the vendor would: no waiting, `attempts` tries a moment apart. */
  send(body: string, headers: Record<string, string>, attempts?: number): void;
  listen(port: number): Promise<string>;
}

const MOST_CALLS = 10_000;
const CONTROL = '/_sim';

/** Makes a host; the simulator adds the vendor's routes to `app` and calls `listen`. */
export function createHost(name: string, tables: Readonly<Record<string, Table>>, clock: Clock): SimulatorHost {
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 8 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const faults: Fault[] = [];
  const calls: SimulatedCall[] = [];
  const webhooks: SimulatorHost['webhooks'] = { url: null, lost: false };
  const seen = new WeakMap<FastifyRequest, SimulatedCall>();

  app.addHook('preHandler', async (request, reply) => {
    if (request.url.startsWith(CONTROL)) return;
    const path = request.url.split('?')[0] ?? request.url;
    const call = {
      at: clock.now(),
      method: request.method,
      path,
      headers: request.headers,
      body: request.body,
      status: 0,
    };
    seen.set(request, call);
    calls.push(call);
    if (calls.length > MOST_CALLS) calls.shift();
    const fault = takeFault(faults, `${request.method} ${path}`);
    if (fault) await suffer(fault, request, reply, clock);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const call = seen.get(request);
    if (call) call.status = reply.statusCode;
    if (lostAnswers.delete(request)) request.raw.socket.destroy();
    await lateAnswers.get(request)?.();
    return payload;
  });
  addControlRoutes(app, name, tables, { faults, calls, webhooks });

  function send(body: string, headers: Record<string, string>, attempts = 3): void {
    const { url } = webhooks;
    if (!url || webhooks.lost) return;
    const request = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
    const again = () => attempts > 1 && clock.after(500, () => send(body, headers, attempts - 1));
    fetch(url, request).then((answer) => answer.status >= 500 && again(), again);
  }

  return { app, faults, calls, webhooks, send, listen: (port) => app.listen({ port, host: '127.0.0.1' }) };
}

const lostAnswers = new Set<FastifyRequest>();
const lateAnswers = new WeakMap<FastifyRequest, () => Promise<void>>();

function takeFault(faults: Fault[], target: string): Fault | null {
  const index = faults.findIndex((fault) => new RegExp(fault.match ?? '').test(target));
  const fault = faults[index];
  if (!fault) return null;
  if (fault.times !== undefined) fault.times -= 1;
  if (fault.times === 0) faults.splice(index, 1);
  return fault;
}

async function suffer(fault: Fault, request: FastifyRequest, reply: FastifyReply, clock: Clock): Promise<void> {
  const wait = () => new Promise<void>((resolve) => clock.after(fault.ms ?? 1000, resolve));
  switch (fault.kind) {
    case 'latency':
      return wait();
    case 'late-answer':
      lateAnswers.set(request, wait);
      return wait();
    case 'hang':
      reply.hijack();
      return;
    case 'cut':
      reply.hijack();
      request.raw.socket.destroy();
      return;
    case 'lost-answer':
      lostAnswers.add(request);
      return;
    case 'truncated':
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      reply.raw.write('{"half": [1, 2', () => request.raw.socket.destroy());
      return;
    case 'malformed':
      await reply.type('application/json').serializer(String).send('{"half": [1, 2');
      return;
    case 'status':
      if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
      await reply.code(fault.status ?? 500).send({ message: 'Injected fault' });
  }
}

type Switches = Pick<SimulatorHost, 'faults' | 'calls' | 'webhooks'>;

function addControlRoutes(
  app: FastifyInstance,
  name: string,
  tables: Readonly<Record<string, Table>>,
  switches: Switches,
): void {
  type Named = { Params: { table: string; id: string }; Body: Row };
  const table = (request: FastifyRequest<Named>) => tables[request.params.table];
  const answer = (reply: FastifyReply, found: Row | Row[] | null | undefined) =>
    found ? reply.send(found) : reply.code(404).send({ message: 'There is no such table or row' });

  app.get('/', (_, reply) => reply.type('text/html').send(simulatorPage(name, Object.keys(tables))));
  app.get(CONTROL, () => Object.fromEntries(Object.entries(tables).map(([key, rows]) => [key, rows.list().length])));
  app.get(`${CONTROL}/calls`, () =>
    switches.calls.map(({ at, method, path, status }) => ({ at, method, path, status })),
  );
  app.get(`${CONTROL}/faults`, () => ({ faults: switches.faults, webhooks: switches.webhooks }));
  app.put<{ Body: { faults?: Fault[]; webhooks?: Partial<SimulatorHost['webhooks']> } }>(
    `${CONTROL}/faults`,
    (request) => {
      if (request.body.faults) switches.faults.splice(0, Number.POSITIVE_INFINITY, ...request.body.faults);
      Object.assign(switches.webhooks, request.body.webhooks);
      return { faults: switches.faults, webhooks: switches.webhooks };
    },
  );
  app.get<Named>(`${CONTROL}/tables/:table`, (request, reply) => answer(reply, table(request)?.list()));
  app.post<Named>(`${CONTROL}/tables/:table`, (request, reply) => answer(reply, table(request)?.add(request.body)));
  app.get<Named>(`${CONTROL}/tables/:table/:id`, (request, reply) =>
    answer(reply, table(request)?.get(request.params.id)),
  );
  app.patch<Named>(`${CONTROL}/tables/:table/:id`, (request, reply) =>
    answer(reply, table(request)?.change(request.params.id, request.body)),
  );
  app.delete<Named>(`${CONTROL}/tables/:table/:id`, (request, reply) =>
    answer(reply, table(request)?.remove(request.params.id) ? { removed: true } : null),
  );
}

/** Counts calls in fixed windows as vendors do; answers how many are left, negative when the call is over the limit. */
export function createLimiter(calls: number, perMs: number, clock: Clock): () => number {
  let windowStart = 0;
  let used = 0;
  return () => {
    if (clock.now() - windowStart >= perMs) {
      windowStart = clock.now();
      used = 0;
    }
    used += 1;
    return calls - used;
  };
}
