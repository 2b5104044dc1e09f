import type { Kind } from '../model/kind.ts';
import type { Store } from '../store/store.ts';
import { feedKey } from './gate.ts';

function firstKey(system: string, kind: Kind): string {
  return `known:${system}:${kind}`;
}

/** Notes that a complete pass over a kind has ended which began then; of the first one (then: true) also where the log stood. */
export async function completeFeed(store: Store, system: string, kind: Kind, startedAt: number): Promise<boolean> {
  const key = feedKey(system, kind);
  return store.transaction(async (tx) => {
    const isFirst = (await tx.settings.get(key)) === undefined;
    if (isFirst) await tx.settings.put(firstKey(system, kind), await tx.events.lastSeq());
    await tx.settings.put(key, startedAt);
    return isFirst;
  });
}

/** The event behind which what is told of this kind is news, because all that was there had been read; null: not read yet. */
export async function knownSince(store: Store, system: string, kind: Kind): Promise<number | null> {
  if ((await store.settings.get(feedKey(system, kind))) === undefined) return null;
  return Number((await store.settings.get(firstKey(system, kind))) ?? 0);
}
