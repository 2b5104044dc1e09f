import { afterEach, expect, test } from 'vitest';
import { models } from '../../src/model/index.ts';
import { toEntity } from '../../src/model/mapping.ts';
import { definition } from '../../src/sources/commusoft/index.ts';
import {
  busyPerson,
  collectionOf,
  connect,
  problemOf,
  type SimulatedConnection,
  scanned,
  writerOf,
} from './commusoft-connection.ts';

let connection: SimulatedConnection;
afterEach(() => connection.close());

const customerIds = () => (connection.commusoft.tables.customers?.list() ?? []).map((row) => String(row.id));

async function customer(index: number): Promise<string> {
  const id = customerIds()[index];
  if (id === undefined) throw new Error('There are fewer customers');
  return id;
}

test('diary events are appointments of the customer whose job they are for', async () => {
  connection = await connect([busyPerson(1)]);
  const planned = busyPerson(1).appointments[0];

  const [record] = await scanned(collectionOf(connection, 'appointment'));

  const appointment = toEntity(models.appointment, definition.mapping.appointment ?? [], record?.fields ?? {});
  expect(record?.contactId).toBe(await customer(0));
  expect(appointment).toMatchObject({
    title: 'Boiler visit',
    startsAt: new Date(planned?.startsAt ?? 0).toISOString(),
    endsAt: new Date(planned?.endsAt ?? 0).toISOString(),
    notes: 'Ring twice',
  });
  expect(appointment).not.toHaveProperty('status');
});

test('a past event is still read when the scans no longer cover it', async () => {
  connection = await connect([busyPerson(1)]);
  const appointments = collectionOf(connection, 'appointment');
  const [record] = await scanned(appointments);
  const ref = { id: record?.id ?? '' };

  connection.advance(40 * 86_400_000);
  const later = await scanned(appointments);
  const read = await appointments.read([ref, { id: '999999' }]);

  expect(later).toEqual([]);
  expect(read).toEqual([record, null]);
});

test('an event is made for an open job of the customer, in London time, and answered as held', async () => {
  connection = await connect([busyPerson(1)]);
  const { jobs, diaryevents } = connection.commusoft.tables;
  const contactId = await customer(0);
  jobs?.change(String(jobs.list()[0]?.id), { status: 'ongoing', completedon: null });
  const fields = {
    description: 'Second visit',
    event_start: inSummer(9),
    event_end: inSummer(10),
    username: 'Priya Nair',
  };

  const made = await writerOf(connection, 'appointment').create({ key: 'a', contactId, fields });
  const found = await writerOf(connection, 'appointment').find({ key: 'a', contactId, fields });

  expect(made).toMatchObject({ contactId, fields });
  expect(found).toEqual(made);
  expect(diaryevents?.get(made.id)).toMatchObject({
    start: inSummer(10).replace('T', ' ').slice(0, 19),
    eventType: 'job',
  });
  expect(String(diaryevents?.get(made.id)?.jobId)).toBe(String(jobs?.list()[0]?.id));
});

test('an event at a time that is taken is refused in clear words', async () => {
  connection = await connect([busyPerson(1)]);
  const { create } = writerOf(connection, 'appointment');
  const fields = { description: 'Visit', event_start: inSummer(9) };
  const contactId = await customer(0);
  await create({ key: 'a', contactId, fields });

  const problem = await problemOf(create({ key: 'b', contactId, fields }));

  expect(problem.code).toBe('REFUSED');
  expect(problem.message).toContain('another event at that time');
});

/** That hour of a summer's day next year in UTC; London is an hour ahead then. */
function inSummer(hour: number): string {
  return new Date(Date.UTC(new Date().getUTCFullYear() + 1, 6, 1, hour)).toISOString();
}
