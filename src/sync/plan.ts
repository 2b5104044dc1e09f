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
 * To be called at every start. A plan begins only where no contact is known yet: what was once linked is not taken apart, and a
 * plan that waits goes on to wait, whatever the environment now says.
 */
export async function beginPlan(store: Store, firstSync: FirstSync): Promise<void> {
  if (firstSync === 'auto') return;
  await store.transaction(async (tx) => {
    if ((await tx.settings.get(KEY)) !== undefined) return;
    const { total } = await tx.entities.page({ kind: 'contact' }, JUST_ONE);
    await tx.settings.put(KEY, total === 0);
  });
}

/** The plan is done: from now on the engine links and writes. */
export async function endPlan(tx: Store): Promise<void> {
  await tx.settings.put(KEY, false);
}
