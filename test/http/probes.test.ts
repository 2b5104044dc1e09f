import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

// What graphql-cop tries on a graph, in its own words.
let world: World;

beforeAll(async () => {
  world = await startWorld({ systems: [] });
});
afterAll(closeWorlds);

const JSON_TYPE = { 'content-type': 'application/json' };

async function send(path: string, init: RequestInit) {
  const response = await fetch(`${world.url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, data: dataOf(text) };
}

const post = (body: unknown, headers: Record<string, string> = JSON_TYPE) =>
  send('/graphql', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

const get = (query: string, headers: Record<string, string> = {}) =>
  send(`/graphql?query=${encodeURIComponent(query)}`, { headers });

function dataOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { data?: unknown }).data ?? null;
  } catch {
    return null;
  }
}

describe('what a prober finds', () => {
  it('alias overloading: 101 aliases of one field are refused', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}: __typename`);

    const answer = await post({ query: `query cop { ${aliases.join(' ')} }` });

    expect(answer).toMatchObject({ status: 400, data: null });
    expect(answer.text).toMatch(/101 uses of one field in one place, and 50 are allowed/);
  });

  it('array-based batching: ten queries in one request are refused', async () => {
    const answer = await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })));

    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/"data"/);
  });

  it('directive overloading: ten directives on one field are one complaint, not ten', async () => {
    const answer = await post({ query: `query cop { __typename ${'@aa'.repeat(10)} }` });

    expect(answer).toMatchObject({ status: 400, data: null });
    expect(JSON.parse(answer.text).errors).toHaveLength(1);
  });

  it('field duplication: one field 500 times is refused', async () => {
    const answer = await post({ query: `query cop { ${'__typename '.repeat(500)} }` });

    expect(answer).toMatchObject({ status: 400, data: null });
    expect(answer.text).toMatch(/500 uses of one field/);
  });

  it('introspection: the schema does not describe itself', async () => {
    const answers = await Promise.all(
      [getIntrospectionQuery(), 'query cop { __schema { types { name } } }', '{ __type(name: "Query") { name } }'].map(
        (query) => post({ query }),
      ),
    );

    for (const answer of answers) expect(answer).toMatchObject({ status: 400, data: null });
  });

  it('circular introspection: types of fields of types of fields are not answered', async () => {
    const circle = `${'fields { type { '.repeat(7)} name ${'} }'.repeat(7)}`;

    const answer = await post({ query: `query cop { __schema { types { ${circle} } } }` });

    expect(answer).toMatchObject({ status: 400, data: null });
  });

  it('field suggestions: a misspelt name is not put right', async () => {
    const answers = await Promise.all([
      post({ query: 'query cop { contcts { totalCount } }' }),
      post({ query: '{ contact(bi: { id: "x" }) { id } }' }),
      post({ query: '{ node(id: "x") { ... on Contct { id } } }' }),
      post({ query: '{ contacts(orderBy: { field: NAMES }) { totalCount } }' }),
      post({
        query: 'query($o: ContactOrder) { contacts(orderBy: $o) { totalCount } }',
        variables: { o: { field: 'NAMES', directio: 'ASC' } },
      }),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/did you mean/i);
    }
  });

  it('GET-based queries: a bare link runs nothing', async () => {
    const answer = await get('query cop { __typename }');

    expect(answer).toMatchObject({ status: 400, data: null });
  });

  it('GET-based mutations: no link writes, whatever it is sent with', async () => {
    const mutation = 'mutation cop { syncNow(input: {}) { runs { id } } }';

    const answers = await Promise.all([
      get(mutation),
      get(mutation, { 'apollo-require-preflight': '1' }),
      get(mutation, { accept: 'text/event-stream' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 405, 405]);
    expect(answers.map(({ data }) => data)).toEqual([null, null, null]);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query=query+cop+%7B__typename%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--',
    ],
    ['text/plain', '{"query":"query cop { __typename }"}'],
    ['text/plain; charset=application/json', '{"query":"query cop { __typename }"}'],
  ])('POST as %s: what a form of any page could send is refused', async (type, body) => {
    const answers = await Promise.all([
      post(body, { 'content-type': type }),
      post(body, { 'content-type': type, accept: 'text/event-stream' }),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/"data"/);
    }
  });

  it('trace mode: no answer carries times', async () => {
    const answer = await post({ query: 'query cop { __typename }' }, { ...JSON_TYPE, 'apollo-tracing': '1' });

    expect(Object.keys(JSON.parse(answer.text).extensions)).toEqual(['upstream']);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  });

  it('unhandled errors: a document that is none tells nothing of the program', async () => {
    const answers = await Promise.all([
      post({ query: 'qwerty cop { abc }' }),
      post({ query: '{' }),
      post({ query: 5 }),
      post('{"query": '),
      post('null'),
      post('{"query":"{__typename}","variables":[]}'),
      post('{"query":"{__typename}","__proto__":{}}'),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/exception|stacktrace|node_modules|\.[jt]s:\d|at \w+ \(/);
    }
  });

  it.each(['/graphql', '/graphiql', '/playground', '/console', '/altair', '/voyager'])(
    'GraphiQL: %s shows no explorer',
    async (path) => {
      const answer = await send(path, { headers: { accept: 'text/html' } });

      expect(answer.status === 303 || answer.status === 404).toBe(true);
      expect(answer.text).not.toMatch(/graphiql|playground|explorer|apollo/i);
    },
  );
});
