import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import { joined } from '../model/join.ts';
import type { SourceRecord } from '../sources/source.ts';
import type { Entity, Link, LinkedRecord, Snapshot } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { readRecords } from './bring.ts';
import { moveChildren } from './children.ts';
import type { SyncContext } from './context.ts';
import { type DecisionOptions, decide } from './decide.ts';
import { type HeldRecord, heldRecord, movedRecord, recordsChange } from './history.ts';
import { holdersOf } from './holder.ts';
import { joinContacts } from './join-contacts.ts';
import { type Ledger, writableFields } from './ledger.ts';
import { hangingOn, keyOf, linksOf, livingContact, quiet, type RecordName, readOnlyPatch } from './move-records.ts';
import type { Mutated } from './reply.ts';
import { takeSnapshot } from './snapshot.ts';
import { tellDiffering } from './tell.ts';

/** A contact and one record, as a person names them. */
export interface LinkWish {
  readonly contactId: string;
  readonly record: RecordName;
}

/**
 * Moves a contact record, with what hangs on it, to that contact: its blanks are filled, its own values are written over the
 * record's. A contact that is left without records is merged away. A record never seen before is read first.
 */
export async function linkRecord(context: SyncContext, options: DecisionOptions, wish: LinkWish): Promise<Mutated> {
  const { contactId, record } = wish;
  const found = await firstLook(context, record);
  return decide(context, options, `Linked to ${inWords(record)}`, async (tx, ledger) => {
    const contact = await livingContact(tx, contactId, 'contactId');
    const [link] = await linksOf(tx, [record]);
    if (link?.entityId === contactId) return contactId;
    const snapshot = await snapshotOf(context, tx, record, found);
    const owner = link && (await tx.entities.get([link.entityId])).get(link.entityId);
    if (owner?.deletedAt === null && !(await isHeldBesides(tx, owner, record))) {
      await joinContacts(context, tx, ledger, { into: contact, from: owner });
      return contactId;
    }
    if (!link) ledger.snapshot(snapshot);
    const gained = await gain(context, tx, ledger, contact, snapshot, owner?.deletedAt === null ? link : undefined);
    if (owner?.deletedAt === null)
      await part(tx, ledger, { owner, receiver: gained, record, why: `${inWords(record)} linked to ${contactId}` });
    return contactId;
  });
}

/**
 * Makes a contact of its own from a record of that contact, with what hangs on it. Nothing is written to any system, and the
 * link stands: the record does not come back by itself.
 */
export async function unlinkRecord(context: SyncContext, options: DecisionOptions, wish: LinkWish): Promise<Mutated> {
  const { contactId, record } = wish;
  await quiet(context, [contactId]);
  return decide(context, options, `${inWords(record)} unlinked`, async (tx, ledger) => {
    const contact = await livingContact(tx, contactId, 'contactId');
    const [link] = await linksOf(tx, [record]);
    if (link?.entityId !== contactId) {
      const text = `${contactId} is not linked to ${inWords(record)}`;
      throw new Problem('NOT_FOUND', text, 'never', { path: ['input', 'record'] });
    }
    if (!(await isHeldBesides(tx, contact, record))) {
      const text = `${inWords(record)} is the only record of ${contactId}: there is nothing to part it from`;
      throw new Problem('INVALID', text, 'never', { path: ['input', 'record'] });
    }
    const snapshot = await snapshotOf(context, tx, record, null);
    const created = contactOfItsOwn(ledger, snapshot);
    await part(tx, ledger, { owner: contact, receiver: created, record, why: `${inWords(record)} unlinked` });
    return contactId;
  });
}

/** A new contact that says what its only record says. */
export function contactOfItsOwn(ledger: Ledger, snapshot: Snapshot): Entity {
  const created = ledger.create('contact', snapshot.values, null, snapshot.changedAt ?? 0);
  ledger.link(created, snapshot, 'person');
  return created;
}

/** A record that leaves its contact for another one. */
interface Parting {
  readonly owner: Entity;
  readonly receiver: Entity;
  readonly record: RecordName;
  readonly why: string;
}

/** The contact without the record, and without what hangs on it. */
async function part(tx: Store, ledger: Ledger, { owner, receiver, record, why }: Parting): Promise<void> {
  const links = (await tx.links.of([owner.id])).get(owner.id) ?? [];
  const records = (await tx.snapshots.ofEntities([owner.id])).get(owner.id) ?? [];
  const isOther = (one: Pick<Link, 'system' | 'recordId'>) => !isRecord(one, record);
  const changes = recordsChange(links.map(heldRecord), links.filter(isOther).map(heldRecord));
  const left = ledger.change(owner, readOnlyPatch(owner, records.filter(isOther)), 0, null, { changes, why });
  ledger.event('UNLINKED', left, { system: record.system, message: why });
  const fits = hangingOn(new Set([keyOf({ system: record.system, recordId: record.id })]));
  await moveChildren(tx, ledger, { from: left, to: receiver, why, fits });
}

/** The contact with the record; `link` is how another contact had it. */
async function gain(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  contact: Entity,
  snapshot: Snapshot,
  link: Link | undefined,
): Promise<Entity> {
  const now = context.clock.now();
  const own = ((await tx.links.of([contact.id])).get(contact.id) ?? []).map(heldRecord);
  const linked: HeldRecord = link
    ? movedRecord(link, now)
    : { system: snapshot.system, id: snapshot.recordId, how: 'person', linkedAt: now };
  const patch = joined(models.contact, contact.fields, snapshot.values);
  const changes = recordsChange(own, [...own, linked]);
  const gained = ledger.change(contact, patch, now, null, { changes });
  ledger.link(gained, snapshot, 'person');
  const records = (await tx.snapshots.ofEntities([contact.id])).get(contact.id) ?? [];
  const deliveries = await tx.outbox.openOf([contact.id, ...(link ? [link.entityId] : [])]);
  // What is being written for the other contact at this moment may still change the record.
  const open = [...deliveries.values()]
    .flat()
    .filter(({ entityId, operation }) => entityId === contact.id || operation === 'update');
  const conflicts = (await tx.conflicts.of([contact.id])).get(contact.id) ?? [];
  const disputed = new Set(conflicts.filter((conflict) => conflict.open).map(({ field }) => field));
  tellDiffering(context, ledger, {
    entity: gained,
    records: [...records, { ...snapshot, entityId: contact.id, how: 'person' }],
    open,
    fields: writableFields(gained).filter((field) => !disputed.has(field)),
  });
  return gained;
}

/** True if systems keep the contact, or are about to, without counting that record. */
async function isHeldBesides(tx: Store, contact: Entity, record: RecordName): Promise<boolean> {
  const records = (await tx.snapshots.ofEntities([contact.id])).get(contact.id) ?? [];
  const others = records.filter((one) => one.deletedAt === null && !isRecord(one, record));
  if (others.length > 0) return true;
  const holders = (await holdersOf(tx, [contact.id])).get(contact.id) ?? new Set();
  return [...holders].some((system) => system !== record.system);
}

function isRecord(one: Pick<LinkedRecord, 'system' | 'recordId'>, { system, id }: RecordName): boolean {
  return one.system === system && one.recordId === id;
}

/** The record as its system answers it, where the gateway has never seen it; null where it has. */
async function firstLook(context: SyncContext, { system, id }: RecordName): Promise<SourceRecord | null> {
  const known = await context.store.snapshots.get(system, 'contact', [id]);
  if (known.has(id)) return null;
  const connection = context.connections.get(system);
  if (!connection)
    throw new Problem('NOT_CONNECTED', `${system} is not connected`, 'never', { path: ['input', 'record'] });
  const answer = await readRecords(context, connection, 'contact', [{ id }]);
  return answer.records[0] ?? null;
}

async function snapshotOf(
  context: SyncContext,
  tx: Store,
  name: RecordName,
  found: SourceRecord | null,
): Promise<Snapshot> {
  const { system, id } = name;
  const mapping = context.mappings.of(system, 'contact');
  const known = (await tx.snapshots.get(system, 'contact', [id])).get(id);
  const snapshot = known ?? (found && takeSnapshot(system, 'contact', mapping, found, undefined, context.clock.now()));
  if (snapshot?.deletedAt === null) return snapshot;
  const connected = context.systems.find((candidate) => candidate.id === system)?.name ?? system;
  const text = snapshot ? `${id} is deleted or archived in ${connected}` : `${connected} has no contact ${id}`;
  throw new Problem('NOT_FOUND', text, 'never', { path: ['input', 'record'] });
}

function inWords({ system, id }: RecordName): string {
  return `${system} ${id}`;
}
