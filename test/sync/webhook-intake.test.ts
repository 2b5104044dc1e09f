import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Kind } from '../../src/model/kind.ts';
import type { InboxItem } from '../../src/store/shapes.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { createIntake, type Mail } from '../../src/sync/intake.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

const MB = 1024 * 1024;

let world: World;
beforeAll(async () => {
  world = await startWorld({ systems: ['commusoft'], clock: createFastClock(), people: () => samplePeople(3) });
});
afterAll(closeWorlds);

const secret = () => world.simulator('commusoft').settings.COMMUSOFT_WEBHOOK_SECRET ?? '';
const signed = (body: string | Uint8Array) => createHmac('sha256', secret()).update(body).digest('hex');
const event = (id: unknown, deliveryid: unknown) => JSON.stringify({ event: 'customer.updated', id, deliveryid });

/** An answer to a webhook. */
interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** Sends those bytes with the signature that fits them, unless the headers say otherwise. */
async function post(body: string | Uint8Array, headers: Record<string, string> = {}, path = 'commusoft') {
  const answer = await fetch(`${world.url}/webhooks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-commusoft-signature': signed(body), ...headers },
    body: Buffer.from(body),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Checks that a refusal is JSON with a code and advice, and answers the code. */
function codeOf({ status, text }: Refusal): string {
  const { code, message, ...rest } = JSON.parse(text) as Record<string, string>;
  expect(rest).toEqual({});
  expect(message).toMatch(/: \w/);
  expect(text).not.toContain(secret());
  return `${status} ${code}`;
}

describe('a webhook is refused in words', () => {
  it.each([
    ['of more than a megabyte', () => post('x'.repeat(MB + 1)), '413 TOO_LARGE'],
    ['that is empty', () => post(''), '400 INVALID'],
    ['that is no JSON', () => post('{"half": '), '400 INVALID'],
    ['that is nested without end', () => post('['.repeat(9000) + ']'.repeat(9000)), '400 INVALID'],
    ['that is no UTF-8', () => post(Uint8Array.of(0xff, 0xfe, 0x00)), '400 INVALID'],
    ['without a signature', () => post('{}', { 'x-commusoft-signature': '' }), '401 UNAUTHORIZED'],
    ['that is compressed', () => post(gzipSync('{}'), { 'content-encoding': 'gzip' }), '415 UNSUPPORTED'],
    ['of a content type that is none', () => post('{}', { 'content-type': 'nonsense' }), '415 UNSUPPORTED'],
    ['of an unknown system', () => post('{}', {}, 'mars'), '404 NOT_CONNECTED'],
    ['for an unknown workspace', () => post('{}', {}, 'commusoft/nobody'), '404 NOT_CONNECTED'],
  ])('%s', async (_, send, code) => {
    expect(codeOf(await send())).toBe(code);
  });

  it('by its signature before anything of it is parsed', async () => {
    const headers = { 'x-commusoft-signature': signed('another body') };

    expect(codeOf(await post('no JSON, private@example.com', headers))).toBe('401 UNAUTHORIZED');
    expect((await post('no JSON, private@example.com', headers)).text).not.toContain('private');
  });

  it('of more than a megabyte that does not say its length', async () => {
    const body = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(MB / 32, 'x')));

    const answer = await fetch(`${world.url}/webhooks/commusoft`, { method: 'POST', body, duplex: 'half' });

    expect(codeOf({ status: answer.status, text: await answer.text() })).toBe('413 TOO_LARGE');
  });

  it('that is broken off costs nothing', async () => {
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /webhooks/commusoft HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"half"');
    await new Promise<void>((resolve) => socket.end(resolve));

    expect((await post(event(1, 'after a broken one'))).status).toBe(204);
  });
});

describe('a webhook is taken', () => {
  it.each(['application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded'])(
    'as the bytes it is, also as %s',
    async (type) => {
      const answer = await post(event('20001', `as ${type}`), { 'content-type': type });

      expect(answer).toEqual({ status: 204, text: '' });
    },
  );

  it('without a content type and in pieces of no told length', async () => {
    const body = event('20001', 'in pieces');
    const pieces = Readable.from([...body].map((letter) => Buffer.from(letter)));
    const headers = { 'x-commusoft-signature': signed(body) };

    const answer = await fetch(`${world.url}/webhooks/commusoft`, {
      method: 'POST',
      body: pieces,
      headers,
      duplex: 'half',
    });

    expect(answer.status).toBe(204);
  });

  it('whatever its JSON is, and is answered cleanly', async () => {
    const odd = fc.oneof(
      fc.json(),
      fc.record({ event: fc.string(), id: fc.oneof(fc.string(), fc.integer(), fc.jsonValue()) }).map(toJson),
      fc.record({ event: fc.constant('customer.updated'), id: fc.string({ unit: 'binary' }) }).map(toJson),
    );

    await fc.assert(
      fc.asyncProperty(odd, async (body) => {
        expect(await post(body)).toEqual({ status: 204, text: '' });
      }),
      { numRuns: 100 },
    );
  });

  it('only with its own signature, whatever its bytes are', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 });

    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (body, other) => {
        fc.pre(!Buffer.from(body).equals(Buffer.from(other)));
        expect((await post(body, { 'x-commusoft-signature': signed(other) })).status).toBe(401);
      }),
      { numRuns: 50 },
    );
  });
});

describe('many webhooks at once', () => {
  it('are all kept when they are answered, each delivery once', async () => {
    const { sync } = world.running.gateway;
    const before = Number(await sync.store.settings.get('lastWebhook:commusoft'));

    const storm = Array.from({ length: 600 }, (_, i) => event(`storm-${i % 400}`, `storm-${i % 400}`));
    const answers = await Promise.all(storm.map((body) => post(body)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await keptDeliveries('storm-')).length).toBe(400);
    expect(await sync.store.settings.get('lastWebhook:commusoft')).toBeGreaterThan(before);
  });

  it('that wait together share one commit and one doubt of each kind', async () => {
    const { sync } = world.running.gateway;
    const commits = vi.spyOn(sync.store, 'transaction');
    const doubts = vi.spyOn(sync.freshness, 'doubt');
    const keep = createIntake(sync);

    await Promise.all(Array.from({ length: 100 }, (_, i) => keep(mail(i % 2 === 0 ? 'contact' : 'task', i))));
    const urgent = commits.mock.calls.filter(([, options]) => options?.urgent).length;
    const kinds = doubts.mock.calls.map(([, kind, scopes]) => `${scopes.length} ${kind}`);
    commits.mockRestore();
    doubts.mockRestore();

    expect([urgent, ...kinds]).toEqual([1, '50 contact', '50 task']);
    expect((await keptDeliveries('together-')).length).toBe(100);
  });

  it('are not acknowledged where they cannot be kept; the one that cannot takes no other with it', async () => {
    const { sync } = world.running.gateway;
    const transaction = sync.store.transaction.bind(sync.store);
    const add = async (tx: Store, items: readonly InboxItem[]) => {
      if (items.some(({ recordId }) => recordId === 'poison')) throw new Error('disk of user@example.com is full');
      return tx.inbox.add(items);
    };
    const broken = vi
      .spyOn(sync.store, 'transaction')
      .mockImplementation((work, options) =>
        transaction((tx) => work({ ...tx, inbox: { ...tx.inbox, add: (items) => add(tx, items) } }), options),
      );

    const ids = ['well-1', 'well-2', 'poison', 'well-3', 'well-4'];
    const answers = await Promise.all(ids.map((id) => post(event(id, `mixed-${id}`))));
    broken.mockRestore();
    const again = await post(event('poison', 'mixed-poison'));

    expect(answers.map(({ status }) => status)).toEqual([204, 204, 500, 204, 204]);
    expect(answers[2]?.text).not.toContain('example.com');
    expect(again.status).toBe(204);
    expect((await keptDeliveries('mixed-')).sort()).toEqual(ids.map((id) => `mixed-${id}`).sort());
  });
});

/** What is on the disk, read as another process would read it. */
async function keptDeliveries(start: string): Promise<string[]> {
  const db = await openSqlite(world.config.dataDir);
  const rows = await db.selectFrom('inbox').select('delivery_id').where('delivery_id', 'like', `${start}%`).execute();
  await db.destroy();
  return rows.map((row) => row.delivery_id);
}

function mail(kind: Kind, number: number): Mail {
  const id = `together-${number}`;
  const receivedAt = world.running.gateway.sync.clock.now();
  const notice = { id, system: 'commusoft', kind, recordId: id, contactRecordId: null, deliveryId: id };
  return { system: 'commusoft', receivedAt, items: [{ ...notice, receivedAt, attempts: 0 }] };
}

function toJson(value: unknown): string {
  return JSON.stringify(value);
}
