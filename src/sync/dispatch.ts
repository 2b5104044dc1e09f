import { currentWork, within } from '../base/work.ts';
import type { Delivery } from '../store/shapes.ts';
import type { SyncContext } from './context.ts';
import { attempt } from './deliver.ts';
import { LEASE_MS } from './lease.ts';

const MOST_AT_ONCE = 20;

/** Attempts what is due in one system, so that one that hangs holds up no other; answers how many it took on. */
export async function deliverDue(context: SyncContext, system: string): Promise<number> {
  const claimed = await claim(context, { limit: MOST_AT_ONCE, system });
  await Promise.all(claimed.map((delivery) => start(context, delivery)));
  return claimed.length;
}

/**
 * Attempts these deliveries now, whether due or not, and before them what stands before them in the queue of their record. They
 * stay queued behind one that has failed or that another process is carrying out.
 */
export async function deliverNow(context: SyncContext, ids: readonly string[]): Promise<void> {
  const tried = new Set<string>();
  for (let wanted = ids; wanted.length > 0; ) {
    const claimed = await claim(context, { limit: wanted.length, ids: wanted });
    await Promise.all(claimed.map((delivery) => start(context, delivery)));
    wanted = wanted.filter((id) => !claimed.some((delivery) => delivery.id === id));
    if (wanted.length > 0 && !(await clearTheWay(context, wanted, tried))) return;
  }
}

/** Ends what stands before these deliveries, each once; false where nothing could be done about it. */
async function clearTheWay(context: SyncContext, ids: readonly string[], tried: Set<string>): Promise<boolean> {
  const heads = await headsBefore(context, ids);
  const running = heads.flatMap((head) => context.attempts.get(placeOf(head)) ?? []);
  await Promise.allSettled(running);
  if (running.length > 0) return true;
  const now = context.clock.now();
  const isDue = (head: Delivery) => head.attempts === 0 || (head.nextAttemptAt ?? 0) <= now;
  const fresh = heads.filter((head) => !tried.has(head.id) && isDue(head)).map((head) => head.id);
  for (const id of fresh) tried.add(id);
  const claimed = await claim(context, { limit: fresh.length, ids: fresh });
  await Promise.all(claimed.map((delivery) => start(context, delivery)));
  return claimed.length > 0;
}

/** The first queued delivery of each entity and system that one of these waits for. */
async function headsBefore(context: SyncContext, ids: readonly string[]): Promise<Delivery[]> {
  const { outbox } = context.store;
  const waiting = [...(await outbox.get(ids)).values()].filter((delivery) => delivery.status === 'QUEUED');
  const places = new Set(waiting.map(placeOf));
  const open = await outbox.openOf([...new Set(waiting.map((delivery) => delivery.entityId))]);
  const heads = new Map<string, Delivery>();
  for (const delivery of [...open.values()].flat()) {
    const place = placeOf(delivery);
    if (delivery.status === 'QUEUED' && places.has(place) && !heads.has(place)) heads.set(place, delivery);
  }
  return [...heads.values()];
}

type Choice = Omit<Parameters<SyncContext['store']['outbox']['claim']>[0], 'now' | 'leaseMs'>;

function claim(context: SyncContext, choice: Choice): Promise<readonly Delivery[]> {
  return context.store.outbox.claim({ now: context.clock.now(), leaseMs: LEASE_MS, ...choice });
}

async function start(context: SyncContext, delivery: Delivery): Promise<void> {
  const { attempts } = context;
  const place = placeOf(delivery);
  // A work of its own, so that the calls made for it can be told; what they cost is still its caller's.
  const work = { ...currentWork(), correlationId: delivery.id };
  const attempted = within(work, () => attempt(context, delivery)).finally(() => attempts.delete(place));
  attempts.set(place, attempted);
  await attempted;
}

/** Where a delivery stands in line: those of one entity and system are carried out one after another. */
export function placeOf({ entityId, system }: Delivery): string {
  return `${entityId} ${system}`;
}
