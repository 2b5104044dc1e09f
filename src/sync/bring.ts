import { CHILD_KINDS, type Kind } from '../model/kind.ts';
import type { RecordRef, SourceRecord } from '../sources/source.ts';
import { type Connection, collectionOf, settled } from './connection.ts';
import type { SyncContext } from './context.ts';
import { type IngestOptions, ingest, type Reading } from './ingest.ts';

/** Ingests what was just read, after the contacts it belongs to, and notes when it was looked at. Answers how many were new. */
export async function bring(context: SyncContext, reading: Reading, options: IngestOptions): Promise<number> {
  const readAt = reading.readAt ?? context.clock.now();
  const orphans = await bringParents(context, reading, options);
  const records = reading.records.filter((record) => !orphans.has(record.contactId ?? ''));
  const changed = await ingest(context, { ...reading, records }, options);
  const scopes = records.map((record) => `record:${record.id}` as const);
  await context.freshness.saw(reading.system, reading.kind, scopes, readAt);
  return changed;
}

/**
 * A child may be read before its contact was ever seen: then the contact is read first. Answers the ids of contacts that
 * could not be read; what belongs to them must wait for the next look, or it would stay without a contact.
 */
async function bringParents(
  context: SyncContext,
  reading: Reading,
  options: IngestOptions,
): Promise<ReadonlySet<string>> {
  const connection = context.connections.get(reading.system);
  if (!connection?.source.collections.contact || !(CHILD_KINDS as readonly Kind[]).includes(reading.kind))
    return new Set();
  const ids = [...new Set(reading.records.flatMap((record) => record.contactId ?? []))];
  const known = await context.store.links.find(reading.system, 'contact', ids);
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return new Set();
  const refs = unknown.map((id) => ({ id }));
  const contacts = await readRecords(context, connection, 'contact', refs);
  await bring(context, { system: reading.system, kind: 'contact', ...contacts }, options);
  return contacts.failed;
}

/** The answer to reading some things: the records there are, the ids of those there are not, and what could not be read. */
export interface ReadAnswer {
  readonly records: readonly SourceRecord[];
  readonly gone: readonly string[];
  /** The ids that were asked for and not answered. */
  readonly failed: ReadonlySet<string>;
  /** When the asking began, in milliseconds since 1970. */
  readonly readAt: number;
}

/** Reads records in one batch; rejects only where none could be read at all. */
export async function readRecords(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  refs: readonly RecordRef[],
): Promise<ReadAnswer> {
  const readAt = context.clock.now();
  const results = await connection.use(async (source) => {
    const answers = (await source.collections[kind]?.read(refs)) ?? [];
    settled(answers);
    return answers;
  });
  const found = results.filter((result): result is SourceRecord => result !== null && !(result instanceof Error));
  const idsOf = (wanted: (result: unknown) => boolean) => refs.filter((_, i) => wanted(results[i])).map(({ id }) => id);
  const failed = new Set(idsOf((result) => result instanceof Error));
  return { records: found, gone: idsOf((result) => result === null), failed, readAt };
}

/** Reads the children of some contacts; answers them with the ids of those that are known to us but no longer there. */
export async function readChildren(
  context: SyncContext,
  connection: Connection,
  kind: Kind,
  contactIds: readonly string[],
): Promise<ReadAnswer> {
  const readAt = context.clock.now();
  const collection = collectionOf(connection, kind);
  // Asked before the lists: what is written meanwhile is not missing from them.
  const known = await context.store.snapshots.idsOfContacts(connection.id, kind, contactIds);
  const lists = await connection.use(async () => {
    const answers = (await collection.listFor?.(contactIds)) ?? [];
    settled(answers);
    return answers;
  });
  const failed = new Set(contactIds.filter((_, i) => lists[i] instanceof Error));
  const records = lists.flatMap((list) => (list instanceof Error ? [] : (list ?? [])));
  const seen = new Set(records.map((record) => record.id));
  const missing = [...known].flatMap(([contactId, ids]) =>
    failed.has(contactId) ? [] : ids.filter((id) => !seen.has(id)).map((id) => ({ id, contactId })),
  );
  const listed = { records, gone: missing.map(({ id }) => id), failed, readAt };
  if (collection.covers !== 'window' || missing.length === 0) return listed;
  // It may only have left the window that lists show.
  const looked = await readRecords(context, connection, kind, missing);
  return { ...listed, records: [...records, ...looked.records], gone: looked.gone };
}
