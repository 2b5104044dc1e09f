import type { Clock } from '../base/clock.ts';
import { toProblem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import { type FieldDescription, FieldSample, listed, type RecordField } from '../model/record-field.ts';
import type { Store } from '../store/store.ts';
import type { Connection, System } from './connection.ts';

/** What is known of the fields of records: as their systems describe them, and as records show them. */
export interface Discovery {
  /**
   * The fields of that kind in that system, described ones first. A description is kept for ten minutes; `refresh` asks again. Where
   * the system cannot be asked, what was known before and what records show is answered, and every field's note says so.
   */
  fields(system: System, kind: Kind, options?: { readonly refresh?: boolean }): Promise<readonly RecordField[]>;
}

/** What discovery works with. */
export interface DiscoveryParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly connections: ReadonlyMap<string, Connection>;
}

interface Described {
  readonly fields: readonly FieldDescription[];
  /** Why they may not be what the system would say now. */
  readonly doubt: string | null;
}

const KEEP_MS = 600_000;
const SAMPLE = 300;

/** Makes it, with nothing known yet. */
export function createDiscovery({ store, clock, connections }: DiscoveryParts): Discovery {
  const known = new Map<string, { readonly fields: readonly FieldDescription[]; readonly at: number }>();

  async function described(system: System, kind: Kind, refresh: boolean): Promise<Described> {
    const key = `${system.id} ${kind}`;
    const kept = known.get(key);
    if (kept && !refresh && clock.now() - kept.at < KEEP_MS) return { fields: kept.fields, doubt: null };
    const connection = connections.get(system.id);
    if (!connection) return { fields: [], doubt: `${system.name} is not connected: this is what its records show.` };
    try {
      const fields = await connection.use(async (source) => (await source.collections[kind]?.describe?.()) ?? []);
      known.set(key, { fields, at: clock.now() });
      return { fields, doubt: null };
    } catch (error) {
      const { message } = toProblem(error);
      const instead = kept ? 'this is what it said before' : 'this is what its records show';
      return { fields: kept?.fields ?? [], doubt: `${system.name} could not be asked (${message}): ${instead}.` };
    }
  }

  return {
    async fields(system, kind, { refresh = false } = {}) {
      const [{ fields, doubt }, records] = await Promise.all([
        described(system, kind, refresh),
        store.snapshots.list(system.id, kind, { limit: SAMPLE }),
      ]);
      const sample = new FieldSample();
      for (const record of records) sample.add(record.fields);
      const names = new Set(fields.map(({ field }) => field));
      const seen = sample.fields.filter((field) => !names.has(field)).sort();
      return [
        ...fields.map((field) => asKnown(system, kind, sample, doubt, { ...field, known: 'described' })),
        ...seen.map((field) =>
          asKnown(system, kind, sample, doubt, { field, label: field, type: sample.type(field), known: 'seen' }),
        ),
      ];
    },
  };
}

function asKnown(
  system: System,
  kind: Kind,
  sample: FieldSample,
  doubt: string | null,
  field: FieldDescription & Pick<RecordField, 'known'>,
): RecordField {
  const { creates = [], updates = [] } = system.source?.collections[kind]?.write ?? {};
  const note = [field.note, doubt].filter(Boolean).join(' ');
  return {
    ...field,
    ...(note ? { note } : {}),
    creates: listed(creates, field.field),
    updates: listed(updates, field.field),
    examples: sample.examples(field.field),
  };
}
