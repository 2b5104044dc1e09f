import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ExecutionResult, type FormattedExecutionResult, print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { Problem } from '../../src/base/errors.ts';
import { createLogger, type Logger } from '../../src/base/logger.ts';
import { type RunningGateway, startGateway } from '../../src/compose.ts';
import { type Config, type Env, readConfig } from '../../src/config.ts';
import type { Place } from '../../src/http/home.ts';
import type { Identify } from '../../src/http/visit.ts';
import { definitions, loadSimulators } from '../../src/sources/generated/registry.ts';
import type { Person, Simulator } from '../../src/sources/simulator.ts';
import type { LoggedEvent } from '../../src/store/shapes.ts';
import type { Live } from '../../src/sync/live.ts';
import { samplePeople } from './people.ts';

/** How a world is set up; by default all systems, twelve people in each, and no poll but the first. */
export interface WorldOptions {
  readonly systems?: readonly string[];
  readonly people?: (system: string) => readonly Person[];
  /** Environment variables on top of what the simulators say. */
  readonly env?: Env;
  readonly log?: Logger;
  /** What the gateway and the simulators go by; default: the real one. */
  readonly clock?: Clock;
  /** Put around what finds out who asks; see `named`. */
  readonly identify?: (inner: Identify) => Identify;
  /** Where the dashboard was built into; without it a plain page stands at `/`. */
  readonly dashboard?: URL;
  /** Named on the page at `/`. */
  readonly places?: readonly Place[];
  /** False: answers without waiting for the first sync. */
  readonly synced?: boolean;
}

/** An answer as a client gets it. */
export interface Answer<T> extends FormattedExecutionResult<T> {
  readonly status: number;
  readonly extensions?: { upstream: { calls: Record<string, number>; cacheHits: number; staleRecords: number } };
}

/** Simulators and a gateway over them, reached as a frontend reaches them. */
export interface World {
  readonly url: string;
  readonly running: RunningGateway;
  readonly config: Config;
  /** The environment that the configuration was read from. */
  readonly env: Env;
  /** The ids of those that are simulated. */
  readonly systems: readonly string[];
  simulator(id: string): Simulator;
  query<T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables?: V,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** A live subscription over WebSocket, of whoever shows these parameters; `next` waits for the next answer that fits. */
  subscribe<T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables?: V,
    parameters?: Record<string, unknown>,
  ): Subscription<T>;
  /** Resolves when so many subscriptions are followed by the gateway. */
  followed(subscriptions: number): Promise<void>;
  /** The first event behind `after` (default: ever) that fits; waits for it. */
  event(fits: (event: LoggedEvent) => boolean, after?: number): Promise<LoggedEvent>;
  /** Ends the gateway and, after `between`, starts another on the same data, from then on with those variables changed; the simulators go on. */
  restart(between?: () => Promise<void>, changed?: Env): Promise<void>;
  close(): Promise<void>;
}

/** What a subscription brings, in order. */
export interface Subscription<T> {
  /** Resolves when the gateway follows the log for it: what happens from then on is brought. */
  readonly ready: Promise<void>;
  readonly received: ExecutionResult<T>[];
  next(fits?: (data: T) => boolean): Promise<T>;
  end(): void;
}

/** Takes whoever sends an `Authorization` header for the caller of that id; without one nobody in particular asks. */
export const named =
  (inner: Identify): Identify =>
  async (ticket) => {
    const { authorization: id, ...rest } = ticket;
    const visit = await inner({ ...rest, authorization: undefined });
    return visit instanceof Problem || id === undefined
      ? visit
      : { ...visit, caller: { ...visit.caller, id, name: `The holder of ${id}` } };
  };

const open: World[] = [];

/** Starts a world; `closeWorlds` in an afterEach ends it whatever happens. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const all = await loadSimulators();
  const chosen = all.filter((simulator) => (options.systems ?? all.map(({ id }) => id)).includes(simulator.id));
  const people = options.people ?? (() => samplePeople(12));
  const clock = options.clock ?? systemClock;
  const simulators = new Map<string, Simulator>();
  for (const definition of chosen) {
    simulators.set(definition.id, await definition.start({ port: 0, people: people(definition.id), clock }));
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tributary-'));
  const settings = Object.assign({}, ...[...simulators.values()].map((simulator) => simulator.settings)) as Env;
  let env: Env = {
    PORT: '0',
    DATA_DIR: dataDir,
    SYNC_EVERY: '1h',
    LOG_LEVEL: 'silent',
    AUTH: 'off',
    // A test asks as often as it likes.
    RATE_LIMIT_PER_MINUTE: 'off',
    ...settings,
    ...options.env,
  };
  let config = configOf(env);
  const log = options.log ?? createLogger(config.logLevel);
  const { identify, dashboard, places } = options;
  const given = { ...(identify && { identify }), ...(dashboard && { dashboard }), ...(places && { places }) };
  const start = () => startGateway(config, { definitions, clock, log, ...given });
  let running = await start();
  let audience = watchAudience(running.gateway.live);

  async function event(fits: (event: LoggedEvent) => boolean, after = 0): Promise<LoggedEvent> {
    const events = await audience.events(after, {});
    for await (const one of events) {
      if (!fits(one)) continue;
      await events.return?.();
      return one;
    }
    throw new Error('The gateway ended before the event came');
  }

  const world: World = {
    get url() {
      return running.url;
    },
    get running() {
      return running;
    },
    get config() {
      return config;
    },
    get env() {
      return env;
    },
    systems: [...simulators.keys()],
    simulator(id) {
      const found = simulators.get(id);
      if (!found) throw new Error(`${id} is not simulated in this world`);
      return found;
    },
    async query(document, variables, headers) {
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: print(document), variables }),
      });
      return { status: response.status, ...((await response.json()) as FormattedExecutionResult) } as never;
    },
    subscribe: (document, variables, parameters) => ({
      ...subscribe(running.url, print(document), variables, parameters),
      ready: audience.next(),
    }),
    followed: (subscriptions) => audience.until(subscriptions),
    event,
    async restart(between, changed = {}) {
      await running.close();
      await between?.();
      env = { ...env, ...changed };
      config = configOf(env);
      running = await start();
      audience = watchAudience(running.gateway.live);
      point(simulators, running.url);
    },
    async close() {
      await running.close();
      await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  open.push(world);
  point(simulators, running.url);
  if (options.synced !== false) await firstSync(world, [...simulators.keys()]);
  return world;
}

/** The worlds that are open. */
export function openWorlds(): readonly World[] {
  return open;
}

/** Ends all worlds that are still open. */
export async function closeWorlds(): Promise<void> {
  await Promise.all(open.splice(0).map((world) => world.close()));
}

/** Waits until the first pass over each system has ended. */
async function firstSync(world: World, systems: readonly string[]): Promise<void> {
  await Promise.all(
    systems.map((system) => world.event((event) => event.kind === 'RUN_FINISHED' && event.system === system)),
  );
}

function point(simulators: ReadonlyMap<string, Simulator>, url: string): void {
  for (const [id, simulator] of simulators) simulator.webhooks.url = `${url}/webhooks/${id}`;
}

function configOf(env: Env): Config {
  const result = readConfig(env, definitions);
  if ('errors' in result) throw new Error(result.errors.join('\n'));
  return result.config;
}

/** Who follows the log, as its subscribers come and go; `events` follows it without being counted. */
function watchAudience(live: Live) {
  const events = live.events.bind(live);
  const waiting = new Set<() => void>();
  let [come, expected, present] = [0, 0, 0];
  const pulse = () => {
    for (const look of waiting) look();
  };

  async function holds(fits: () => boolean): Promise<void> {
    while (!fits()) {
      await new Promise<void>((resolve) => {
        const look = () => {
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    }
  }

  live.events = async (after, filter) => {
    const iterator = await events(after, filter);
    come += 1;
    present += 1;
    pulse();
    const leave = iterator.return?.bind(iterator);
    let left = false;
    iterator.return = async () => {
      if (!left) present -= 1;
      left = true;
      pulse();
      return (await leave?.()) ?? { done: true, value: undefined };
    };
    return iterator;
  };

  return {
    events,
    next() {
      const number = ++expected;
      return holds(() => come >= number);
    },
    until: (subscriptions: number) => holds(() => present === subscriptions),
  };
}

function subscribe<T>(
  url: string,
  query: string,
  variables: Record<string, unknown> | undefined,
  connectionParams: Record<string, unknown> | undefined,
): Omit<Subscription<T>, 'ready'> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
  });
  const received: ExecutionResult<T>[] = [];
  const waiting = new Set<() => void>();
  let failure: unknown = null;
  const dispose = client.subscribe<T>(variables ? { query, variables } : { query }, {
    next(result) {
      received.push(result as ExecutionResult<T>);
      for (const wake of waiting) wake();
    },
    error(error) {
      failure = error;
      for (const wake of waiting) wake();
    },
    complete: () => undefined,
  });
  let position = 0;
  return {
    received,
    async next(fits = () => true) {
      for (;;) {
        while (position < received.length) {
          const data = received[position++]?.data;
          if (data && fits(data)) return data;
        }
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    end() {
      dispose();
      void client.dispose();
    },
  };
}
