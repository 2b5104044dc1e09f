import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVendor, type Vendor } from './commusoft-vendor.ts';

const RFC_4122 = /^[\da-f]{8}(-[\da-f]{4}){4}[\da-f]{8}$/;

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(() => vendor.running.close());

describe('jobs', () => {
  it('come as report rows with spaced names, short dates and some rows twice', async () => {
    const { jobs } = (await vendor.get('/jobs')).body;

    const ids = jobs.map((row) => row.jobId);
    expect(jobs[0]).toMatchObject({
      'Job Description': 'Fit new boiler',
      'Job Status': 'Completed',
      'Completed Date': '03/07/26',
      'Customer Name': 'Ann Shaw',
      'Engineer Name': 'Mo Khan',
      'Last Diary Event': '02/07/26 30 mins(10:00 am to 10:30 am)',
    });
    expect(ids.length).toBe(new Set(ids).size + 1);
    expect(jobs.some((row) => !RFC_4122.test(String(row['Job Uuid'])))).toBe(true);
  });

  it('are paged by names with spaces, counted from one', async () => {
    const all = (await vendor.get('/jobs')).body.jobs;
    const second = (await vendor.get('/jobs?number%20of%20records=2&starting%20record=3')).body.jobs;
    const beyond = await vendor.get('/jobs?number+of+records=2&starting+record=50');
    const completed = (await vendor.get('/jobs?status=completed')).body.jobs;

    expect(second).toEqual(all.slice(2, 4));
    expect(beyond.body).toEqual({ jobs: [] });
    expect(new Set(completed.map((row) => row['Job Number'])).size).toBe(1);
  });

  it('of a customer include those at its work address; none is a 404', async () => {
    const park = vendor.customerIdOf('Park');
    const { workAddress } = (await vendor.get(`/customers/${park}/workaddresses`)).body;
    const some = (await vendor.get(`/customers/${park}/jobs`)).body.Jobs;
    const none = await vendor.get(`/customers/${vendor.customerIdOf('Lee')}/jobs`);
    const atSite = (await vendor.get(`/jobs?customerID=${workAddress[0]?.id}`)).body.jobs;

    expect(some).toHaveLength(4);
    expect(atSite.length).toBeGreaterThan(0);
    expect(atSite[0]).toMatchObject({ 'Customer Name': 'Park Ltd', 'Customer.Account.Number': `CUS${park}` });
    expect(none.status).toBe(404);
  });

  it('are created for a customer, and get a completion date when completed at the screen', async () => {
    const bob = vendor.customerIdOf('Lee');

    const { body } = await vendor.send('POST', `/customers/${bob}/jobs`, { 'job[description]': 'Leak' });
    vendor.running.tables.jobs?.change(String(body.jobId), { status: 'completed' });
    const { Jobs } = (await vendor.get(`/customers/${bob}/jobs`)).body;

    expect(Jobs).toMatchObject([{ id: body.jobId, description: 'Leak', completedon: '2026-07-01 10:00:00' }]);
  });
});

describe('diary', () => {
  it('answers a window of days in local time, and nothing without a window', async () => {
    const inside = await vendor.get('/diaryevents?fromdate=2026-07-02&todate=2026-07-02');
    const outside = await vendor.get('/diaryevents?fromdate=2026-08-01&todate=2026-08-31');
    const endless = await vendor.get('/diaryevents');

    expect(inside.body.events).toMatchObject([{ start: '2026-07-02 10:00:00', description: 'Boiler visit' }]);
    expect(inside.body.events[0]?.redirectDetails.jobId).toBeGreaterThan(0);
    expect(outside.body).toEqual({ events: [] });
    expect(endless.status).toBe(400);
  });

  it('refuses an overlapping visit of the same engineer only', async () => {
    const [busy, free] = (await vendor.get('/users')).body.users.map(({ id }) => String(id));
    const visit = { 'data[event_start]': '2026-07-05 09:00', 'data[event_end]': '2026-07-05 10:00' };

    const first = await vendor.send('POST', '/diaryevents', { ...visit, 'data[resourceId]': String(busy) });
    const second = await vendor.send('POST', '/diaryevents', { ...visit, 'data[resourceId]': String(busy) });
    const other = await vendor.send('POST', '/diaryevents', { ...visit, 'data[resourceId]': String(free) });
    const jobless = await vendor.send('POST', '/diaryevents', {
      ...visit,
      'data[resourceId]': '14',
      'data[eventType]': 'job',
    });

    expect([first.status, second.status, other.status, jobless.status]).toEqual([201, 400, 201, 400]);
    expect(JSON.stringify(second.body)).toContain('overlapping');
    expect(Object.keys(jobless.body.errors.children)).toEqual(['jobid']);
  });
});

describe('partner endpoints', () => {
  it('keep notes of a customer; an empty list is a 404', async () => {
    const bob = `/customers/${vendor.customerIdOf('Lee')}/notes`;
    const note = { 'communicationsnote[title]': 'Dog', 'communicationsnote[note]': 'Bites' };

    const before = await vendor.get(bob);
    const { id } = (await vendor.send('POST', bob, note)).body;
    const { communicationsnotes } = (await vendor.get(bob)).body;
    const elsewhere = await vendor.get(`/customers/${vendor.customerIdOf('Shaw')}/notes/${id}`);
    const removed = await vendor.send('DELETE', `${bob}/${id}`, {});

    expect([before.status, elsewhere.status, removed.status]).toEqual([404, 404, 204]);
    expect(communicationsnotes).toEqual([
      { id, title: 'Dog', note: 'Bites', createdondatetime: '2026-07-01 10:00:00' },
    ]);
    expect((await vendor.get(bob)).status).toBe(404);
  });

  it('keep office tasks, replaced as a whole by an update', async () => {
    const ann = `/customers/${vendor.customerIdOf('Shaw')}/tasks`;

    const [task] = (await vendor.get(ann)).body.officetasks;
    const put = { 'officetask[description]': 'Call again', 'officetask[completed]': 'true' };
    const answer = await vendor.send('PUT', `${ann}/${task?.id}`, put);

    expect(task).toMatchObject({
      description: 'Call about the quote',
      duedate: '2026-07-02 10:00:00',
      user: 'Mo Khan',
    });
    expect(answer.status).toBe(204);
    expect(vendor.running.tables.tasks?.get(String(task?.id))).toMatchObject({
      description: 'Call again',
      completed: 1,
      duedate: null,
      user: null,
    });
  });

  it('refuse a due date with a time zone', async () => {
    const ann = `/customers/${vendor.customerIdOf('Shaw')}/tasks`;

    const task = { 'officetask[description]': 'Call', 'officetask[duedate]': '2026-07-02T09:00:00Z' };
    const answer = await vendor.send('POST', ann, task);

    expect(answer.status).toBe(400);
    expect(answer.body.errors.children).toHaveProperty('duedate');
  });
});

describe('webhooks', () => {
  it('tell of a new customer, signed, and of no change', async () => {
    const heard: { body: string; signature: unknown }[] = [];
    const listener = createServer(async (request, response) => {
      const chunks = await request.toArray();
      heard.push({ body: Buffer.concat(chunks).toString(), signature: request.headers['x-commusoft-signature'] });
      response.end();
      listener.emit('heard');
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    vendor.running.webhooks.url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;

    vendor.running.tables.customers?.change(vendor.customerIdOf('Lee'), { town: 'York' });
    const told = once(listener, 'heard');
    const added = vendor.running.tables.customers?.add({ name: 'Flo', surname: 'Ash' });
    await told;
    listener.close();

    const body = JSON.stringify({ event: 'new_customer', id: added?.id });
    const secret = String(vendor.running.settings.COMMUSOFT_WEBHOOK_SECRET);
    expect(heard).toEqual([{ body, signature: createHmac('sha256', secret).update(body).digest('hex') }]);
  });
});
