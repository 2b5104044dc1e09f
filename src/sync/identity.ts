import { isCompanyKey } from '../model/company-number.ts';
import { models } from '../model/index.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { areDifferentPeople } from '../model/likeness.ts';
import type { Entity, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { holders } from './holder.ts';

/** Which entity a record that has no link yet belongs to. 'ambiguous': several could be meant, so none is chosen. */
export type Match =
  | { readonly verdict: 'same'; readonly entityId: string; readonly how: string }
  | { readonly verdict: 'ambiguous'; readonly key: string; readonly entityIds: readonly string[] }
  | { readonly verdict: 'new' };

/**
 * Finds the entities of unlinked records by match keys; knows what the running transaction has added, so that two records
 * of one batch meet.
 */
export interface Matcher {
  match(snapshot: Snapshot): Match;
  /** From now on this entity answers to the record's keys and, unless it comes from a document, is held by its system. */
  learn(entityId: string, snapshot: Snapshot): void;
  /** True for entities of which the system keeps a record, as far as this matcher knows. */
  keeps(entityId: string): boolean;
  /** The entities that could be meant, and their records. */
  readonly candidates: ReadonlyMap<string, Entity>;
  readonly records: ReadonlyMap<string, LinkedRecord[]>;
}

/**
 * Loads what the keys of these values could mean, in three statements. While a plan waits (`waiting`) no contact of another system
 * is meant: that is proposed instead.
 */
export async function createMatcher(
  tx: Store,
  system: string,
  kind: Kind,
  unlinked: readonly Snapshot[],
  waiting: boolean,
): Promise<Matcher> {
  const model = models[kind];
  const keysOf = (snapshots: readonly Snapshot[]) => snapshots.flatMap((snapshot) => model.matchKeys(snapshot.values));
  const shared = repeated(keysOf(unlinked.filter((snapshot) => snapshot.documentId === null)));
  const owners = await tx.entities.byMatchKeys(kind, [...new Set(keysOf(unlinked))]);
  const candidateIds = [...new Set([...owners.values()].flat())];
  const candidates = await tx.entities.get(candidateIds);
  const records = await tx.snapshots.ofEntities(candidateIds);
  const held = new Set(candidateIds.filter((id) => holders(records.get(id) ?? []).has(system)));
  // Two contacts of one system with one e-mail are two people; two spellings of one tag are one tag.
  const separate = waiting && kind === 'contact';
  const isForeign = (id: string) => {
    const living = (records.get(id) ?? []).filter(({ deletedAt }) => deletedAt === null);
    return living.length > 0 && living.every((record) => record.system !== system);
  };
  const foreign = new Set(separate ? candidateIds.filter(isForeign) : []);
  const fields = new Map<string, Fields>([...candidates].map(([id, entity]) => [id, entity.fields]));
  // Colleagues go by one number of their company's.
  const mayBe = (id: string, key: string, { values }: Snapshot) =>
    !foreign.has(id) && !(isCompanyKey(key) && areDifferentPeople(values, fields.get(id) ?? {}));
  const sharable = (snapshot: Snapshot) => kind === 'tag' || snapshot.documentId !== null;

  return {
    candidates,
    records,
    keeps: (entityId) => held.has(entityId),
    match(snapshot) {
      for (const key of model.matchKeys(snapshot.values)) {
        const ids = (owners.get(key) ?? []).filter((id) => mayBe(id, key, snapshot));
        const [first] = ids;
        if (first === undefined) continue;
        if (ids.length > 1 || ((held.has(first) || shared.has(key)) && !sharable(snapshot)))
          return separate ? { verdict: 'new' } : { verdict: 'ambiguous', key, entityIds: ids };
        return { verdict: 'same', entityId: first, how: key.slice(0, key.indexOf(':')) };
      }
      return { verdict: 'new' };
    },
    learn(entityId, snapshot) {
      if (snapshot.documentId === null) held.add(entityId);
      fields.set(entityId, { ...snapshot.values, ...fields.get(entityId) });
      for (const key of model.matchKeys(snapshot.values)) {
        const ids = owners.get(key) ?? [];
        if (!ids.includes(entityId)) owners.set(key, [...ids, entityId]);
      }
    },
  };
}

/** The keys that several of them carry. */
function repeated(keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.filter((key, i) => keys.indexOf(key) < i));
}
