import { Problem } from '../base/errors.ts';
import { createHttp } from '../base/http.ts';
import { createPace } from '../base/pace.ts';
import type { Value } from '../model/kind.ts';
import type { Consent, Grant } from '../sources/oauth.ts';
import type { SourceDefinition, Tools } from '../sources/source.ts';
import { type Wire, wireOf, wiresAsOne } from './connect.ts';

/** A system's OAuth for the operator's app, over sockets of its own. */
export interface OAuthWire extends Wire {
  authorizeUrl(asked: { readonly state: string; readonly redirectUri: string }): string;
  exchange(consent: Consent): Promise<Grant>;
  renew(tokens: Value): Promise<Value>;
  expiresAt(tokens: Value): number;
}

/** Opens the way to a system's OAuth with the checked settings of the app; UNSUPPORTED where it has none. Calls nobody yet. */
export function openOAuth(
  { id, name, oauth, limits }: SourceDefinition,
  given: unknown,
  tools: Omit<Tools, 'http' | 'tokens'>,
): OAuthWire {
  if (!oauth) throw new Problem('UNSUPPORTED', `${name} cannot be connected by OAuth`, 'never', { system: id });
  const app = given as Record<string, unknown>;
  // Who waited for a limit here would outlive the lease that it renews tokens under.
  const pace = { ...createPace(limits, tools.clock), pause: () => undefined };
  const { concurrency } = limits;
  const log = tools.log.child({ system: id });
  const http = createHttp({ ...tools, log, system: id, name, baseUrl: oauth.baseUrl(app), pace, concurrency });
  const asking = { http, clock: tools.clock };
  return {
    authorizeUrl: (asked) => oauth.authorizeUrl(app, asked),
    exchange: (consent) => oauth.exchange(app, asking, consent),
    renew: (tokens) => oauth.renew(app, asking, tokens),
    expiresAt: (tokens) => oauth.expiresAt(tokens),
    ...wireOf(pace, http),
  };
}

/** The operator's app at a system: its checked settings, and what the environment says of the connections made by it. */
export interface AppSettings {
  readonly app: unknown;
  /** Texts by name, for settings that a grant does not decide. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The operator's apps, for the connections of all workspaces. */
export interface Apps extends Wire {
  offers(system: string): boolean;
  /** Rejects with UNSUPPORTED where there is no app of that system. */
  of(definition: SourceDefinition): OAuthWire;
  texts(system: string): AppSettings['texts'];
}

/** The apps whose settings are given; each is opened when it is first needed. */
export function createApps(given: ReadonlyMap<string, AppSettings>, tools: Omit<Tools, 'http' | 'tokens'>): Apps {
  const wires = new Map<string, OAuthWire>();
  return {
    offers: (system) => given.has(system),
    of(definition) {
      const { id, name } = definition;
      const settings = given.get(id);
      if (!settings) {
        const text = `${name} is not connected by consent here: its app is not set in the gateway's environment (see the README)`;
        throw new Problem('UNSUPPORTED', text, 'never', { system: id });
      }
      const wire = wires.get(id) ?? openOAuth(definition, settings.app, tools);
      wires.set(id, wire);
      return wire;
    },
    texts: (system) => given.get(system)?.texts ?? {},
    ...wiresAsOne(wires),
  };
}
