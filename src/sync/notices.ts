import { toProblem } from '../base/errors.ts';
import { groupBy } from '../base/group.ts';
import { backoff, DELIVERY_RETRY } from '../base/retry.ts';
import { newWork, within } from '../base/work.ts';
import type { InboxItem } from '../store/shapes.ts';
import { bring, readRecords } from './bring.ts';
import type { SyncContext } from './context.ts';

const LEASE_MS = 60_000;
const MOST_AT_ONCE = 50;
const MOST_ATTEMPTS = 12;

/** Works the notices that are due: reads each record again and ingests it. Answers how many it took on. */
export async function workInbox(context: SyncContext): Promise<number> {
  const items = await context.store.inbox.claim({ now: context.clock.now(), leaseMs: LEASE_MS, limit: MOST_AT_ONCE });
  const batches = groupBy(items, (item) => `${item.system} ${item.kind}`);
  await Promise.all(
    [...batches.values()].map((batch) =>
      within(newWork('notice', batch[0]?.id ?? ''), () => workBatch(context, batch)),
    ),
  );
  return items.length;
}

async function workBatch(context: SyncContext, items: readonly InboxItem[]): Promise<void> {
  const [first] = items;
  if (!first) return;
  const connection = context.connections.get(first.system);
  // It was disconnected since the notice came; the pass after it is connected again finds what it told of.
  if (!connection) return context.store.inbox.done(items.map((item) => item.id));
  const { system, kind } = first;
  const known = await context.store.snapshots.get(
    system,
    kind,
    items.map((item) => item.recordId),
  );
  const refs = items.map((item) => {
    const contactId = item.contactRecordId ?? known.get(item.recordId)?.contactRecordId;
    return { id: item.recordId, ...(contactId ? { contactId } : {}) };
  });
  const cause = { origin: system, actor: null, runId: null, correlationId: first.id };
  try {
    const answer = await readRecords(context, connection, kind, refs);
    await bring(context, { system, kind, ...answer }, { cause, spread: true });
    const isWorked = (item: InboxItem) => !answer.failed.has(item.recordId);
    await context.store.inbox.done(items.filter(isWorked).map((item) => item.id));
    await giveBack(
      context,
      items.filter((item) => !isWorked(item)),
    );
  } catch (thrown) {
    const problem = toProblem(thrown);
    context.log.warn({ system, kind, code: problem.code, err: problem.details.cause }, 'working notices failed');
    await giveBack(context, items);
  }
}

/** A notice that cannot be worked for a day is dropped: the next complete pass of polling finds what it told of. */
async function giveBack(context: SyncContext, items: readonly InboxItem[]): Promise<void> {
  for (const item of items) {
    if (item.attempts >= MOST_ATTEMPTS) await context.store.inbox.done([item.id]);
    else
      await context.store.inbox.postpone(
        item.id,
        context.clock.now() + backoff(DELIVERY_RETRY, item.attempts + 1, context.random),
      );
  }
}
