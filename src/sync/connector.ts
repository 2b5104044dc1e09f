import type { Egress } from '../base/egress.ts';
import { Problem, toProblem } from '../base/errors.ts';
import { currentWork } from '../base/work.ts';
import type { Value } from '../model/kind.ts';
import type { Consent, Place } from '../sources/oauth.ts';
import type { SourceDefinition } from '../sources/source.ts';
import type { KeptConnection } from '../store/access-store.ts';
import type { Apps } from './apps.ts';
import { type ConnectionCheck, checkConnection, isUsable } from './connection-check.ts';
import { addressesIn, type FormError, readForm } from './connection-form.ts';
import type { SyncContext } from './context.ts';
import { Ledger } from './ledger.ts';
import type { Texts, Wired, Wiring } from './wiring.ts';

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

/** What came of a person's consent: a connection and what works of it, or the places among which to choose. */
export type Granted = { readonly checks: readonly ConnectionCheck[] } | { readonly places: readonly Place[] };

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
  /** True where people may connect it by consenting there: the operator has an app, and the environment does not connect it. */
  offersConsent(system: string): boolean;
  /** True where it is connected by somebody's consent, as the app's webhooks tell of it. */
  isGranted(system: string): boolean;
  /** Where a person consents; rejects with UNSUPPORTED where there is no app, with FORBIDDEN where the environment connects it. */
  authorizeUrl(system: string, asked: { readonly state: string; readonly redirectUri: string }): string;
  /** Takes a code in, keeps what it is good for, and puts the connection to work. */
  grant(system: string, consent: Consent): Promise<Granted>;
  /** The system says that the consent was withdrawn: nothing is asked there until somebody connects it anew. */
  grantEnded(system: string): Promise<void>;
}

/** What a connector works with. `given` are the checked settings that the environment holds, by system. */
export interface ConnectorParts {
  readonly context: SyncContext;
  readonly wiring: Wiring;
  readonly definitions: readonly SourceDefinition[];
  readonly egress: Egress;
  readonly apps: Apps;
  readonly given: ReadonlyMap<string, unknown>;
  /** Called when a system was connected while the workspace runs. */
  onConnected(): Promise<void>;
}

/** Connects what the environment gives and what the store keeps, which calls nobody, and answers the connector. `alone`: no other process works on the same database. */
export async function openConnector(parts: ConnectorParts, alone: boolean): Promise<Connector> {
  const { context, wiring, definitions, egress, given, apps } = parts;
  const { store, clock, log } = context;
  const granted = new Set<string>();

  function definitionOf(id: string): SourceDefinition {
    const found = definitions.find((definition) => definition.id === id);
    if (found) return found;
    const known = definitions.map((definition) => definition.id).join(', ');
    throw new Problem('NOT_FOUND', `"${id}" is not a system; the systems are ${known}`, 'never', { path: ['system'] });
  }

  /** The definition of a system that may be connected here. */
  function changeable(system: string): SourceDefinition {
    const definition = definitionOf(system);
    if (!given.has(system)) return definition;
    const text = `${definition.name} is connected by the gateway's environment variables; change them there`;
    throw new Problem('FORBIDDEN', text, 'never', { system, path: ['system'] });
  }

  async function tellOf(system: string, message: string): Promise<void> {
    const { actor, correlationId } = currentWork();
    const ledger = new Ledger(context, { origin: 'gateway', actor, runId: null, correlationId });
    ledger.event('SYSTEM_CHANGED', null, { system, message });
    await ledger.flush(store);
    context.wake();
  }

  /** The texts that a wish comes to; what a grant decided is no part of what people enter. */
  async function textsOf({ system, settings }: ConnectWish): Promise<Texts> {
    const kept = await store.connections.get(system);
    const isEntered = kept !== null && kept.tokens === null && kept.refused === null;
    const merged = Object.entries({ ...(isEntered ? kept.settings : {}), ...settings });
    return Object.fromEntries(merged.filter((one): one is [string, string] => one[1] !== null && one[1] !== ''));
  }

  function errorsIn(definition: SourceDefinition, texts: Texts): readonly FormError[] {
    const form = readForm(definition, texts);
    const wrong = 'errors' in form ? form.errors : [];
    const refused = addressesIn(texts).flatMap(([name, address]) => {
      const message = egress.refusal(address);
      return message === null || wrong.some((error) => error.name === name) ? [] : [{ name, message }];
    });
    return [...wrong, ...refused];
  }

  /** The connection is durable before it is used. */
  async function keep(definition: SourceDefinition, settings: Texts, tokens: Value): Promise<Wired> {
    const { id } = definition;
    const createdBy = currentWork().actor;
    await store.connections.put({ system: id, settings, tokens, createdAt: clock.now(), createdBy });
    const made = tokens === null ? wiring.entered(definition, settings) : wiring.granted(definition, settings);
    if ('errors' in made) throw new Error(`the settings of ${id} were good a moment ago`);
    if (tokens === null) granted.delete(id);
    else granted.add(id);
    await wiring.putToWork(made);
    await parts.onConnected();
    await tellOf(id, 'CONNECTED');
    return made;
  }

  async function restore(definition: SourceDefinition, kept: KeptConnection): Promise<void> {
    const { id: system } = definition;
    const isGranted = kept.tokens !== null || kept.refused !== null;
    if (isGranted && !apps.offers(system)) return log.error({ system }, 'the app of a connection is not set any more');
    const made = isGranted ? wiring.granted(definition, kept.settings) : wiring.entered(definition, kept.settings);
    if ('errors' in made) {
      const settings = made.errors.map(({ name }) => name);
      return log.error({ system, settings }, 'a kept connection does not fit this version: connect it anew');
    }
    // What is leased here was left by a process that died.
    if (alone) await store.connections.releaseTokens(system, kept.tokensVersion);
    if (isGranted) granted.add(system);
    await wiring.putToWork(made);
  }

  for (const [id, settings] of given) await wiring.putToWork(wiring.given(definitionOf(id), settings));
  for (const kept of await store.connections.all()) {
    const definition = definitions.find(({ id }) => id === kept.system);
    if (definition && !given.has(kept.system)) await restore(definition, kept);
  }

  return {
    definition: definitionOf,
    origin(id) {
      if (given.has(id)) return 'environment';
      return context.connections.has(id) ? 'graph' : null;
    },
    kept: (id) => store.connections.get(id),
    async connect(wish) {
      const definition = changeable(wish.system);
      const texts = await textsOf(wish);
      const errors = errorsIn(definition, texts);
      const trial = errors.length === 0 ? wiring.entered(definition, texts) : { errors };
      if ('errors' in trial) return { connected: false, checks: [], errors: trial.errors };
      const checks = await tryOut(definition, trial);
      if (wish.dryRun || !(isUsable(checks) || wish.force)) return { connected: false, checks, errors: [] };
      await keep(definition, texts, null);
      return { connected: true, checks, errors: [] };
    },
    async disconnect(id) {
      const { name } = changeable(id);
      if (!(await store.connections.get(id)))
        throw new Problem('NOT_CONNECTED', `${name} is not connected`, 'never', { system: id, path: ['system'] });
      await store.connections.remove(id);
      granted.delete(id);
      await wiring.takeFromWork(id);
      await tellOf(id, 'NOT_CONNECTED');
    },
    async check(id) {
      const connection = context.connections.get(id);
      return connection ? checkConnection(connection.name, connection.source) : [];
    },
    offersConsent: (id) => apps.offers(id) && !given.has(id),
    isGranted: (id) => granted.has(id),
    authorizeUrl: (id, asked) => apps.of(changeable(id)).authorizeUrl(asked),
    async grant(id, consent) {
      const definition = changeable(id);
      const grant = await apps.of(definition).exchange(consent);
      if ('places' in grant) return grant;
      const { system } = await keep(definition, grant.settings, grant.tokens);
      return { checks: await checkConnection(definition.name, system.source) };
    },
    async grantEnded(id) {
      if (!granted.has(id)) return;
      await store.connections.refuse(id, `Access was withdrawn in ${definitionOf(id).name}: connect it anew`);
      // Whoever looks at its health learns it at once.
      await context.connections
        .get(id)
        ?.use((source) => source.probe())
        .catch((error) => {
          log.warn({ system: id, code: toProblem(error).code }, 'access to a system was withdrawn');
        });
    },
  };
}

async function tryOut({ name }: SourceDefinition, { system, wire }: Wired): Promise<readonly ConnectionCheck[]> {
  try {
    return await checkConnection(name, system.source);
  } finally {
    wire.stop();
    await wire.close();
  }
}
