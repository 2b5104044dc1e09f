import { Problem } from '../../src/base/errors.ts';
import { models } from '../../src/model/index.ts';
import { CHILD_KINDS, type Fields, type Kind } from '../../src/model/kind.ts';
import { toEntity, toRecord } from '../../src/model/mapping.ts';
import { sameValue } from '../../src/model/merge.ts';
import type { Collection, NewRecord, SourceRecord, Writer } from '../../src/sources/source.ts';
import { type Connection, readOne, recordsOf } from './connection.ts';
import { sampleEntity, writable } from './samples.ts';

/** Something to be created: the fields it is to have, other values for those that can be changed, and the record that is asked for. */
export interface Wish {
  readonly entity: Fields;
  readonly other: Fields;
  readonly record: NewRecord;
}

/** Writes of one kind, in the graph's fields. */
export interface Writing {
  readonly collection: Collection;
  readonly writer: Writer;
  /** A wish unlike all before it. */
  wish(): Wish;
  create(wish: Wish): Promise<SourceRecord>;
  /** Creates as a delivery does: looks before it repeats. */
  createSurely(wish: Wish): Promise<SourceRecord>;
  update(previous: SourceRecord | null, patch: Fields): Promise<SourceRecord>;
  read(record: SourceRecord): Promise<SourceRecord | null>;
  /** The record's fields in the graph's words; null, empty and absent are the same nothing. */
  entity(record: SourceRecord | null | undefined): Fields;
  /** How many rows the vendor's tables have grown by, by table. */
  growth(act: () => Promise<unknown>): Promise<Record<string, number>>;
}

/** Prepares to write records of that kind. */
export async function writingOf(connection: Connection, kind: Kind): Promise<Writing> {
  const { definition, source, vendor } = connection;
  const collection = connection.collection(kind);
  const writer = collection.write;
  const mapping = definition.mapping[kind] ?? [];
  if (!writer?.create) throw new Error(`${definition.id} does not create ${kind}s`);
  const { create, update } = writer;
  const scanned = await recordsOf(collection);
  const contacts = source.collections.contact ? await recordsOf(source.collections.contact) : [];
  const isChild = (CHILD_KINDS as readonly Kind[]).includes(kind);
  let nth = 0;

  const sample = (version: number, accepted: readonly string[]) =>
    writable(mapping, sampleEntity(kind, [nth, version], scanned, mapping), accepted);
  const rows = () => Object.entries(vendor.tables).map(([name, table]) => [name, table.list().length] as const);

  return {
    collection,
    writer,
    wish() {
      nth += 1;
      const entity = sample(0, writer.creates);
      const owner = isChild ? contacts[nth % contacts.length]?.id : undefined;
      const record = {
        key: `key-${kind}-${nth}`,
        fields: toRecord(mapping, entity),
        ...(owner && { contactId: owner }),
      };
      return { entity, other: sample(1, writer.updates), record };
    },
    create: ({ record }) => create(record),
    async createSurely({ record }) {
      try {
        return await create(record);
      } catch (error) {
        if (!(error instanceof Problem) || error.retry === 'never') throw error;
        return (await writer.find?.(record)) ?? (await create(record));
      }
    },
    async update(previous, patch) {
      if (!update || !previous) throw new Error('There is nothing to update');
      const { id, contactId, fields } = previous;
      return update({ id, ...(contactId ? { contactId } : {}) }, toRecord(mapping, patch), fields);
    },
    read: (record) => readOne(collection, record),
    entity(record) {
      const fields = toEntity(models[kind], mapping, record?.fields ?? {});
      return Object.fromEntries(Object.entries(fields).filter(([, value]) => !sameValue(value, null)));
    },
    async growth(act) {
      const before = new Map(rows());
      await act();
      const grown = rows().map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
      return Object.fromEntries(grown.filter(([, count]) => count !== 0));
    },
  };
}
