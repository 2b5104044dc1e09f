import type { Kind } from '../model/kind.ts';
import type { Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import type { Ledger } from './ledger.ts';

/** A person does not change one record so often; two programs that undo each other's work do. */
const MOST_CHANGES = 30;
const HOUR_MS = 3_600_000;

/** News of one reading. */
export interface Heard {
  readonly system: string;
  readonly kind: Kind;
  readonly news: readonly Snapshot[];
  readonly before: ReadonlyMap<string, Snapshot>;
}

/**
 * The news without that of records that are set aside. A record whose changes have made more than thirty versions of its entity
 * within an hour is set aside now, alone and with an alert, until a person takes it back: then it is read again and merged
 * against what was last agreed, so that nothing is lost.
 */
export async function setAside(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { system, kind, news, before }: Heard,
): Promise<readonly Snapshot[]> {
  const free = news.filter(({ quarantinedAt }) => quarantinedAt === null);
  const known = free.filter(({ recordId }) => before.has(recordId)).map(({ recordId }) => recordId);
  const linked = await tx.links.find(system, kind, known);
  const entities = await tx.entities.get([...new Set(linked.values())]);
  const busy = [...entities.values()].filter(({ version }) => version > MOST_CHANGES).map(({ id }) => id);
  const changes = await tx.versions.countSince(busy, system, context.clock.now() - HOUR_MS);
  const often = free.filter(({ recordId }) => (changes.get(linked.get(recordId) ?? '') ?? 0) >= MOST_CHANGES);
  const bouncing = often.length === 0 ? [] : await notReleased(context, tx, often);
  for (const { recordId } of bouncing) {
    const message = `${kind} ${recordId} of ${system} changed ${MOST_CHANGES} times within an hour and is set aside; find what keeps changing it, then take it back with releaseRecord`;
    const entity = entities.get(linked.get(recordId) ?? '') ?? null;
    ledger.event('QUARANTINED', entity, { system, message: `${kind} ${recordId} of ${system} is set aside` });
    ledger.event('ALERT', entity, { system, message, reason: 'quarantine' });
  }
  const ids = bouncing.map(({ recordId }) => recordId);
  await tx.snapshots.quarantine(system, kind, ids, context.clock.now());
  return free.filter(({ recordId }) => !ids.includes(recordId));
}

/** The setting that says when a person took a record back; it is left alone for the hour after. */
export function releasedKey({ system, kind, recordId }: Pick<Snapshot, 'system' | 'kind' | 'recordId'>): string {
  return `released:${system}:${kind}:${recordId}`;
}

async function notReleased(context: SyncContext, tx: Store, often: readonly Snapshot[]): Promise<readonly Snapshot[]> {
  const released = await tx.settings.list('released:');
  const horizon = context.clock.now() - HOUR_MS;
  return often.filter((snapshot) => Number(released.get(releasedKey(snapshot)) ?? 0) <= horizon);
}
