import { names } from '../model/kind.ts';
import { tagKey } from '../model/tag.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { Ledger } from './ledger.ts';

/** Makes sure that every tag named on these contacts exists as a tag of its own, so that it can be listed and opened. */
export async function ensureTags(tx: Store, ledger: Ledger, contacts: Iterable<Entity>, now: number): Promise<void> {
  const named = new Map<string, string>();
  for (const contact of contacts) {
    for (const name of contact.kind === 'contact' ? names(contact.fields, 'tags') : []) named.set(tagKey(name), name);
  }
  if (named.size === 0) return;
  const known = await tx.entities.byMatchKeys('tag', [...named.keys()]);
  for (const [key, name] of named) {
    if (!known.get(key)?.length) ledger.create('tag', { name }, null, now);
  }
}
