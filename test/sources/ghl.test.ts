import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { models } from '../../src/model/index.ts';
import { toEntity } from '../../src/model/mapping.ts';
import { definition } from '../../src/sources/ghl/index.ts';
import {
  ADA,
  type Connection,
  connect,
  crowd,
  everyCall,
  NO_SPECIFICATION,
  only,
  recordsOf,
  specification,
  writerOf,
} from './ghl-connection.ts';

let ghl: Connection;

beforeEach(async () => {
  ghl = await connect([ADA, ...crowd(20)]);
});

afterEach(() => ghl.close());

const refs = (size: number) => Array.from({ length: size }, (_, index) => ({ id: ghl.idOf(`Crowd${index + 1}`) }));

describe('reading contacts', () => {
  it('answers the whole contact in flat fields with its stamps and its place on the screen', async () => {
    const id = ghl.idOf('Marsh');
    const ada = await only(ghl.contacts.read([{ id }]));

    expect(ada.fields).toMatchObject({
      firstName: 'Ada',
      lastName: 'Marsh',
      email: 'ada.marsh@example.com',
      phone: '+447700900101',
      companyName: 'Marsh Lettings',
      address1: '1 Kiln Row',
      state: 'West Yorkshire',
      country: 'GB',
    });
    expect(ada.url).toBe(`https://app.gohighlevel.com/v2/location/${ghl.locationId}/contacts/detail/${id}`);
    expect(ada.createdAt).toBe(ADA.createdAt);
    expect(ada.changedAt).toBeTypeOf('number');
  });

  it('maps to an entity of which every field is understood', async () => {
    const ada = await only(ghl.contacts.read([{ id: ghl.idOf('Marsh') }]));

    const entity = toEntity(models.contact, definition.mapping.contact ?? [], ada.fields);

    expect(entity).toMatchObject({
      firstName: 'Ada',
      'address.line1': '1 Kiln Row',
      'address.county': 'West Yorkshire',
      'address.postcode': 'LS1 4AB',
      tags: ['landlord', 'vip'],
    });
  });

  it.each([true, false])('is the same by search as one by one (names in small letters only: %s)', async (lowerCase) => {
    ghl.vendor.lowerCaseNames = lowerCase;
    const scanned = await recordsOf(ghl.contacts.scan(null));
    const singly = await Promise.all(scanned.map(({ id }) => only(ghl.contacts.read([{ id }]))));

    expect(scanned).toHaveLength(21);
    expect(scanned).toEqual(singly);
  });

  it('takes one call for twenty contacts whose names are known from before, or come with the search', async () => {
    await recordsOf(ghl.contacts.scan(null));
    ghl.calls();
    const known = await ghl.contacts.read(refs(20));

    expect(known.map((record) => record && 'fields' in record && record.fields.firstName)).toContain('P20');
    expect(ghl.calls()).toEqual(['POST /contacts/search']);
  });

  it('asks again for a contact whose row is older than what was seen of it', async () => {
    await recordsOf(ghl.contacts.scan(null));
    ghl.vendor.lagMs = 60_000;
    ghl.advance(1000);
    const [first] = refs(1);
    const id = first?.id ?? '';
    await writerOf(ghl.contacts).update({ id }, { city: 'Hull', firstName: 'Pat' }, {});
    const read = await ghl.contacts.read(refs(5));

    expect(read[0]).toMatchObject({ id, fields: { city: 'Hull', firstName: 'Pat' } });
  });

  it('asks singly for what the search index does not hold yet', async () => {
    ghl.vendor.lagMs = 60_000;
    const made = await writerOf(ghl.contacts).create({
      key: 'k',
      fields: { firstName: 'New', email: 'new@example.com' },
    });
    const read = await ghl.contacts.read([...refs(4), { id: made.id }]);

    expect(read[4]).toMatchObject({ id: made.id, fields: { firstName: 'New' } });
  });

  it('answers null for contacts that do not exist, few or many', async () => {
    const gone = { id: 'aaaaaaaaaaaaaaaaaaaa' };

    expect(await ghl.contacts.read([gone])).toEqual([null]);
    expect((await ghl.contacts.read([...refs(4), gone]))[4]).toBeNull();
  });

  it('refuses ids that would lead elsewhere, without a call', async () => {
    const [up, dots, empty] = await ghl.contacts.read([{ id: '../contacts/x' }, { id: '..' }, { id: '' }]);
    const many = await ghl.contacts.read(['a/b', '../x', 'c?d', 'e#f'].map((id) => ({ id })));
    const [task] = await ghl.tasks.read([{ id: '../../notes', contactId: ghl.idOf('Marsh') }]);

    expect([up, dots, empty, ...many, task]).toEqual(
      Array.from({ length: 8 }, () => expect.objectContaining({ code: 'INVALID' })),
    );
    expect(ghl.calls()).toEqual([]);
  });

  it('tells the names people gave to custom fields', async () => {
    const labels = await ghl.contacts.labels?.();

    expect(Object.keys(labels ?? {}).every((field) => field.startsWith('custom.'))).toBe(true);
    expect(Object.keys(labels ?? {}).length).toBeGreaterThan(0);
  });
});

describe('writing contacts', () => {
  it('creates with tags and custom fields in one call and answers what HighLevel holds', async () => {
    const { create } = writerOf(ghl.contacts);
    await ghl.contacts.labels?.();
    ghl.calls();
    const made = await create({
      key: 'k',
      fields: { firstName: 'Eve', email: 'eve@example.com', companyName: 'Eve Ltd', country: 'England', tags: ['vip'] },
    });

    expect(ghl.calls()).toEqual(['POST /contacts/']);
    expect(made.fields).toMatchObject({ firstName: 'Eve', companyName: 'Eve Ltd', country: 'GB', tags: ['vip'] });
    expect(await only(ghl.contacts.read([made]))).toMatchObject({ id: made.id, fields: made.fields });
  });

  it('writes over the contact that HighLevel already has instead of failing, and clears nothing there', async () => {
    const { create } = writerOf(ghl.contacts);
    const fields = { firstName: 'Adele', lastName: null, email: 'ADA.MARSH@example.com', city: 'Hull', tags: ['new'] };
    const made = await create({ key: 'k', fields });
    const requests = ghl.madeCalls();

    expect(made.id).toBe(ghl.idOf('Marsh'));
    expect(made.fields).toMatchObject({ firstName: 'Adele', lastName: 'Marsh', city: 'Hull', address1: '1 Kiln Row' });
    expect(made.fields.tags).toEqual(expect.arrayContaining(['vip', 'landlord', 'new']));
    expect(requests.find(({ method }) => method === 'PUT')?.body).not.toHaveProperty('tags');
  });

  it('never sends tags or the company with an update; tags are added and removed', async () => {
    const { update, updates } = writerOf(ghl.contacts);
    const before = await only(ghl.contacts.read([{ id: ghl.idOf('Marsh') }]));
    ghl.vendor.tables.contacts?.change(before.id, { tags: ['vip', 'landlord', 'theirs'] });
    ghl.madeCalls();
    const patch = { city: 'Hull', companyName: 'Other', tags: ['VIP', 'ours'] };
    const after = await update(before, patch, before.fields);
    const requests = ghl.madeCalls().map(({ method, path, body }) => ({ method, path, body }));

    const at = `/contacts/${before.id}`;
    expect(updates).not.toContain('companyName');
    expect(requests).toEqual([
      { method: 'PUT', path: at, body: { city: 'Hull' } },
      { method: 'POST', path: `${at}/tags`, body: { tags: ['ours'] } },
      { method: 'DELETE', path: `${at}/tags`, body: { tags: ['landlord'] } },
      { method: 'GET', path: at, body: undefined },
    ]);
    expect([...(after.fields.tags as string[])].sort()).toEqual(['ours', 'theirs', 'vip']);
    expect(after.fields.companyName).toBe('Marsh Lettings');
  });

  it('clears fields, also those HighLevel takes no null for', async () => {
    const { update } = writerOf(ghl.contacts);
    const before = await only(ghl.contacts.read([{ id: ghl.idOf('Marsh') }]));
    const empty = { website: null, postalCode: null, phone: null };
    const after = await update(before, empty, before.fields);

    expect(after.fields).toMatchObject(empty);
    expect((await only(ghl.contacts.read([before]))).fields).toMatchObject(empty);
  });

  it('deletes, and takes a contact that is already gone for deleted', async () => {
    const { remove, update } = writerOf(ghl.contacts);
    const ref = { id: ghl.idOf('Marsh') };
    await remove(ref);
    await remove(ref);

    expect(await ghl.contacts.read([ref])).toEqual([null]);
    await expect(update(ref, { city: 'Hull' }, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds what a create left behind whose answer was lost', async () => {
    const { create, find } = writerOf(ghl.contacts);
    const record = { key: 'k', fields: { firstName: 'Eve', email: 'eve@example.com' } };
    ghl.vendor.faults.push({ kind: 'lost-answer', match: '^POST /contacts/$', times: 1 });

    expect(await find(record)).toBeNull();
    await expect(create(record)).rejects.toMatchObject({ code: 'AMBIGUOUS' });
    expect(await find(record)).toMatchObject({ fields: { firstName: 'Eve' } });
    expect(await find({ key: 'k', fields: { firstName: 'Nameless' } })).toBeNull();
  });
});

describe('the connection', () => {
  it('proves itself by one read of the location', async () => {
    await ghl.source.probe();

    expect(ghl.calls()).toEqual([`GET /locations/${ghl.locationId}`]);
  });

  it('says what a person must mend: the token or the location', async () => {
    const badToken = await connect([], { GHL_TOKEN: 'pit-wrong' });
    const elsewhere = await connect([], { GHL_LOCATION_ID: 'anotherlocation00000' });

    await expect(badToken.source.probe()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(elsewhere.source.probe()).rejects.toMatchObject({ code: 'FORBIDDEN', retry: 'never' });
    await Promise.all([badToken.close(), elsewhere.close()]);
  });
});

it("makes only calls that HighLevel's specification allows", (context) => {
  if (!specification) return context.skip(NO_SPECIFICATION);

  const calls = everyCall.filter(({ path }) => !path.includes('anotherlocation'));

  expect(calls.length).toBeGreaterThan(50);
  expect(specification.objections(calls)).toEqual([]);
});
