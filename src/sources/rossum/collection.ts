import { validate as isUuid, v5 as uuidV5 } from 'uuid';
import type { Clock } from '../../base/clock.ts';
import { Problem, toProblem } from '../../base/errors.ts';
import type { Fields, Kind } from '../../model/kind.ts';
import { differences } from '../../model/merge.ts';
import type { Collection, NewRecord, RecordRef, SourceRecord, Writer } from '../source.ts';
import { scanRows } from './changes.ts';
import { date, decode, idsOf } from './ejson.ts';
import { rowFields } from './field.ts';
import { decodeRow, encodePatch, encodeRow, holds, isRowId, type RowShape } from './row.ts';
import type { Row, Storage } from './storage.ts';

/** A collection of rows, which can do everything a writer may. */
export interface RowCollection extends Collection {
  readonly describe: NonNullable<Collection['describe']>;
  readonly listFor: (contactIds: readonly string[]) => Promise<readonly (readonly SourceRecord[] | Error)[]>;
  readonly write: Required<Writer>;
}

const CHUNK = 500;
const OWN_NAME = 'tributary';
const GID_NAMESPACE = '5f0c1f5e-6b0a-4f0e-9a43-5d1b0f2c7e11';
const NOTE =
  'Kept in a Data Storage collection: rows that a file upload brought carry no time of change and are only seen by a full scan';

/** The Data Storage home of one kind: rows read by id, by contact and by change, and written under a version guard. */
export function rowCollection(kind: Kind, storage: Storage, shape: RowShape, clock: Clock): RowCollection {
  const fields = [...Object.keys(shape.columns), ...(shape.custom ? ['custom.*'] : [])];
  return {
    covers: 'changes',
    note: NOTE,
    describe: () => rowFields(kind, shape, storage),
    read: (refs) => readRows(storage, shape, refs),
    scan: (cursor) => scanRows(storage, shape, clock, cursor),
    listFor: (contactIds) => rowsOfContacts(storage, shape, contactIds),
    write: {
      creates: fields,
      updates: fields,
      callsPerUpdate: 2,
      create: (record) => createRow(storage, shape, clock, record),
      find: ({ key }) => readRow(storage, shape, gidOf(key)),
      update: (ref, patch, previous) => updateRow(storage, shape, clock, ref, patch, previous),
      remove: (ref) => removeRow(storage, clock, ref),
    },
  };
}

async function readRows(storage: Storage, shape: RowShape, refs: readonly RecordRef[]) {
  const wanted = [...new Set(refs.map((ref) => ref.id).filter(isRowId))];
  const found = new Map<string, SourceRecord | Problem>();
  await eachChunk(wanted, async (ids) => {
    try {
      for (const row of await storage.find({ query: identity(ids) })) {
        const record = decodeRow(shape, row);
        // A row that has been given a gid since it was first seen still answers to the id it was known by.
        const rowId = String(decode(row._id));
        if (record) found.set(rowId, { ...record, id: rowId }).set(record.id, record);
      }
    } catch (error) {
      for (const id of ids) found.set(id, toProblem(error));
    }
  });
  return refs.map((ref) => (isRowId(ref.id) ? (found.get(ref.id) ?? null) : badId()));
}

async function readRow(storage: Storage, shape: RowShape, id: string): Promise<SourceRecord | null> {
  const [record = null] = await readRows(storage, shape, [{ id }]);
  if (record instanceof Error) throw record;
  return record;
}

/** Soft-deleted rows are among them, marked so: leaving them out would look as if they had never been asked for. */
async function rowsOfContacts(storage: Storage, shape: RowShape, contactIds: readonly string[]) {
  const byContact = new Map<string, SourceRecord[] | Problem>(contactIds.map((id) => [id, []]));
  await eachChunk([...byContact.keys()], async (ids) => {
    try {
      for (const row of await storage.find({ query: { contact_gid: { $in: ids } } })) {
        const record = decodeRow(shape, row);
        const list = byContact.get(record?.contactId ?? '');
        if (record && Array.isArray(list)) list.push(record);
      }
    } catch (error) {
      for (const id of ids) byContact.set(id, toProblem(error));
    }
  });
  return contactIds.map((id) => byContact.get(id) ?? []);
}

async function createRow(storage: Storage, shape: RowShape, clock: Clock, record: NewRecord): Promise<SourceRecord> {
  const twin = await findTwin(storage, shape, record.fields);
  if (twin) return adoptRow(storage, shape, clock, twin, record.fields);
  const gid = gidOf(record.key);
  const now = date(clock.now());
  const row: Row = {
    ...encodeRow(shape, record.fields),
    gid,
    ...(record.contactId === undefined ? {} : { contact_gid: record.contactId }),
    created_at: now,
    updated_at: now,
    updated_by: OWN_NAME,
    deleted_at: null,
    version: 1,
  };
  try {
    await storage.insert(row);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'DUPLICATE') throw error;
    const earlier = await readRow(storage, shape, gid);
    if (!earlier) throw error;
    return earlier.deleted ? restoreRow(storage, shape, clock, record, earlier) : earlier;
  }
  // The store keeps a row as it was sent, so what it now holds is known without asking.
  const held = decodeRow(shape, { ...row, _id: gid });
  if (!held) throw new Problem('INTERNAL', 'A row for Rossum could not be made');
  return held;
}

/** The one living row with the same e-mail and last name, whoever put it there; null where there is none or several. */
async function findTwin(storage: Storage, shape: RowShape, fields: Fields): Promise<SourceRecord | null> {
  const { email, last_name: name } = fields;
  if (!('email' in shape.columns) || typeof email !== 'string' || typeof name !== 'string') return null;
  const rows = (await storage.find({ query: { email } })).map((row) => decodeRow(shape, row));
  const isTwin = (row: SourceRecord) =>
    !row.deleted && String(row.fields.last_name).toLowerCase() === name.toLowerCase();
  const twins = rows.filter((row) => row !== null && isTwin(row));
  return twins.length === 1 ? (twins[0] ?? null) : null;
}

/** A row that was entered at the same time as the same person elsewhere: what was to be created is written over it, clearing nothing. */
async function adoptRow(storage: Storage, shape: RowShape, clock: Clock, twin: SourceRecord, wanted: Fields) {
  const filled = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
  const patch = differences(twin.fields, filled);
  const row = Object.keys(patch).length === 0 ? twin : await updateRow(storage, shape, clock, twin, patch, twin.fields);
  return { ...row, adopted: true } as const;
}

/** A row is never made twice: one that was marked as deleted says again what it is to say, and nothing else. */
async function restoreRow(
  storage: Storage,
  shape: RowShape,
  clock: Clock,
  record: NewRecord,
  { id, fields: { version = null, ...left } }: SourceRecord,
): Promise<SourceRecord> {
  const cleared = Object.fromEntries(Object.keys(left).map((field) => [field, null]));
  const counted = typeof version === 'number';
  await storage.update(
    { ...identity([id]), version },
    {
      $set: {
        ...encodePatch(shape, { ...cleared, ...record.fields }),
        ...(record.contactId === undefined ? {} : { contact_gid: record.contactId }),
        updated_at: date(clock.now()),
        updated_by: OWN_NAME,
        deleted_at: null,
        ...(counted ? {} : { version: 1 }),
      },
      ...(counted ? { $inc: { version: 1 } } : {}),
    },
  );
  const restored = await readRow(storage, shape, id);
  if (restored && !restored.deleted) return restored;
  throw new Problem('CONFLICT', `Row ${id} was changed in Rossum while it was restored`, 'later', { system: 'rossum' });
}

/**
 * Guarded by the version last seen. The call may have been repeated after a lost answer, so a row that does not match
 * any more but holds all that was to be written counts as written.
 */
async function updateRow(
  storage: Storage,
  shape: RowShape,
  clock: Clock,
  ref: RecordRef,
  patch: Fields,
  previous: Fields,
): Promise<SourceRecord> {
  if (!isRowId(ref.id)) throw badId();
  const version = previous.version;
  const guard: Row = version === undefined ? {} : { version };
  const stamps = { updated_at: date(clock.now()), updated_by: OWN_NAME };
  // Counting up fails on a row whose version is no number: uploads drop it or make a text of it.
  const counted = typeof version === 'number' || version === undefined;
  const matched = await storage.update(
    { ...identity([ref.id]), ...guard },
    {
      $set: { ...encodePatch(shape, patch), ...stamps, ...(counted ? {} : { version: 1 }) },
      ...(counted ? { $inc: { version: 1 } } : {}),
    },
  );
  const now = await readRow(storage, shape, ref.id);
  const about = { system: 'rossum', recordId: ref.id };
  if (!now || (now.deleted && !matched))
    throw new Problem('NOT_FOUND', `Rossum has no row ${ref.id} any more`, 'never', about);
  if (matched || holds(shape, now.fields, patch)) return now;
  throw new Problem('CONFLICT', `Row ${ref.id} was changed in Rossum after it was last read`, 'later', about);
}

/** Marks the row as deleted, so that others who read the collection see that it is gone. */
async function removeRow(storage: Storage, clock: Clock, ref: RecordRef): Promise<void> {
  if (!isRowId(ref.id)) throw badId();
  const now = date(clock.now());
  const stamps = { deleted_at: now, updated_at: now, updated_by: OWN_NAME };
  await storage.update(identity([ref.id]), { $set: stamps, $inc: { version: 1 } });
}

/** Rows by record id: the gid, or the `_id` of rows that were not made by a gateway. */
function identity(ids: readonly string[]): Row {
  return { $or: [{ gid: { $in: ids } }, { _id: { $in: ids.flatMap(idsOf) } }] };
}

/** The same key always makes the same gid; the unique index turns a second insert into a refusal. */
function gidOf(key: string): string {
  return isUuid(key) ? key : uuidV5(key, GID_NAMESPACE);
}

function badId(): Problem {
  return new Problem('INVALID', 'That cannot be the id of a Rossum row', 'never', { system: 'rossum' });
}

async function eachChunk(ids: readonly string[], work: (chunk: string[]) => Promise<void>): Promise<void> {
  const starts = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) => i * CHUNK);
  await Promise.all(starts.map((start) => work(ids.slice(start, start + CHUNK))));
}
