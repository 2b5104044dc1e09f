import { CHILD_KINDS, type Kind } from '../model/kind.ts';
import { belongs, type Policy, policyOf } from '../model/policy.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { childrenOf } from './children.ts';
import type { Connection } from './connection.ts';
import { type Gate, PUT_OFF_MS } from './gate.ts';
import { holdersOf } from './holder.ts';
import { type Ledger, writableFields } from './ledger.ts';

/** A system that something is to be created in, and what is known of who holds what. */
export interface Placement {
  readonly tx: Store;
  readonly ledger: Ledger;
  readonly connection: Connection;
  /** Entity id to the systems that hold it or are about to. */
  readonly keepers: (id: string) => ReadonlySet<string>;
  readonly policies: readonly Policy[];
  readonly gate: Gate;
  /** Contacts that may be one with another: they wait for a person, but not for ever. */
  readonly undecided: ReadonlySet<string>;
}

/**
 * Queues the creation where the system can make such a thing and holds the contact it belongs to, or is about to; put off while
 * the system is being read for the first time, and while a person has to decide who it is. Answers whether it was queued.
 */
export function createIn({ ledger, connection, keepers, gate, undecided }: Placement, entity: Entity): boolean {
  if (!connection.source.collections[entity.kind]?.write?.create) return false;
  const reachable = entity.contactId !== null && keepers(entity.contactId).has(connection.id);
  if (isChild(entity.kind) && !reachable) return false;
  const wait = gate.admits(connection.id, entity.kind) && !undecided.has(entity.id) ? 0 : PUT_OFF_MS;
  ledger.deliver(entity, connection.id, 'create', writableFields(entity), ledger.dueIn(wait));
  return true;
}

/** The same, and for a contact also of what belongs to it and, by policy, into that system. Answers how much was queued. */
export async function createWithChildren(place: Placement, entity: Entity): Promise<number> {
  if (!createIn(place, entity)) return 0;
  let queued = 1;
  if (entity.kind !== 'contact') return queued;
  const { tx, connection, policies } = place;
  for await (const children of childrenOf(tx, entity.id)) {
    const holders = await holdersOf(
      tx,
      children.map(({ id }) => id),
    );
    const keepers = (id: string) =>
      id === entity.id ? new Set([connection.id]) : (holders.get(id) ?? new Set<string>());
    for (const child of children) {
      const subject = { fields: child.fields, systems: keepers(child.id) };
      if (subject.systems.has(connection.id) || !belongs(policyOf(policies, connection.id, child.kind), subject))
        continue;
      if (createIn({ ...place, keepers }, child)) queued += 1;
    }
  }
  return queued;
}

function isChild(kind: Kind): boolean {
  return (CHILD_KINDS as readonly Kind[]).includes(kind);
}
