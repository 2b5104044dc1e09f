import type { Egress } from '../base/egress.ts';
import { Problem } from '../base/errors.ts';
import { currentWork } from '../base/work.ts';
import type { Source, SourceDefinition } from '../sources/source.ts';
import type { KeptConnection } from '../store/access-store.ts';
import { connect, type Wire } from './connect.ts';
import { type Connection, createConnection, type System } from './connection.ts';
import { type ConnectionCheck, checkConnection, isUsable } from './connection-check.ts';
import { addressesIn, type FormError, readForm } from './connection-form.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import type { Roster } from './roster.ts';

/** Where a connection's settings come from; null: it is not connected. */
export type ConnectionOrigin = 'environment' | 'graph' | null;

/** What somebody wants to connect a system with. */
export interface ConnectWish {
  readonly system: string;
  /** Texts by name; what is left out stays as it was, null takes it away. */
  readonly settings: Readonly<Record<string, string | null>>;
  /** Only tried, and nothing kept. */
  readonly dryRun: boolean;
  /** Kept even if the credential cannot be tried now. */
  readonly force: boolean;
}

/** What came of it: what was tried, and what is wrong with the settings. */
export interface Connected {
  readonly connected: boolean;
  readonly checks: readonly ConnectionCheck[];
  readonly errors: readonly FormError[];
}

/** Connects the systems of one workspace, at the start and while it runs. */
export interface Connector {
  /** Rejects with NOT_FOUND where there is no such system. */
  definition(system: string): SourceDefinition;
  origin(system: string): ConnectionOrigin;
  /** How it was connected through the graph; null where it was not. */
  kept(system: string): Promise<KeptConnection | null>;
  /** Tries settings, keeps them and puts the connection to work; rejects with a Problem where that is not to be done here at all. */
  connect(wish: ConnectWish): Promise<Connected>;
  /** Ends the connection and forgets its settings; what is known of its records stays. */
  disconnect(system: string): Promise<void>;
  /** What works and what does not of a connection that is there. */
  check(system: string): Promise<readonly ConnectionCheck[]>;
}

/** The same as whoever opens and ends a workspace sees it. */
export interface OpenConnector extends Connector {
  /** Connects what the environment and the store say; calls nobody. */
  restore(): Promise<void>;
  connected(): readonly SourceDefinition[];
  stop(): void;
  /** Breaks off what waits for a system. */
  breakOff(): void;
  close(): Promise<void>;
}

/** What a connector works with. `given` are the checked settings that the environment holds, by system. */
export interface ConnectorParts {
  readonly context: SyncContext;
  readonly roster: Roster;
  readonly definitions: readonly SourceDefinition[];
  readonly egress: Egress;
  readonly given: ReadonlyMap<string, unknown>;
  attach(connection: Connection): void;
  detach(connection: Connection): Promise<void>;
  /** Called when a system was connected while the workspace runs. */
  onConnected(): Promise<void>;
}

type Wired = { readonly system: System & { readonly source: Source }; readonly wire: Wire };

/** A connector with nothing connected yet. */
export function createConnector(parts: ConnectorParts): OpenConnector {
  const { context, roster, definitions, egress, given } = parts;
  const { store, clock, random, log, calls, mappings } = context;
  const wires = new Map<string, Wire>();

  function definitionOf(id: string): SourceDefinition {
    const found = definitions.find((definition) => definition.id === id);
    if (found) return found;
    const known = definitions.map((definition) => definition.id).join(', ');
    throw new Problem('NOT_FOUND', `"${id}" is not a system; the systems are ${known}`, 'never', { path: ['system'] });
  }

  /** What people entered may lead to public addresses only; what the environment says is the operator's own word. */
  function wired(definition: SourceDefinition, settings: unknown, entered: boolean): Wired {
    const mapping: System['mapping'] = (kind) => mappings.of(definition.id, kind);
    return connect(
      definition,
      settings,
      { clock, random, log },
      { mapping, calls, ...(entered && { dial: egress.dial }) },
    );
  }

  function putToWork({ system, wire }: Wired): void {
    const connection = createConnection(system, clock);
    wires.set(system.id, wire);
    roster.connect(connection);
    parts.attach(connection);
  }

  async function takeFromWork(id: string): Promise<void> {
    const [connection, wire] = [context.connections.get(id), wires.get(id)];
    if (!connection || !wire) return;
    roster.disconnect(id);
    wires.delete(id);
    // Nobody waits for a system that is no longer connected.
    wire.stop();
    wire.breakOff();
    await parts.detach(connection);
    await wire.close();
  }

  function refuseGiven({ id, name }: SourceDefinition): void {
    if (!given.has(id)) return;
    const text = `${name} is connected by the gateway's environment variables; change them there`;
    throw new Problem('FORBIDDEN', text, 'never', { system: id, path: ['system'] });
  }

  async function tellOf(system: string, message: string): Promise<void> {
    const { actor, correlationId } = currentWork();
    const ledger = new Ledger(context, { origin: 'gateway', actor, runId: null, correlationId });
    ledger.event('SYSTEM_CHANGED', null, { system, message });
    await ledger.flush(store);
    context.wake();
  }

  async function settingsFor(wish: ConnectWish): Promise<Record<string, string>> {
    const kept = await store.connections.get(wish.system);
    const merged = Object.entries({ ...kept?.settings, ...wish.settings });
    return Object.fromEntries(
      merged.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''),
    );
  }

  async function tryOut(definition: SourceDefinition, { system, wire }: Wired): Promise<readonly ConnectionCheck[]> {
    try {
      return await checkConnection(definition.name, system.source);
    } finally {
      wire.stop();
      await wire.close();
    }
  }

  return {
    definition: definitionOf,
    origin(id) {
      if (given.has(id)) return 'environment';
      return context.connections.has(id) ? 'graph' : null;
    },
    kept: (id) => store.connections.get(id),
    async connect(wish) {
      const definition = definitionOf(wish.system);
      refuseGiven(definition);
      const texts = await settingsFor(wish);
      const form = readForm(definition, texts);
      if ('errors' in form) return { connected: false, checks: [], errors: form.errors };
      const errors = addressesIn(texts).flatMap(([name, address]) => {
        const message = egress.refusal(address);
        return message === null ? [] : [{ name, message }];
      });
      if (errors.length > 0) return { connected: false, checks: [], errors };
      const checks = await tryOut(definition, wired(definition, form.settings, true));
      if (wish.dryRun || !(isUsable(checks) || wish.force)) return { connected: false, checks, errors: [] };
      const createdBy = currentWork().actor;
      await store.connections.put({
        system: definition.id,
        settings: texts,
        tokens: null,
        createdAt: clock.now(),
        createdBy,
      });
      await takeFromWork(definition.id);
      putToWork(wired(definition, form.settings, true));
      await parts.onConnected();
      await tellOf(definition.id, 'CONNECTED');
      return { connected: true, checks, errors: [] };
    },
    async disconnect(id) {
      const definition = definitionOf(id);
      refuseGiven(definition);
      if (!(await store.connections.get(id)))
        throw new Problem('NOT_CONNECTED', `${definition.name} is not connected`, 'never', {
          system: id,
          path: ['system'],
        });
      await store.connections.remove(id);
      await takeFromWork(id);
      await tellOf(id, 'NOT_CONNECTED');
    },
    async check(id) {
      const connection = context.connections.get(id);
      return connection ? checkConnection(connection.name, connection.source) : [];
    },
    async restore() {
      for (const [id, settings] of given) putToWork(wired(definitionOf(id), settings, false));
      for (const { system, settings } of await store.connections.all()) {
        const definition = definitions.find(({ id }) => id === system);
        if (!definition || given.has(system)) continue;
        const form = readForm(definition, settings);
        if ('settings' in form) putToWork(wired(definition, form.settings, true));
        else
          log.error(
            { system, settings: form.errors.map(({ name }) => name) },
            'a kept connection does not fit this version',
          );
      }
    },
    connected: () => definitions.filter(({ id }) => context.connections.has(id)),
    stop() {
      for (const wire of wires.values()) wire.stop();
    },
    breakOff() {
      for (const wire of wires.values()) wire.breakOff();
    },
    async close() {
      await Promise.all([...wires.values()].map((wire) => wire.close()));
    },
  };
}
