import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { START, startVendor, type Vendor } from './ghl-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(() => vendor.running.close());

const oldestFirst = [{ field: 'dateAdded', direction: 'asc' }];
const ids = (contacts: readonly { id: string }[]) => contacts.map(({ id }) => id);

describe('contact search', () => {
  it('needs locationId and pageLimit, and takes page or searchAfter but not both', async () => {
    const bare = await vendor.call('POST', '/contacts/search', {});
    const both = await vendor.search({ page: 1, searchAfter: [1, 'x'] });
    const large = await vendor.search({ pageLimit: 501 });
    const far = await vendor.search({ page: 501 });

    expect([bare.status, bare.body.message]).toEqual([
      422,
      ['locationId should not be empty', 'pageLimit should not be empty'],
    ]);
    expect([both.status, large.status, far.status]).toEqual([422, 422, 400]);
  });

  it('brings rows of another shape than reading: address, names in lower case, nulls', async () => {
    const filters = [{ field: 'email', operator: 'eq', value: 'ada.marsh@example.com' }];
    vendor.running.lowerCaseNames = true;
    const asDocumented = await vendor.search({ filters });
    vendor.running.lowerCaseNames = false;
    const asSeenLive = await vendor.search({ filters });

    const [row] = asDocumented.body.contacts;
    expect(row).toMatchObject({
      address: '1 Kiln Row',
      firstNameLowerCase: 'ada',
      businessName: 'Marsh Lettings',
      companyName: 'Marsh Lettings',
      dateOfBirth: null,
      additionalEmails: [],
    });
    for (const field of ['address1', 'firstName', 'dndSettings']) expect(row).not.toHaveProperty(field);
    expect(asSeenLive.body.contacts[0]?.firstName).toBe('Ada');
  });

  it('continues behind the searchAfter of a row, ties told apart by id', async () => {
    const all = await vendor.search({ sort: oldestFirst });
    const [, second, third] = all.body.contacts;
    const rest = await vendor.search({ sort: oldestFirst, searchAfter: second?.searchAfter });

    expect(second?.dateAdded).toBe(third?.dateAdded);
    expect(second?.searchAfter).toEqual([Date.parse(second?.dateAdded ?? ''), second?.id]);
    expect(ids(rest.body.contacts)).toEqual([third?.id]);
    expect(rest.body.total).toBe(3);
  });

  it('finds by ranges of dateUpdated, tags, and ids in a group', async () => {
    await vendor.call('PUT', `/contacts/${vendor.idOf('Ito')}`, { city: 'Bath' });
    vendor.clock.advance(300);
    const found = async (...filters: unknown[]) =>
      ids((await vendor.search({ filters, sort: oldestFirst })).body.contacts);
    const eq = (field: string, value: unknown) => ({ field, operator: 'eq', value });
    const since = { gte: new Date(START).toISOString() };

    expect(await found({ field: 'dateUpdated', operator: 'range', value: since })).toEqual([vendor.idOf('Ito')]);
    expect(await found(eq('tags', 'VIP'))).toEqual([vendor.idOf('Marsh')]);
    expect(await found({ field: 'email', operator: 'not_exists' }, eq('tags', ['landlord']))).toEqual([
      vendor.idOf('Cole'),
    ]);
    const either = [
      eq('id', vendor.idOf('Marsh')),
      { group: 'AND', filters: [eq('id', vendor.idOf('Ito')), eq('city', 'bath')] },
    ];
    expect((await found({ group: 'OR', filters: either })).sort()).toEqual(
      [vendor.idOf('Ito'), vendor.idOf('Marsh')].sort(),
    );
  });

  it('refuses fields, operators and values that are not searchable', async () => {
    const status = async (filter: unknown) => (await vendor.search({ filters: [filter] })).status;

    expect(await status({ field: 'shoeSize', operator: 'eq', value: 44 })).toBe(422);
    expect(await status({ field: 'email', operator: 'contains', value: 'ada' })).toBe(422);
    expect(await status({ field: 'dateUpdated', operator: 'eq', value: '2025-06-02' })).toBe(422);
    expect(await status({ field: 'city', operator: 'eq', value: 'x'.repeat(76) })).toBe(422);
  });

  it('learns of writes only after a while', async () => {
    const { locationId } = vendor;
    await vendor.call('POST', '/contacts/', { locationId, firstName: 'Eve' });
    await vendor.call('DELETE', `/contacts/${vendor.idOf('Ito')}`);
    const atOnce = await vendor.search({});
    vendor.clock.advance(299);
    const early = await vendor.search({});
    vendor.clock.advance(1);
    const late = await vendor.search({});
    vendor.running.lagMs = 0;
    await vendor.call('POST', '/contacts/', { locationId, firstName: 'Flo' });
    const withoutLag = await vendor.search({});

    const names = ({ body }: typeof late) => body.contacts.map((row) => row.firstNameLowerCase);
    expect(names(early)).toEqual(names(atOnce));
    expect(names(atOnce).sort()).toEqual(['ada', 'ben', 'cy']);
    expect(names(late).sort()).toEqual(['ada', 'ben', 'eve']);
    expect(withoutLag.body.total).toBe(4);
  });
});

describe('the deprecated list and the look-up of duplicates', () => {
  it('pages by startAfter and startAfterId', async () => {
    const first = await vendor.call('GET', `/contacts/?locationId=${vendor.locationId}&limit=2`);
    const { startAfter, startAfterId } = first.body.meta;
    const place = `startAfter=${startAfter}&startAfterId=${startAfterId}`;
    const second = await vendor.call('GET', `/contacts/?locationId=${vendor.locationId}&limit=2&${place}`);

    expect(first.body.count).toBe(3);
    expect(second.body.contacts).toMatchObject([{ firstName: 'ada', firstNameRaw: 'Ada', address1: '1 Kiln Row' }]);
    expect(second.body.meta).toMatchObject({ nextPage: null, startAfterId: null });
  });

  it('finds by e-mail or number without lag', async () => {
    const path = `/contacts/search/duplicate?locationId=${vendor.locationId}`;
    const byNumber = await vendor.call('GET', `${path}&number=${encodeURIComponent('+447700900102')}`);
    const none = await vendor.call('GET', `${path}&email=nobody@example.com`);

    expect(byNumber.body.contact.id).toBe(vendor.idOf('Cole'));
    expect(none.body.contact).toBeNull();
  });
});

describe('task search of a location', () => {
  it('brings the tasks of several contacts page by page', async () => {
    const path = `/locations/${vendor.locationId}/tasks/search`;
    const contactId = [vendor.idOf('Marsh'), vendor.idOf('Cole'), vendor.idOf('Ito')];
    const first = await vendor.call('POST', path, { contactId, limit: 1 });
    const second = await vendor.call('POST', path, { contactId, limit: 1, skip: 1 });
    const open = await vendor.call('POST', path, { completed: false });

    expect(first.body.tasks).toMatchObject([{ title: 'Send quote', contactId: contactId[0] }]);
    expect(second.body.tasks).toMatchObject([{ title: 'Call back', contactId: contactId[1] }]);
    expect(open.body.tasks).toHaveLength(1);
  });
});
