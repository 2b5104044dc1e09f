import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { deliverNow } from './dispatch.ts';
import { Ledger } from './ledger.ts';
import { HELD_MS } from './mutate.ts';
import { type Mutated, type Repeatable, remember, replayed } from './reply.ts';
import { ensureTags } from './tags.ts';

/** How a person's decision is carried out. */
export interface DecisionOptions extends Repeatable {
  readonly waitFor: 'ACCEPTED' | 'FIRST_ATTEMPT';
  readonly actor: string | null;
}

/** Enters a decision into the ledger and answers the id of what it is about. */
export type Decision = (tx: Store, ledger: Ledger) => Promise<string>;

/**
 * Takes a person's decision in, `why` in words: everything in one transaction, then a first attempt at what must be
 * written for the thing it is about; what else came of it follows. Of two decisions about one thing the second sees what the first has left.
 */
export async function decide(
  context: SyncContext,
  options: DecisionOptions,
  why: string,
  decision: Decision,
): Promise<Mutated> {
  const { actor, correlationId } = options;
  const attempts = options.waitFor === 'FIRST_ATTEMPT';
  const taken = await context.store.transaction(async (tx) => {
    const earlier = await replayed(tx, options);
    if (earlier) return { ...earlier, deliveries: [] };
    const cause = { origin: 'gateway', actor, runId: null, correlationId, why };
    const ledger = new Ledger(context, cause, attempts ? HELD_MS : 0);
    const entityId = await decision(tx, ledger);
    const now = context.clock.now();
    const living = [...ledger.entities.values()].filter((entity) => entity.deletedAt === null);
    await ensureTags(tx, ledger, living, now);
    await ledger.flush(tx);
    await remember(tx, options, entityId, now);
    return { entityId, correlationId, deliveries: ledger.deliveries };
  });
  const own = taken.deliveries.filter(({ status, entityId }) => status === 'QUEUED' && entityId === taken.entityId);
  if (attempts)
    await deliverNow(
      context,
      own.map(({ id }) => id),
    );
  context.wake();
  return { entityId: taken.entityId, correlationId: taken.correlationId };
}
