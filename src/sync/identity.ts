import { isCompanyKey } from '../model/company-number.ts';
import { models } from '../model/index.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { areDifferentPeople } from '../model/likeness.ts';
import { resembles } from '../model/resemblance.ts';
import type { Entity, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { holders } from './holder.ts';

/** Which entity a record that has no link yet belongs to. 'ambiguous': several could be meant, so none is chosen. */
export type Match =
  | { readonly verdict: 'same'; readonly entityId: string; readonly how: string }
  /** It is what a creation of ours is making there, seen before its answer. */
  | { readonly verdict: 'ours'; readonly entityId: string }
  /** It may be that or not; only the answer will tell. */
  | { readonly verdict: 'wait' }
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

/** Records of one kind that no entity is known for. */
export interface Unlinked {
  readonly system: string;
  readonly kind: Kind;
  readonly unlinked: readonly Snapshot[];
  /** Contact records with their contacts. */
  readonly parents: ReadonlyMap<string, string>;
  /** A plan waits: no contact of another system is meant, that is proposed instead. */
  readonly waiting: boolean;
}

/** Loads what the keys of these values could mean, in a few statements. */
export async function createMatcher(tx: Store, news: Unlinked): Promise<Matcher> {
  const { system, kind, unlinked, parents } = news;
  const model = models[kind];
  const keysOf = (snapshots: readonly Snapshot[]) => snapshots.flatMap((snapshot) => model.matchKeys(snapshot.values));
  const shared = repeated(keysOf(unlinked.filter((snapshot) => snapshot.documentId === null)));
  const owners = await tx.entities.byMatchKeys(kind, [...new Set(keysOf(unlinked))]);
  const making = unlinked.length > 0 ? await loadMaking(tx, system, kind) : [];
  const made = new Set(making.map(({ id }) => id));
  const candidateIds = [...new Set([...[...owners.values()].flat(), ...made])];
  const candidates = await tx.entities.get(candidateIds);
  const records = await tx.snapshots.ofEntities(candidateIds);
  const held = new Set(candidateIds.filter((id) => holders(records.get(id) ?? []).has(system)));
  const separate = news.waiting && kind === 'contact';
  const foreign = new Set(separate ? candidateIds.filter((id) => isForeign(records.get(id) ?? [], system)) : []);
  const fields = new Map<string, Fields>([...candidates].map(([id, entity]) => [id, entity.fields]));
  // Colleagues go by one number of their company's.
  const mayBe = (id: string, key: string, { values }: Snapshot) =>
    !foreign.has(id) && !(isCompanyKey(key) && areDifferentPeople(values, fields.get(id) ?? {}));
  // Two contacts of one system with one e-mail are two people; two spellings of one tag are one tag.
  const sharable = (snapshot: Snapshot) => kind === 'tag' || snapshot.documentId !== null;

  /** What we are making there of which no key tells, under the same contact. */
  function brothersOf(snapshot: Snapshot): Entity[] {
    if (snapshot.documentId !== null) return [];
    const contactId = snapshot.contactRecordId === null ? null : parents.get(snapshot.contactRecordId);
    return making.filter((entity) => entity.contactId === contactId && model.matchKeys(entity.fields).length === 0);
  }

  return {
    candidates,
    records,
    keeps: (entityId) => held.has(entityId),
    match(snapshot) {
      const brothers = brothersOf(snapshot);
      const ours = brothers.find((entity) => resembles(model, entity.fields, snapshot.values));
      if (ours) return { verdict: 'ours', entityId: ours.id };
      // A contact is told from others by its names; a note only by what it says, which its system may rewrite.
      if (brothers.length > 0 && kind !== 'contact') return { verdict: 'wait' };
      for (const key of model.matchKeys(snapshot.values)) {
        const ids = (owners.get(key) ?? []).filter((id) => mayBe(id, key, snapshot));
        const [first] = ids;
        if (first === undefined) continue;
        if (ids.length > 1 || ((held.has(first) || shared.has(key)) && !sharable(snapshot)))
          return separate ? { verdict: 'new' } : { verdict: 'ambiguous', key, entityIds: ids };
        if (made.has(first)) return { verdict: 'ours', entityId: first };
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

/** True if other systems keep it and this one does not. */
function isForeign(records: readonly LinkedRecord[], system: string): boolean {
  const living = records.filter(({ deletedAt }) => deletedAt === null);
  return living.length > 0 && living.every((record) => record.system !== system);
}

/** The keys that several of them carry. */
function repeated(keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.filter((key, i) => keys.indexOf(key) < i));
}

/** What we are making in that system at this moment, or have tried to make. */
async function loadMaking(tx: Store, system: string, kind: Kind): Promise<Entity[]> {
  const tried = await tx.outbox.tried(system, kind);
  return [...(await tx.entities.get(tried.map((delivery) => delivery.entityId))).values()];
}
