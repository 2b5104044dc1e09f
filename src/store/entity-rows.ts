import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import { models } from '../model/index.ts';
import type { Kind } from '../model/kind.ts';
import { decode } from './rows.ts';
import { searchText } from './search.ts';
import type { Entity } from './shapes.ts';
import type { EntityKeyTable, EntityTable } from './tables.ts';

/** Fits an index entry of PostgreSQL (2,700 bytes) together with the rest of its key. */
const LONGEST_KEY = 200;
const LONGEST_LABEL = 200;

/** What a key is for; a match key may serve as a filter too. */
export const KEY_USES = { filter: 0, match: 1, suggest: 2 } as const;

/** The columns an entity is made of. */
export type EntityRow = Pick<
  EntityTable,
  'id' | 'kind' | 'version' | 'fields' | 'stamps' | 'contact_id' | 'created_at' | 'updated_at' | 'deleted_at'
>;

/** The entity's row, with what lists order, filter and search by; a deleted one is not searchable. */
export function toEntityRow(workspace: string, entity: Entity): Insertable<EntityTable> {
  const model = models[entity.kind];
  const at = millis(model.at(entity.fields));
  return {
    workspace,
    id: entity.id,
    kind: entity.kind,
    version: entity.version,
    fields: JSON.stringify(entity.fields),
    stamps: JSON.stringify(entity.stamps),
    contact_id: entity.contactId,
    label: model.label(entity.fields).toLowerCase().replaceAll('\0', '').slice(0, LONGEST_LABEL),
    search: entity.deletedAt === null ? searchText(model, entity.fields) : '',
    at,
    sorted_at: at ?? entity.createdAt,
    state: model.state(entity.fields),
    created_at: entity.createdAt,
    updated_at: entity.updatedAt,
    deleted_at: entity.deletedAt,
  };
}

/** The entity of a row. */
export function toEntity(row: EntityRow): Entity {
  return {
    id: row.id,
    kind: row.kind as Kind,
    version: row.version,
    fields: decode(row.fields),
    stamps: decode(row.stamps),
    contactId: row.contact_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

/** The keys an entity is matched and filtered by; none for a deleted one. */
export function toKeyRows(workspace: string, entity: Entity): EntityKeyTable[] {
  if (entity.deletedAt !== null) return [];
  const model = models[entity.kind];
  const uses = [
    ...model.filterKeys(entity.fields).map((key) => ({ key, use: KEY_USES.filter })),
    ...(model.suggestKeys?.(entity.fields) ?? []).map((key) => ({ key, use: KEY_USES.suggest })),
    ...model.matchKeys(entity.fields).map((key) => ({ key, use: KEY_USES.match })),
  ];
  const useOf = new Map(uses.map(({ key, use }) => [storedKey(key), use]));
  return [...useOf].map(([key, matching]) => ({ workspace, kind: entity.kind, key, entity_id: entity.id, matching }));
}

/** A key as the index holds it: long ones are shortened, with a hash that keeps them apart. */
export function storedKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  return `${key.slice(0, LONGEST_KEY - 65)}#${createHash('sha256').update(key).digest('hex')}`;
}

function millis(time: string | null): number | null {
  const ms = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(ms) ? null : ms;
}
