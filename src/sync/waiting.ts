import type { Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';

const PAUSE_MS = 3_000;

/** Puts records that cannot be judged yet back into the inbox: they are read again in a moment, also after a crash. */
export async function lookAgain(context: SyncContext, tx: Store, snapshots: readonly Snapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  const receivedAt = context.clock.now();
  const items = snapshots.map((snapshot) => {
    const id = context.newId('ntc');
    return {
      id,
      system: snapshot.system,
      kind: snapshot.kind,
      recordId: snapshot.recordId,
      contactRecordId: snapshot.contactRecordId,
      deliveryId: id,
      receivedAt,
      dueAt: receivedAt + PAUSE_MS,
      attempts: 0,
    };
  });
  await tx.inbox.add(items);
}
