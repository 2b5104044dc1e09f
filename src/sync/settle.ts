import { models } from '../model/index.ts';
import type { Fields } from '../model/kind.ts';
import { differences, type MergeConflict, merge, sameValue } from '../model/merge.ts';
import type { Entity, Snapshot } from '../store/shapes.ts';
import { ownBase } from './agreement.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** Decides what one piece of news means and enters it into the ledger. */
export function settle(ledger: Ledger, world: World, snapshot: Snapshot, before: Snapshot | undefined): void {
  const linkedId = world.linked.get(snapshot.recordId);
  const known = linkedId === undefined ? undefined : world.entities.get(linkedId);
  const entity = known && (ledger.entities.get(known.id) ?? known);
  if (snapshot.deletedAt !== null) {
    ledger.snapshot(snapshot);
    return settleDeleted(ledger, world, snapshot, entity);
  }
  if (!entity) return settleUnlinked(ledger, world, snapshot);
  ledger.snapshot(snapshot);
  if (entity.deletedAt !== null && staysDeleted(entity, snapshot, before)) return;
  take(ledger, world, entity, snapshot, before?.values ?? {});
}

/** A record seen for the first time: of something known, of something we are just making there, or of something new. */
function settleUnlinked(ledger: Ledger, world: World, snapshot: Snapshot): void {
  const match = world.matcher.match(snapshot);
  if (match.verdict === 'wait') {
    world.unclear.push(snapshot);
    return;
  }
  ledger.snapshot(snapshot);
  const id = match.verdict === 'same' || match.verdict === 'ours' ? match.entityId : '';
  const found = ledger.entities.get(id) ?? world.entities.get(id);
  if (found) {
    ledger.link(found, snapshot, match.verdict === 'same' ? match.how : 'created');
    world.matcher.learn(found.id, snapshot);
    // A notice of what was deleted while it was being made: the delivery under way clears it away.
    if (found.deletedAt !== null) return;
    return take(ledger, world, found, snapshot, match.verdict === 'ours' ? ownBase(found.fields, snapshot.values) : {});
  }
  const created = ledger.create(snapshot.kind, snapshot.values, parentOf(world, snapshot), snapshot.changedAt ?? 0);
  ledger.link(created, snapshot, 'created');
  world.matcher.learn(created.id, snapshot);
  if (match.verdict === 'ambiguous') {
    const values = match.entityIds.map((value) => ({ origin: snapshot.system, value, changedAt: snapshot.changedAt }));
    ledger.conflict(created, { field: 'identity', base: null, values, chosen: null, open: true });
  }
}

function parentOf(world: World, { contactRecordId }: Snapshot): string | null {
  return contactRecordId === null ? null : (world.parents.get(contactRecordId) ?? null);
}

/** A deleted entity comes back only with its record, or when somebody edits what is left of it in a system. */
function staysDeleted(entity: Entity, snapshot: Snapshot, before: Snapshot | undefined): boolean {
  if (!before || before.deletedAt !== null) return false;
  return Object.keys(differences({ ...entity.fields, ...before.values }, snapshot.values)).length === 0;
}

/** Merges what a record now says into its entity. */
function take(ledger: Ledger, world: World, entity: Entity, snapshot: Snapshot, base: Fields): void {
  const isDocument = snapshot.documentId !== null;
  // A system that stamps nothing changed the record somewhere between two looks; with no earlier look nobody knows when.
  const theirsAt = snapshot.changedAt ?? (Object.keys(base).length > 0 && !world.again ? world.now : null);
  const merged = merge({
    model: models[entity.kind],
    base,
    mine: entity.fields,
    theirs: heeded(world, entity, snapshot.values),
    mineAt: (field) => entity.stamps[field]?.at || null,
    // Against what systems keep a document proves nothing: it fills what is empty and follows its own corrections.
    theirsAt: isDocument ? null : theirsAt,
    owner: (field) => ownerOf(world, entity, snapshot, field),
    isEcho: (field, value) => world.wasSent(entity.id, field, value),
  });
  const conflicts = isDocument ? [] : merged.conflicts;
  const after = ledger.change(entity, merged.taken, theirsAt ?? 0, parentOf(world, snapshot) ?? entity.contactId);
  world.entities.set(after.id, after);
  for (const conflict of conflicts) enter(ledger, world, { entity, after, snapshot }, conflict);
  closeAgreed(ledger, world, after, snapshot);
  correct(world, after, conflicts);
  const onlyAgrees = after === entity && Object.keys(differences(base, snapshot.values)).length > 0;
  if (onlyAgrees && !world.again && Object.keys(base).length > 0 && conflicts.length === 0)
    ledger.event('ECHO_SUPPRESSED', entity, { system: snapshot.system });
}

/** What a record says, without what the mapping lets it say only where nothing is known yet. */
function heeded(world: World, entity: Entity, values: Fields): Fields {
  const counts = ([field]: [string, unknown]) => !world.onlyFills(field) || sameValue(entity.fields[field], null);
  return Object.fromEntries(Object.entries(values).filter(counts));
}

function ownerOf(world: World, entity: Entity, { system }: Snapshot, field: string): 'mine' | 'theirs' | null {
  if (world.owns(system, field)) return 'theirs';
  const holder = entity.stamps[field]?.origin;
  return holder !== undefined && world.owns(holder, field) ? 'mine' : null;
}

type Dispute = { readonly entity: Entity; readonly after: Entity; readonly snapshot: Snapshot };

/** A dispute about a field that is in dispute already goes on under the same id. */
function enter(ledger: Ledger, world: World, { entity, after, snapshot }: Dispute, conflict: MergeConflict): void {
  const { field, base, mine, theirs, decided } = conflict;
  const stamp = entity.stamps[field];
  const values = [
    { origin: stamp?.origin ?? 'gateway', value: mine, changedAt: stamp?.at || null },
    { origin: snapshot.system, value: theirs, changedAt: snapshot.changedAt },
  ];
  const earlier = world.disputes.get(after.id)?.find((open) => open.field === field);
  const chosen = decided ? (after.fields[field] ?? null) : null;
  ledger.conflict(after, { ...(earlier && { id: earlier.id }), field, base, values, chosen, open: !decided });
}

/** What a person was to decide is settled where the record now says what the entity says. */
function closeAgreed(ledger: Ledger, world: World, entity: Entity, snapshot: Snapshot): void {
  for (const open of world.disputes.get(entity.id) ?? []) {
    const held = entity.fields[open.field] ?? null;
    const isSide = open.values.some(({ origin }) => origin === snapshot.system);
    if (isSide && open.field in snapshot.values && sameValue(held, snapshot.values[open.field]))
      ledger.resolve(open, entity, held, `${open.field} is agreed on`);
  }
}

/** Where the entity's value stood against the record's, the record must be told, or the two would differ for ever. */
function correct(world: World, entity: Entity, conflicts: readonly MergeConflict[]): void {
  const lost = conflicts.filter(({ field, decided, theirs }) => decided && !sameValue(entity.fields[field], theirs));
  if (lost.length === 0) return;
  const known = world.corrections.get(entity.id)?.fields ?? [];
  world.corrections.set(entity.id, { entity, fields: [...known, ...lost.map(({ field }) => field)] });
}

/** A record that is gone takes its entity with it where no other system holds one, or where the policy says so. */
function settleDeleted(ledger: Ledger, world: World, snapshot: Snapshot, entity: Entity | undefined): void {
  if (!entity || entity.deletedAt !== null) return;
  const others = (world.records.get(entity.id) ?? []).filter(
    (record) =>
      record.deletedAt === null && !(record.system === snapshot.system && record.recordId === snapshot.recordId),
  );
  const { deletes } = world.policy;
  if (others.length === 0 || (deletes !== 'ignore' && snapshot.documentId === null && !world.breaker)) {
    ledger.remove(entity);
    if (others.length > 0 && deletes === 'delete') world.deletions.push(entity);
  } else ledger.event('UPDATED', entity, { system: snapshot.system, message: `Archived in ${snapshot.system}` });
}
