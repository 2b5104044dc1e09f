import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { models } from '../../src/model/index.ts';
import { toEntity } from '../../src/model/mapping.ts';
import { definition } from '../../src/sources/commusoft/index.ts';
import {
  busyPerson,
  collectionOf,
  connect,
  pagesOf,
  person,
  problemOf,
  type SimulatedConnection,
  scanned,
  writerOf,
} from './commusoft-connection.ts';

let connection: SimulatedConnection;
afterEach(() => connection.close());

const off = { COMMUSOFT_NOTES_PATH: undefined, COMMUSOFT_TASKS_PATH: undefined };
const customerIds = () => (connection.commusoft.tables.customers?.list() ?? []).map((row) => String(row.id));

async function customer(index: number): Promise<string> {
  const id = customerIds()[index];
  if (id === undefined) throw new Error('There are fewer customers');
  return id;
}

test('without the partner paths jobs are the tasks, and nothing of tasks and notes can be written', async () => {
  connection = await connect([busyPerson(1)], off);
  const { task, note } = connection.source.collections;

  const tasks = await scanned(collectionOf(connection, 'task'));

  expect([task?.write, note?.write]).toEqual([undefined, undefined]);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks.every(({ id, contactId }) => id.startsWith('job:') && contactId === customerIds()[0])).toBe(true);
  expect(connection.calls().some((call) => /\/(tasks|notes)$/.test(call))).toBe(false);
});

test('with the partner paths a scan brings every job once and every office task', async () => {
  connection = await connect([busyPerson(1), busyPerson(2), busyPerson(3)]);
  const { jobs, tasks } = connection.commusoft.tables;
  jobs?.change(String(jobs.list()[0]?.id), { status: 'completed', completedon: '2026-01-02 10:00:00' });

  const records = await scanned(collectionOf(connection, 'task'));

  const expected = [
    ...(jobs?.list() ?? []).map((job) => `job:${job.id}`),
    ...(tasks?.list() ?? []).map((row) => String(row.id)),
  ];
  expect(records.map(({ id }) => id).sort()).toEqual(expected.sort());
  expect(records.filter(({ fields }) => fields.completed).map(({ id }) => id)).toEqual([`job:${jobs?.list()[0]?.id}`]);
  const task = toEntity(models.task, definition.mapping.task ?? [], records.at(-1)?.fields ?? {});
  expect(Object.keys(task).sort()).toEqual(['assignee', 'body', 'completed', 'dueAt', 'title']);
});

test('a job at a work address belongs to the customer of that address', async () => {
  const visits = Array.from({ length: 9 }, (_, i) => ({ title: `Visit ${i}`, dueAt: Date.now(), completed: false }));
  connection = await connect([person(5, { companyName: 'Park Ltd', tasks: visits })], off);
  const rows = connection.commusoft.tables.jobs?.list() ?? [];

  const tasks = await scanned(collectionOf(connection, 'task'));

  expect(rows.some((row) => String(row.customerid) !== customerIds()[0])).toBe(true);
  expect(tasks.map(({ contactId }) => contactId)).toEqual(rows.map(() => customerIds()[0]));
});

test('a scan of office tasks continues behind the customer where it stopped', async () => {
  connection = await connect(Array.from({ length: 25 }, (_, index) => person(index + 1)));
  const tasks = collectionOf(connection, 'task');
  const pages = await pagesOf(tasks);
  const before = connection.calls().length;
  const resume = pages.find((page) => page.resume !== null)?.resume ?? null;

  const rest = await pagesOf(tasks, resume);

  expect(resume).toBe(`customer:${await customer(19)}`);
  expect(rest.at(-1)?.resume).toBeNull();
  expect(connection.calls().slice(before)).toEqual([
    'GET /customers',
    ...customerIds()
      .slice(20)
      .map((id) => `GET /customers/${id}/tasks`),
  ]);
});

test('jobs and office tasks are read by their ids, and the unknown are null', async () => {
  connection = await connect([busyPerson(1), busyPerson(2)]);
  const tasks = collectionOf(connection, 'task');
  const records = await scanned(tasks);
  const refs = records.map(({ id, contactId }) => (contactId === undefined ? { id } : { id, contactId }));

  const read = await tasks.read([...refs, { id: 'job:999999' }, { id: '999999', contactId: await customer(0) }]);

  expect(read).toEqual([...records, null, null]);
});

test('the tasks, notes and appointments of a customer are those that a scan brings', async () => {
  connection = await connect([busyPerson(1), busyPerson(2), person(3)]);
  const ids = customerIds();

  for (const kind of ['task', 'note', 'appointment'] as const) {
    const all = await scanned(collectionOf(connection, kind));
    const lists = await collectionOf(connection, kind).listFor?.(ids);
    const listed = (lists ?? []).map((list) => (list instanceof Error ? list : list.map(({ id }) => id).sort()));

    const expected = ids.map((id) =>
      all
        .filter(({ contactId }) => contactId === id)
        .map((record) => record.id)
        .sort(),
    );
    expect(listed).toEqual(expected);
    expect(expected[0]?.length).toBeGreaterThan(0);
    expect(expected[2]).toEqual([]);
  }
});

test('an office task is created, found, changed without losing the rest, and removed', async () => {
  connection = await connect([person(1)]);
  const contactId = await customer(0);
  const { create, find, update, remove } = writerOf(connection, 'task');
  const fields = {
    description: 'Call back',
    details: 'About the quote',
    duedate: '2026-07-01T09:00:00.000Z',
    user: 'Mo',
  };
  const before = await find({ key: 'a', contactId, fields });

  const made = await create({ key: 'a', contactId, fields });
  const found = await find({ key: 'a', contactId, fields });
  const changed = await update({ id: made.id, contactId }, { completed: true }, made.fields);
  await remove({ id: made.id, contactId });
  await remove({ id: made.id, contactId });

  expect([before, found]).toEqual([null, made]);
  expect(made).toMatchObject({ contactId, fields: { ...fields, completed: false } });
  expect(changed.fields).toEqual({ ...made.fields, completed: true });
  expect(await collectionOf(connection, 'task').read([{ id: made.id, contactId }])).toEqual([null]);
});

test('an office note is created and changed; without its text or its customer it is refused', async () => {
  connection = await connect([person(1)]);
  const contactId = await customer(0);
  const { create, update } = writerOf(connection, 'note');

  const made = await create({ key: 'a', contactId, fields: { title: 'Gate', note: 'Code 4711' } });
  const changed = await update({ id: made.id, contactId }, { note: 'Code 4712' }, made.fields);
  const problems = [
    await problemOf(create({ key: 'b', contactId, fields: { title: 'Empty' } })),
    await problemOf(create({ key: 'c', fields: { note: 'Whose?' } })),
    await problemOf(update({ id: '999999', contactId }, { note: 'Gone' }, {})),
  ];

  expect(changed.fields).toEqual({ title: 'Gate', note: 'Code 4712' });
  expect(problems.map(({ code }) => code)).toEqual(['INVALID', 'INVALID', 'NOT_FOUND']);
});

test('an office task that was made but could not be read back is found instead of doubled', async () => {
  connection = await connect([person(1)]);
  const contactId = await customer(0);
  const { create, find } = writerOf(connection, 'task');
  const record = { key: 'a', contactId, fields: { description: 'Call back' } };
  connection.commusoft.faults.push({ match: 'GET .*/tasks/', kind: 'status', status: 400 });

  const problem = await problemOf(create(record));
  const found = await find(record);

  expect(problem).toMatchObject({ code: 'AMBIGUOUS', retry: 'later' });
  expect(found?.fields.description).toBe('Call back');
});

test('jobs and what is derived from them cannot be written', async () => {
  connection = await connect([busyPerson(1)]);
  const contactId = await customer(0);
  const before = connection.calls().length;

  const problems = [
    await problemOf(writerOf(connection, 'task').update({ id: 'job:1', contactId }, { completed: true }, {})),
    await problemOf(writerOf(connection, 'task').remove({ id: 'job:1', contactId })),
    await problemOf(writerOf(connection, 'note').update({ id: 'diary:1:description', contactId }, { note: 'x' }, {})),
  ];

  expect(problems.map(({ code }) => code)).toEqual(['UNSUPPORTED', 'UNSUPPORTED', 'UNSUPPORTED']);
  expect(connection.calls().length).toBe(before);
});

test('the texts of jobs and of the diary are notes', async () => {
  connection = await connect([busyPerson(1)], off);
  const notes = collectionOf(connection, 'note');
  const eventId = connection.commusoft.tables.diaryevents?.list()[0]?.id;

  const records = await scanned(notes);
  const read = await notes.read(records.map(({ id }) => ({ id })));

  expect(records).toContainEqual({
    id: `diary:${eventId}:engineernotes`,
    contactId: await customer(0),
    fields: { title: 'Diary engineer notes', note: 'Ring twice' },
  });
  expect(read).toEqual(records);
});

test('a webhook is accepted only with its signature and tells which record to look at', async () => {
  connection = await connect([]);
  const { webhooks } = connection.source;
  const body = Buffer.from('{"event":"new_job","id":7}');
  const sign = (secret: string) => ({
    'x-commusoft-signature': createHmac('sha256', secret).update(body).digest('hex'),
  });

  const accepted = [sign('simulated-webhook-secret'), sign('another secret'), {}].map((headers) =>
    webhooks?.verify(body, headers),
  );
  const notices = ['New Customer', 'new_job', 'JobComplete', 'new.diary', 'New Invoice'].map((event) =>
    webhooks?.notices({ event, id: 7 }),
  );

  expect(accepted).toEqual([true, false, false]);
  expect(notices).toEqual([
    [{ kind: 'contact', id: '7' }],
    [{ kind: 'task', id: 'job:7' }],
    [{ kind: 'task', id: 'job:7' }],
    [{ kind: 'appointment', id: '7' }],
    [],
  ]);
  expect(webhooks?.deliveryId({ event: 'new_job', id: 7 }, {})).toBeNull();
});

test('without a secret there are no webhooks', async () => {
  connection = await connect([], { COMMUSOFT_WEBHOOK_SECRET: undefined });

  expect(connection.source.webhooks).toBeUndefined();
});
