import { idPrefix } from '../../base/id.ts';
import { models } from '../../model/index.ts';
import { type Kind, text } from '../../model/kind.ts';
import type { Entity } from '../../store/shapes.ts';
import { kindOfPrefix } from '../../sync/prefix.ts';
import type { GraphContext } from '../context.ts';
import { connection, type PageArgs, pageRequest } from '../pagination.ts';

const TYPES = { contact: 'Contact', task: 'Task', note: 'Note', appointment: 'Appointment', tag: 'Tag' } as const;

/** The graph's type name of an entity. */
export function typeOf(entity: Pick<Entity, 'kind'>): (typeof TYPES)[Kind] {
  return TYPES[entity.kind];
}

/** RFC 3339 in UTC of a time in milliseconds. */
export function instant(ms: number): string;
export function instant(ms: number | null): string | null;
export function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** The fields that all five types share. */
export const synced = {
  records: (entity: Entity, _: unknown, context: GraphContext) =>
    context.loaders.records.load(entity.id).then((records) => [...records]),
  conflicts: (entity: Entity, _: unknown, context: GraphContext) =>
    context.loaders.conflicts.load(entity.id).then((conflicts) => [...conflicts]),
  versions: async (entity: Entity, args: Pick<PageArgs, 'first' | 'after'>, context: GraphContext) => {
    const request = pageRequest(args, 'version');
    return connection(await context.sync.store.versions.page(entity.id, request), request, 'version', (item) => item);
  },
  createdAt: (entity: Entity) => instant(entity.createdAt),
  updatedAt: (entity: Entity) => instant(entity.updatedAt),
};

/** Resolvers of plain text fields. */
export function textFields<K extends string>(...fields: readonly K[]): Record<K, (entity: Entity) => string | null> {
  return Object.fromEntries(fields.map((field) => [field, (entity: Entity) => text(entity.fields, field)])) as Record<
    K,
    (entity: Entity) => string | null
  >;
}

/** Where the entity stands on a timeline. */
export function at(entity: Entity): string {
  return models[entity.kind].at(entity.fields) ?? instant(entity.createdAt);
}

/** The contact an entity belongs to; null where it has none or it was deleted. */
export function contactOf(entity: Entity, _: unknown, context: GraphContext): Promise<Entity | null> | null {
  return entity.contactId === null ? null : context.present(entity.contactId);
}

/** The living entity of that kind with that id, looked at in every system; null for other ids. */
export async function presentOf(context: GraphContext, kind: Kind, id: string): Promise<Entity | null> {
  return kindOfPrefix(idPrefix(id)) === kind ? context.present(id) : null;
}
