import { models } from '../../model/index.ts';
import { KINDS, type Kind, type Value } from '../../model/kind.ts';
import type { Mapping } from '../../model/mapping.ts';
import { checkMapping } from '../../model/mapping-check.ts';
import { MappingShape } from '../../model/mapping-shape.ts';
import { canonical } from '../../model/merge.ts';
import { putInForce } from '../save-mapping.ts';
import { type ConfigError, type ConfigSection, isMapping, names } from './section.ts';

type BySystem = Readonly<Record<string, Readonly<Partial<Record<Kind, Mapping>>>>>;

/** The mappings that an operator put in force: system, then kind. What the system ships is not among them. */
export const mappingsSection: ConfigSection = {
  name: 'mappings',
  async read(store) {
    const bySystem: Record<string, Record<string, Value>> = {};
    for (const { system, kind, rows } of await store.mappings.inForce())
      bySystem[system] = { ...bySystem[system], [kind]: rows as unknown as Value };
    return bySystem;
  },
  check(data, systems) {
    if (!isMapping(data)) return [{ path: [], message: 'must be a mapping of systems' }];
    return Object.entries(data).flatMap(([system, kinds]): ConfigError[] => {
      if (!systems.includes(system))
        return [{ path: [system], message: `is not a system; the systems are ${systems.join(', ')}` }];
      if (!isMapping(kinds)) return [{ path: [system], message: 'must be a mapping of kinds' }];
      return Object.entries(kinds).flatMap(([kind, rows]) =>
        checkRows(kind, rows, othersIn(data, system, kind)).map((error) => ({
          ...error,
          path: [system, kind, ...error.path],
        })),
      );
    });
  },
  async write(tx, data, tools) {
    const inForce = new Map((await tx.mappings.inForce()).map((one) => [`${one.system} ${one.kind}`, one]));
    for (const [system, kinds] of Object.entries(data as unknown as BySystem)) {
      for (const [kind, rows] of Object.entries(kinds) as [Kind, Mapping][]) {
        const before = inForce.get(`${system} ${kind}`);
        if (canonical(before?.rows ?? null) === canonical(rows)) continue;
        const { actor, correlationId } = tools;
        const wish = { system, kind, rows, why: 'Imported', actor, correlationId, writeNow: false };
        await putInForce(tools, tx, wish, before?.version ?? 0, 'imported');
      }
    }
  },
};

/** Errors that need no system to be asked; a path leads from the list of rows. */
function checkRows(kind: string, rows: unknown, others: readonly Mapping[]): ConfigError[] {
  const known = KINDS.find((one) => one === kind);
  if (!known) return [{ path: [], message: `is not a kind; the kinds are ${KINDS.join(', ')}` }];
  const read = MappingShape.safeParse(rows);
  if (!read.success) return read.error.issues.map((issue) => ({ path: names(issue), message: issue.message }));
  return checkMapping(models[known], read.data, { fields: null, others }).map(({ row, part, message }) => ({
    path: [...(row === null ? [] : [row]), ...(part === null ? [] : [part])],
    message,
  }));
}

/** The rows that the same file has of that kind in other systems. */
function othersIn(data: Record<string, unknown>, system: string, kind: string): Mapping[] {
  const others = Object.entries(data).filter(([id]) => id !== system);
  return others.flatMap(([, kinds]) => {
    const read = MappingShape.safeParse(isMapping(kinds) ? kinds[kind] : null);
    return read.success ? [read.data] : [];
  });
}
