import { createCache } from './base/cache.ts';
import { type Clock, systemClock } from './base/clock.ts';
import { createEgress } from './base/egress.ts';
import { Problem } from './base/errors.ts';
import { createIds } from './base/id.ts';
import { createLogger, type Logger } from './base/logger.ts';
import { createMailer } from './base/mail.ts';
import { createPostWebhook } from './base/webhook-post.ts';
import { type Config, WORKSPACE } from './config.ts';
import { connect, type Wire } from './connect.ts';
import { anybody } from './graphql/caller.ts';
import type { Gateway } from './graphql/context.ts';
import type { Place } from './http/home.ts';
import { createServer } from './http/server.ts';
import type { Guard } from './http/service.ts';
import { loadTrustedDocuments, noTrustedDocuments } from './http/trusted.ts';
import type { Identify } from './http/visit.ts';
import type { Kind } from './model/kind.ts';
import { endInTime } from './shutdown.ts';
import type { SourceDefinition } from './sources/source.ts';
import { openDatabase } from './store/database.ts';
import { shipAlertRules } from './sync/alert-book.ts';
import { createCallLog } from './sync/call-log.ts';
import { type Connection, createConnection, type System } from './sync/connection.ts';
import type { SyncContext } from './sync/context.ts';
import { createDiscovery } from './sync/discover.ts';
import { createEngine } from './sync/engine.ts';
import { createFreshness } from './sync/freshness.ts';
import { createLive } from './sync/live.ts';
import { createMappingBook } from './sync/mappings.ts';
import type { Outward } from './sync/outward.ts';
import { beginPlan } from './sync/plan.ts';
import { shipRules } from './sync/rule-book.ts';
import { trustMs } from './sync/schedule.ts';
import { shippedAlertRules } from './sync/shipped-alerts.ts';
import { shippedRules } from './sync/shipped-rules.ts';

/** What a test or the sandbox may put in place of the real world. */
export interface World {
  readonly definitions: readonly SourceDefinition[];
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Logger;
  /** Shown on the page at `/`. */
  readonly places?: readonly Place[];
  /** Put around what finds out who asks. */
  readonly identify?: (inner: Identify) => Identify;
}

/** A gateway that answers. */
export interface RunningGateway {
  readonly url: string;
  readonly gateway: Gateway;
  /** Ends requests, deliveries and polls under way, then the sockets and the database. */
  close(): Promise<void>;
}

/** Builds and starts a gateway; rejects with a Problem fit for an operator where it cannot. */
export async function startGateway(config: Config, world: World): Promise<RunningGateway> {
  const clock = world.clock ?? systemClock;
  const random = world.random ?? Math.random;
  const log = world.log ?? createLogger(config.logLevel);
  const guard = await guardOf(config);
  const database = await openDatabase({
    dataDir: config.dataDir,
    clock,
    ...(config.databaseUrl && { url: config.databaseUrl }),
  });
  const cache = await createCache(config.redisUrl, log);
  const stopping = new AbortController();
  const store = database.store(WORKSPACE);
  const newId = createIds(() => clock.now());
  const calls = createCallLog({ store, clock, newId, log });
  await calls.restore();
  const connected: Wire[] = [];

  const mappings = createMappingBook(new Map(world.definitions.map(({ id, mapping }) => [id, mapping])));
  const systems = world.definitions.map((definition) => {
    const settings = config.systems.get(definition.id);
    const mapping = (kind: Kind) => mappings.of(definition.id, kind);
    if (settings === undefined) return notConnected(definition, mapping);
    const { system, wire } = connect(definition, settings, { clock, random, log }, { mapping, calls });
    connected.push(wire);
    return system;
  });
  const connections = new Map(
    systems.flatMap((system): [string, Connection][] =>
      isConnected(system) ? [[system.id, createConnection(system, clock)]] : [],
    ),
  );

  // The embedded database has one process: what it finds leased was left by one that died.
  if (config.databaseUrl === undefined)
    await Promise.all([store.outbox.release(), store.firings.release(), store.messages.release()]);
  const rules = [
    ...shippedRules,
    ...world.definitions.flatMap(({ id, rules = [] }) => (config.systems.has(id) ? rules : [])),
  ];
  await shipRules(store, rules, config.sandbox === 'on', clock.now());
  await shipAlertRules(store, shippedAlertRules, clock.now());
  await mappings.renew(store);
  if (await beginPlan(store, config.firstSync))
    log.warn('the first sync waits for its merge plan: see mergePlan and approveMerges, then call startSync');
  const live = createLive(store, log);
  const { outward, wire: outwardWire } = openOutward(config, clock);
  const trusted = (system: string, kind: Kind) => trustMs(config.syncEvery, system, kind);
  const context: SyncContext = {
    store,
    clock,
    random,
    newId,
    log,
    systems,
    connections,
    freshness: createFreshness(cache, WORKSPACE, trusted),
    outward,
    discovery: createDiscovery({ store, clock, connections }),
    mappings,
    calls,
    attempts: new Map(),
    stopping: stopping.signal,
    wake(only) {
      if (only === undefined) live.wake();
      engine.wake(only);
    },
  };
  const engine = createEngine(context, { schedule: config.syncEvery });
  const gateway: Gateway = { sync: context, engine, live, defaultMaxAgeMs: trusted };
  const identify: Identify = async ({ from }) => ({ gateway, caller: anybody(WORKSPACE, from) });
  const server = await createServer(gateway, database, world.places ?? [], {
    guard,
    log,
    identify: world.identify?.(identify) ?? identify,
  });

  const end = async () => {
    await Promise.all([server.close(() => live.close()), engine.stop()]);
    // The last requests may have begun a run.
    await engine.stop();
  };
  const close = async () => {
    stopping.abort();
    for (const wire of connected) wire.stop();
    const wires = [...connected, outwardWire];
    const breakOff = () => {
      for (const wire of wires) wire.breakOff();
    };
    if (!(await endInTime(clock, end(), { breakOff, cutOff: server.cutOff })))
      log.warn('not everything ended in time: what is left is taken up again after the restart');
    await Promise.all(wires.map((wire) => wire.close()));
    await calls.flush();
    await cache.disconnect();
    await database.close();
  };
  try {
    const url = await server.app.listen({ port: config.port, host: config.host });
    engine.start();
    return { url, gateway, close };
  } catch (cause) {
    await close();
    throw cannotListen(config, cause);
  }
}

/** The ways out to targets; nobody is connected to before there is something to send. */
function openOutward(config: Config, clock: Clock): { outward: Outward; wire: Omit<Wire, 'stop'> } {
  const egress = createEgress({ allowed: config.allowPrivateHosts });
  const mailer = config.smtp ? createMailer(config.smtp) : null;
  return {
    outward: {
      post: createPostWebhook(egress, clock),
      mailer,
      refusal: egress.refusal,
      publicUrl: config.publicUrl ?? null,
    },
    wire: {
      breakOff: () => egress.breakOff(),
      async close() {
        mailer?.close();
        await egress.close();
      },
    },
  };
}

/** The sandbox is open to whoever plays with it; elsewhere what is not set is closed. */
async function guardOf({ callers, sandbox }: Config): Promise<Guard> {
  const isSandbox = sandbox === 'on';
  const { introspection, requestsPerMinute, trustedDocuments, ...rest } = callers;
  return {
    ...rest,
    introspection: introspection === 'auto' ? isSandbox : introspection === 'on',
    requestsPerMinute:
      requestsPerMinute === 'auto' ? (isSandbox ? 6_000 : 600) : requestsPerMinute === 'off' ? null : requestsPerMinute,
    documents: trustedDocuments
      ? await loadTrustedDocuments(trustedDocuments.path, trustedDocuments.only)
      : noTrustedDocuments,
  };
}

function notConnected({ id, name }: SourceDefinition, mapping: System['mapping']): System {
  return { id, name, source: null, mapping, budget: () => null };
}

function isConnected(system: System): system is System & { source: NonNullable<System['source']> } {
  return system.source !== null;
}

function cannotListen(config: Config, cause: unknown): Problem {
  const code = (cause as { code?: string }).code;
  const address = `${config.host}:${config.port}`;
  if (code === 'EADDRINUSE')
    return new Problem('INVALID', `${address} is in use by another program; set PORT to a free one`);
  if (code === 'EACCES')
    return new Problem('INVALID', `${address} may not be opened by this user; set PORT to one above 1023`);
  return new Problem(
    'INVALID',
    `${address} cannot be listened on (${code ?? 'unknown reason'}); check HOST and PORT`,
    'never',
    { cause },
  );
}
