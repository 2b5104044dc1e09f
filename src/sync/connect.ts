import { createHttp, type Http, type HttpOptions, type Observer } from '../base/http.ts';
import { createPace, type Pace } from '../base/pace.ts';
import type { Source, SourceDefinition, Tools } from '../sources/source.ts';
import type { System } from './connection.ts';

/** What must be ended of a connection: first its own work, then (where that takes too long) whatever is under way, then its sockets. */
export interface Wire {
  stop(): void;
  /** What a system has not answered by now is broken off; nothing more is asked. */
  breakOff(): void;
  close(): Promise<void>;
}

/** Who may be told of a system's calls. */
interface CallRecorder {
  observer(system: string, secrets: readonly string[]): () => Observer | null;
}

/** What a connection may be given besides: the mapping in force where that may be another than the shipped one, who is told of its calls, and how its sockets are opened. */
interface Beside {
  readonly dial?: HttpOptions['dial'];
  readonly mapping?: System['mapping'];
  readonly calls?: CallRecorder;
}

/** Connects a system with its checked settings: paced as the vendor allows, and logged under its id. Calls nobody yet. */
export function connect(
  definition: SourceDefinition,
  given: unknown,
  tools: Omit<Tools, 'http'>,
  { mapping = (kind) => definition.mapping[kind] ?? [], calls, dial }: Beside = {},
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
    ...(dial && { dial }),
    ...(calls && { observe: calls.observer(definition.id, secretsOf(settings)) }),
  });
  const source = definition.connect(settings, { ...tools, log, http });
  const { id, name } = definition;
  const system = { id, name, source, mapping, budget: () => pace.budget() };
  return { system, wire: wireOf(pace, http) };
}

/** The wire of a connection whose calls all go through these. */
export function wireOf(pace: Pace, http: Http): Wire {
  return {
    stop: () => pace.stop(),
    breakOff() {
      pace.end();
      http.breakOff();
    },
    close: () => http.close(),
  };
}

/** Several wires as one, whichever there are when it is used. */
export function wiresAsOne(wires: ReadonlyMap<string, Wire>): Wire {
  const each = (act: (wire: Wire) => void) => () => {
    for (const wire of wires.values()) act(wire);
  };
  return {
    stop: each((wire) => wire.stop()),
    breakOff: each((wire) => wire.breakOff()),
    async close() {
      await Promise.all([...wires.values()].map((wire) => wire.close()));
    },
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
