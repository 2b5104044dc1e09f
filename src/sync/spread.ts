import { belongs, type Policy, policyOf } from '../model/policy.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import type { SyncContext } from './context.ts';
import type { Gate } from './gate.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';
import { createIn, createWithChildren, type Placement } from './place.ts';
import { undecided } from './plan.ts';
import { readPolicies } from './policies.ts';
import type { Correction } from './world.ts';
import { isToldOf } from './writable.ts';

/** What is known of the change that is passed on; `corrections` are the disputes in which the origin's word did not count. */
export interface Spread {
  readonly origin: string;
  readonly gate: Gate;
  readonly corrections: ReadonlyMap<string, Correction>;
  /** Ids of entities that are seen for the first time and yet not new: they are not created anywhere. */
  readonly old: ReadonlySet<string>;
}

/**
 * Queues what systems must be told: the fields of what changed, for those that hold it; a creation of what is new, or has come
 * to belong there, by policy. The origin itself is told where its word did not count.
 */
export async function spread(context: SyncContext, tx: Store, ledger: Ledger, how: Spread): Promise<void> {
  const changed = ledger.changedFields();
  const fresh = ledger.fresh().filter(({ id }) => !how.old.has(id));
  correctOrigin(context, ledger, how);
  if (changed.length === 0 && fresh.length === 0) return;
  const holders = await holdersOf(tx, idsOf([...changed.map(({ entity }) => entity), ...fresh]));
  const keepers = (id: string) => holders.get(id) ?? new Set<string>();
  const policies = await readPolicies(tx);
  const contacts = contactIdsOf([...fresh, ...changed.map(({ entity }) => entity)]);
  const open = new Set([...(await undecided(tx, contacts)), ...ledger.unclear()]);
  const isFresh = new Set(fresh.map(({ id }) => id));
  for (const connection of context.connections.values()) {
    if (connection.id === how.origin) continue;
    const place: Placement = { tx, ledger, connection, keepers, policies, gate: how.gate, undecided: open };
    for (const { entity, before, fields } of changed) {
      if (keepers(entity.id).has(connection.id)) tell(place, entity, fields);
      else if (!isFresh.has(entity.id) && cameToBelong(policies, connection.id, entity, before, keepers(entity.id)))
        await createWithChildren(place, entity);
    }
    for (const entity of fresh) {
      const subject = { fields: entity.fields, systems: keepers(entity.id) };
      const isHeld = keepers(entity.id).has(connection.id);
      if (!isHeld && belongs(policyOf(policies, connection.id, entity.kind), subject)) createIn(place, entity);
    }
  }
}

function correctOrigin(context: SyncContext, ledger: Ledger, { origin, corrections }: Spread): void {
  const connection = context.connections.get(origin);
  if (!connection) return;
  for (const { entity, fields } of corrections.values()) tell({ ledger, connection }, entity, fields);
}

function tell(
  { ledger, connection }: Pick<Placement, 'ledger' | 'connection'>,
  entity: Entity,
  fields: readonly string[],
) {
  const told = fields.filter((field) => isToldOf(connection, entity.kind, field));
  if (told.length > 0) ledger.deliver(entity, connection.id, 'update', told);
}

function contactIdsOf(entities: readonly Entity[]): string[] {
  return entities.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
}

function idsOf(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap(({ id, contactId }) => (contactId === null ? [id] : [id, contactId])))];
}

/** True if the system's policy asks a condition that this change has made true. */
export function cameToBelong(
  policies: readonly Policy[],
  system: string,
  after: Entity,
  before: Entity['fields'],
  systems: ReadonlySet<string>,
): boolean {
  const policy = policyOf(policies, system, after.kind);
  if (policy.spread !== 'rule' || belongs(policy, { fields: before, systems })) return false;
  return belongs(policy, { fields: after.fields, systems });
}
