import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ed25519Matches, readPublicKey } from '../../src/base/signature.ts';
import { startVendor, type Vendor } from './ghl-vendor.ts';

interface Delivery {
  readonly raw: Buffer;
  readonly signature: string;
  readonly event: Record<string, unknown>;
}

let vendor: Vendor;
let inbox: Server;
let deliveries: Delivery[];
let arrived: () => void;

beforeEach(async () => {
  vendor = await startVendor();
  deliveries = [];
  arrived = () => undefined;
  inbox = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    deliveries.push({ raw, signature: String(request.headers['x-ghl-signature']), event: JSON.parse(raw.toString()) });
    response.end();
    arrived();
  });
  await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
  vendor.running.webhooks.url = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/`;
});

afterEach(async () => {
  await vendor.running.close();
  inbox.closeAllConnections();
  inbox.close();
});

/** Resolves with the types of the first `count` deliveries, sorted, once they are there. */
async function types(count: number): Promise<unknown[]> {
  while (deliveries.length < count)
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  return deliveries.map(({ event }) => event.type).sort();
}

/** Deletes a note last, so that its event marks the end of what was sent before. */
async function finish(count: number): Promise<unknown[]> {
  const [note] = vendor.running.tables.notes?.list() ?? [];
  vendor.running.tables.notes?.remove(String(note?.id));
  return (await types(count + 1)).filter((type) => type !== 'NoteDelete');
}

describe('webhooks', () => {
  it('are signed over the raw bytes with the key of the settings', async () => {
    await vendor.call('PUT', `/contacts/${vendor.idOf('Marsh')}`, { city: 'Hull' });
    await types(1);

    const [delivery] = deliveries;
    const key = readPublicKey(String(vendor.running.settings.GHL_WEBHOOK_PUBLIC_KEY), 'ed25519');
    const keys = key ? [key] : [];
    expect(delivery && ed25519Matches(delivery.raw, delivery.signature, keys)).toBe(true);
    expect(delivery && ed25519Matches(Buffer.from('{}'), delivery.signature, keys)).toBe(false);
  });

  it('are flat and say neither when the contact changed nor who did it', async () => {
    await vendor.call('PUT', `/contacts/${vendor.idOf('Marsh')}`, { city: 'Hull' });
    await types(1);

    const event = deliveries[0]?.event;
    expect(event).toMatchObject({
      type: 'ContactUpdate',
      locationId: vendor.locationId,
      id: vendor.idOf('Marsh'),
      city: 'Hull',
      name: 'Ada Marsh',
      tags: ['vip', 'landlord'],
      timestamp: new Date(vendor.clock.now()).toISOString(),
    });
    expect(event?.webhookId).toMatch(/^[0-9a-f-]{36}$/);
    expect(event).not.toHaveProperty('dateUpdated');
  });

  it('tell of tags and of other fields apart, and of nothing where nothing changed', async () => {
    const path = `/contacts/${vendor.idOf('Marsh')}`;
    await vendor.call('PUT', path, { city: 'Leeds' });
    await vendor.call('POST', `${path}/tags`, { tags: ['vip'] });
    await vendor.call('POST', `${path}/tags`, { tags: ['new'] });
    await vendor.call('PUT', path, { dnd: true });

    expect(await finish(2)).toEqual(['ContactDndUpdate', 'ContactTagUpdate']);
  });

  it('tell when a task is completed, but of no other change of it', async () => {
    const path = `/contacts/${vendor.idOf('Marsh')}/tasks`;
    const body = { title: 'Fit pump', dueDate: '2025-06-03T10:00:00Z', completed: false };
    const { task } = (await vendor.call('POST', path, body)).body;
    await vendor.call('PUT', `${path}/${task.id}`, { title: 'Fit a pump' });
    await vendor.call('PUT', `${path}/${task.id}/completed`, { completed: true });
    await vendor.call('PUT', `${path}/${task.id}/completed`, { completed: false });
    await vendor.call('DELETE', `${path}/${task.id}`);

    expect(await finish(3)).toEqual(['TaskComplete', 'TaskCreate', 'TaskDelete']);
  });

  it('of new tasks can lack the contact and the body, as reported of the live system', async () => {
    vendor.running.bareTaskCreate = true;
    vendor.running.tables.tasks?.add({ title: 'Bare', body: 'x', contactId: vendor.idOf('Cole'), completed: false });
    await types(1);

    expect(deliveries[0]?.event).toMatchObject({ type: 'TaskCreate', title: 'Bare' });
    for (const field of ['contactId', 'body']) expect(deliveries[0]?.event).not.toHaveProperty(field);
  });

  it('nest an appointment under its name', async () => {
    const [row] = vendor.running.tables.appointments?.list() ?? [];
    vendor.running.tables.appointments?.change(String(row?.id), { title: 'Second survey' });
    await types(1);

    expect(deliveries[0]?.event).toMatchObject({ type: 'AppointmentUpdate', appointment: { title: 'Second survey' } });
    expect(deliveries[0]?.event).not.toHaveProperty('id');
  });

  it('are sent for a person’s edits too, which are stamped like any other', async () => {
    vendor.clock.advance(60_000);
    const url = `${vendor.running.url}/_sim/tables/contacts/${vendor.idOf('Cole')}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ lastName: 'Coleman' }) });
    await types(1);

    expect(await answer.json()).toMatchObject({ dateUpdated: new Date(vendor.clock.now()).toISOString() });
    expect(deliveries[0]?.event).toMatchObject({ type: 'ContactUpdate', lastName: 'Coleman' });
  });

  it('of a deleted contact say nothing of its tasks, notes and appointments', async () => {
    await vendor.call('DELETE', `/contacts/${vendor.idOf('Marsh')}`);
    vendor.running.tables.tags?.add({ name: 'no event' });
    vendor.running.tables.contacts?.change(vendor.idOf('Cole'), { city: 'Hull' });

    expect(await types(2)).toEqual(['ContactDelete', 'ContactUpdate']);
    expect(vendor.running.tables.notes?.list()).toEqual([]);
  });
});
