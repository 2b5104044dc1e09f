import { Problem } from '../base/errors.ts';
import { CHILD_KINDS } from '../model/kind.ts';
import { bring, readChildren, readRecords } from './bring.ts';
import type { Connection } from './connection.ts';
import type { SyncContext } from './context.ts';
import { deliverNow } from './dispatch.ts';

/** Reads one contact and what belongs to it again in every system that holds it, and writes what that changes through at once. */
export async function syncContact(context: SyncContext, contactId: string, correlationId: string): Promise<void> {
  const contact = (await context.store.entities.get([contactId])).get(contactId);
  if (contact?.kind !== 'contact') throw new Problem('NOT_FOUND', `There is no contact ${contactId}`);
  const records = (await context.store.snapshots.ofEntities([contactId])).get(contactId) ?? [];
  const living = records.filter((record) => record.deletedAt === null);
  const looks = await Promise.allSettled(
    living.map(async (record) => {
      const connection = context.connections.get(record.system);
      if (connection) await readAgain(context, connection, record.recordId, correlationId);
    }),
  );
  const queued = (await context.store.outbox.byCorrelation([correlationId])).get(correlationId) ?? [];
  await deliverNow(
    context,
    queued.map((delivery) => delivery.id),
  );
  const failure = looks.find((look) => look.status === 'rejected');
  if (failure) throw failure.reason;
}

async function readAgain(
  context: SyncContext,
  connection: Connection,
  recordId: string,
  correlationId: string,
): Promise<void> {
  const system = connection.id;
  const options = { cause: { origin: system, actor: null, runId: null, correlationId }, spread: true };
  const answer = await readRecords(context, connection, 'contact', [{ id: recordId }]);
  await bring(context, { system, kind: 'contact', ...answer }, options);
  for (const kind of CHILD_KINDS) {
    if (!connection.source.collections[kind]?.listFor) continue;
    const children = await readChildren(context, connection, kind, [recordId]);
    await bring(context, { system, kind, ...children }, options);
  }
}
