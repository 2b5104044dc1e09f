import { Problem } from '../base/errors.ts';
import type { Kind } from '../model/kind.ts';
import type { Entity } from '../store/shapes.ts';
import type { EntityQuery, PageResult } from '../store/store.ts';
import type { GraphContext } from './context.ts';
import { isChildKind } from './context.ts';
import { badInput } from './errors.ts';
import { type Connection, connection, type PageArgs, pageRequest } from './pagination.ts';

/** A top-level list of entities: the store's page, each entity looked at in the systems that hold it. */
export async function entityList(
  context: GraphContext,
  query: EntityQuery,
  args: PageArgs,
): Promise<Connection<Entity>> {
  for (const system of [query.system, query.missingIn]) if (system !== undefined) knownSystem(context, system);
  const list = listName(query);
  const request = pageRequest(args, list);
  const page = await context.sync.store.entities.page(query, request);
  return connection(await asPresent(context, page), request, list, (entity) => entity);
}

/** The children of one contact, batched with those of the other contacts in the answer. */
export async function childList(
  context: GraphContext,
  contactId: string,
  query: EntityQuery,
  args: PageArgs,
): Promise<Connection<Entity>> {
  if (!isChildKind(query.kind)) throw new Problem('INTERNAL', `${query.kind} is not a child kind`);
  const list = listName(query);
  const request = pageRequest(args, list);
  const page = await context.childrenOf(contactId, query.kind, query, request);
  return connection(page, request, list, (entity) => entity);
}

/** The page with every entity as it is after a look at the systems; one that turned out to be deleted is left out. */
async function asPresent(context: GraphContext, page: PageResult<Entity>): Promise<PageResult<Entity>> {
  for (const entity of page.items) context.loaders.entity.prime(entity.id, entity);
  const current = await Promise.all(page.items.map((entity) => context.present(entity.id)));
  const kept = page.items.flatMap((_, i) => {
    const [entity, position] = [current[i], page.positions[i]];
    return entity && position ? [{ entity, position }] : [];
  });
  return { ...page, items: kept.map(({ entity }) => entity), positions: kept.map(({ position }) => position) };
}

/** A cursor is good for lists of the same kind and order. */
function listName(query: EntityQuery): string {
  return `${query.kind} ${query.order?.by ?? 'label'} ${query.order?.direction ?? 'asc'}`;
}

/** Refuses an id that names no system. */
export function knownSystem(context: GraphContext, id: string): void {
  const known = context.sync.systems.map((system) => system.id);
  if (!known.includes(id))
    throw badInput(`"${id}" is not a system; the systems are ${known.join(', ')}`, ['filter', 'system']);
}

/** The order by time that children and timelines use. */
export function byTime(kind: Kind, direction: 'asc' | 'desc'): EntityQuery {
  return { kind, order: { by: 'at', direction } };
}

/** A query without the restrictions that the caller left out. */
export function restrict(
  query: EntityQuery,
  parts: { [K in keyof EntityQuery]?: EntityQuery[K] | null | undefined },
): EntityQuery {
  const given = Object.entries(parts).filter(([, value]) => value !== null && value !== undefined);
  return { ...query, ...Object.fromEntries(given) };
}
