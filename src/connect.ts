import { createHttp } from './base/http.ts';
import { createPace } from './base/pace.ts';
import type { Source, SourceDefinition, Tools } from './sources/source.ts';
import type { System } from './sync/connection.ts';

/** What must be ended of a connection: first its own work, then its sockets. */
export interface Wire {
  stop(): void;
  close(): Promise<void>;
}

/**
 * Connects a system with its checked settings: paced as the vendor allows, and logged under its id. Calls nobody yet. `mapping` is what
 * is in force where that may be another than the shipped one.
 */
export function connect(
  definition: SourceDefinition,
  given: unknown,
  tools: Omit<Tools, 'http'>,
  mapping: System['mapping'] = (kind) => definition.mapping[kind] ?? [],
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
  });
  const source = definition.connect(settings, { ...tools, log, http });
  const { id, name } = definition;
  const system = { id, name, source, mapping, budget: () => pace.budget() };
  return { system, wire: { stop: () => pace.stop(), close: () => http.close() } };
}
