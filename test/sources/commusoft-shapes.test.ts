import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Connection, collectionOf, open, problemOf, scanned } from './commusoft-connection.ts';

/** A Commusoft that answers each path as told, with the token 'sesame'. */
type Answers = Readonly<Record<string, unknown>>;

let server: Server | null = null;
let connection: Connection;
const asked: string[] = [];

afterEach(async () => {
  await connection?.close();
  server?.closeAllConnections();
  server?.close();
  asked.length = 0;
});

async function connectTo(answers: Answers): Promise<Connection> {
  const own = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${pathname}?${searchParams.get('token') ?? ''}`);
    const answer = answers[pathname];
    const plain = typeof answer === 'string';
    response.writeHead(answer === undefined ? 400 : 200, { 'content-type': plain ? 'text/plain' : 'application/json' });
    response.end(
      plain ? answer : JSON.stringify(answer ?? { message: `Bad request ${request.url} of ann@example.org` }),
    );
  });
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  server = own;
  connection = open({
    COMMUSOFT_BASE_URL: `http://127.0.0.1:${(own.address() as AddressInfo).port}`,
    COMMUSOFT_CLIENT_ID: '1',
    COMMUSOFT_USERNAME: 'ann',
    COMMUSOFT_PASSWORD: 'correct horse',
    COMMUSOFT_APPLICATION_ID: 'app',
  });
  return connection;
}

test.each([
  ['token', { token: 'sesame' }],
  ['userToken', { userToken: 'sesame' }],
  ['a bare text', 'sesame\n'],
])('the log-in may answer with %s', async (_, answer) => {
  await connectTo({ '/getToken': answer, '/customertypes': { customertypes: [] } });

  await connection.source.probe();

  expect(asked).toEqual(['POST /getToken?', 'GET /customertypes?sesame']);
});

test('an answer to the log-in without a token is said to be malformed', async () => {
  await connectTo({ '/getToken': '<html>Welcome</html>' });

  const problem = await problemOf(connection.source.probe());

  expect(problem.code).toBe('MALFORMED');
});

test('neither token, password, address nor e-mail stands in an error or in the log', async () => {
  await connectTo({ '/getToken': { token: 'sesame' } });

  const problem = await problemOf(connection.source.probe());

  const told = [problem.message, String(problem.stack), JSON.stringify(problem.details), ...connection.log].join('\n');
  expect(problem.message).toContain('Bad request');
  expect(told).not.toMatch(/sesame|correct horse|ann@example|127\.0\.0\.1/);
});

test.each([
  ['an upper-case plural', { Customers: [{ id: 7, surname: 'Berg' }] }],
  ['a lower-case plural', { customers: [{ ID: '7', Surname: 'Berg' }] }],
  ['a singular', { Customer: { id: 7, surname: 'Berg' } }],
  ['numbered keys', { customers: { 0: { id: 7, lastname: 'Berg' }, 3: { surname: 'nobody: it has no id' } } }],
  ['no envelope', [{ id: 7, surname: ' Berg ' }]],
])('a list of customers may come as %s', async (_, body) => {
  await connectTo({ ...lists, '/customers': body });

  const records = await scanned(collectionOf(connection, 'contact'));

  expect(records).toMatchObject([{ id: '7', fields: { surname: 'Berg', emailaddress: null } }]);
});

test('a body that says 404 is an empty list, and a body without any list is malformed', async () => {
  await connectTo({ ...lists, '/customers': { status: 404, message: 'none' }, '/jobs': { ok: true } });

  const customers = await scanned(collectionOf(connection, 'contact'));
  const problem = await problemOf(scanned(collectionOf(connection, 'task')));

  expect(customers).toEqual([]);
  expect(problem.code).toBe('MALFORMED');
});

test('where paging is ignored, jobs are still read once and the reading ends', async () => {
  const rows = [{ jobId: 1, 'Job Customer Id': 7 }, { jobId: 2, 'Job Status': 'Completed' }, { jobId: 1 }];
  await connectTo({ ...lists, '/customers': { Customers: [{ id: 7 }] }, '/jobs': { Jobs: rows } });

  const tasks = await scanned(collectionOf(connection, 'task'));

  expect(tasks).toMatchObject([
    { id: 'job:1', contactId: '7', fields: { completed: false } },
    { id: 'job:2', fields: { completed: true } },
  ]);
  expect(tasks[1]).not.toHaveProperty('contactId');
});

test('a work address is also resolved by the search, which is not repeated in vain', async () => {
  await connectTo({
    ...lists,
    '/customers': { Customers: [{ id: 7 }] },
    '/search': { search: { properties: [{ id: 8, parentpropertiesid_i: 7 }] } },
    '/jobs': {
      Jobs: [
        { jobId: 1, propertyId: 8, 'Customer Name': 'Berg' },
        { jobId: 2, propertyId: 9, 'Customer Name': 'Dale' },
      ],
    },
  });
  const tasks = collectionOf(connection, 'task');

  const first = await scanned(tasks);
  const second = await scanned(tasks);

  expect(first.map(({ contactId }) => contactId)).toEqual(['7', undefined]);
  expect(second).toEqual(first);
  expect(asked.filter((call) => call.includes('/search'))).toHaveLength(2);
});

test('a customer whose tags cannot be known says nothing of tags', async () => {
  await connectTo({ '/getToken': { token: 'sesame' }, '/customers': { Customers: [{ id: 7, customertypesid: 1 }] } });

  const [record] = await scanned(collectionOf(connection, 'contact'));

  expect(record?.id).toBe('7');
  expect(record?.fields).not.toHaveProperty('tags');
});

const lists: Answers = {
  '/getToken': { token: 'sesame' },
  '/customertypes': { customertypes: [] },
  '/advertisingtypes': { advertisingtypes: [] },
  '/search': { status: 404 },
};
