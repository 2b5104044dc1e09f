import { createHmac } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/sources/simulator.ts';
import type { Collection } from '../../src/sources/source.ts';
import {
  collectionOf,
  connect,
  connectToSimulator,
  people,
  type SimulatedConnection,
  scanned,
} from './rossum-connection.ts';

const EXPORT = '/export';

let connection: SimulatedConnection;
let contacts: Collection;
let tasks: Collection;

beforeEach(async () => {
  connection = await connectToSimulator(people(30));
  contacts = collectionOf(connection.source, 'contact');
  tasks = collectionOf(connection.source, 'task');
});

afterEach(() => connection.close());

function annotation(matches: (row: Row) => boolean): Row {
  const row = connection.rossum.tables.annotations?.list().find(matches);
  if (!row) throw new Error('The simulator has no such annotation');
  return row;
}

const recordId = (row: Row) => `ann:${row.id}`;

describe('documents as contacts', () => {
  it('bring the senders of reviewed documents, with their provenance', async () => {
    const row = annotation(({ status }) => status === 'exported');

    const { records } = await scanned(contacts);

    const sender = records.find(({ id }) => id === recordId(row));
    expect(sender?.fields.company_name).toMatch(/^Company/);
    expect(sender?.fields.email).toMatch(/@example\.com$/);
    expect(sender?.documentId).toMatch(/^\d+$/);
    expect(sender?.confidence).toBeGreaterThan(0);
    expect(sender?.url).toBe(`${new URL(connection.rossum.url).origin}/document/${row.id}`);
  });

  it('are read for all ids with one call a queue', async () => {
    const ids = (await scanned(contacts)).records.map(({ id }) => id).filter((id) => id.startsWith('ann:'));
    const before = connection.count(EXPORT);

    const found = await contacts.read(ids.map((id) => ({ id })));

    expect(ids.length).toBeGreaterThan(2);
    expect(found.map((record) => (record instanceof Error ? null : record?.id))).toEqual(ids);
    expect(connection.count(EXPORT)).toBe(before + 2);
  });

  it('are kept when their document is gone', async () => {
    const [gone] = await contacts.read([{ id: 'ann:999999999' }]);

    expect(gone).toMatchObject({ code: 'NOT_FOUND', retry: 'never' });
  });

  it('refuse an id that is no number without a call', async () => {
    const [answer] = await contacts.read([{ id: 'ann:../x' }]);

    expect(answer).toMatchObject({ code: 'INVALID' });
    expect(connection.rossum.calls).toHaveLength(0);
  });
});

describe('documents as tasks', () => {
  it('are open until somebody accepts them', async () => {
    const open = annotation(({ status }) => status === 'to_review');
    const done = annotation(({ status }) => status === 'exported');

    const found = await tasks.read([open, done].map((row) => ({ id: recordId(row) })));

    expect(found).toMatchObject([
      { fields: { completed: false, status: 'to_review' } },
      { fields: { completed: true, status: 'exported' } },
    ]);
  });

  it('belong to the contact that was read from the same document', async () => {
    const done = annotation(({ status }) => status === 'exported');

    const [list, none] = (await tasks.listFor?.([recordId(done), 'unknown'])) ?? [];

    expect(list).toMatchObject([{ id: recordId(done), contactId: recordId(done) }]);
    expect(none).toEqual([]);
  });

  it('cannot be changed through the gateway', async () => {
    const id = recordId(annotation(({ status }) => status === 'to_review'));
    const before = connection.rossum.calls.length;

    await expect(tasks.write?.update?.({ id }, { completed: true }, {})).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    await expect(tasks.write?.remove?.({ id })).rejects.toMatchObject({ code: 'UNSUPPORTED' });

    expect(connection.rossum.calls).toHaveLength(before);
  });
});

describe('the feed of documents', () => {
  it('brings all at first, then what a person changed', async () => {
    const first = await scanned(tasks);
    const open = annotation(({ status }) => status === 'to_review');
    connection.rossum.tables.annotations?.change(String(open.id), { status: 'confirmed' });

    const second = await scanned(tasks, first.resume);

    const documents = connection.rossum.tables.annotations?.list().length ?? 0;
    expect(first.records.filter(({ id }) => id.startsWith('ann:'))).toHaveLength(documents);
    expect(second.records).toMatchObject([{ id: recordId(open), fields: { completed: true } }]);
  });

  it('sees everything once when another queue is configured', async () => {
    const [queue = ''] = connection.rossum.settings.ROSSUM_QUEUE_IDS?.split(',') ?? [];
    const narrow = connect({ ...connection.rossum.settings, ROSSUM_QUEUE_IDS: queue });
    const few = await scanned(collectionOf(narrow.source, 'task'));
    await narrow.close();

    const more = await scanned(tasks, few.resume);

    const documents = connection.rossum.tables.annotations?.list().length ?? 0;
    expect(few.records.filter(({ id }) => id.startsWith('ann:')).length).toBeLessThan(documents);
    expect(more.records.filter(({ id }) => id.startsWith('ann:'))).toHaveLength(documents);
  });
});

describe('pages', () => {
  let vendor: FastifyInstance;
  let asked: string[];
  let nextLink: (origin: string) => string;

  beforeEach(() => {
    asked = [];
    nextLink = (origin) => `${origin}/api/v1/labels?cursor=a%2Bb%3D%3D&page_size=100`;
    vendor = Fastify();
    vendor.get('/api/v1/labels', (request) => {
      asked.push(request.url);
      const last = asked.length > 1;
      const results = [{ id: asked.length, name: `Label ${asked.length}`, color: null, organization: 'x' }];
      return { pagination: { next: last ? null : nextLink(`http://${request.host}`), previous: null }, results };
    });
  });

  afterEach(() => vendor.close());

  async function labels() {
    const ROSSUM_BASE_URL = await vendor.listen({ port: 0, host: '127.0.0.1' });
    const { source, close } = connect({ ROSSUM_BASE_URL, ROSSUM_TOKEN: 'token' });
    return scanned(collectionOf(source, 'tag')).finally(close);
  }

  it('are followed by the link as it came', async () => {
    const { records } = await labels();

    expect(records.map(({ id }) => id)).toEqual(['1', '2']);
    expect(asked[1]).toBe('/api/v1/labels?cursor=a%2Bb%3D%3D&page_size=100');
  });

  it('are not followed to another host', async () => {
    nextLink = () => 'https://elsewhere.example/api/v1/labels?cursor=abc';

    await expect(labels()).rejects.toMatchObject({ code: 'MALFORMED' });

    expect(asked).toHaveLength(1);
  });
});

describe('webhooks', () => {
  const event = (queue: string, more: object = {}) => ({
    request_id: 'ae7b0a5c-0000-4000-8000-000000000001',
    event: 'annotation_status',
    action: 'changed',
    annotation: { id: 314521, status: 'confirmed', queue: `https://acme.rossum.app/api/v1/queues/${queue}` },
    ...more,
  });
  const secret = () => connection.rossum.settings.ROSSUM_WEBHOOK_SECRET ?? '';
  const queue = () => connection.rossum.settings.ROSSUM_QUEUE_IDS?.split(',')[0] ?? '';
  const sign = (body: Buffer, key: string) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

  it('are accepted with the signature of any of the secrets, and no other', () => {
    const { source } = connect({ ...connection.rossum.settings, ROSSUM_WEBHOOK_SECRET: `new,${secret()}` });
    const body = Buffer.from('{"a":1}');
    const signatures = [sign(body, secret()), sign(body, 'new'), sign(body, 'other'), 'sha256=abc', undefined];

    const accepted = signatures.map((signature) =>
      source.webhooks?.verify(body, { 'x-rossum-signature-sha256': signature }),
    );

    expect(accepted).toEqual([true, true, false, false, false]);
  });

  it('are absent without a secret', () => {
    const { source } = connect({ ...connection.rossum.settings, ROSSUM_WEBHOOK_SECRET: '' });

    expect(source.webhooks).toBeUndefined();
  });

  it('tell of the document as task and, once accepted or extracted, as contact', () => {
    const { webhooks } = connection.source;
    const reopened = { annotation: { id: 5, status: 'to_review', queue: `/queues/${queue()}` } };

    expect(webhooks?.notices(event(queue()))).toEqual([
      { kind: 'contact', id: 'ann:314521' },
      { kind: 'task', id: 'ann:314521' },
    ]);
    expect(webhooks?.notices(event(queue(), reopened))).toEqual([{ kind: 'task', id: 'ann:5' }]);
    expect(
      webhooks?.notices(event(queue(), { ...reopened, event: 'annotation_content', action: 'initialize' })),
    ).toEqual([
      { kind: 'contact', id: 'ann:5' },
      { kind: 'task', id: 'ann:5' },
    ]);
    expect(webhooks?.deliveryId(event(queue()), {})).toBe('ae7b0a5c-0000-4000-8000-000000000001');
  });

  it('tell nothing of other queues, other events and broken bodies', () => {
    const { webhooks } = connection.source;
    const bodies = [event('1'), event(queue(), { action: 'started' }), { event: 'x' }, null];

    expect(bodies.flatMap((body) => webhooks?.notices(body))).toEqual([]);
    expect(webhooks?.deliveryId(null, {})).toBeNull();
  });

  it('sent by the system are understood', async () => {
    const receiver = Fastify();
    receiver.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    const received = new Promise<{ verified: boolean; body: unknown }>((resolve) => {
      receiver.post('/', (request) => {
        const raw = request.body as Buffer;
        const headers = request.headers as Record<string, string>;
        resolve({ verified: connection.source.webhooks?.verify(raw, headers) ?? false, body: JSON.parse(String(raw)) });
        return {};
      });
    });
    connection.rossum.webhooks.url = await receiver.listen({ port: 0, host: '127.0.0.1' });
    const open = annotation(({ status }) => status === 'to_review');

    connection.rossum.tables.annotations?.change(String(open.id), { status: 'confirmed' });
    const { verified, body } = await received;
    await receiver.close();

    expect(verified).toBe(true);
    expect(connection.source.webhooks?.notices(body)).toContainEqual({ kind: 'contact', id: recordId(open) });
  });
});
