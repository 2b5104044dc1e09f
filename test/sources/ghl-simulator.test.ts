import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVendor, type Vendor } from './ghl-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(() => vendor.running.close());

describe('every call', () => {
  it('needs a version, a token and the own location', async () => {
    const path = `/contacts/${vendor.idOf('Marsh')}`;
    const noVersion = await vendor.call('GET', path, undefined, { version: null });
    const badVersion = await vendor.call('GET', path, undefined, { version: '1999-01-01' });
    const badToken = await vendor.call('GET', path, undefined, { authorization: 'Bearer nonsense' });
    const elsewhere = await vendor.call('GET', '/locations/anotherLocation12345');
    const otherFamily = await vendor.call('GET', path, undefined, { version: '2021-04-15' });

    expect([noVersion.status, noVersion.body.message]).toEqual([401, 'version header was not found.']);
    expect(badVersion.body.message).toBe('version header is invalid');
    expect(badToken.body).toMatchObject({
      statusCode: 401,
      message: 'Invalid token: access token is invalid',
      error: 'Unauthorized',
    });
    expect([elsewhere.status, elsewhere.body.message]).toEqual([
      403,
      'The token does not have access to this location.',
    ]);
    expect(otherFamily.status).toBe(200);
  });

  it('is told the budget and a trace id, and refused without Retry-After above a hundred in ten seconds', async () => {
    const first = await vendor.call('GET', '/contacts/nobody');
    const rest = await Promise.all(Array.from({ length: 100 }, () => vendor.call('GET', '/contacts/nobody')));
    vendor.clock.advance(10_000);
    const later = await vendor.call('GET', '/contacts/nobody');

    const refused = rest.filter(({ status }) => status === 429);
    expect(first.headers.get('x-ratelimit-max')).toBe('100');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('99');
    expect(first.headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
    expect(first.body.traceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.has('retry-after')).toBe(false);
    expect(later.status).toBe(400);
  });

  it('to an unknown route is answered as one, and recorded', async () => {
    const answer = await vendor.call('GET', '/contact/x?y=1');

    expect([answer.status, answer.body.message]).toEqual([404, 'Cannot GET /contact/x']);
    expect(vendor.running.calls.at(-1)).toMatchObject({ method: 'GET', path: '/contact/x', status: 404 });
  });

  it('leaves the control pages free of all this', async () => {
    const tables = await fetch(`${vendor.running.url}/_sim`);

    expect(await tables.json()).toEqual({ contacts: 3, tasks: 2, notes: 1, appointments: 1, tags: 2, businesses: 1 });
  });
});

describe('contacts', () => {
  it('are created with 201, tidied, and read back', async () => {
    const body = {
      locationId: vendor.locationId,
      name: 'Dee Van Oak',
      email: 'dee@example.com',
      phone: '+44 (7700) 900-104',
      companyName: 'Oak Ltd',
      dateOfBirth: '1990-09-25',
      tags: ['New Lead'],
    };
    const created = await vendor.call('POST', '/contacts/', body);
    const read = await vendor.call('GET', `/contacts/${created.body.contact.id}`);

    expect(created.status).toBe(201);
    expect(created.body.contact).toMatchObject({ deleted: false, dateOfBirth: '1990-09-25T00:00:00.000Z' });
    expect(read.body.contact).toMatchObject({
      firstName: 'Dee',
      lastName: 'Van Oak',
      phone: '+447700900104',
      companyName: 'Oak Ltd',
      country: 'GB',
      dateOfBirth: '1990-09-25',
      tags: ['new lead'],
      fullNameLowerCase: 'dee van oak',
    });
  });

  it('refuse unknown properties, companyName and locationId of an update among them', async () => {
    const patch = { companyName: 'X', gender: 'male', locationId: vendor.locationId, email: 'nonsense' };
    const answer = await vendor.call('PUT', `/contacts/${vendor.idOf('Marsh')}`, patch);

    expect(answer.status).toBe(422);
    expect(answer.body.message).toEqual([
      'email must be an email',
      'property companyName should not exist',
      'property gender should not exist',
      'property locationId should not exist',
    ]);
  });

  it('are refused as duplicates by e-mail first, then by phone', async () => {
    const { locationId } = vendor;
    const both = { locationId, email: 'ada.marsh@EXAMPLE.com', phone: '+447700900102' };
    const byEmail = await vendor.call('POST', '/contacts/', both);
    const byPhone = await vendor.call('POST', '/contacts/', { locationId, phone: '+44 7700 900102' });

    expect(byEmail.status).toBe(400);
    expect(byEmail.body).toMatchObject({
      message: 'This location does not allow duplicated contacts.',
      meta: { contactId: vendor.idOf('Marsh'), matchingField: 'email' },
    });
    expect(byPhone.body.meta).toMatchObject({ contactId: vendor.idOf('Cole'), matchingField: 'phone' });
  });

  it('are updated in part: null clears, tags are replaced, the spelling is theirs', async () => {
    const patch = { website: null, city: 'York', tags: ['Only'] };
    const answer = await vendor.call('PUT', `/contacts/${vendor.idOf('Marsh')}`, patch);

    expect(answer.body).toMatchObject({ succeded: true, contact: { city: 'York', tags: ['only'], firstName: 'Ada' } });
    expect(answer.body.contact).not.toHaveProperty('website');
  });

  it('answer 400, not 404, when they are missing, and take their tasks along when deleted', async () => {
    const id = vendor.idOf('Marsh');
    const deleted = await vendor.call('DELETE', `/contacts/${id}`);
    const read = await vendor.call('GET', `/contacts/${id}`);
    const tasks = await vendor.call('GET', `/contacts/${id}/tasks`);

    expect(deleted.body).toMatchObject({ succeded: true });
    expect([read.status, read.body.message]).toEqual([400, `Contact with id ${id} not found`]);
    expect(tasks.status).toBe(400);
    expect(vendor.running.tables.tasks?.list()).toHaveLength(1);
  });

  it('are upserted: matched by e-mail, a phone of somebody else dropped without a word', async () => {
    const body = {
      locationId: vendor.locationId,
      email: 'ada.marsh@example.com',
      phone: '+447700900102',
      city: 'Hull',
    };
    const known = await vendor.call('POST', '/contacts/upsert', body);
    const fresh = await vendor.call('POST', '/contacts/upsert', { ...body, email: 'new@example.com', phone: null });

    expect(known.body).toMatchObject({ new: false, contact: { city: 'Hull', phone: '+447700900101' } });
    expect(fresh.body).toMatchObject({ new: true, contact: { email: 'new@example.com' } });
  });

  it('write custom fields as id or key with field_value and read them as id with value', async () => {
    const { body } = await vendor.call('GET', `/locations/${vendor.locationId}/customFields?model=contact`);
    const idOf = (key: string) => String(body.customFields.find((field) => field.fieldKey === key)?.id);
    const customFields = [
      { id: idOf('contact.boiler_age'), field_value: '7' },
      { key: 'appliances', field_value: ['Hob'] },
      { key: 'contact.fuel', field_value: null },
      { id: 'unknown', field_value: 'lost' },
    ];
    const path = `/contacts/${vendor.idOf('Marsh')}`;
    await vendor.call('PUT', path, { customFields });
    const read = await vendor.call('GET', path);

    const held = new Map(read.body.contact.customFields.map((one) => [one.id, one.value]));
    expect(held.get(idOf('contact.boiler_age'))).toBe(7);
    expect(held.get(idOf('contact.appliances'))).toEqual(['Hob']);
    expect(held.has(idOf('contact.fuel'))).toBe(false);
    expect(held.get(idOf('contact.boiler_make'))).toBe('Vaillant');
    expect(held.has('unknown')).toBe(false);
  });
});

describe('businesses', () => {
  it('list their contacts by skip and limit, and are joined in bulk only', async () => {
    const { locationId } = vendor;
    const businesses = await vendor.call('GET', `/businesses/?locationId=${locationId}`);
    const id = businesses.body.businesses[0]?.id;
    const bulk = { locationId, ids: [vendor.idOf('Ito')], businessId: id };
    const joined = await vendor.call('POST', '/contacts/bulk/business', bulk);
    const page = await vendor.call('GET', `/contacts/business/${id}?locationId=${locationId}&limit=1&skip=2`);

    expect(joined.body).toMatchObject({ success: true, ids: [vendor.idOf('Ito')] });
    expect(page.body).toMatchObject({ count: 3, contacts: [{ contactName: 'cy ito', firstNameRaw: 'Cy' }] });
  });
});
