import { currentWork, within } from '../base/work.ts';
import type { Kind } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import { readRecords } from './bring.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';

/** More are left for the next pass: each costs a call. */
const MOST_AT_ONCE = 20;

/**
 * What a scan brought, without records that we hold as deleted and that only seem to be back: lists and indexes lag behind. What
 * shows no later change is read by its id, urgently, because urgent reads do not go through an index, and counts as that says.
 */
export async function confirmReturned(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  records: readonly SourceRecord[],
): Promise<readonly SourceRecord[]> {
  const ids = records.filter(({ deleted }) => !deleted).map(({ id }) => id);
  const deleted = await context.store.snapshots.deletedAmong(connection.id, kind, ids);
  const doubtful = records.filter((record) => deleted.has(record.id) && !isLater(record, deleted.get(record.id)));
  if (doubtful.length === 0) return records;
  const asked = doubtful.slice(0, MOST_AT_ONCE);
  const refs = asked.map(({ id, contactId }) => ({ id, ...(contactId === undefined ? {} : { contactId }) }));
  const answer = await within({ ...currentWork(), lane: 'notice' }, () => readRecords(context, connection, kind, refs));
  return [...records.filter((record) => !doubtful.includes(record)), ...answer.records];
}

function isLater({ changedAt }: SourceRecord, known: number | null | undefined): boolean {
  return changedAt !== undefined && changedAt > (known ?? changedAt);
}
