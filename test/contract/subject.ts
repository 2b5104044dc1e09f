import type { Env } from '../../src/config.ts';
import type { Kind } from '../../src/model/kind.ts';
import type { MappingRow } from '../../src/model/mapping.ts';
import { definitions, loadSimulators } from '../../src/sources/generated/registry.ts';
import { connect, type Tested } from './connection.ts';

/** A source under test, and what it says it can. */
export interface Subject extends Tested {
  readonly settings: Env;
  readonly kinds: readonly Kind[];
  /** Kinds whose records belong to contacts and can be listed by them. */
  readonly listed: readonly Kind[];
  readonly creatable: readonly Kind[];
  readonly updatable: readonly Kind[];
  readonly removable: readonly Kind[];
  readonly hasWebhooks: boolean;
  readonly hasBusinesses: boolean;
}

/** Every source folder with its simulator; connects to each once to see what it can. */
export async function findSubjects(): Promise<Subject[]> {
  const simulators = await loadSimulators();
  return Promise.all(
    definitions.map(async (definition) => {
      const simulator = simulators.find(({ id }) => id === definition.id);
      if (!simulator) throw new Error(`${definition.id} has no simulator`);
      return subjectOf({ definition, simulator });
    }),
  );
}

async function subjectOf(tested: Tested): Promise<Subject> {
  const connection = await connect(tested);
  await connection.close();
  const { collections, webhooks, businesses } = connection.source;
  const kinds = Object.keys(collections) as Kind[];
  const able = (what: 'create' | 'update' | 'remove') => kinds.filter((kind) => collections[kind]?.write?.[what]);
  return {
    ...tested,
    settings: connection.vendor.settings,
    kinds,
    listed: kinds.filter((kind) => collections[kind]?.listFor),
    creatable: able('create'),
    updatable: able('update'),
    removable: able('remove'),
    hasWebhooks: webhooks !== undefined,
    hasBusinesses: businesses !== undefined,
  };
}

/** The record fields a mapping row reads, the one it writes first. */
export function recordFieldsOf({ record }: MappingRow): readonly string[] {
  return typeof record === 'string' ? [record] : record;
}
