import { afterEach, expect, test } from 'vitest';
import { Problem } from '../../src/base/errors.ts';
import { models } from '../../src/model/index.ts';
import { toEntity } from '../../src/model/mapping.ts';
import { definition } from '../../src/sources/commusoft/index.ts';
import {
  collectionOf,
  connect,
  person,
  problemOf,
  type SimulatedConnection,
  scanned,
  writerOf,
} from './commusoft-connection.ts';

let connection: SimulatedConnection;
afterEach(() => connection.close());

const anna = { name: 'Anna', surname: 'Berg', emailaddress: 'anna@example.com', mobile: '+447700900777' };
const logIns = () => connection.calls().filter((call) => call === 'POST /getToken').length;

test('parallel calls share one log-in', async () => {
  connection = await connect([person(1), person(2), person(3)]);
  const contacts = collectionOf(connection, 'contact');

  await Promise.all([connection.source.probe(), scanned(contacts), scanned(collectionOf(connection, 'tag'))]);

  expect(logIns()).toBe(1);
});

test('a refused token is renewed once, however many calls it was refused to', async () => {
  connection = await connect([person(1)]);
  await connection.source.probe();
  connection.commusoft.faults.push({ match: 'GET', kind: 'status', status: 401, times: 1 });

  await Promise.all([connection.source.probe(), scanned(collectionOf(connection, 'contact'))]);

  expect(logIns()).toBe(2);
});

test('a token that is refused again is not renewed again', async () => {
  connection = await connect([person(1)]);
  connection.commusoft.faults.push({ match: 'customertypes', kind: 'status', status: 401 });

  const problem = await problemOf(connection.source.probe());

  expect(problem.code).toBe('UNAUTHORIZED');
  expect(connection.calls()).toEqual(['POST /getToken', 'GET /customertypes', 'POST /getToken', 'GET /customertypes']);
});

test('an old token is renewed before it expires', async () => {
  connection = await connect([person(1)]);
  await connection.source.probe();

  connection.advance(26 * 60_000);
  await connection.source.probe();

  expect(logIns()).toBe(2);
  expect(connection.commusoft.calls.some((call) => call.status === 401)).toBe(false);
});

test('a wrong password is said clearly and not tried again at once', async () => {
  connection = await connect([person(1)], { COMMUSOFT_PASSWORD: 'wrong-password' });

  const first = await problemOf(connection.source.probe());
  const second = await problemOf(connection.source.probe());

  expect([first.code, second.code]).toEqual(['UNAUTHORIZED', 'UNAUTHORIZED']);
  expect(first.message).toContain('COMMUSOFT_PASSWORD');
  expect(first.message).not.toContain('wrong-password');
  expect(logIns()).toBe(1);
});

test('customers are mapped to contacts', async () => {
  connection = await connect([person(1, { companyName: 'Last & Sons', website: 'https://last.example' })]);

  const [record] = await scanned(collectionOf(connection, 'contact'));

  const contact = toEntity(models.contact, definition.mapping.contact ?? [], record?.fields ?? {});
  expect(contact).toMatchObject({
    firstName: 'First1',
    lastName: 'Last1',
    email: 'person1@example.com',
    phone: '+447700900001',
    companyName: 'Last & Sons',
    website: 'https://last.example',
    'address.line1': '1 High Street',
    'address.city': 'Leeds',
    'address.postcode': 'LS1 1AA',
    'address.country': 'GB',
  });
});

test('the tags of customers are among the tags', async () => {
  connection = await connect([person(1), person(2), person(3)]);

  const tags = await scanned(collectionOf(connection, 'tag'));
  const customers = await scanned(collectionOf(connection, 'contact'));

  const worn = customers.flatMap((customer) => customer.fields.tags as string[]);
  expect(worn.some((name) => name.startsWith('commusoft:type:'))).toBe(true);
  expect(tags.map((tag) => tag.fields.name)).toEqual(expect.arrayContaining(worn));
});

test('up to three customers are read one by one, more of them by the one list', async () => {
  connection = await connect([1, 2, 3, 4].map((number) => person(number)));
  const contacts = collectionOf(connection, 'contact');
  const refs = (await scanned(contacts)).map(({ id }) => ({ id }));
  const before = connection.calls().length;

  const few = await contacts.read([...refs.slice(0, 2), { id: '999999' }]);
  const many = await contacts.read([...refs, { id: '999999' }]);

  expect(few).toMatchObject([refs[0], refs[1], null]);
  expect(many).toMatchObject([...refs, null]);
  expect(connection.calls().slice(before)).toEqual([
    ...[refs[0]?.id, refs[1]?.id, '999999'].map((id) => `GET /customers/${id}`),
    'GET /customers',
  ]);
});

test('an unsafe id is refused without a call', async () => {
  connection = await connect([person(1)]);
  const kinds = ['contact', 'task', 'note', 'appointment', 'tag'] as const;

  const answers = await Promise.all(kinds.map((kind) => collectionOf(connection, kind).read([{ id: '../x' }])));
  const listed = await collectionOf(connection, 'task').listFor?.(['../x']);
  const removal = await problemOf(writerOf(connection, 'contact').remove({ id: '../x' }));

  expect(
    [...answers.flat(), ...(listed ?? []), removal].map((answer) => answer instanceof Problem && answer.code),
  ).toEqual(Array(7).fill('INVALID'));
  expect(connection.calls()).toEqual([]);
});

test('a 404 is an empty list', async () => {
  connection = await connect([person(1)]);
  connection.commusoft.faults.push({ match: 'GET .*/customers$', kind: 'status', status: 404 });

  const records = await scanned(collectionOf(connection, 'contact'));

  expect(records).toEqual([]);
});

test('a created customer has its phones in their places and is answered as held', async () => {
  connection = await connect([]);
  const fields = { ...anna, telephonenumber: '0113 496 0000', town: 'Leeds' };

  const record = await writerOf(connection, 'contact').create({ key: 'anna', fields });

  expect(record.fields).toMatchObject(fields);
  expect(connection.commusoft.tables.customers?.get(record.id)).toMatchObject({
    mobile: '+447700900777',
    telephonenumber: '0113 496 0000',
  });
});

test('without a surname the company name, then the first name takes its place, and without any it is refused', async () => {
  connection = await connect([]);
  const { create } = writerOf(connection, 'contact');

  const company = await create({ key: 'a', fields: { name: 'Ann', companyname: 'Archer Ltd' } });
  const first = await create({ key: 'b', fields: { name: 'Ben' } });
  const problem = await problemOf(create({ key: 'c', fields: { mobile: '+447700900778' } }));

  expect([company.fields.surname, first.fields.surname]).toEqual(['Archer Ltd', 'Ben']);
  expect(problem).toMatchObject({ code: 'INVALID', details: { path: ['surname'] } });
});

test('a repeated create answers the customer that the first one made', async () => {
  connection = await connect([person(1)]);
  const { create } = writerOf(connection, 'contact');
  const first = await create({ key: 'anna', fields: anna });

  const second = await create({ key: 'anna', fields: anna });

  expect(second).toEqual(first);
  expect(connection.commusoft.calls.filter((call) => call.status === 500)).toHaveLength(1);
  expect(connection.commusoft.tables.customers?.list()).toHaveLength(2);
});

test('a create whose answer got lost is found again, also where only the list knows it', async () => {
  connection = await connect([person(1, { email: 'anna@example.com' })]);
  const { create, find } = writerOf(connection, 'contact');
  connection.commusoft.faults.push({ match: 'POST .*/customers/', kind: 'lost-answer', times: 2 });
  const plain = { name: 'Cara', surname: 'Dale' };

  const problems = [
    await problemOf(create({ key: 'anna', fields: anna })),
    await problemOf(create({ key: 'cara', fields: plain })),
  ];
  const found = [await find({ key: 'anna', fields: anna }), await find({ key: 'cara', fields: plain })];

  expect(problems.map((problem) => problem.code)).toEqual(['AMBIGUOUS', 'AMBIGUOUS']);
  expect(found.map((record) => record?.fields.surname)).toEqual(['Berg', 'Dale']);
  expect(await find({ key: 'never made', fields: anna })).toBeNull();
});

test('a fault of the server that left nothing behind is worth trying later', async () => {
  connection = await connect([]);
  connection.commusoft.faults.push({ match: 'POST .*/customers/', kind: 'status', status: 500, times: 1 });

  const problem = await problemOf(writerOf(connection, 'contact').create({ key: 'anna', fields: anna }));

  expect(problem).toMatchObject({ code: 'UNAVAILABLE', retry: 'later' });
});

test('an update of one field loses none of the others', async () => {
  connection = await connect([person(1)]);
  const [record] = await scanned(collectionOf(connection, 'contact'));
  const id = record?.id ?? '';
  const table = connection.commusoft.tables.customers;
  table?.change(id, { telephonenumber: '0113 496 0000', settingsBuildingtypesid: 3, vacantproperty: 1 });
  const before = table?.get(id);

  const after = await writerOf(connection, 'contact').update({ id }, { surname: 'Newname' }, record?.fields ?? {});

  const filled = Object.fromEntries(Object.entries(before ?? {}).filter(([, value]) => value !== null && value !== ''));
  expect(after.fields.surname).toBe('Newname');
  expect(JSON.stringify(comparable(table?.get(id)))).toBe(
    JSON.stringify(comparable({ ...table?.get(id), ...filled, surname: 'Newname' })),
  );
});

test('a cleared field is emptied', async () => {
  connection = await connect([person(1)]);
  const [record] = await scanned(collectionOf(connection, 'contact'));

  const after = await writerOf(connection, 'contact').update({ id: record?.id ?? '' }, { emailaddress: null }, {});

  expect(after.fields.emailaddress).toBeNull();
});

test('a deleted customer is archived, and deleting it again is no failure', async () => {
  connection = await connect([person(1)]);
  const contacts = collectionOf(connection, 'contact');
  const [record] = await scanned(contacts);
  const { remove } = writerOf(connection, 'contact');

  await remove({ id: record?.id ?? '' });
  await remove({ id: record?.id ?? '' });
  await remove({ id: '999999' });

  expect(await scanned(contacts)).toMatchObject([{ id: record?.id, deleted: true }]);
});

/** A row with its values as texts, because a form turns numbers into texts. */
function comparable(row: Readonly<Record<string, unknown>> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, String(value ?? '')]));
}
