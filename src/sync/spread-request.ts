import { Problem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import type { Entity } from '../store/shapes.ts';
import type { Position, Store } from '../store/store.ts';
import type { Connection } from './connection.ts';
import type { Cause, SyncContext } from './context.ts';
import { openGate } from './gate.ts';
import { holdersOf } from './holder.ts';
import { Ledger } from './ledger.ts';
import { createWithChildren } from './place.ts';
import { readPolicies } from './policies.ts';

/** What is to be created where: these things, or (null) everything of the kind that the system does not hold. */
export interface SpreadRequest {
  readonly kind: Kind;
  readonly systems: readonly string[];
  readonly ids: readonly string[] | null;
}

const PAGE = 100;

/** Queues what a person asked for, a hundred things a transaction. Answers how many creations were queued. */
export async function spreadOnRequest(context: SyncContext, request: SpreadRequest, cause: Cause): Promise<number> {
  let queued = 0;
  for (const system of request.systems) {
    const connection = context.connections.get(system);
    if (!connection) throw new Problem('NOT_CONNECTED', `${system} is not connected`, 'never', { system });
    if (!connection.source.collections[request.kind]?.write?.create)
      throw new Problem('UNSUPPORTED', `${connection.name} cannot create ${request.kind}s through its API`, 'never', {
        system,
      });
    for await (const page of wanted(context.store, request, system)) {
      queued += await context.store.transaction((tx) => create(context, tx, connection, page, cause));
      context.wake();
    }
  }
  return queued;
}

async function* wanted(
  store: Store,
  { kind, ids }: SpreadRequest,
  missingIn: string,
): AsyncIterable<readonly Entity[]> {
  if (ids !== null) {
    yield [...(await store.entities.get(ids)).values()];
    return;
  }
  const query = { kind, missingIn, order: { by: 'createdAt', direction: 'asc' } } as const;
  for (let from: Position | null = null; ; ) {
    const page = await store.entities.page(query, { limit: PAGE, forward: true, from });
    yield page.items;
    from = page.positions.at(-1) ?? null;
    if (!page.more || from === null) return;
  }
}

async function create(
  context: SyncContext,
  tx: Store,
  connection: Connection,
  entities: readonly Entity[],
  cause: Cause,
): Promise<number> {
  const ledger = new Ledger(context, cause);
  const living = entities.filter(({ deletedAt }) => deletedAt === null);
  const holders = await holdersOf(tx, [
    ...new Set(living.flatMap(({ id, contactId }) => [id, ...(contactId ? [contactId] : [])])),
  ]);
  const keepers = (id: string) => holders.get(id) ?? new Set<string>();
  const place = {
    tx,
    ledger,
    connection,
    keepers,
    policies: await readPolicies(tx),
    gate: await openGate(tx),
    undecided: new Set<string>(),
  };
  let queued = 0;
  for (const entity of living.filter(({ id }) => !keepers(id).has(connection.id)))
    queued += await createWithChildren(place, entity);
  await ledger.flush(tx);
  return queued;
}
