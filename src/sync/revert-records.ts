import type { Fields } from '../model/kind.ts';
import type { Delivery, Entity, Link, LinkedRecord } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import { type HeldRecord, heldRecord, recordId, recordsChange } from './history.ts';
import type { Ledger } from './ledger.ts';
import { keyOf, linksOf, readOnlyPatch } from './move-records.ts';
import { type MovedRecord, mergedInto, type Past } from './past.ts';
import { giveTo } from './revert-give.ts';
import { type Owner, takeFrom } from './revert-take.ts';

/** A contact on its way back to an earlier version; `patch` are the fields that differ from then. */
export interface Regrouping {
  readonly entity: Entity;
  readonly past: Past;
  readonly patch: Fields;
}

/** An entity as it is again. */
export interface Regrouped {
  readonly entity: Entity;
  readonly records: readonly LinkedRecord[];
  /** Where its records were another contact's, the fields that may differ in them; null: only those that were set back. */
  readonly fields: readonly string[] | null;
  /** What is still to be written of those other contacts. */
  readonly waiting: readonly Delivery[];
}

/** A record to be moved back: how it is linked now, how it was linked, and which version moved it. */
export interface Return extends MovedRecord {
  readonly link: Link;
}

/** Gives the contact its fields back, and the records with what hangs on them to whom they belonged before people moved them. */
export async function regroup(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { entity, past, patch }: Regrouping,
): Promise<Regrouped> {
  const taken = (await returns(tx, past.lost)).filter(({ link }) => link.entityId !== entity.id);
  const given = (await returns(tx, past.gained)).filter(({ link }) => link.entityId === entity.id);
  const owners = await ownersOf(tx, taken, past);
  const ids = [entity.id, ...owners.map((owner) => owner.entity.id)];
  const linked = await tx.snapshots.ofEntities(ids);
  const own = (await tx.links.of([entity.id])).get(entity.id) ?? [];

  const [leaving, coming] = [keysOf(given), keysOf(taken)];
  const stays = (one: Pick<Link, 'system' | 'recordId'>) => !leaving.has(keyOf(one));
  const others = ids.slice(1).flatMap((id) => linked.get(id) ?? []);
  const brought = others.filter((record) => coming.has(keyOf(record)));
  const records = [...(linked.get(entity.id) ?? []).filter(stays), ...brought];
  const changes = recordsChange(own.map(heldRecord), [...own.filter(stays).map(heldRecord), ...taken.map(takenRecord)]);
  const values = { ...patch, ...readOnlyPatch(entity, records) };
  const back = ledger.change(entity, values, context.clock.now(), null, { changes });
  for (const { record, link } of taken) ledger.link(back, link, record.how, record.linkedAt);

  for (const owner of owners) await takeFrom(context, tx, ledger, owner, back);
  await giveTo(context, tx, ledger, { giver: entity, back, given });
  const told = [back, ...owners.map((owner) => owner.entity)].flatMap(({ fields }) => Object.keys(fields));
  const open = await tx.outbox.openOf(ids.slice(1));
  const waiting = [...open.values()].flat().filter(({ operation }) => operation === 'update');
  return { entity: back, records, fields: owners.length > 0 ? [...new Set(told)] : null, waiting };
}

async function returns(tx: Store, moved: readonly MovedRecord[]): Promise<Return[]> {
  const byKey = new Map(moved.map((one) => [recordId(one.record), one]));
  const links = await linksOf(
    tx,
    moved.map(({ record }) => record),
  );
  return links.flatMap((link) => {
    const one = byKey.get(keyOf(link));
    return one ? [{ ...one, link }] : [];
  });
}

function keysOf(moves: readonly Return[]): ReadonlySet<string> {
  return new Set(moves.map(({ link }) => keyOf(link)));
}

/** As it was linked, and how it was linked until now. */
function takenRecord({ record, link }: Return): HeldRecord {
  const { how, linkedAt, entityId: contact } = link;
  const { system, id } = record;
  return { system, id, how: record.how, linkedAt: record.linkedAt, from: { contact, how, linkedAt } };
}

/** The living contacts that have what is to be taken back; also the one that took the place of a contact without records. */
async function ownersOf(tx: Store, taken: readonly Return[], past: Past): Promise<Owner[]> {
  const owners = new Map<string, Omit<Owner, 'entity'>>();
  for (const { link, by } of taken) {
    const links = owners.get(link.entityId)?.links ?? [];
    owners.set(link.entityId, { by, links: [...links, link] });
  }
  const into = past.end && mergedInto(past.end);
  if (past.end && into !== null && !owners.has(into)) owners.set(into, { by: past.end, links: [] });
  const entities = await tx.entities.get([...owners.keys()]);
  return [...owners].flatMap(([id, owner]) => {
    const entity = entities.get(id);
    return entity?.deletedAt === null ? [{ ...owner, entity }] : [];
  });
}
