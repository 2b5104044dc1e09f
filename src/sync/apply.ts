import { Problem } from '../base/errors.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { belongs, policyOf, whyNot } from '../model/policy.ts';
import type { Entity } from '../store/shapes.ts';
import type { Store } from '../store/store.ts';
import { removeChildren } from './children.ts';
import type { SyncContext } from './context.ts';
import { holdersOf } from './holder.ts';
import type { Ledger } from './ledger.ts';
import { readPolicies } from './policies.ts';
import { type RoutedChange, route } from './route.ts';
import { cameToBelong } from './spread.ts';

/** A caller's wish, already validated. `fields` holds only what is to be set; a null clears. */
export type Change =
  | {
      readonly operation: 'create';
      readonly kind: Kind;
      readonly fields: Fields;
      readonly contactId: string | null;
      /** A match key that no other entity may have, and the input field it comes from. */
      readonly unique?: { readonly key: string; readonly field: string };
    }
  | { readonly operation: 'update'; readonly entityId: string; readonly fields: (entity: Entity) => Fields }
  | { readonly operation: 'remove'; readonly entityId: string };

/** One thing that a mutation changed: as it was (null: there was none) and as it left it. */
export interface Touched {
  readonly before: Entity | null;
  readonly after: Entity;
}

/** Enters a change into the ledger with its deliveries. Answers what it touched, the entity it is about first. */
export async function apply(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  change: Change,
  systems: readonly string[] | null,
): Promise<readonly [Touched, ...Touched[]]> {
  const now = context.clock.now();
  if (change.operation === 'create') {
    if (change.unique) await refuseTwins(tx, change.kind, change.unique);
    const after = ledger.create(change.kind, change.fields, change.contactId, now);
    await tell(context, tx, ledger, { entity: after, before: after, operation: 'create', fields: [], systems });
    return [{ before: null, after }];
  }
  const before = await living(tx, change.entityId);
  if (change.operation === 'update') {
    const patch = change.fields(before);
    const after = ledger.change(before, patch, now);
    const fields = Object.keys(patch);
    await tell(context, tx, ledger, { entity: after, before, operation: 'update', fields, systems });
    await closeConflicts(tx, ledger, after, fields);
    return [{ before, after }];
  }
  const holders = await tell(context, tx, ledger, { entity: before, before, operation: 'remove', fields: [], systems });
  // What other systems go on holding is only gone from those that were named.
  if (systems && [...holders].some((system) => !systems.includes(system))) return [{ before, after: before }];
  const after = ledger.remove(before);
  const children = before.kind === 'contact' ? await removeChildren(context, tx, ledger, before.id) : [];
  return [{ before, after }, ...children];
}

/** A caller who sets a field has decided what was in dispute about it. */
async function closeConflicts(tx: Store, ledger: Ledger, entity: Entity, fields: readonly string[]): Promise<void> {
  const all = (await tx.conflicts.of([entity.id])).get(entity.id) ?? [];
  for (const conflict of all.filter(({ open, field }) => open && fields.includes(field)))
    ledger.resolve(conflict, entity, entity.fields[conflict.field] ?? null);
}

async function refuseTwins(tx: Store, kind: Kind, { key, field }: { key: string; field: string }): Promise<void> {
  const [twin] = (await tx.entities.byMatchKeys(kind, [key])).get(key) ?? [];
  if (twin === undefined) return;
  const text = `${field} is that of ${kind} ${twin}; change that one instead`;
  throw new Problem('DUPLICATE', text, 'never', { path: ['input', field] });
}

type Told = Pick<RoutedChange, 'entity' | 'operation' | 'fields'> & {
  readonly systems: readonly string[] | null;
  readonly before: Entity;
};

/** Routes the change to its systems; answers those that hold the entity. */
async function tell(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  { systems, ...change }: Told,
): Promise<ReadonlySet<string>> {
  const { id, contactId } = change.entity;
  const found = await holdersOf(tx, contactId === null ? [id] : [id, contactId]);
  const keepers = found.get(id) ?? new Set();
  const reachable = contactId === null ? null : (found.get(contactId) ?? new Set());
  const policies = await readPolicies(tx);
  const { entity, before } = change;
  const routed: RoutedChange = {
    ...change,
    context,
    ledger,
    keepers,
    reachable,
    named: systems !== null,
    barred(system) {
      const policy = policyOf(policies, system, entity.kind);
      return belongs(policy, { fields: entity.fields, systems: keepers }) ? null : whyNot(policy);
    },
    cameToBelong: (system) => cameToBelong(policies, system, entity, before.fields, keepers),
  };
  for (const system of systems ?? context.connections.keys()) route(routed, system);
  return keepers;
}

async function living(tx: Store, id: string): Promise<Entity> {
  const entity = (await tx.entities.get([id])).get(id);
  if (entity && entity.deletedAt === null) return entity;
  throw new Problem('NOT_FOUND', `There is nothing with the id ${id}`, 'never');
}
