import type { Entity, Link } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { moveChildren } from './children.ts';
import type { SyncContext } from './context.ts';
import { type HeldRecord, heldRecord, recordsChange } from './history.ts';
import type { Ledger } from './ledger.ts';
import { contactOfItsOwn } from './link-records.ts';
import { hangingOn, keyOf, readOnlyPatch } from './move-records.ts';
import type { MovedRecord } from './past.ts';
import { childrenTouched } from './revive.ts';
import { survivorOf } from './survivor.ts';
import { tellDiffering } from './tell.ts';

/** Records that a contact was given and now gives away. */
export interface Giving {
  /** As it was. */
  readonly giver: Entity;
  /** As it is without them. */
  readonly back: Entity;
  readonly given: readonly (MovedRecord & { readonly link: Link })[];
}

/**
 * Gives records, with what hangs on them, back to the contacts that they came from; one that was merged away by that comes back. A
 * record that came from nowhere becomes a contact of its own.
 */
export async function giveTo(context: SyncContext, tx: Store, ledger: Ledger, giving: Giving): Promise<void> {
  const groups = new Map<string, Giving['given'][number][]>();
  for (const one of giving.given) {
    const from = one.record.from?.contact ?? '';
    groups.set(from, [...(groups.get(from) ?? []), one]);
  }
  const receivers = await tx.entities.get([...groups.keys()].filter(Boolean));
  for (const [id, given] of groups) {
    const receiver = receivers.get(id);
    const takesBack = receiver && (await isAsItWas(tx, receiver, giving.giver));
    if (takesBack) await giveBack(context, tx, ledger, { ...giving, given }, receiver);
    else for (const one of given) await setFree(tx, ledger, { ...giving, given: [one] });
  }
}

/** It lives, or the giver took its place. */
async function isAsItWas(tx: Store, receiver: Entity, giver: Entity): Promise<boolean> {
  return receiver.deletedAt === null || (await survivorOf(tx, receiver)).id === giver.id;
}

async function giveBack(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { giver, back, given }: Giving,
  receiver: Entity,
): Promise<void> {
  const linked = await tx.snapshots.ofEntities([giver.id, receiver.id]);
  const own = ((await tx.links.of([receiver.id])).get(receiver.id) ?? []).map(heldRecord);
  const keys = new Set(given.map(({ link }) => keyOf(link)));
  const brought = (linked.get(giver.id) ?? []).filter((record) => keys.has(keyOf(record)));
  const records = [...(linked.get(receiver.id) ?? []), ...brought];
  const changes = recordsChange(own, [...own, ...given.map(givenRecord)]);
  const why = `${giver.id} gave back what it was given`;
  const whole = ledger.change(receiver, readOnlyPatch(receiver, records), 0, null, { changes, why });
  for (const one of given) {
    const { how, linkedAt } = givenRecord(one);
    ledger.link(whole, one.link, how, linkedAt);
  }
  await moveAlong(tx, ledger, { giver, back, given }, whole, why);
  const fields = [...new Set([whole, giver].flatMap((one) => Object.keys(one.fields)))];
  const open = [...(await tx.outbox.openOf([giver.id, receiver.id])).values()].flat();
  const waiting = open.filter(({ entityId, operation }) => entityId === receiver.id || operation === 'update');
  tellDiffering(context, ledger, { entity: whole, records, open: waiting, fields });
}

/** As its contact had it before it was moved. */
function givenRecord({ record, link }: Giving['given'][number]): HeldRecord {
  const { how, linkedAt } = record.from ?? link;
  const from = { contact: link.entityId, how: link.how, linkedAt: link.linkedAt };
  return { system: record.system, id: record.id, how, linkedAt, from };
}

async function setFree(tx: Store, ledger: Ledger, giving: Giving): Promise<void> {
  for (const { link } of giving.given) {
    const snapshot = (await tx.snapshots.get(link.system, link.kind, [link.recordId])).get(link.recordId);
    if (!snapshot) throw new Error(`${link.system} ${link.recordId} is linked but was never seen`);
    const created = contactOfItsOwn(ledger, snapshot);
    await moveAlong(tx, ledger, giving, created, 'Its record is a contact of its own again');
  }
}

/** What hangs on the records, and what came with them. */
async function moveAlong(
  tx: Store,
  ledger: Ledger,
  { giver, back, given }: Giving,
  receiver: Entity,
  why: string,
): Promise<void> {
  const hangs = hangingOn(new Set(given.map(({ link }) => keyOf(link))));
  const touched = new Set<string>();
  for (const by of new Map(given.map((one) => [one.by.version, one.by])).values()) {
    const ids = await childrenTouched(tx, giver.id, by, ({ changes }) =>
      changes.some(({ field, before }) => field === 'contact' && before === receiver.id),
    );
    for (const id of ids) touched.add(id);
  }
  const fits: Parameters<typeof moveChildren>[2]['fits'] = (child, held) => touched.has(child.id) || hangs(child, held);
  await moveChildren(tx, ledger, { from: giver, to: receiver, why, fits });
  for (const { link } of given) ledger.event('UNLINKED', back, { system: link.system, message: why });
}
