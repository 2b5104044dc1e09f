import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/sources/simulator.ts';
import { startReceiver, startVendor, type Vendor } from './rossum-vendor.ts';

let vendor: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.rossum.close());

const sha256 = (secret: string, text: string) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

async function annotationIn(queue: number): Promise<Row> {
  const { body } = await vendor.call('GET', `/api/v1/annotations?status=to_review&queue=${queue}&page_size=1`);
  return body.results[0] ?? {};
}

/** A second passes with every call, and the vendor's retries come by its clock. */
async function timePassesUntil(event: Promise<unknown>): Promise<void> {
  let happened = false;
  const watch = event.then(() => {
    happened = true;
  });
  while (!happened) await vendor.call('GET', '/api/v1/hooks');
  await watch;
}

describe('webhooks of the simulated Rossum', () => {
  it('tells the configured address, signed over the raw body, when a person changes a status', async () => {
    const receiver = await startReceiver();
    vendor.rossum.webhooks.url = receiver.url;
    const { id } = await annotationIn(8101);

    vendor.rossum.tables.annotations?.change(String(id), { status: 'postponed' });

    const [delivery] = await receiver.received(1);
    const secret = vendor.rossum.settings.ROSSUM_WEBHOOK_SECRET ?? '';
    expect(delivery?.headers['x-rossum-signature-sha256']).toBe(sha256(secret, delivery?.text ?? ''));
    expect(delivery?.body).toMatchObject({
      event: 'annotation_status',
      action: 'changed',
      base_url: vendor.rossum.url,
      annotation: { id, status: 'postponed', previous_status: 'to_review' },
      document: { original_file_name: expect.stringMatching(/\.pdf$/) },
    });
    expect(delivery?.body.document).not.toHaveProperty('annotations');
    await receiver.close();
  });

  it('announces a new document with its content and then its status', async () => {
    const receiver = await startReceiver();
    vendor.rossum.webhooks.url = receiver.url;

    vendor.rossum.tables.annotations?.add({ file_name: 'new.pdf', values: { sender_name: 'Newcomer Ltd' } });

    const events = (await receiver.received(2)).map(({ body }) => `${body.event}.${body.action}`);
    expect(new Set(events)).toEqual(new Set(['annotation_content.initialize', 'annotation_status.changed']));
    await receiver.close();
  });

  it('sees a person edit a form and throw a document away as changes of status', async () => {
    const receiver = await startReceiver();
    vendor.rossum.webhooks.url = receiver.url;
    const { id } = await annotationIn(8101);
    const row = vendor.rossum.tables.annotations?.get(String(id)) ?? {};

    vendor.rossum.tables.annotations?.change(String(id), { ...row, values: { sender_name: 'Corrected Ltd' } });
    await receiver.received(1);
    vendor.rossum.tables.annotations?.remove(String(id));

    const told = (await receiver.received(2)).map(({ body }) => [
      body.annotation.previous_status,
      body.annotation.status,
    ]);
    const { body } = await vendor.call('GET', `/api/v1/annotations/${id}`);
    expect(told).toEqual([
      ['reviewing', 'to_review'],
      ['to_review', 'deleted'],
    ]);
    expect(body).toMatchObject({ status: 'deleted', deleted_at: body.modified_at });
    await receiver.close();
  });

  it('calls a hook made by API with its own secret, only for its queues, and again after a 503', async () => {
    const receiver = await startReceiver(503);
    const queues = [`${vendor.rossum.url}/api/v1/queues/8101`];
    const config = { url: receiver.url, secret: 'mine' };
    const hook = { type: 'webhook', name: 'Gateway', queues, events: ['annotation_status.changed'], config };
    const made = await vendor.call('POST', '/api/v1/hooks', hook);
    const other = await annotationIn(8102);
    const ours = await annotationIn(8101);

    await vendor.call('POST', `/api/v1/annotations/${other.id}/delete`);
    await vendor.call('POST', `/api/v1/annotations/${ours.id}/delete`);
    const both = receiver.received(2);
    await timePassesUntil(both);

    const [first, second] = await both;
    expect(made.status).toBe(201);
    expect(second?.text).toBe(first?.text);
    expect(second?.headers['x-rossum-signature-sha256']).toBe(sha256('mine', second?.text ?? ''));
    expect(second?.body).toMatchObject({ hook: made.body.url, annotation: { id: ours.id } });
    await receiver.close();
  });

  it('finds hooks by their address and refuses events that do not exist', async () => {
    const hook = { type: 'webhook', name: 'Gateway', config: { url: 'http://127.0.0.1:9/x' } };
    await vendor.call('POST', '/api/v1/hooks', { ...hook, events: ['annotation_status'] });

    const found = await vendor.call('GET', `/api/v1/hooks?config_url=${encodeURIComponent(hook.config.url)}`);
    const refused = await vendor.call('POST', '/api/v1/hooks', { ...hook, events: ['annotation.confirmed'] });

    expect(found.body.results).toHaveLength(1);
    expect(refused.status).toBe(400);
  });
});
