import { createHash } from 'node:crypto';
import { Problem } from '../base/errors.ts';
import type { Fields, Kind } from '../model/kind.ts';
import { canonical } from '../model/merge.ts';
import type { Entity, Store } from '../store/store.ts';
import type { Cause, SyncContext } from './context.ts';
import { deliverNow } from './deliver.ts';
import { holders } from './holder.ts';
import { Ledger } from './ledger.ts';
import { route } from './route.ts';
import { ensureTags } from './tags.ts';
import { undo } from './undo.ts';

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
  const named = systems !== null;
  const targets = systems ?? [...context.connections.keys()];
  if (change.operation === 'create') {
    const entity = ledger.create(change.kind, change.fields, change.contactId, now);
    const reachable = change.contactId === null ? null : await holdersOf(tx, change.contactId, 'or will');
    const wish = {
      context,
      ledger,
      entity,
      operation: 'create',
      fields: [],
      keepers: new Set<string>(),
      reachable,
      named,
    } as const;
    for (const system of targets) route(wish, system);
    return { entity, before: null };
  }
  const before = await living(tx, change.entityId);
  const keepers = await holdersOf(tx, before.id);
  const reachable = before.contactId === null ? null : await holdersOf(tx, before.contactId, 'or will');
  const patch = change.operation === 'update' ? change.fields(before) : {};
  const entity = change.operation === 'remove' ? ledger.remove(before) : ledger.change(before, patch, now);
  const wish = {
    context,
    ledger,
    entity,
    operation: change.operation,
    fields: Object.keys(patch),
    keepers,
    reachable,
    named,
  };
  for (const system of targets) route(wish, system);
  return { entity, before };
}

async function living(tx: Store, id: string): Promise<Entity> {
  const entity = (await tx.entities.get([id])).get(id);
  if (entity && entity.deletedAt === null) return entity;
  throw new Problem('NOT_FOUND', `There is nothing with the id ${id}`, 'never');
}

/** The systems that hold an entity; 'or will' adds those it is on its way to. */
async function holdersOf(tx: Store, entityId: string, which?: 'or will'): Promise<Set<string>> {
  const found = holders((await tx.snapshots.ofEntities([entityId])).get(entityId) ?? []);
  if (which !== 'or will') return found;
  const open = (await tx.outbox.openOf([entityId])).get(entityId) ?? [];
  const coming = open.filter((delivery) => delivery.status === 'QUEUED' && delivery.operation === 'create');
  return new Set([...found, ...coming.map((delivery) => delivery.system)]);
}
