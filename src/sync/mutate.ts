import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { canonical } from '../model/merge.ts';
import type { Delivery, Entity, Store } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverNow, stored } from './deliver.ts';
import { Ledger, writableFields } from './ledger.ts';
import { canWrite } from './spread.ts';
import { ensureTags } from './tags.ts';
import { undo } from './undo.ts';
import { notHeld } from './write.ts';

/** A caller's wish, already validated. `fields` holds only what is to be set; a null clears. */
export type Change =
  | { readonly operation: 'create'; readonly kind: Kind; readonly fields: Fields; readonly contactId: string | null }
  | { readonly operation: 'update'; readonly entityId: string; readonly fields: (entity: Entity) => Fields }
  | { readonly operation: 'remove'; readonly entityId: string };

/** How a change is to be written through. */
export interface MutationOptions {
  /** System ids; null: for a creation all connected ones, else those that hold the entity. */
  readonly systems: readonly string[] | null;
  readonly idempotencyKey: string | null;
  readonly waitFor: 'ACCEPTED' | 'FIRST_ATTEMPT';
  readonly onFailure: 'RETRY' | 'UNDO';
  readonly actor: string | null;
  readonly correlationId: string;
  /** What the caller sent, to tell a repeated request from another one under the same key. */
  readonly request: unknown;
}

/** What came of a mutation: its entity and the correlation id under which its receipts are found. */
export interface Mutated {
  readonly entityId: string;
  readonly correlationId: string;
}

/**
 * Takes a change in: version, deliveries and event in one transaction, then a first attempt at every system at once. A repeated
 * idempotency key answers what came of the first; with another input it is refused with CONFLICT.
 */
export async function mutate(context: SyncContext, change: Change, options: MutationOptions): Promise<Mutated> {
  const cause: Cause = { origin: 'gateway', actor: options.actor, runId: null, correlationId: options.correlationId };
  const accepted = await context.store.transaction(async (tx) => {
    const earlier = await replayed(tx, options);
    if (earlier) return { ...earlier, before: null, deliveries: [] };
    const ledger = new Ledger(context, cause);
    const { entity, before } = await apply(context, tx, ledger, change, options.systems);
    if (change.operation !== 'remove') await ensureTags(tx, ledger, [entity], context.clock.now());
    await ledger.flush(tx);
    await remember(tx, options, entity.id, context.clock.now());
    return { entityId: entity.id, correlationId: options.correlationId, before, deliveries: ledger.deliveries };
  });
  const queued = accepted.deliveries.filter((delivery) => delivery.status === 'QUEUED').map((delivery) => delivery.id);
  if (options.waitFor === 'FIRST_ATTEMPT') await deliverNow(context, queued);
  if (options.onFailure === 'UNDO' && accepted.deliveries.length > 0) await undo(context, accepted, cause);
  context.wake();
  return { entityId: accepted.entityId, correlationId: accepted.correlationId };
}

async function replayed(tx: Store, options: MutationOptions): Promise<Mutated | null> {
  if (options.idempotencyKey === null) return null;
  const reply = await tx.replies.get(options.idempotencyKey);
  if (!reply) return null;
  if (reply.requestHash !== requestHash(options)) {
    throw new Problem(
      'CONFLICT',
      'This idempotencyKey was used for another input; use a new key for a new wish',
      'never',
      {
        path: ['input', 'idempotencyKey'],
      },
    );
  }
  return { entityId: reply.entityId, correlationId: reply.correlationId };
}

async function remember(tx: Store, options: MutationOptions, entityId: string, at: number): Promise<void> {
  if (options.idempotencyKey === null) return;
  const { idempotencyKey: key, correlationId } = options;
  await tx.replies.add({ key, requestHash: requestHash(options), entityId, correlationId, at });
}

function requestHash(options: MutationOptions): string {
  return createHash('sha256').update(canonical(options.request)).digest('base64url');
}

interface Applied {
  readonly entity: Entity;
  /** The entity as it was; null where there was none. */
  readonly before: Entity | null;
}

async function apply(
  context: SyncContext,
  tx: Store,
  ledger: Ledger,
  change: Change,
  systems: readonly string[] | null,
): Promise<Applied> {
  const now = context.clock.now();
  if (change.operation === 'create') {
    const entity = ledger.create(change.kind, change.fields, change.contactId, now);
    const targets = systems ?? [...context.connections.keys()];
    for (const id of targets) deliverCreate(context, ledger, entity, id);
    return { entity, before: null };
  }
  const before = await living(tx, change.entityId);
  const holders = await holdersOf(tx, before.id);
  const entity =
    change.operation === 'remove' ? ledger.remove(before) : ledger.change(before, change.fields(before), now);
  const fields = Object.keys(change.operation === 'update' ? change.fields(before) : {});
  for (const id of systems ?? context.connections.keys()) {
    if (change.operation === 'remove') deliverRemove(context, ledger, entity, id, holders);
    else deliverUpdate(context, ledger, entity, id, fields, holders, systems !== null);
  }
  return { entity, before };
}

async function living(tx: Store, id: string): Promise<Entity> {
  const entity = (await tx.entities.get([id])).get(id);
  if (entity && entity.deletedAt === null) return entity;
  throw new Problem('NOT_FOUND', `There is nothing with the id ${id}`, 'never');
}

async function holdersOf(tx: Store, entityId: string): Promise<Set<string>> {
  const records = (await tx.snapshots.ofEntities([entityId])).get(entityId) ?? [];
  return new Set(records.filter((record) => record.deletedAt === null).map((record) => record.system));
}

function deliverCreate(context: SyncContext, ledger: Ledger, entity: Entity, system: string): Delivery {
  const connection = context.connections.get(system);
  if (!connection?.source.collections[entity.kind]?.write?.create)
    return refuse(context, ledger, entity, system, 'create');
  return ledger.deliver(entity, system, 'create', writableFields(entity));
}

function deliverRemove(
  context: SyncContext,
  ledger: Ledger,
  entity: Entity,
  system: string,
  holders: ReadonlySet<string>,
): void {
  const connection = context.connections.get(system);
  if (connection && !holders.has(system)) {
    ledger.deliver(entity, system, 'remove', [], { status: 'SKIPPED', nextAttemptAt: null });
    return;
  }
  if (!connection?.source.collections[entity.kind]?.write?.remove) refuse(context, ledger, entity, system, 'remove');
  else ledger.deliver(entity, system, 'remove', []);
}

function deliverUpdate(
  context: SyncContext,
  ledger: Ledger,
  entity: Entity,
  system: string,
  fields: readonly string[],
  holders: ReadonlySet<string>,
  named: boolean,
): void {
  const connection = context.connections.get(system);
  if (connection && !holders.has(system)) {
    if (named) deliverCreate(context, ledger, entity, system);
    else
      ledger.deliver(entity, system, 'update', fields, {
        status: 'SKIPPED',
        error: stored(notHeld(connection)),
        nextAttemptAt: null,
      });
    return;
  }
  const unsupportedFields = connection
    ? fields.filter((field) => !canWrite(connection, entity.kind, field, 'updates'))
    : fields;
  const writes = connection?.source.collections[entity.kind]?.write?.update;
  if (!writes || (fields.length > 0 && unsupportedFields.length === fields.length)) {
    refuse(context, ledger, entity, system, 'update', unsupportedFields);
  } else ledger.deliver(entity, system, 'update', fields, { unsupportedFields });
}

/** A receipt that says at once what this system cannot do. */
function refuse(
  context: SyncContext,
  ledger: Ledger,
  entity: Entity,
  system: string,
  operation: Delivery['operation'],
  unsupportedFields: readonly string[] = [],
): Delivery {
  const name = context.systems.find((candidate) => candidate.id === system)?.name ?? system;
  const problem = context.connections.has(system)
    ? new Problem(
        'UNSUPPORTED',
        `${name} cannot ${operation} this ${entity.kind}${listed(unsupportedFields)} through its API`,
      )
    : new Problem('NOT_CONNECTED', `${name} is not connected; set its environment variables and restart`);
  const status = context.connections.has(system) ? 'UNSUPPORTED' : 'FAILED';
  return ledger.deliver(entity, system, operation, [], {
    status,
    error: stored(problem),
    unsupportedFields,
    nextAttemptAt: null,
  });
}

function listed(fields: readonly string[]): string {
  return fields.length > 0 ? ` (${fields.join(', ')})` : '';
}
