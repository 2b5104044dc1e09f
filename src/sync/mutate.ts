import type { Store } from '../store/store.ts';
import { apply, type Change } from './apply.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverNow } from './dispatch.ts';
import { Ledger } from './ledger.ts';
import { type Mutated, type Repeatable, remember, replayed } from './reply.ts';
import { ensureTags } from './tags.ts';
import { type Undoable, undo } from './undo.ts';

/** A mutation attempts its own deliveries at once: for so long (ms) the worker leaves them alone. */
export const HELD_MS = 2_000;

/** The same where nothing may go out before it is sure that nothing has to be taken back. */
const HELD_FOR_UNDO_MS = 10 * 60_000;

/** How a change is to be written through. */
export interface MutationOptions extends Repeatable {
  /** System ids; null: for a creation all connected ones, else those that hold the entity. */
  readonly systems: readonly string[] | null;
  readonly waitFor: 'ACCEPTED' | 'FIRST_ATTEMPT';
  readonly onFailure: 'RETRY' | 'UNDO';
  readonly actor: string | null;
}

/**
 * Takes a change in: version, deliveries and event in one transaction, then a first attempt at every system at once. A repeated
 * idempotency key answers what came of the first; with another input it is refused with CONFLICT.
 */
export async function mutate(context: SyncContext, change: Change, options: MutationOptions): Promise<Mutated> {
  const cause: Cause = { origin: 'gateway', actor: options.actor, runId: null, correlationId: options.correlationId };
  const accepted = await context.store.transaction((tx) => accept(context, tx, change, options, cause));
  if (accepted.touched) await attemptAtOnce(context, accepted, options, cause);
  context.wake();
  return { entityId: accepted.entityId, correlationId: accepted.correlationId };
}

type Accepted = Mutated & (Undoable | { readonly touched: null });

async function accept(
  context: SyncContext,
  tx: Store,
  change: Change,
  options: MutationOptions,
  cause: Cause,
): Promise<Accepted> {
  const earlier = await replayed(tx, options);
  if (earlier) return { ...earlier, touched: null };
  const undoes = options.onFailure === 'UNDO';
  const held = undoes ? HELD_FOR_UNDO_MS : options.waitFor === 'FIRST_ATTEMPT' ? HELD_MS : 0;
  const ledger = new Ledger(context, cause, held);
  const touched = await apply(context, tx, ledger, change, options.systems);
  const { id: entityId } = touched[0].after;
  if (change.operation !== 'remove') await ensureTags(tx, ledger, [touched[0].after], context.clock.now());
  await ledger.flush(tx);
  await remember(tx, options, entityId, context.clock.now());
  return { entityId, correlationId: options.correlationId, touched, deliveries: ledger.deliveries };
}

/** The caller waits for the entity's own deliveries; what belongs to it follows, once it is sure that it has to. */
async function attemptAtOnce(
  context: SyncContext,
  accepted: Mutated & Undoable,
  options: MutationOptions,
  cause: Cause,
): Promise<void> {
  const queued = accepted.deliveries.filter((delivery) => delivery.status === 'QUEUED');
  const idsOf = (own: boolean) =>
    queued.filter((delivery) => (delivery.entityId === accepted.entityId) === own).map((delivery) => delivery.id);
  const undoes = options.onFailure === 'UNDO';
  if (undoes || options.waitFor === 'FIRST_ATTEMPT') await deliverNow(context, idsOf(true));
  if (undoes && !(await undo(context, accepted, cause))) await deliverNow(context, idsOf(false));
}
