import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../src/model/kind.ts';
import type { Collection, SourceRecord } from '../../src/sources/source.ts';
import { collectionOf, connectToSimulator, people, type SimulatedConnection, scanned } from './rossum-connection.ts';

let connection: SimulatedConnection;
let contacts: Collection;

beforeEach(async () => {
  connection = await connectToSimulator(people(2), { ROSSUM_QUEUE_IDS: '' });
  contacts = collectionOf(connection.source, 'contact');
});

afterEach(() => connection.close());

async function anyContact(): Promise<SourceRecord> {
  const [first] = (await scanned(contacts)).records;
  if (!first) throw new Error('The simulator is empty');
  return first;
}

async function create(fields: Fields, key: string = randomUUID()): Promise<SourceRecord> {
  const created = await contacts.write?.create?.({ key, fields });
  if (!created) throw new Error('Rossum contacts cannot be created');
  return created;
}

function rowOf(id: string): Record<string, unknown> {
  return connection.rossum.tables.contacts?.get(id) ?? {};
}

describe('creating rows', () => {
  it('answers the record as it is then read', async () => {
    const created = await create({ first_name: 'Ann', 'address.city': 'York', tags: ['New'], 'custom.vat': 'GB1' });

    expect(await contacts.read([{ id: created.id }])).toEqual([created]);
    expect(rowOf(created.id)).toMatchObject({ address: { city: 'York' }, custom: { vat: 'GB1' }, version: 1 });
  });

  it('makes one row of two attempts with one key', async () => {
    const first = await create({ first_name: 'Ann' }, 'delivery-1');
    const second = await create({ first_name: 'Ann' }, 'delivery-1');

    expect(second).toEqual(first);
    expect(connection.rossum.tables.contacts?.list()).toHaveLength(3);
  });

  it('finds what an attempt without an answer left behind', async () => {
    const record = { key: randomUUID(), fields: { first_name: 'Ann' } };
    connection.rossum.faults.push({ match: 'insert_one', kind: 'lost-answer', times: 1 });

    await expect(contacts.write?.create?.(record)).rejects.toMatchObject({ code: 'AMBIGUOUS' });
    const left = await contacts.write?.find?.(record);
    const none = await contacts.write?.find?.({ ...record, key: randomUUID() });

    expect(left?.fields.first_name).toBe('Ann');
    expect(none).toBeNull();
  });

  it('restores the row of a key that was deleted, as the new one is to be and nothing else', async () => {
    const first = await create({ first_name: 'Ann', phone: '+441', 'custom.vat': 'GB1' }, 'delivery-1');
    await contacts.write?.remove?.(first);

    const second = await create({ first_name: 'Bea', 'custom.gate': '4711' }, 'delivery-1');

    expect(second.id).toBe(first.id);
    expect(await contacts.read([{ id: first.id }])).toEqual([second]);
    expect(rowOf(first.id)).toMatchObject({ first_name: 'Bea', phone: null, deleted_at: null, version: 3 });
    expect(second.fields).toMatchObject({ 'custom.vat': null, 'custom.gate': '4711' });
    expect(connection.rossum.tables.contacts?.list()).toHaveLength(3);
  });

  it('works without the right to make indexes', async () => {
    connection.rossum.faults.push({ match: 'indexes/create', kind: 'status', status: 403 });

    const created = await create({ first_name: 'Ann' });

    expect(created.fields.first_name).toBe('Ann');
  });

  it('puts a child row under its contact', async () => {
    const contact = await anyContact();
    const appointments = collectionOf(connection.source, 'appointment');
    const fields = { title: 'Visit', start_at: '2025-05-01T09:00:00.000Z', status: 'confirmed' };

    const created = await appointments.write?.create?.({ key: randomUUID(), fields, contactId: contact.id });

    expect(created).toMatchObject({ contactId: contact.id, fields });
    const [list] = (await appointments.listFor?.([contact.id])) ?? [];
    expect(list).toContainEqual(created);
  });

  it('keeps custom names that hold dots', async () => {
    const created = await create({ 'custom.contact.vat': '1', 'custom.$50%': 2 });

    const updated = await contacts.write?.update?.(created, { 'custom.contact.vat': '3' }, created.fields);

    expect(updated?.fields).toMatchObject({ 'custom.contact.vat': '3', 'custom.$50%': 2 });
  });
});

describe('updating rows', () => {
  it('leaves what others keep in the row, counts the version and signs', async () => {
    const contact = await anyContact();
    connection.rossum.tables.contacts?.change(contact.id, { erp_number: 17 });
    const [seen] = await contacts.read([contact]);
    const previous = (seen as SourceRecord).fields;

    const updated = await contacts.write?.update?.(contact, { 'address.city': 'Hull', phone: null }, previous);

    expect(updated?.fields).toMatchObject({ 'address.city': 'Hull', 'address.county': 'Yorkshire', phone: null });
    expect(updated?.fields.version).toBe(Number(previous.version) + 1);
    expect(rowOf(contact.id)).toMatchObject({ erp_number: 17, updated_by: 'tributary' });
  });

  it('is refused where somebody else changed the row first', async () => {
    const contact = await anyContact();
    connection.rossum.tables.contacts?.change(contact.id, { first_name: 'Bob' });

    const late = contacts.write?.update?.(contact, { first_name: 'Ann' }, contact.fields);

    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', retry: 'later' });
    expect(rowOf(contact.id).first_name).toBe('Bob');
  });

  it('counts as done where only the answer was lost', async () => {
    const contact = await anyContact();
    connection.rossum.faults.push({ match: 'update_one', kind: 'lost-answer', times: 1 });

    const updated = await contacts.write?.update?.(contact, { first_name: 'Ann' }, contact.fields);

    expect(updated?.fields.first_name).toBe('Ann');
    expect(updated?.fields.version).toBe(Number(contact.fields.version) + 1);
  });

  it('says so where the row is gone', async () => {
    const contact = await anyContact();
    connection.rossum.tables.contacts?.remove(contact.id);

    const late = contacts.write?.update?.(contact, { first_name: 'Ann' }, contact.fields);

    await expect(late).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('starts to count on a row that an upload left without a version', async () => {
    connection.rossum.tables.contacts?.add({ email: 'upload@example.com' });
    const { records } = await scanned(contacts);
    const uploaded = records.find((record) => record.fields.email === 'upload@example.com');
    if (!uploaded) throw new Error('The uploaded row was not scanned');

    const updated = await contacts.write?.update?.(uploaded, { first_name: 'Ann' }, uploaded.fields);

    expect(updated).toMatchObject({ id: uploaded.id, fields: { first_name: 'Ann', version: 1 } });
  });
});

describe('removing rows', () => {
  it('is soft, and succeeds where the row is already gone', async () => {
    const contact = await anyContact();

    await contacts.write?.remove?.(contact);
    await contacts.write?.remove?.({ id: 'unknown' });

    expect(rowOf(contact.id).deleted_at).toBeTruthy();
  });
});

describe('labels', () => {
  it('are listed in full, with their colours', async () => {
    const tags = collectionOf(connection.source, 'tag');

    const { records } = await scanned(tags);

    expect(tags.covers).toBe('all');
    expect(records.map((tag) => tag.fields.name).sort()).toEqual(['Boiler', 'Customer']);
  });

  it('are reused where a name differs in case only', async () => {
    const tags = collectionOf(connection.source, 'tag');

    const same = await tags.write?.create?.({ key: 'k', fields: { name: 'BOILER' } });
    const fresh = await tags.write?.create?.({ key: 'l', fields: { name: 'VIP', color: '#FF0000' } });

    expect(same?.fields.name).toBe('Boiler');
    expect(await tags.read([fresh ?? { id: '' }])).toEqual([fresh]);
  });

  it('are renamed and deleted, twice without harm', async () => {
    const tags = collectionOf(connection.source, 'tag');
    const [tag] = (await scanned(tags)).records;
    if (!tag) throw new Error('There is no label');

    const renamed = await tags.write?.update?.(tag, { name: 'Renamed' }, tag.fields);
    await tags.write?.remove?.(tag);
    await tags.write?.remove?.(tag);

    expect(renamed).toMatchObject({ id: tag.id, fields: { name: 'Renamed', color: tag.fields.color } });
    expect(await tags.read([tag])).toEqual([null]);
  });

  it('take no colour that Rossum has no notation for', async () => {
    const tags = collectionOf(connection.source, 'tag');

    const created = tags.write?.create?.({ key: 'k', fields: { name: 'VIP', color: 'red' } });

    await expect(created).rejects.toMatchObject({ code: 'INVALID', details: { path: ['color'] } });
  });
});
