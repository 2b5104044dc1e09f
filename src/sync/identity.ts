import { models } from '../model/index.ts';
import type { Fields, Kind } from '../model/kind.ts';
import type { Store } from '../store/store.ts';

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
  match(values: Fields): Match;
  /** From now on this entity answers to the keys of these values and is held by the system. */
  learn(entityId: string, values: Fields): void;
  readonly candidateIds: readonly string[];
}

/** Loads what the keys of these values could mean, in two statements. */
export async function createMatcher(
  tx: Store,
  system: string,
  kind: Kind,
  unlinked: readonly Fields[],
): Promise<Matcher> {
  const model = models[kind];
  const keys = [...new Set(unlinked.flatMap((values) => model.matchKeys(values)))];
  const owners = await tx.entities.byMatchKeys(kind, keys);
  const candidateIds = [...new Set([...owners.values()].flat())];
  const links = await tx.links.of(candidateIds);
  const held = new Set(
    candidateIds.filter((id) => links.get(id)?.some((link) => link.system === system && link.kind === kind)),
  );
  // Two contacts of one system with one e-mail are two people; two spellings of one tag are one tag.
  const sharable = kind === 'tag';

  return {
    candidateIds,
    match(values) {
      for (const key of model.matchKeys(values)) {
        const ids = owners.get(key) ?? [];
        const [first] = ids;
        if (first === undefined) continue;
        if (ids.length > 1 || (held.has(first) && !sharable)) return { verdict: 'ambiguous', key, entityIds: ids };
        return { verdict: 'same', entityId: first, how: key.slice(0, key.indexOf(':')) };
      }
      return { verdict: 'new' };
    },
    learn(entityId, values) {
      held.add(entityId);
      for (const key of model.matchKeys(values)) {
        const ids = owners.get(key) ?? [];
        if (!ids.includes(entityId)) owners.set(key, [...ids, entityId]);
      }
    },
  };
}
