import { Problem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { feedKey } from './gate.ts';
import { endPlan, isWaitingForPlan } from './plan.ts';

/**
 * Ends the wait for the plan: from now on new records are linked by their match keys and changes are written to the systems. Refused
 * while a system was not read to its end, unless forced. Answers false where nothing waited.
 */
export async function startSync(context: SyncContext, { force }: { readonly force: boolean }): Promise<boolean> {
  const started = await context.store.transaction(async (tx) => {
    if (!(await isWaitingForPlan(tx))) return false;
    const unread = force ? [] : await unreadKinds(tx, context);
    if (unread.length > 0) {
      const text = `The first sync has not read all of ${unread.join(', ')}; wait for it, or start with force: true`;
      throw new Problem('CONFLICT', text, 'later', { path: ['input', 'force'] });
    }
    await endPlan(tx);
    return true;
  });
  if (started) context.log.info('the merge plan is done: the sync has started');
  context.wake();
  return started;
}

/** The kinds of connected systems that no pass has read to its end, for people. */
async function unreadKinds(tx: Store, { connections }: SyncContext): Promise<string[]> {
  const unread: string[] = [];
  for (const { id, name, source } of connections.values()) {
    for (const kind of Object.keys(source.collections) as Kind[])
      if ((await tx.settings.get(feedKey(id, kind))) === undefined) unread.push(`the ${kind}s of ${name}`);
  }
  return unread;
}
