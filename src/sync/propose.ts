import { isCompanyKey } from '../model/company-number.ts';
import { contact } from '../model/contact.ts';
import { likeness } from '../model/likeness.ts';
import type { Entity, Proposal } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { holders } from './holder.ts';
import { isWaitingForPlan } from './plan.ts';

/** Contacts that a reading of one system has made, because their records belong to no other contact for certain. */
export interface Newcomers {
  readonly system: string;
  readonly contacts: readonly Entity[];
  /** True for contacts that the system keeps, also of those that this reading has linked. */
  keeps(contactId: string): boolean;
  /** The contact as the running transaction leaves it, where it touched it. */
  touched(contactId: string): Entity | undefined;
}

/** What only suggests must look at least so likely. What a match key says is shown whatever speaks against it. */
const LEAST_LIKELY = 0.4;
const MOST_PER_CONTACT = 5;
/** A key that so many share says nothing of any of them. */
const MOST_OWNERS = 50;

/**
 * Proposes for each new contact the known ones that it may be: by what only suggests, and while a plan waits also by the match
 * keys, which then link nothing. To be called before the new contacts are saved; three or four statements for all of them.
 */
export async function propose(context: SyncContext, tx: Store, newcomers: Newcomers): Promise<void> {
  if (newcomers.contacts.length === 0) return;
  const rivals = await findRivals(tx, newcomers.contacts, await isWaitingForPlan(tx));
  const ids = [...new Set([...rivals.values()].flatMap((of) => [...of.keys()]))];
  if (ids.length === 0) return;
  const known = await tx.entities.get(ids);
  const records = await tx.snapshots.ofEntities(ids);
  const { system, keeps, touched } = newcomers;
  const isHeldHere = (id: string) => keeps(id) || holders(records.get(id) ?? []).has(system);

  const proposals = newcomers.contacts.flatMap((newcomer) => {
    const found = [...(rivals.get(newcomer.id) ?? [])].flatMap(([id, certain]) => {
      const rival = touched(id) ?? known.get(id);
      // Two contacts of one system are two people.
      if (!rival || rival.deletedAt !== null || (keeps(newcomer.id) && isHeldHere(id))) return [];
      const like = likeness(newcomer.fields, rival.fields);
      return certain || like.score >= LEAST_LIKELY ? [{ rival, ...like }] : [];
    });
    const best = found.sort((a, b) => b.score - a.score).slice(0, MOST_PER_CONTACT);
    return best.map(({ rival, score, reasons }): Proposal => {
      const [entityId, intoId, at] = [newcomer.id, rival.id, context.clock.now()];
      return { id: context.newId('prp'), entityId, intoId, score, reasons, state: 'PROPOSED', at, decidedAt: null };
    });
  });
  await tx.proposals.put(proposals);
}

/** By new contact: the contacts that share a key with it, and whether the key is one that links. */
async function findRivals(
  tx: Store,
  contacts: readonly Entity[],
  waiting: boolean,
): Promise<Map<string, Map<string, boolean>>> {
  // What a company's number does not link, because two different people go by it, is still worth a look.
  const matchKeys = ({ fields }: Entity) => contact.matchKeys(fields).filter((key) => waiting || isCompanyKey(key));
  const suggestKeys = ({ fields }: Entity) => contact.suggestKeys?.(fields) ?? [];
  const byMatch = await tx.entities.byMatchKeys('contact', [...new Set(contacts.flatMap(matchKeys))]);
  const bySuggestion = await tx.entities.bySuggestKeys('contact', [...new Set(contacts.flatMap(suggestKeys))]);
  const owners = (found: Map<string, string[]>, key: string) => {
    const ids = found.get(key) ?? [];
    return ids.length > MOST_OWNERS ? [] : ids;
  };
  return new Map(
    contacts.map((one) => [
      one.id,
      new Map([
        ...suggestKeys(one).flatMap((key) => owners(bySuggestion, key).map((id): [string, boolean] => [id, false])),
        ...matchKeys(one).flatMap((key) => owners(byMatch, key).map((id): [string, boolean] => [id, waiting])),
      ]),
    ]),
  );
}
