import type { Store } from '../store/store.ts';

/** Whether the first sync links by itself, or proposes what to link and waits for a person. */
export type FirstSync = 'auto' | 'plan';

const KEY = 'plan:waiting';
const JUST_ONE = { limit: 1, forward: true, from: null };

/**
 * True from a first start with a plan until `startSync`: records of different systems are proposed to be one contact and never
 * taken for one, and nothing but what callers ask for is written to any system.
 */
export async function isWaitingForPlan(tx: Store): Promise<boolean> {
  return (await tx.settings.get(KEY)) === true;
}

/**
 * Those of the contacts that may be one with another and about which nobody has decided: created elsewhere now, they might stand
 * there twice.
 */
export async function undecided(tx: Store, contactIds: readonly string[]): Promise<ReadonlySet<string>> {
  const open = (await tx.proposals.about(contactIds)).filter(({ state }) => state === 'PROPOSED');
  const known = await tx.entities.get(open.flatMap(({ entityId, intoId }) => [entityId, intoId]));
  const lives = (id: string) => known.get(id)?.deletedAt === null;
  const pairs = open.filter(({ entityId, intoId }) => lives(entityId) && lives(intoId));
  const asked = new Set(pairs.flatMap(({ entityId, intoId }) => [entityId, intoId]));
  return new Set(contactIds.filter((id) => asked.has(id)));
}

/**
 * To be called at every start; answers whether a plan waits. A plan begins only where no contact is known yet: what was once linked is not taken apart, and a
 * plan that waits goes on to wait, whatever the environment now says.
 */
export async function beginPlan(store: Store, firstSync: FirstSync): Promise<boolean> {
  return store.transaction(async (tx) => {
    const begun = (await tx.settings.get(KEY)) !== undefined;
    if (firstSync === 'auto' || begun) return isWaitingForPlan(tx);
    const { total } = await tx.entities.page({ kind: 'contact' }, JUST_ONE);
    await tx.settings.put(KEY, total === 0);
    return total === 0;
  });
}

/** The plan is done: from now on the engine links and writes. */
export async function endPlan(tx: Store): Promise<void> {
  await tx.settings.put(KEY, false);
}
