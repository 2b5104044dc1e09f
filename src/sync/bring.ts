import { CHILD_KINDS, type Kind } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import { type Connection, collectionOf, settled } from './connection.ts';
import type { SyncContext } from './context.ts';
import { type IngestOptions, ingest, type Reading } from './ingest.ts';

/** Ingests what was just read, after the contacts it belongs to, and notes when it was looked at. Answers how many were new. */
export async function bring(context: SyncContext, reading: Reading, options: IngestOptions): Promise<number> {
  await bringParents(context, reading, options);
  const changed = await ingest(context, reading, options);
  const scopes = reading.records.map((record) => `record:${record.id}` as const);
  await context.freshness.saw(reading.system, reading.kind, scopes, context.clock.now());
  return changed;
}

/** A child may be read before its contact was ever seen: then the contact is read first. */
async function bringParents(context: SyncContext, reading: Reading, options: IngestOptions): Promise<void> {
  const connection = context.connections.get(reading.system);
  if (!connection || !(CHILD_KINDS as readonly Kind[]).includes(reading.kind)) return;
  const ids = [...new Set(reading.records.flatMap((record) => record.contactId ?? []))];
  const known = await context.store.links.find(reading.system, 'contact', ids);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0 || !connection.source.collections.contact) return;
  const contacts = await readRecords(
    connection,
    'contact',
    unknown.map((id) => ({ id })),
  );
  await bring(context, { system: reading.system, kind: 'contact', records: contacts.records }, options);
}

/** The answer to reading some records: those that are there, and the ids of those that are not. */
export interface ReadAnswer {
  readonly records: readonly SourceRecord[];
  readonly gone: readonly string[];
}

/** Reads records in one batch; rejects only where none could be read at all. */
export async function readRecords(
  connection: Connection,
  kind: Kind,
  refs: readonly { id: string; contactId?: string }[],
): Promise<ReadAnswer> {
  const results = await connection.use(async (source) => {
    const answers = (await source.collections[kind]?.read(refs)) ?? [];
    settled(answers);
    return answers;
  });
  const found = results.filter((result): result is SourceRecord => result !== null && !(result instanceof Error));
  return { records: found, gone: refs.filter((_, i) => results[i] === null).map((ref) => ref.id) };
}

/** Reads the children of some contacts; answers them with the ids of those that are known to us but no longer there. */
export async function readChildren(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  contactIds: readonly string[],
): Promise<ReadAnswer> {
  const collection = collectionOf(connection, kind);
  const lists = await connection.use(async () => {
    const answers = (await collection.listFor?.(contactIds)) ?? [];
    settled(answers);
    return answers;
  });
  const listed = new Map(contactIds.map((id, i) => [id, lists[i]] as const));
  const known = await context.store.snapshots.idsOfContacts(connection.id, kind, contactIds);
  const records = lists.flatMap((list) => (list instanceof Error ? [] : (list ?? [])));
  const seen = new Set(records.map((record) => record.id));
  const gone = [...known].flatMap(([contactId, ids]) =>
    listed.get(contactId) instanceof Error ? [] : ids.filter((id) => !seen.has(id)),
  );
  return { records, gone };
}
