import { models } from '../model/index.ts';
import { CHILD_KINDS, type Kind } from '../model/kind.ts';
import { differences, merge } from '../model/merge.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Entity, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { removeChildren } from './children.ts';
import type { Cause, SyncContext } from './context.ts';
import { createMatcher, type Matcher } from './identity.ts';
import { Ledger } from './ledger.ts';
import { isWaitingForPlan } from './plan.ts';
import { propose } from './propose.ts';
import { bringsNothing, takeSnapshot } from './snapshot.ts';
import { spread } from './spread.ts';
import { ensureTags } from './tags.ts';

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
}

/** The setting that says when the last complete pass over a kind began. */
export function feedKey(system: string, kind: Kind): string {
  return `feed:${system}:${kind}`;
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
  const mapping = context.systems.find((candidate) => candidate.id === system)?.mapping[kind] ?? [];
  const records = new Map(reading.records.map((record) => [record.id, record]));
  const absent = (reading.gone ?? []).filter((id) => !records.has(id));
  const ids = [...records.keys(), ...absent];
  const before = await tx.snapshots.get(system, kind, ids);
  const readAt = reading.readAt ?? now;
  const taken = [...records.values()].map((record) =>
    takeSnapshot(system, kind, mapping, record, before.get(record.id), now),
  );
  const isNews = (snapshot: Snapshot) => !bringsNothing(snapshot, before.get(snapshot.recordId), readAt);
  const news = [...taken.filter(isNews), ...absent.flatMap((id) => asGone(before.get(id), readAt, now))];
  const fresh = new Set(news.map((snapshot) => snapshot.recordId));
  await tx.snapshots.touch(
    system,
    kind,
    ids.filter((id) => before.has(id) && !fresh.has(id)),
    now,
  );
  if (news.length === 0) return 0;

  const waiting = await isWaitingForPlan(tx);
  const world = await loadWorld(tx, system, kind, news, waiting);
  const ledger = new Ledger(context, options.cause);
  for (const snapshot of news) settle(ledger, world, snapshot, before.get(snapshot.recordId), now);
  if (kind === 'contact') {
    await ensureTags(tx, ledger, ledger.entities.values(), now);
    const { keeps } = world.matcher;
    const contacts = ledger.created('contact');
    await propose(context, tx, { system, contacts, keeps, touched: (id) => ledger.entities.get(id) });
  }
  await removeOrphans(context, tx, ledger);
  const known = (await tx.settings.get(feedKey(system, kind))) !== undefined;
  if (options.spread && known) await spread(context, tx, ledger, system);
  if (waiting) ledger.withhold();
  await ledger.flush(tx);
  await tx.settings.put(`lastChange:${system}`, now);
  return news.length;
}

/** A contact that no system holds any more takes with it what belongs to it. */
async function removeOrphans(context: SyncContext, tx: Store, ledger: Ledger): Promise<void> {
  for (const entity of [...ledger.entities.values()]) {
    if (entity.kind === 'contact' && entity.deletedAt !== null) await removeChildren(context, tx, ledger, entity.id);
  }
}

function asGone(snapshot: Snapshot | undefined, readAt: number, now: number): Snapshot[] {
  if (!snapshot || snapshot.deletedAt !== null || snapshot.seenAt > readAt) return [];
  return [{ ...snapshot, deletedAt: now, seenAt: now, hash: `gone:${snapshot.hash}` }];
}

/** What the news of one reading can touch, loaded in a handful of statements. */
interface World {
  readonly entities: Map<string, Entity>;
  /** Record id to entity id. */
  readonly linked: Map<string, string>;
  /** Contact record id to contact entity id. */
  readonly parents: Map<string, string>;
  /** Entity id to its records in all systems. */
  readonly records: Map<string, LinkedRecord[]>;
  readonly matcher: Matcher;
}

async function loadWorld(
  tx: Store,
  system: string,
  kind: Kind,
  news: readonly Snapshot[],
  waiting: boolean,
): Promise<World> {
  const linked = await tx.links.find(
    system,
    kind,
    news.map((snapshot) => snapshot.recordId),
  );
  const unlinked = news.filter((snapshot) => !linked.has(snapshot.recordId));
  const contactIds = [...new Set(news.flatMap((snapshot) => snapshot.contactRecordId ?? []))];
  const isChild = (CHILD_KINDS as readonly Kind[]).includes(kind);
  const parents = isChild ? await tx.links.find(system, 'contact', contactIds) : new Map<string, string>();
  const matcher = await createMatcher(tx, system, kind, unlinked, waiting);
  const others = [...new Set(linked.values())].filter((id) => !matcher.candidates.has(id));
  const entities = new Map([...matcher.candidates, ...(await tx.entities.get(others))]);
  const records = new Map([...matcher.records, ...(await tx.snapshots.ofEntities(others))]);
  return { entities, linked, parents, records, matcher };
}

/** Decides what one piece of news means and enters it into the ledger. */
function settle(ledger: Ledger, world: World, snapshot: Snapshot, before: Snapshot | undefined, now: number): void {
  ledger.snapshot(snapshot);
  const contactId = snapshot.contactRecordId === null ? null : (world.parents.get(snapshot.contactRecordId) ?? null);
  const linkedId = world.linked.get(snapshot.recordId);
  const entity = linkedId === undefined ? undefined : world.entities.get(linkedId);
  if (snapshot.deletedAt !== null) return settleDeleted(ledger, world, snapshot, entity);
  if (entity && entity.deletedAt !== null && staysDeleted(entity, snapshot, before)) return;
  if (entity) return take(ledger, world, entity, snapshot, before?.values ?? {}, contactId ?? entity.contactId, now);

  const match = world.matcher.match(snapshot);
  const found =
    match.verdict === 'same' ? (ledger.entities.get(match.entityId) ?? world.entities.get(match.entityId)) : undefined;
  if (match.verdict === 'same' && found) {
    ledger.link(found, snapshot, match.how);
    world.matcher.learn(found.id, snapshot);
    return take(ledger, world, found, snapshot, {}, contactId ?? found.contactId, now);
  }
  const created = ledger.create(snapshot.kind, snapshot.values, contactId, snapshot.changedAt ?? 0);
  ledger.link(created, snapshot, 'created');
  world.matcher.learn(created.id, snapshot);
  if (match.verdict === 'ambiguous') {
    const values = match.entityIds.map((id) => ({ origin: snapshot.system, value: id, changedAt: snapshot.changedAt }));
    ledger.conflict(created, { field: 'identity', base: null, values, chosen: null, open: true });
  }
}

/** A deleted entity comes back only with its record, or when somebody edits what is left of it in a system. */
function staysDeleted(entity: Entity, snapshot: Snapshot, before: Snapshot | undefined): boolean {
  if (!before || before.deletedAt !== null) return false;
  return Object.keys(differences({ ...entity.fields, ...before.values }, snapshot.values)).length === 0;
}

/** Merges what a record now says into its entity. */
function take(
  ledger: Ledger,
  world: World,
  known: Entity,
  snapshot: Snapshot,
  base: Snapshot['values'],
  contactId: string | null,
  now: number,
): void {
  const entity = ledger.entities.get(known.id) ?? known;
  // A system that stamps nothing changed the record somewhere between two looks; with no earlier look nobody knows when.
  const theirsAt = snapshot.changedAt ?? (Object.keys(base).length > 0 ? now : null);
  const { taken, conflicts: disputes } = merge({
    model: models[entity.kind],
    base,
    mine: entity.fields,
    theirs: snapshot.values,
    mineAt: (field) => entity.stamps[field]?.at || null,
    // Against what systems keep a document proves nothing: it fills what is empty and follows its own corrections.
    theirsAt: snapshot.documentId === null ? theirsAt : null,
  });
  const conflicts = snapshot.documentId === null ? disputes : [];
  const merged = ledger.change(entity, taken, theirsAt ?? 0, contactId);
  world.entities.set(merged.id, merged);
  for (const { field, base: agreed, mine, theirs, decided } of conflicts) {
    const values = [
      { origin: entity.stamps[field]?.origin ?? 'gateway', value: mine, changedAt: entity.stamps[field]?.at || null },
      { origin: snapshot.system, value: theirs, changedAt: snapshot.changedAt },
    ];
    ledger.conflict(merged, {
      field,
      base: agreed,
      values,
      chosen: decided ? (merged.fields[field] ?? null) : null,
      open: !decided,
    });
  }
  const onlyAgrees =
    merged === entity && Object.keys(base).length > 0 && Object.keys(differences(base, snapshot.values)).length > 0;
  if (onlyAgrees && conflicts.length === 0) ledger.event('ECHO_SUPPRESSED', entity, { system: snapshot.system });
}

/** A record that is gone takes its entity with it only when no other system holds one. */
function settleDeleted(ledger: Ledger, world: World, snapshot: Snapshot, entity: Entity | undefined): void {
  if (!entity || entity.deletedAt !== null) return;
  const others = (world.records.get(entity.id) ?? []).filter(
    (record) =>
      record.deletedAt === null && !(record.system === snapshot.system && record.recordId === snapshot.recordId),
  );
  if (others.length === 0) ledger.remove(entity);
  else ledger.event('UPDATED', entity, { system: snapshot.system, message: `Archived in ${snapshot.system}` });
}
