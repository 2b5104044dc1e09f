import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeWorlds, startWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(closeWorlds);

/** What a client that is not ours may send: any text under any header. */
async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

const ask = (query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  post(JSON.stringify({ query, variables }), headers);

/** Opening braces of a query of so many fields on the longest way through the graph. */
function nested(depth: number): string {
  const names = [
    'contacts',
    ...Array.from({ length: depth - 2 }, (_, i) => ['nodes', 'tasks', 'nodes', 'contact'][i % 4] ?? ''),
    '__typename',
  ];
  return `{${names.slice(0, -1).join('{')}{${names.at(-1)}${'}'.repeat(names.length)}`;
}

describe('the graph over HTTP', () => {
  it.each([
    ['a field that does not exist', '{ nonsense }', /Cannot query field/],
    ['a syntax error', '{ contacts( }', /Syntax Error/],
    ['a query 30 levels deep', nested(30), /15 fields deep/],
    ['a cursor that is none', '{ contacts(after: "zzz") { totalCount } }', /not a cursor/],
    ['a page of 1000', '{ contacts(first: 1000) { totalCount } }', /from 0 to 100/],
    ['first and last at once', '{ contacts(first: 1, last: 1) { totalCount } }', /not both/],
    ['an unknown system in a filter', '{ contacts(filter: { system: "sap" }) { totalCount } }', /not a system/],
    ['a phone that is none', '{ contact(by: { phone: "abc" }) { id } }', /not a phone number/],
    ['a time that is none', '{ tasks(filter: { dueBefore: "soon" }) { totalCount } }', /DateTime/],
    ['two ways of naming one contact', '{ contact(by: { email: "a@b.c", id: "x" }) { id } }', /exactly one/i],
  ])('answers %s with a clear 400', async (_, query, words) => {
    const answer = await ask(query);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(words);
  });

  it('takes a cursor of one list for no other', async () => {
    const page = JSON.parse((await ask('{ contacts(first: 1) { pageInfo { endCursor } } }')).body);

    const answer = await ask('query($after: String) { tasks(after: $after) { totalCount } }', {
      after: page.data.contacts.pageInfo.endCursor,
    });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/not a cursor of this list/);
  });

  it('refuses a body of 10 MB', async () => {
    const answer = await post(`{"query": "${'a'.repeat(10_000_000)}"}`);

    expect(answer.status).toBe(413);
  });

  it('answers broken JSON with a clear 400', async () => {
    const answer = await post('{"query": "{ contacts');

    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/not valid JSON/);
  });

  it('refuses a maximum age that is not a number of seconds', async () => {
    const answer = await ask('{ contacts { totalCount } }', {}, { 'x-max-age': 'fresh' });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/whole number of seconds/);
  });

  it('answers an unknown id with null and a well-formed empty rest', async () => {
    const answer = await ask(
      '{ node(id: "con_0") { id } nodes(ids: ["evt_000000999999", "x", "run_1"]) { id } business(id: "biz_x_y") { id } }',
    );

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body).data).toEqual({ node: null, nodes: [null, null, null], business: null });
  });

  it.each([
    ['an unknown system', 'createContact(input: { firstName: "A", systems: ["sap"] })', /"sap"; the systems are/],
    ['no system at all', 'createContact(input: { firstName: "A", systems: [] })', /at least one system/],
    ['a bad e-mail', 'createContact(input: { email: "nobody" })', /not an e-mail address/],
    ['a bad phone', 'createContact(input: { phone: "12" })', /not a phone number/],
    ['nothing to know a contact by', 'createContact(input: { website: "https://example.org" })', /at least one of/],
    ['an id of another kind', 'updateContact(input: { id: "tsk_1", firstName: "A" })', /not the id of a contact/],
    ['an unknown id', 'updateContact(input: { id: "con_1", firstName: "A" })', /nothing with the id/],
    ['an empty tag', 'addTags(input: { contactId: "con_1", tags: [" "] })', /1 to 200 characters/],
  ])('answers a mutation with %s as a user error and writes nothing', async (_, mutation, words) => {
    const before = await world.running.gateway.sync.store.events.lastSeq();

    const answer = await ask(
      `mutation { ${mutation} { contact { id } receipts { status } userErrors { path code message } } }`,
    );

    const [payload] = Object.values(JSON.parse(answer.body).data) as {
      contact: null;
      receipts: [];
      userErrors: { message: string }[];
    }[];
    expect(payload).toMatchObject({ contact: null, receipts: [] });
    expect(payload?.userErrors[0]?.message).toMatch(words);
    expect(await world.running.gateway.sync.store.events.lastSeq()).toBe(before);
  });

  it('answers a note of a contact that does not exist with the path of the mistake', async () => {
    const answer = await ask(
      'mutation { createNote(input: { contactId: "con_1", body: "" }) { note { id } userErrors { path } } }',
    );

    expect(JSON.parse(answer.body).data.createNote).toEqual({
      note: null,
      userErrors: [{ path: ['input', 'contactId'] }, { path: ['input', 'body'] }],
    });
  });

  it('refuses an appointment that ends before it starts', async () => {
    const [contact] = JSON.parse((await ask('{ contacts(first: 1) { nodes { id } } }')).body).data.contacts.nodes;

    const answer = await ask(
      'mutation($id: ID!) { createAppointment(input: { contactId: $id, title: "Visit", startsAt: "2026-05-02T10:00:00Z", endsAt: "2026-05-02T09:00:00Z" }) { appointment { id } userErrors { message } } }',
      { id: contact.id },
    );

    expect(JSON.parse(answer.body).data.createAppointment).toEqual({
      appointment: null,
      userErrors: [{ message: 'endsAt must not be before startsAt' }],
    });
  });

  it('shows nothing of its insides when a path is unknown', async () => {
    const response = await fetch(`${world.url}/admin`);

    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/the graph is at \/graphql/);
  });
});
