import { Problem } from './base/errors.ts';
import { createHttp, type Observer } from './base/http.ts';
import { createPace } from './base/pace.ts';
import type { Value } from './model/kind.ts';
import type { Consent, Grant } from './sources/oauth.ts';
import type { Source, SourceDefinition, Tools } from './sources/source.ts';
import type { System } from './sync/connection.ts';

/** What must be ended of a connection: first its own work, then its sockets. */
export interface Wire {
  stop(): void;
  close(): Promise<void>;
}

/** Who may be told of a system's calls. */
interface CallRecorder {
  observer(system: string, secrets: readonly string[]): () => Observer | null;
}

/** What a connection may be given besides: the mapping in force where that may be another than the shipped one, and who is told of its calls. */
interface Beside {
  readonly mapping?: System['mapping'];
  readonly calls?: CallRecorder;
}

/** Connects a system with its checked settings: paced as the vendor allows, and logged under its id. Calls nobody yet. */
export function connect(
  definition: SourceDefinition,
  given: unknown,
  tools: Omit<Tools, 'http'>,
  { mapping = (kind) => definition.mapping[kind] ?? [], calls }: Beside = {},
): { system: System & { readonly source: Source }; wire: Wire } {
  const settings = given as Record<string, unknown>;
  const { limits, readBudget } = definition;
  const pace = createPace(limits, tools.clock);
  const log = tools.log.child({ system: definition.id });
  const http = createHttp({
    ...tools,
    log,
    system: definition.id,
    name: definition.name,
    baseUrl: definition.baseUrl(settings),
    pace,
    concurrency: limits.concurrency,
    ...(readBudget && { readBudget }),
    ...(calls && { observe: calls.observer(definition.id, secretsOf(settings)) }),
  });
  const source = definition.connect(settings, { ...tools, log, http });
  const { id, name } = definition;
  const system = { id, name, source, mapping, budget: () => pace.budget() };
  return { system, wire: { stop: () => pace.stop(), close: () => http.close() } };
}

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
    stop: () => pace.stop(),
    close: () => http.close(),
  };
}

const SHORTEST_SECRET = 6;

/** What nobody may see of the settings: everything but addresses, paths, names of collections, and words too short to be a secret. */
function secretsOf(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const texts = [value].flat().filter((text): text is string => typeof text === 'string');
    if (/secret|token|password|key/i.test(name)) return texts;
    return /_(url|path|collection)$/i.test(name) ? [] : texts.filter((text) => text.length >= SHORTEST_SECRET);
  });
}
