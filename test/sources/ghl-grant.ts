import { systemClock } from '../../src/base/clock.ts';
import { createLogger } from '../../src/base/logger.ts';
import type { Value } from '../../src/model/kind.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { definition as ghl } from '../../src/sources/ghl/index.ts';
import { type HighLevelSimulator, simulator } from '../../src/sources/ghl/simulator/index.ts';
import type { Grant, GrantedConnection, Tokens } from '../../src/sources/oauth.ts';
import type { Person } from '../../src/sources/simulator.ts';
import type { Source } from '../../src/sources/source.ts';
import type { ConnectionStore } from '../../src/store/access-store.ts';
import { type OAuthWire, openOAuth } from '../../src/sync/apps.ts';
import { connect } from '../../src/sync/connect.ts';
import { createTokens } from '../../src/sync/tokens.ts';
import { createMemoryConnections } from '../support/connections.ts';
import { everyCall, START } from './ghl-connection.ts';

/** Where HighLevel sends the browser back to. */
export const REDIRECT = 'https://tributary.example.com/oauth/ghl/callback';
/** What a person chooses for all locations at once. */
export const AGENCY = 'agency';

/** A HighLevel with an app that people may let in, and a clock all go by. */
export interface Scene {
  readonly vendor: HighLevelSimulator;
  readonly oauth: OAuthWire;
  readonly connections: ConnectionStore;
  readonly locationId: string;
  /** Moves the clock; timers go by real time. */
  advance(ms: number): void;
  /** The code and the state that came back when a person chose that location, or the agency. */
  consent(
    choice: string,
    asked?: { readonly scopes?: string; readonly state?: string },
  ): Promise<{ code: string; state: string | null }>;
  /** The connection that a person grants by choosing so. */
  grant(choice: string, place?: string): Promise<GrantedConnection>;
  /** Keeps the grant and connects the source with it. */
  connect(granted: GrantedConnection): Promise<{ readonly source: Source; readonly tokens: Tokens }>;
  /** "METHOD /path" of each call since the last look, without those of a browser. */
  calls(): string[];
  close(): Promise<void>;
}

/** Starts one with these people; `app` replaces variables of the operator's app. */
export async function startScene(
  people: readonly Person[],
  app: Readonly<Record<string, string>> = {},
): Promise<Scene> {
  let now = START;
  const clock = { now: () => now, after: systemClock.after };
  const tools = { clock, random: () => 0.5, log: createLogger('silent') };
  const vendor = await simulator.start({ port: 0, people, clock });
  const definition = definitions.find(({ id }) => id === ghl.id);
  if (!definition?.oauth) throw new Error('HighLevel has no OAuth');
  const { settings } = definition.oauth;
  const oauth = openOAuth(definition, definition.oauth.app.parse({ ...vendor.app, ...app }), tools);
  const connections = createMemoryConnections();
  const open = [oauth as { stop(): void; close(): Promise<void> }];
  let looked = 0;

  const scene: Scene = {
    vendor,
    oauth,
    connections,
    locationId: vendor.settings.GHL_LOCATION_ID ?? '',
    advance(ms) {
      now += ms;
    },
    async consent(choice, { scopes, state = 'the-state' } = {}) {
      const url = new URL(oauth.authorizeUrl({ state, redirectUri: REDIRECT }));
      url.searchParams.set('choose', choice);
      if (scopes !== undefined) url.searchParams.set('scope', scopes);
      const answer = await fetch(url, { redirect: 'manual' });
      const back = new URL(answer.headers.get('location') ?? '');
      if (!back.href.startsWith(REDIRECT)) throw new Error('The browser was sent elsewhere');
      return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') };
    },
    async grant(choice, place) {
      const { code } = await scene.consent(choice);
      return connectionIn(await oauth.exchange({ code, redirectUri: REDIRECT, ...(place && { place }) }));
    },
    async connect({ settings: granted, tokens: kept }) {
      const { id: system, name } = definition;
      await connections.put({ system, settings: granted, tokens: kept, createdAt: now, createdBy: null });
      const tokens = createTokens({ ...tools, system: { id: system, name }, connections, oauth });
      const { GHL_TOKEN, ...rest } = vendor.settings;
      const connected = connect(definition, settings.parse({ ...rest, ...granted }), { ...tools, tokens });
      open.push(connected.wire);
      return { source: connected.system.source, tokens };
    },
    calls() {
      const made = vendor.calls.slice(looked).filter(({ path }) => !path.includes('chooselocation'));
      looked = vendor.calls.length;
      return made.map(({ method, path }) => `${method} ${path}`);
    },
    async close() {
      everyCall.push(...vendor.calls.filter(({ path }) => !path.includes('chooselocation')));
      for (const one of open) one.stop();
      await Promise.all(open.map((one) => one.close()));
      await vendor.close();
    },
  };
  return scene;
}

/** The connection of a grant that is one. */
export function connectionIn(grant: Grant): GrantedConnection {
  if ('places' in grant) throw new Error('Places were answered where a connection was expected');
  return grant;
}

/** The tokens as the source keeps them, to be looked into. */
export function inside(tokens: Value): { location: Record<string, string>; company?: Record<string, string> } {
  return tokens as never;
}
