import type { Row, Table } from '../../simulator.ts';
import { type Document, decode, encode, isObjectId } from './ejson.ts';
import { compareValues } from './query.ts';
import type { Collection, Storage } from './storage.ts';
import type { World } from './world.ts';

/**
 * A collection as a person edits it: rows in extended JSON with a plain `id`, the gid or else the hex of `_id`. The
 * vendor stamps nothing, so an added row keeps the stamps it came with; a change moves `updated_at` and `version`.
 */
export function storageTable(world: World, storage: Storage, name: string): Table {
  const collection = () => storage.ensure(name);
  const locate = (id: string) => {
    const rows = collection();
    return rows.find({ gid: id })[0] ?? (isHex(id) ? rows.find({ _id: { $oid: id } })[0] : undefined);
  };
  return {
    list: () => collection().find({}).map(rowOf),
    get(id) {
      const doc = locate(id);
      return doc ? rowOf(doc) : null;
    },
    add: (row) => rowOf(collection().insert(fresh(collection(), row))),
    change(id, patch) {
      const before = locate(id);
      if (!before) return null;
      const { id: _, ...fields }: Row = { ...rowOf(before), ...patch, _id: before._id };
      const after = decode(fields) as Document;
      if (compareValues(after.updated_at, before.updated_at) === 0) after.updated_at = new Date(world.clock.now());
      if (after.version === before.version) after.version = Number(before.version ?? 0) + 1;
      collection().replace(before, after);
      return rowOf(after);
    },
    remove(id) {
      const doc = locate(id);
      if (doc) collection().remove(doc);
      return doc !== undefined;
    },
  };
}

function isHex(id: string): boolean {
  return /^[0-9a-f]{24}$/.test(id);
}

function rowOf(doc: Document): Row {
  const id = doc.gid ?? (isObjectId(doc._id) ? doc._id.$oid : doc._id);
  return { id: String(id), ...(encode(doc) as Row) };
}

/** A row to insert. One that was copied from another keeps neither its `_id` nor its gid. */
function fresh(collection: Collection, row: Row): Document {
  const { id, ...fields } = row;
  const doc = decode(fields) as Document;
  if (typeof id === 'string' && doc._id === undefined && doc.gid === undefined) {
    if (isHex(id)) doc._id = { $oid: id };
    else doc.gid = id;
  }
  if (doc._id !== undefined && collection.find({ _id: doc._id }).length > 0) delete doc._id;
  if (doc.gid !== undefined && collection.find({ gid: doc.gid }).length > 0) delete doc.gid;
  return doc;
}
