import { WORKSPACE } from '../config.ts';
import type { Gateway } from '../graphql/context.ts';
import type { Workspaces } from '../graphql/workspaces.ts';
import type { Kind } from '../model/kind.ts';
import type { SourceDefinition } from '../sources/source.ts';
import type { KeptWorkspace } from '../store/access-store.ts';
import type { Store } from '../store/store.ts';
import { shipAlertRules } from '../sync/alert-book.ts';
import { createCallLog } from '../sync/call-log.ts';
import type { System } from '../sync/connection.ts';
import { openConnector } from '../sync/connector.ts';
import type { SyncContext } from '../sync/context.ts';
import { createDiscovery } from '../sync/discover.ts';
import { createEngine } from '../sync/engine.ts';
import { createFreshness } from '../sync/freshness.ts';
import { createLive } from '../sync/live.ts';
import { createMappingBook } from '../sync/mappings.ts';
import { beginPlan } from '../sync/plan.ts';
import { createReceive } from '../sync/receive.ts';
import { createRoster } from '../sync/roster.ts';
import { shipRules } from '../sync/rule-book.ts';
import { trustMs } from '../sync/schedule.ts';
import { shippedAlertRules } from '../sync/shipped-alerts.ts';
import { shippedRules } from '../sync/shipped-rules.ts';
import { createWiring } from '../sync/wiring.ts';
import type { Platform } from './platform.ts';

/** One customer's gateway: a sync engine and a graph of its own over the shared database. */
export interface Workspace {
  readonly gateway: Gateway;
  /** Begins to poll, write and work the inbox. */
  start(): void;
  /** Lets nothing of its own begin any more; what callers wait for goes on. */
  stop(): void;
  /** Ends subscriptions. */
  endStreams(): void;
  /** To be called after `stop`: resolves when nothing of its own is under way. */
  ended(): Promise<void>;
  /** Breaks off what waits for a system. */
  breakOff(): void;
  /** To be called last. */
  close(): Promise<void>;
}

/** Opens a workspace with the connections that the environment gives it and those that were made through the graph. Nobody is called before `start`. `workspaces` only for the operator's. */
export async function openWorkspace(
  platform: Platform,
  workspace: KeptWorkspace,
  workspaces: Workspaces | null,
): Promise<Workspace> {
  const { id } = workspace;
  const { config, definitions, clock, random, newId, database, cache, apps, egress, outward } = platform;
  const log = platform.log.child({ workspace: id });
  const store = database.store(id);
  const calls = createCallLog({ store, clock, newId, log });
  await calls.restore();
  // The embedded database has one process: what it finds leased was left by one that died.
  if (config.databaseUrl === undefined)
    await Promise.all([store.outbox.release(), store.firings.release(), store.messages.release()]);
  const mappings = createMappingBook(new Map(definitions.map(({ id: system, mapping }) => [system, mapping])));
  await mappings.renew(store);
  if (await beginPlan(store, config.firstSync))
    log.warn('the first sync waits for its merge plan: see mergePlan and approveMerges, then call startSync');

  const roster = createRoster(definitions.map((definition) => notConnected(definition, mappings.of)));
  const live = createLive(store, log);
  const trusted = (system: string, kind: Kind) => trustMs(config.syncEvery, system, kind);
  const context: SyncContext = {
    store,
    clock,
    random,
    newId,
    log,
    systems: roster.systems,
    connections: roster.connections,
    freshness: createFreshness(cache, id, trusted),
    outward,
    discovery: createDiscovery({ store, clock, connections: roster.connections }),
    mappings,
    calls,
    attempts: new Map(),
    stopping: platform.stopping,
    wake(only) {
      if (only === undefined) live.wake();
      engine.wake(only);
    },
  };
  const engine = createEngine(context, { schedule: config.syncEvery });
  const connected = () => definitions.filter((definition) => roster.connections.has(definition.id));
  const { attach, detach } = engine;
  const wiring = createWiring({ context, roster, egress, apps, attach, detach });
  const given = id === WORKSPACE ? config.systems : new Map<string, unknown>();
  const onConnected = () => ship(platform, store, connected());
  const connector = await openConnector(
    { context, wiring, definitions, egress, apps, given, onConnected },
    config.databaseUrl === undefined,
  );
  await onConnected();

  return {
    gateway: {
      workspace,
      sync: context,
      engine,
      live,
      connector,
      workspaces,
      keys: platform.keys,
      receive: createReceive(context, connector.grantEnded),
      defaultMaxAgeMs: trusted,
    },
    start: engine.start,
    stop: wiring.stop,
    endStreams: live.close,
    ended: engine.stop,
    breakOff: wiring.breakOff,
    async close() {
      await wiring.close();
      await calls.flush();
    },
  };
}

/** Rules about a system come with it. */
async function ship({ config, clock }: Platform, store: Store, connected: readonly SourceDefinition[]): Promise<void> {
  const rules = [...shippedRules, ...connected.flatMap(({ rules: own = [] }) => own)];
  await shipRules(store, rules, config.sandbox === 'on', clock.now());
  await shipAlertRules(store, shippedAlertRules, clock.now());
}

function notConnected(
  { id, name }: SourceDefinition,
  mappingOf: (system: string, kind: Kind) => ReturnType<System['mapping']>,
): System {
  return { id, name, source: null, mapping: (kind) => mappingOf(id, kind), budget: () => null };
}
