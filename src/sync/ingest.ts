import type { Kind } from '../model/kind.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { setAside } from './bounce.ts';
import { breakerTripped } from './breaker.ts';
import { removeChildren } from './children.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverRemoval } from './delete.ts';
import { type Gate, openGate } from './gate.ts';
import { Ledger } from './ledger.ts';
import { noteFound } from './missed.ts';
import { propose } from './propose.ts';
import { settle } from './settle.ts';
import { bringsNothing, takeSnapshot } from './snapshot.ts';
import { spread } from './spread.ts';
import { ensureTags } from './tags.ts';
import { lookAgain } from './waiting.ts';
import { loadWorld, type World } from './world.ts';

/** Records of one kind as one system just answered them. */
export interface Reading {
  readonly system: string;
  readonly kind: Kind;
  readonly records: readonly SourceRecord[];
  /** Records that are no longer there. */
  readonly gone?: readonly string[];
  /** When the reading began (ms since 1970): it tells nothing of what was seen or written after that. */
  readonly readAt?: number;
}

/** How a reading is taken in. Without `spread`, and before the first complete pass over the kind, no system is told. */
export interface IngestOptions {
  readonly cause: Cause;
  readonly spread: boolean;
  /** Set where nobody told of what the reading brings: it was found by looking everywhere. */
  readonly found?: 'poll';
  /** Set where the records are as they were and are only understood in another way. */
  readonly again?: true;
}

const MOST_AT_ONCE = 50;

/**
 * The one way in: a reading becomes snapshots, links, versions, conflicts, deliveries and events, in one transaction for every fifty records.
 * Answers how many records brought something new. The parents of child records must have been ingested before.
 */
export async function ingest(context: SyncContext, reading: Reading, options: IngestOptions): Promise<number> {
  let changed = 0;
  for (const part of parts(reading)) {
    changed += await context.store.transaction((tx) => ingestInto(context, tx, part, options));
    // The embedded database works in this thread: between two transactions callers get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (changed > 0) context.wake();
  return changed;
}

function* parts(reading: Reading): Iterable<Reading> {
  yield { ...reading, records: reading.records.slice(0, MOST_AT_ONCE) };
  for (let from = MOST_AT_ONCE; from < reading.records.length; from += MOST_AT_ONCE) {
    yield { ...reading, records: reading.records.slice(from, from + MOST_AT_ONCE), gone: [] };
  }
}

/** The same inside a transaction of the caller's. */
export async function ingestInto(
  context: SyncContext,
  tx: Store,
  reading: Reading,
  options: IngestOptions,
): Promise<number> {
  const { system, kind } = reading;
  const now = context.clock.now();
  await context.mappings.renew(tx);
  const { before, heard } = await hear(context, tx, reading, now);
  return takeNews(context, tx, { system, kind, before, heard }, options);
}

/** Snapshots that say something else than before, of one kind in one system. */
export interface News {
  readonly system: string;
  readonly kind: Kind;
  /** By record id; missing where the record is new. */
  readonly before: ReadonlyMap<string, Snapshot>;
  readonly heard: readonly Snapshot[];
}

/** Merges news and tells of it; answers how much of it was taken in. */
export async function takeNews(
  context: SyncContext,
  tx: Store,
  { system, kind, before, heard }: News,
  options: IngestOptions,
): Promise<number> {
  if (heard.length === 0) return 0;
  const now = context.clock.now();
  const ledger = new Ledger(context, options.cause);
  const news = await setAside(context, tx, ledger, { system, kind, news: heard, before });
  const aside = heard.filter((snapshot) => !news.includes(snapshot)).map(({ recordId }) => recordId);
  await tx.snapshots.touch(system, kind, aside, now);
  const gate = await openGate(tx);
  const breaker =
    gate.knows(system, kind) && (await breakerTripped(context, tx, ledger, { system, kind, news, before }));
  const world = await loadWorld(
    context,
    tx,
    { system, kind, breaker, waiting: gate.waiting, again: options.again ?? false },
    news,
  );
  for (const snapshot of news) settle(ledger, world, snapshot, before.get(snapshot.recordId));
  if (kind === 'contact') await aboutContacts(context, tx, ledger, world);
  await removeOrphans(context, tx, ledger, world);
  const feedAt = gate.knownSince(system, kind);
  if (options.found === 'poll' && feedAt !== null)
    await noteFound(context, tx, { news, before, world, ledger, feedAt });
  await passOn(context, tx, ledger, world, gate, options);
  await lookAgain(context, tx, world.unclear);
  if (gate.waiting) ledger.withhold();
  await ledger.flush(tx);
  await tx.settings.put(`lastChange:${system}`, now);
  return news.length;
}

/** Their tags exist as tags, and who may be somebody known is proposed to be. */
async function aboutContacts(context: SyncContext, tx: Store, ledger: Ledger, { system, matcher, now }: World) {
  await ensureTags(tx, ledger, ledger.entities.values(), now);
  const touched = (id: string) => ledger.entities.get(id);
  await propose(context, tx, { system, contacts: ledger.created('contact'), keeps: matcher.keeps, touched });
}

/** Of a reading what is news; of the rest it is noted that it was seen. */
async function hear(context: SyncContext, tx: Store, reading: Reading, now: number) {
  const { system, kind } = reading;
  const mapping = context.mappings.of(system, kind);
  const records = new Map(reading.records.map((record) => [record.id, record]));
  const absent = (reading.gone ?? []).filter((id) => !records.has(id));
  const ids = [...records.keys(), ...absent];
  const before = await tx.snapshots.get(system, kind, ids);
  const readAt = reading.readAt ?? now;
  const taken = [...records.values()].map((record) =>
    takeSnapshot(system, kind, mapping, record, before.get(record.id), now),
  );
  const isNews = (snapshot: Snapshot) => !bringsNothing(snapshot, before.get(snapshot.recordId), readAt);
  const heard = [...taken.filter(isNews), ...absent.flatMap((id) => asGone(before.get(id), readAt, now))];
  const fresh = new Set(heard.map((snapshot) => snapshot.recordId));
  const seen = ids.filter((id) => before.has(id) && !fresh.has(id));
  await tx.snapshots.touch(system, kind, seen, now);
  return { before, heard };
}

function asGone(snapshot: Snapshot | undefined, readAt: number, now: number): Snapshot[] {
  if (!snapshot || snapshot.deletedAt !== null || snapshot.seenAt > readAt) return [];
  return [{ ...snapshot, deletedAt: now, seenAt: now, hash: `gone:${snapshot.hash}` }];
}

/** A contact that is gone takes with it what belongs to it; where other systems keep the contact, they keep that too. */
async function removeOrphans(context: SyncContext, tx: Store, ledger: Ledger, { records, deletions, system }: World) {
  const kept = (id: string) =>
    (records.get(id) ?? []).some((record) => record.deletedAt === null && record.system !== system);
  for (const entity of [...ledger.entities.values()]) {
    if (entity.kind !== 'contact' || entity.deletedAt === null) continue;
    const tell = !kept(entity.id) || deletions.some(({ id }) => id === entity.id);
    await removeChildren(context, tx, ledger, entity.id, tell);
  }
}

/** Tells the other systems, and this one where its word did not count. */
async function passOn(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  world: World,
  gate: Gate,
  options: IngestOptions,
): Promise<void> {
  if (!options.spread || !gate.knows(world.system, world.kind)) return;
  await spread(context, tx, ledger, { origin: world.system, gate, corrections: world.corrections });
  for (const entity of world.deletions) deliverRemoval(context, ledger, entity, world);
}
