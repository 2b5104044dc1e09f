import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition } from '../../src/sources/rossum/index.ts';
import type { Collection, SourceRecord } from '../../src/sources/source.ts';
import {
  collectionOf,
  connect,
  connectToSimulator,
  firstPage,
  people,
  type SimulatedConnection,
  scanned,
} from './rossum-connection.ts';

const FIND = '/data/find';
const LOGIN = '/auth/login';

let connection: SimulatedConnection;
let contacts: Collection;

beforeEach(async () => {
  connection = await connectToSimulator(people(3), { ROSSUM_QUEUE_IDS: '' });
  contacts = collectionOf(connection.source, 'contact');
});

afterEach(() => connection.close());

async function anyContact(): Promise<SourceRecord> {
  const [first] = (await scanned(contacts)).records;
  if (!first) throw new Error('The simulator is empty');
  return first;
}

describe('the settings', () => {
  it('ask for a user and password or a token by name', () => {
    const result = definition.settings.safeParse({ ROSSUM_BASE_URL: 'https://acme.rossum.app' });

    expect(result.error?.issues[0]?.message).toContain('ROSSUM_USERNAME and ROSSUM_PASSWORD, or ROSSUM_TOKEN');
  });

  it('bring the base URL down to the origin', () => {
    const settings = definition.settings.parse({
      ROSSUM_BASE_URL: 'https://elis.rossum.ai/api/v1',
      ROSSUM_TOKEN: 'token',
    });

    expect(definition.baseUrl(settings)).toBe('https://elis.rossum.ai');
  });
});

describe('the login', () => {
  it('logs in once for many calls at the same time', async () => {
    const kinds = ['contact', 'task', 'note', 'appointment', 'tag'] as const;

    await Promise.all(kinds.map((kind) => collectionOf(connection.source, kind).read([{ id: '1' }])));

    expect(connection.count(LOGIN)).toBe(1);
  });

  it('logs in again when the token is refused and repeats the call', async () => {
    await connection.source.probe();
    connection.rossum.faults.push({ match: '/data/find', kind: 'status', status: 401, times: 1 });

    const { records } = await scanned(contacts);

    expect(records).toHaveLength(3);
    expect(connection.count(LOGIN)).toBe(2);
  });

  it('gives up after one new login', async () => {
    connection.rossum.faults.push({ match: '/auth/user', kind: 'status', status: 401 });

    await expect(connection.source.probe()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });

    expect(connection.count(LOGIN)).toBe(2);
    expect(connection.count('/auth/user')).toBe(2);
  });

  it('does not try a refused password again at once', async () => {
    const { source, close } = connect({ ...connection.rossum.settings, ROSSUM_PASSWORD: 'guess' });

    await expect(source.probe()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(source.probe()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await close();

    expect(connection.count(LOGIN)).toBe(1);
  });
});

describe('scanning rows', () => {
  it('brings every row at first, then only what changed', async () => {
    const first = await scanned(contacts);
    connection.rossum.tables.contacts?.change(first.records[0]?.id ?? '', { first_name: 'Ann' });

    const second = await scanned(contacts, first.resume);

    expect(first.records).toHaveLength(3);
    expect(second.records.map((record) => record.fields.first_name)).toEqual(['Ann']);
  });

  it('brings rows that an upload left without stamps when everything is scanned', async () => {
    connection.rossum.tables.contacts?.add({ email: 'upload@example.com', phone: 442079460002 });

    const { records } = await scanned(contacts);

    const uploaded = records.find((record) => record.fields.email === 'upload@example.com');
    expect(uploaded?.id).toMatch(/^[0-9a-f]{24}$/);
    expect(uploaded?.fields.phone).toBe('442079460002');
    expect(await contacts.read([{ id: uploaded?.id ?? '' }])).toEqual([uploaded]);
  });

  it('loses no row and brings none twice where many carry the same stamp', async () => {
    const { resume } = await scanned(contacts);
    const stamp = { $date: new Date().toISOString() };
    const added = Array.from({ length: 502 }, (_, i) => `same${i}@example.com`);
    for (const email of added)
      connection.rossum.tables.contacts?.add({ gid: randomUUID(), email, updated_at: stamp, version: 1 });

    const page = await firstPage(contacts, resume);
    const rest = await scanned(contacts, page?.resume ?? null);

    const emails = [...(page?.records ?? []), ...rest.records].map((record) => record.fields.email);
    expect(page?.records).toHaveLength(500);
    expect(emails.sort()).toEqual(added.sort());
  });

  it('sees a change that was stamped shortly before the last scan ended', async () => {
    const { resume } = await scanned(contacts);
    const late = { $date: new Date(Date.now() - 60_000).toISOString() };
    connection.rossum.tables.contacts?.add({ gid: 'late', updated_at: late });

    const { records } = await scanned(contacts, resume);

    expect(records.map((record) => record.id)).toEqual(['late']);
  });

  it('brings a soft-deleted row as deleted', async () => {
    const { records, resume } = await scanned(contacts);
    const id = records[0]?.id ?? '';
    await contacts.write?.remove?.({ id });

    const later = await scanned(contacts, resume);

    expect(later.records).toMatchObject([{ id, deleted: true }]);
    expect(await contacts.read([{ id }])).toMatchObject([{ id, deleted: true }]);
  });

  it('starts over where a cursor cannot be read', async () => {
    const { records } = await scanned(contacts, 'not a cursor');

    expect(records).toHaveLength(3);
  });
});

describe('reading rows', () => {
  it('decodes a row into flat fields and instants', async () => {
    const contact = await anyContact();
    const [task] = (await scanned(collectionOf(connection.source, 'task'))).records;

    expect(contact.fields).toMatchObject({ 'address.city': 'Leeds', tags: ['Customer', 'Boiler'] });
    expect(contact.createdAt).toBeTypeOf('number');
    expect(task?.fields).toMatchObject({ due_at: '2025-02-01T09:00:00.000Z', completed: false });
    expect(task?.contactId).toBe(contact.id);
  });

  it('asks once for many records and answers in their order', async () => {
    const { records } = await scanned(contacts);
    const refs = [...records.map(({ id }) => ({ id })), { id: 'unknown' }, { id: 'f'.repeat(24) }].reverse();
    const before = connection.count(FIND);

    const found = await contacts.read(refs);

    expect(found).toEqual([null, null, ...records.toReversed()]);
    expect(connection.count(FIND)).toBe(before + 1);
  });

  it('asks once for the children of many contacts', async () => {
    const ids = (await scanned(contacts)).records.map(({ id }) => id);
    const before = connection.count(FIND);

    const lists = await collectionOf(connection.source, 'note').listFor?.([...ids, 'unknown']);

    expect(lists?.map((list) => (list instanceof Error ? list : list.length))).toEqual([1, 1, 1, 0]);
    expect(connection.count(FIND)).toBe(before + 1);
  });

  it('refuses ids that could leave their place without a call', async () => {
    const kinds = ['contact', 'note', 'tag'] as const;

    const answers = await Promise.all(
      kinds.map((kind) => collectionOf(connection.source, kind).read([{ id: '../x' }, { id: '..' }])),
    );

    expect(answers.flat()).toEqual(answers.flat().map(() => expect.objectContaining({ code: 'INVALID' })));
    expect(connection.rossum.calls).toHaveLength(0);
  });

  it('answers a Problem for each record when the system is ill', async () => {
    connection.rossum.faults.push({ match: FIND, kind: 'status', status: 503 });

    const answers = await contacts.read([{ id: 'a' }, { id: 'b' }]);

    expect(answers).toEqual([1, 2].map(() => expect.objectContaining({ code: 'UNAVAILABLE', retry: 'later' })));
  });
});
