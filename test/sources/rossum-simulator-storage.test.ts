import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/sources/simulator.ts';
import { startReceiver, startVendor, type Vendor } from './rossum-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.rossum.close());

const collectionName = 'contacts';
const find = (query: Row, rest: Row = {}) => vendor.store<Row[]>('data/find', { collectionName, query, ...rest });
const update = (filter: Row, change: Row, options?: Row) =>
  vendor.store<Row>('data/update_one', { collectionName, filter, update: change, options });

describe('reading the simulated Data Storage', () => {
  it('answers everything when no limit is given and nothing for a collection that does not exist', async () => {
    const all = await find({});
    const nothing = await find({}, { collectionName: 'ghosts' });
    const names = await vendor.store<string[]>('collections/list', { filter: null, nameOnly: true });

    expect(all).toHaveLength(30);
    expect(nothing).toEqual([]);
    expect(names).toEqual(['contacts', 'tasks', 'notes', 'appointments']);
  });

  it('tells an ObjectId from a string and a date from text that looks like one', async () => {
    const [row] = await find({ gid: (await find({}, { limit: 1 }))[0]?.gid });
    const { _id: id, updated_at: at } = row as { _id: { $oid: string }; updated_at: { $date: string } };

    const byId = await find({ _id: id });
    const byText = await find({ _id: id.$oid });
    const byDate = await find({ updated_at: { $gte: at } });
    const byDateText = await find({ updated_at: { $gte: at.$date } });

    expect(id.$oid).toMatch(/^[0-9a-f]{24}$/);
    expect([byId.length, byText.length]).toEqual([1, 0]);
    expect([byDate.length > 0, byDateText.length]).toEqual([true, 0]);
  });

  it('reads on by keyset, sorted by two keys, through rows with equal stamps', async () => {
    const at = { $date: '2027-01-01T00:00:00Z' };
    const documents = [1, 2, 3].map((number) => ({ gid: `g${number}`, updated_at: at }));
    await vendor.store('data/insert_many', { collectionName, documents });
    const sort = { updated_at: 1, _id: 1 };

    const first = await find({ updated_at: { $gte: at } }, { sort, limit: 2, projection: { gid: 1 } });
    const last = { updated_at: at, _id: { $gt: first[1]?._id } };
    const second = await find({ $or: [{ updated_at: { $gt: at } }, last] }, { sort, projection: { gid: 1, _id: 0 } });

    expect(first.map(({ gid }) => gid)).toEqual(['g1', 'g2']);
    expect(first[0]).toEqual({ _id: expect.anything(), gid: 'g1' });
    expect(second).toEqual([{ gid: 'g3' }]);
  });

  it('looks into arrays and embedded documents, and counts what a pipeline matches', async () => {
    const vips = await find({ tags: 'VIP', 'address.city': 'Hull', deleted_at: { $exists: true } });
    const strangers = await find({ gid: { $in: ['nobody'] } });
    const pipeline = [{ $match: { tags: { $in: ['VIP', 'Trade'] } } }, { $sort: { email: 1 } }, { $count: 'n' }];
    const counted = await vendor.store<Row[]>('data/aggregate', { collectionName, pipeline });

    expect(vips).toHaveLength(5);
    expect(strangers).toEqual([]);
    expect(counted).toEqual([{ n: 30 }]);
  });

  it('refuses operators it does not know and bodies without a collection', async () => {
    await expect(find({ email: { $like: 'x' } })).rejects.toThrow('400 unknown operator: $like');
    await expect(vendor.store('data/find', { query: {} })).rejects.toThrow('422 collectionName');
  });
});

describe('writing the simulated Data Storage', () => {
  it('makes a collection on insert and stamps nothing', async () => {
    const document = { gid: 'a', born: { $date: { $numberLong: '1767225600000' } } };
    const { inserted_id: id } = await vendor.store<Row>('data/insert_one', { collectionName: 'fresh', document });

    const rows = await find({ _id: id }, { collectionName: 'fresh' });

    expect(rows).toEqual([{ _id: id, gid: 'a', born: { $date: '2026-01-01T00:00:00Z' } }]);
  });

  it('updates one document by operators, guarded by its version', async () => {
    const [row] = await find({ email: 'person3@example.com' });
    const guarded = { gid: row?.gid, version: 1 };
    const change = {
      $set: { 'address.city': 'York' },
      $unset: { website: '' },
      $inc: { version: 1 },
      $addToSet: { tags: { $each: ['VIP', 'New'] } },
    };

    const first = await update(guarded, change);
    const second = await update(guarded, change);

    const [after] = await find({ gid: row?.gid });
    expect(first).toMatchObject({ matched_count: 1, modified_count: 1, upserted_id: null });
    expect(second).toMatchObject({ matched_count: 0 });
    expect(after).toMatchObject({ version: 2, tags: ['VIP', 'New'], address: { line1: '1 Quay', city: 'York' } });
    expect(after).not.toHaveProperty('website');
    expect(after?.updated_at).toEqual(row?.updated_at);
  });

  it('refuses a path through null, two changes of one path and a change of _id', async () => {
    const [row] = await find({ address: null });
    const filter = { gid: row?.gid };

    await expect(update(filter, { $set: { 'address.city': 'York' } })).rejects.toThrow("Cannot create field 'city'");
    await expect(update(filter, { $set: { version: 1 }, $inc: { version: 1 } })).rejects.toThrow('conflict');
    await expect(update(filter, { $set: { _id: 'x' } })).rejects.toThrow('immutable');
    await expect(update(filter, { version: 2 })).rejects.toThrow('$ operators');
  });

  it('inserts when asked to upsert and pulls from arrays', async () => {
    const change = { $set: { first_name: 'Una' }, $setOnInsert: { tags: ['a', 'b'] } };

    const made = await update({ gid: 'new' }, change, { upsert: true });
    await update({ gid: 'new' }, { $pull: { tags: 'a' }, $setOnInsert: { version: 9 } }, { upsert: true });

    const rows = await find({ gid: 'new' }, { projection: { _id: 0 } });
    expect(made).toMatchObject({ matched_count: 0, upserted_id: { $oid: expect.any(String) } });
    expect(rows).toEqual([{ gid: 'new', first_name: 'Una', tags: ['b'] }]);
  });

  it('enforces a unique index on single writes and stores the good half of a batch', async () => {
    const options = { unique: true, partialFilterExpression: { gid: { $type: 'string' } } };
    const index = { collectionName, indexName: 'gid_1', keys: { gid: 1 }, options };
    const accepted = await vendor.call('POST', '/svc/data-storage/api/v1/indexes/create', index);
    const operation = accepted.body.message.replace('operation_id: ', '');
    const status = await vendor.call('GET', `/svc/data-storage/api/v1/operation_status/${operation}`);
    const document = { gid: 'twice' };
    await vendor.store('data/insert_one', { collectionName, document });

    const again = vendor.store('data/insert_one', { collectionName, document });
    await expect(again).rejects.toThrow(/^400 E11000 duplicate key error collection: .*gid_1/);
    const batch = vendor.store('data/insert_many', { collectionName, documents: [document, { gid: 'once' }, {}, {}] });
    await expect(batch).rejects.toThrow('400 batch op errors occurred');

    expect(accepted.status).toBe(202);
    expect(status.body.result).toMatchObject({ status: 'FINISHED', error_message: null });
    expect(await find({ gid: { $in: ['twice', 'once'] } })).toHaveLength(2);
    expect(await vendor.store('indexes/list', { collectionName })).toEqual(['_id_', 'gid_1']);
  });

  it('reports a plain unique index as failed where two rows lack the field', async () => {
    await vendor.store('data/insert_many', { collectionName, documents: [{ email: 'a' }, { email: 'b' }] });
    const index = { collectionName, indexName: 'gid_1', keys: { gid: 1 }, options: { unique: true } };

    const { headers, status } = await vendor.call('POST', '/svc/data-storage/api/v1/indexes/create', index);

    const operation = await vendor.call('GET', headers.get('content-location') ?? '');
    expect(status).toBe(202);
    expect(operation.body.result).toMatchObject({ status: 'FAILED' });
  });

  it('replaces and deletes one document, and does nothing at all in a bulk write', async () => {
    const [row] = await find({}, { limit: 1 });
    const filter = { gid: row?.gid };
    const replaced = await vendor.store('data/replace_one', { collectionName, filter, replacement: { gid: 'bare' } });
    const deleted = await vendor.store('data/delete_one', { collectionName, filter: { gid: 'bare' } });
    const operations = [{ deleteMany: { filter: {} } }];

    const bulk = await vendor.call('POST', '/svc/data-storage/api/v1/data/bulk_write', { collectionName, operations });

    expect(replaced).toMatchObject({ matched_count: 1 });
    expect(deleted).toEqual({ deleted_count: 1 });
    expect(bulk.status).toBe(202);
    expect(await find({})).toHaveLength(29);
  });
});

describe('a person at the tables of the simulated Data Storage', () => {
  it('sees rows by gid, and by the hex of _id where a row has none', async () => {
    const seeded = vendor.rossum.tables.contacts?.list()[0];
    const added = vendor.rossum.tables.contacts?.add({ first_name: 'Zed' });

    const rows = await find({ first_name: 'Zed' });

    expect(seeded?.id).toBe(seeded?.gid);
    expect(added?.id).toMatch(/^[0-9a-f]{24}$/);
    expect(vendor.rossum.tables.contacts?.get(String(added?.id))).toEqual(added);
    expect(rows).toEqual([{ _id: { $oid: added?.id }, first_name: 'Zed' }]);
  });

  it('moves the stamp and the version by an edit, even one that sends the whole row back', async () => {
    const row = vendor.rossum.tables.tasks?.list()[0] ?? {};
    vendor.clock.advance(60_000);

    const after = vendor.rossum.tables.tasks?.change(String(row.id), { ...row, completed: true });

    const now = new Date(vendor.clock.now()).toISOString().replace('.000Z', 'Z');
    expect(after).toMatchObject({ completed: true, version: 2, updated_at: { $date: now }, due_at: row.due_at });
  });

  it('tells nobody: rows and labels have no webhooks', async () => {
    const receiver = await startReceiver();
    vendor.rossum.webhooks.url = receiver.url;
    const [annotation] = vendor.rossum.tables.annotations?.list() ?? [];

    vendor.rossum.tables.contacts?.add({ first_name: 'Zed' });
    vendor.rossum.tables.labels?.add({ name: 'Quiet' });
    vendor.rossum.tables.annotations?.change(String(annotation?.id), { status: 'rejected' });

    const [first] = await receiver.received(1);
    expect(first?.body.event).toBe('annotation_status');
    await receiver.close();
  });
});
