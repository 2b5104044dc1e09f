import { Problem } from '../base/errors.ts';
import { models } from '../model/index.ts';
import { joined } from '../model/join.ts';
import { sameValue } from '../model/merge.ts';
import type { Conflict, Delivery, Entity, Link, LinkedRecord } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { moveChildren } from './children.ts';
import type { SyncContext } from './context.ts';
import { placeOf } from './dispatch.ts';
import { heldRecord, movedRecord, recordsChange } from './history.ts';
import { isKept } from './holder.ts';
import { mayHaveBeenTried } from './lease.ts';
import { type Ledger, writableFields } from './ledger.ts';
import { settleProposals } from './settle-proposals.ts';
import { tellDiffering } from './tell.ts';

/** Two living contacts that are one: `from` becomes part of `into`. */
export interface Join {
  readonly into: Entity;
  readonly from: Entity;
}

/**
 * Makes two contacts one and answers it: `into`'s values win and its blanks are filled, tags unite, records and children move,
 * what waited to be written for `from` is written for `into`, and every system that holds it is told where its record differs.
 * Reads the store, so the ledger is to be flushed before another join of one of the two.
 */
export async function joinContacts(context: SyncContext, tx: Store, ledger: Ledger, join: Join): Promise<Entity> {
  const { into, from } = join;
  const state = await load(tx, join);
  refuseWhileRemoving(state, from);
  const now = context.clock.now();
  const why = `Merged with ${from.id}`;
  const [own, given] = [state.links(into).map(heldRecord), state.links(from)];
  const moved = given.map((link) => movedRecord(link, now));
  const patch = joined(models.contact, into.fields, from.fields);
  const merged = ledger.change(into, patch, now, null, { changes: recordsChange(own, [...own, ...moved]), why });
  for (const link of given) ledger.link(merged, link, 'person');
  await moveChildren(tx, ledger, { from, to: merged, why });
  const left = recordsChange(given.map(heldRecord), []);
  ledger.remove(from, { into: into.id, changes: left, why: `Merged into ${into.id}` });
  ledger.event('MERGED', merged, { message: why });

  await settleProposals(tx, { from: from.id, into: into.id, at: now });
  const disputed = settleConflicts(ledger, state, join, merged);
  const kept = [...state.records(into), ...state.records(from)].filter(isKept);
  const coming = state.open(into).filter(({ operation, status }) => operation === 'create' && status === 'QUEUED');
  const expected = new Set([...kept, ...coming].map(({ system }) => system));
  await handOver(context, tx, ledger, { to: merged, open: state.open(from), expected });
  const fields = writableFields(merged).filter((field) => !disputed.has(field));
  const records = [...state.records(into), ...state.records(from)];
  // What is being written for `from` at this moment may still change its records.
  const open = [...state.open(into), ...state.open(from).filter(({ operation }) => operation === 'update')];
  tellDiffering(context, ledger, { entity: merged, records, open, fields });
  return merged;
}

/** What is known of the two contacts, by contact. */
interface State {
  links(contact: Entity): readonly Link[];
  records(contact: Entity): readonly LinkedRecord[];
  open(contact: Entity): readonly Delivery[];
  conflicts(contact: Entity): readonly Conflict[];
}

async function load(tx: Store, { into, from }: Join): Promise<State> {
  const ids = [into.id, from.id];
  const links = await tx.links.of(ids);
  const records = await tx.snapshots.ofEntities(ids);
  const open = await tx.outbox.openOf(ids);
  const conflicts = await tx.conflicts.of(ids);
  return {
    links: ({ id }) => links.get(id) ?? [],
    records: ({ id }) => records.get(id) ?? [],
    open: ({ id }) => open.get(id) ?? [],
    conflicts: ({ id }) => (conflicts.get(id) ?? []).filter((conflict) => conflict.open),
  };
}

/** A record that is being deleted for `from` must not be mistaken for one of `into`. */
function refuseWhileRemoving(state: State, from: Entity): void {
  const removal = state.open(from).find(({ operation, status }) => operation === 'remove' && status === 'QUEUED');
  if (!removal) return;
  const text = `${from.id} is being deleted in ${removal.system}; merge it when that is done or discarded`;
  throw new Problem('CONFLICT', text, 'later', { system: removal.system });
}

/** What waited for a contact that another one takes the place of. */
export interface Handover {
  readonly to: Entity;
  /** The unsettled deliveries of the one that ends. */
  readonly open: readonly Delivery[];
  /** The systems that keep the other one, or are about to. */
  readonly expected: ReadonlySet<string>;
}

/** Nothing that waited for a merged contact gets lost: what its systems hold is told by the other one, and what they miss is created from it. */
export async function handOver(context: SyncContext, tx: Store, ledger: Ledger, handover: Handover): Promise<void> {
  const { to, open } = handover;
  const expected = new Set(handover.expected);
  for (const delivery of open) {
    const { operation, system, attempts } = delivery;
    // A creation that may have been made goes on under its old key: it finds what it left, and that becomes the other contact's.
    if (operation === 'create' && delivery.status === 'QUEUED' && isUnderWay(context, delivery)) continue;
    const message = `Merged into ${to.id}, which is written instead`;
    const error = { code: 'CONFLICT' as const, message, retryable: false };
    await tx.outbox.settle(delivery.id, { status: 'SKIPPED', attempts, nextAttemptAt: null, error });
    const creates = context.connections.get(system)?.source.collections.contact?.write?.create;
    if (operation !== 'create' || expected.has(system) || !creates) continue;
    ledger.deliver(to, system, 'create', writableFields(to));
    expected.add(system);
  }
}

function isUnderWay(context: SyncContext, delivery: Delivery): boolean {
  return context.attempts.has(placeOf(delivery)) || mayHaveBeenTried(delivery, context.clock.now());
}

/**
 * Closes the conflicts that the merge decides; one about a value that came from `from` goes on as the merged contact's. Answers the
 * fields that are still in dispute.
 */
function settleConflicts(ledger: Ledger, state: State, { into, from }: Join, merged: Entity): ReadonlySet<string> {
  const disputed = new Set<string>();
  for (const conflict of [...state.conflicts(into), ...state.conflicts(from)]) {
    const { field } = conflict;
    const passes = conflict.entityId === from.id;
    const other = passes ? into : from;
    const named = field === 'identity' && conflict.values.some(({ value }) => value === other.id);
    const overruled = field !== 'identity' && passes && !sameValue(into.fields[field], null);
    if (named) ledger.resolve(conflict, merged, other.id);
    else if (overruled) ledger.resolve(conflict, merged, merged.fields[field] ?? null);
    else {
      disputed.add(field);
      if (passes) ledger.passOn(conflict, merged);
    }
  }
  return disputed;
}
