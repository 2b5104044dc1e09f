import { Problem } from '../base/errors.ts';
import type { Delivery } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import { deliverNow } from './dispatch.ts';

/** Tries a failed or waiting delivery now. */
export async function retryDelivery(context: SyncContext, id: string): Promise<void> {
  const delivery = await openDelivery(context, id);
  // A waiting one may be under way at this moment: settling it would end its lease.
  if (delivery.status === 'FAILED')
    await context.store.outbox.settle(id, { ...delivery, status: 'QUEUED', nextAttemptAt: context.clock.now() });
  await deliverNow(context, [id]);
  context.wake();
}

/** Gives a failed or waiting delivery up. */
export async function discardDelivery(context: SyncContext, id: string): Promise<void> {
  const delivery = await openDelivery(context, id);
  await context.store.outbox.settle(id, { ...delivery, status: 'SKIPPED', nextAttemptAt: null });
}

async function openDelivery(context: SyncContext, id: string): Promise<Delivery> {
  const delivery = (await context.store.outbox.get([id])).get(id);
  if (!delivery) throw new Problem('NOT_FOUND', `There is no delivery ${id}`);
  if (delivery.status === 'FAILED' || delivery.status === 'QUEUED') return delivery;
  throw new Problem(
    'INVALID',
    `Delivery ${id} is ${delivery.status}; only a failed or waiting one can be retried or discarded`,
  );
}
