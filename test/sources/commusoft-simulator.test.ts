import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVendor, type Vendor } from './commusoft-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(() => vendor.running.close());

const newCustomer = {
  'customertype[uuid]': '5f6e0a8e-0000-4000-8000-000000000001',
  'customertype[contacts][name]': 'Dee',
  'customertype[contacts][surname]': 'Oak',
  'customertype[contacts][contactsemail][emailaddress]': 'dee@example.com',
  'customertype[contacts][contactstelephone][0][telephonenumber]': '020 7946 0001',
  'customertype[contacts][contactstelephone][1][telephonenumber]': '07700 900001',
  'customertype[town]': 'Leeds',
};

describe('log-in', () => {
  it('refuses a wrong password with a description', async () => {
    const answer = await vendor.logIn({ password: 'guess' });

    expect(answer.status).toBe(401);
    expect(answer.body.error_description).toBe('Invalid credentials');
  });

  it('takes the token from the query and from the header, and nothing without it', async () => {
    const { token } = (await vendor.logIn()).body;
    const byQuery = await vendor.get('/titles');
    const byHeader = await vendor.call('GET', '/titles', { headers: { 'x-auth-token': String(token) } });
    const without = await vendor.call('GET', '/titles');

    expect([byQuery.status, byHeader.status, without.status]).toEqual([200, 200, 401]);
  });

  it('lets a token expire after half an hour, or sooner when told', async () => {
    vendor.clock.advance(30 * 60_000);
    const late = await vendor.get('/titles');
    await vendor.logIn();
    const renewed = await vendor.get('/titles');
    vendor.running.tokenLifeMs = 100;
    const sooner = await vendor.get('/titles');

    expect([late.status, renewed.status, sooner.status]).toEqual([401, 200, 401]);
  });

  it('answers 429 without Retry-After above ten calls in a second', async () => {
    vendor.clock.advance(1000);
    const url = vendor.urlOf('/titles');

    const answers = await Promise.all(Array.from({ length: 11 }, () => fetch(url)));

    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.has('retry-after')).toBe(false);
  });
});

describe('customers', () => {
  it('lists all of them whatever paging is asked for, without any stamp', async () => {
    const { body } = await vendor.get('/customers?limit=1&page=2');

    expect(body.Customers).toHaveLength(3);
    expect(body.Customers.flatMap(Object.keys).filter((key) => /date|modified|created|updated/i.test(key))).toEqual([]);
  });

  it('shows one alone with its primary contact, and phones as staff typed them', async () => {
    const ann = (await vendor.get(`/customers/${vendor.customerIdOf('Shaw')}`)).body.Customer;
    const bob = (await vendor.get(`/customers/${vendor.customerIdOf('Lee')}`)).body.Customer;
    const { Contacts } = (await vendor.get(`/customers/${ann.id}/contacts`)).body;

    expect(ann).toMatchObject({ name: 'Ann', mobile: '07700 900123', servicePlans: [] });
    expect(bob.telephonenumber).toBe('02079460123');
    expect(Contacts).toMatchObject([{ id: ann.contactid, surname: 'Shaw' }]);
  });

  it('writes empty values as missing, null and ""', async () => {
    const { Customers } = (await vendor.get('/customers')).body;

    const blanks = new Set(Customers.map((row) => row.addressline3));
    expect(blanks).toEqual(new Set([undefined, null, '']));
  });

  it('is created from a bracketed form and named only by the Location header', async () => {
    const answer = await vendor.send('POST', '/customers/3', newCustomer);
    const id = answer.headers.get('location')?.split('/').at(-1);
    const { Customer } = (await vendor.get(`/customers/${id}`)).body;

    expect(answer.status).toBe(201);
    expect(JSON.stringify(answer.body)).not.toContain(id);
    expect(Customer).toMatchObject({
      surname: 'Oak',
      emailaddress: 'dee@example.com',
      telephonenumber: '020 7946 0001',
      mobile: '07700 900001',
      town: 'Leeds',
      customertypesid: 3,
    });
  });

  it('is created from nested JSON, but not from JSON with bracketed names', async () => {
    const nested = {
      customertype: { contacts: { surname: 'Elm', contactstelephone: [{}, { telephonenumber: '07' }] } },
    };

    const good = await vendor.sendJson('/customers/1', nested);
    const bad = await vendor.sendJson('/customers/1', newCustomer);

    expect(good.status).toBe(201);
    expect(vendor.running.tables.customers?.get(vendor.customerIdOf('Elm'))?.mobile).toBe('07');
    expect(bad.status).toBe(400);
    expect(bad.body.errors.children).toHaveProperty('surname');
  });

  it('refuses an unknown type, a title in words, and a repeated uuid with a bare 500', async () => {
    const unknown = await vendor.send('POST', '/customers/99', newCustomer);
    const mister = await vendor.send('POST', '/customers/1', {
      ...newCustomer,
      'customertype[contacts][settingsTitlesid]': 'Mr',
    });
    await vendor.send('POST', '/customers/1', newCustomer);
    const repeated = await vendor.send('POST', '/customers/1', newCustomer);

    expect([unknown.status, mister.status, repeated.status]).toEqual([404, 400, 500]);
    expect(JSON.stringify(repeated.body)).not.toMatch(/uuid|duplicate/i);
    expect(vendor.running.tables.customers?.list()).toHaveLength(4);
  });

  it('loses on update whatever the body leaves out, but not the landline', async () => {
    const id = vendor.customerIdOf('Lee');
    vendor.running.tables.customers?.change(id, { town: 'York', emailaddress: 'bob@example.com' });

    const answer = await vendor.send('PUT', `/customers/${id}`, {
      'customertype[name]': 'Rob',
      'customertype[surname]': 'Lee',
      'customertype[email]': 'rob@example.com',
    });

    expect(answer.status).toBe(204);
    expect(vendor.running.tables.customers?.get(id)).toMatchObject({
      name: 'Rob',
      emailaddress: 'rob@example.com',
      town: null,
      telephonenumber: '02079460123',
    });
  });

  it('is deleted softly, by the API and at the screen', async () => {
    const [ann, bob] = [vendor.customerIdOf('Shaw'), vendor.customerIdOf('Lee')];

    await vendor.send('DELETE', `/customers/${ann}`, {});
    await fetch(`${vendor.running.url}/_sim/tables/customers/${bob}`, { method: 'DELETE' });
    const { Customers } = (await vendor.get('/customers')).body;

    expect(Customers.map((row) => row.deleted)).toEqual([1, 1, 0]);
  });

  it('has work addresses or a 404', async () => {
    const some = await vendor.get(`/customers/${vendor.customerIdOf('Park')}/workaddresses`);
    const none = await vendor.get(`/customers/${vendor.customerIdOf('Shaw')}/workaddresses`);

    expect(some.body.workAddress).toHaveLength(1);
    expect(none.status).toBe(404);
  });
});

describe('search', () => {
  it('finds by e-mail and by the phone as typed, and answers 404 when nothing is found', async () => {
    const byEmail = await vendor.get('/search?_format=json&q=ANN@example.com');
    const byPhone = await vendor.get('/search?_format=json&q=07700900123');
    const international = await vendor.get(`/search?_format=json&q=${encodeURIComponent('+447700900123')}`);

    expect(byEmail.body.search.properties).toMatchObject([{ customer_name: 'Ann Shaw' }]);
    expect(byPhone.body).toEqual(byEmail.body);
    expect(international.status).toBe(404);
  });

  it('names the parent of a work address only', async () => {
    const { properties } = (await vendor.get('/search?q=HU1')).body.search;

    const id = Number(vendor.customerIdOf('Park'));
    expect(properties[0]).not.toHaveProperty('parentpropertiesid_i');
    expect(properties[1]).toMatchObject({ parentpropertiesid_i: id });
  });
});
