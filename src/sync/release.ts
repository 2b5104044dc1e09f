import { Problem } from '../base/errors.ts';
import { currentWork } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import { releasedKey } from './bounce.ts';
import { bring, readRecords } from './bring.ts';
import type { SyncContext } from './context.ts';

/** Takes a record back that was set aside, reads it again and merges it against what was last agreed. Answers its entity's id. */
export async function releaseRecord(
  context: SyncContext,
  { system, kind, recordId }: { readonly system: string; readonly kind: Kind; readonly recordId: string },
  correlationId: string,
): Promise<string | null> {
  const { store } = context;
  const connection = context.connections.get(system);
  if (!connection)
    throw new Problem('NOT_CONNECTED', `${system} is not connected`, 'never', { path: ['input', 'system'] });
  const snapshot = (await store.snapshots.get(system, kind, [recordId])).get(recordId);
  if (!snapshot || snapshot.quarantinedAt === null)
    throw new Problem('INVALID', `${kind} ${recordId} of ${connection.name} is not set aside`, 'never', {
      path: ['input', 'id'],
    });
  await store.transaction(async (tx) => {
    await tx.snapshots.quarantine(system, kind, [recordId], null);
    await tx.settings.put(releasedKey(snapshot), context.clock.now());
  });
  const ref = { id: recordId, ...(snapshot.contactRecordId ? { contactId: snapshot.contactRecordId } : {}) };
  const answer = await readRecords(context, connection, kind, [ref]);
  const { actor } = currentWork();
  const cause = { origin: system, actor, runId: null, correlationId, why: 'Taken back by a person' };
  await bring(context, { system, kind, ...answer }, { cause, spread: true });
  return (await store.links.find(system, kind, [recordId])).get(recordId) ?? null;
}
