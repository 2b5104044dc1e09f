import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { createWalk } from './walk.ts';

const HOUR = 3_600_000;
const schema = createSchema();
const walk = createWalk(schema);

const CONTACT = {
  firstName: 'Ann',
  lastName: 'Archer',
  email: 'ann.archer@example.com',
  phone: '+447700900999',
  address: { line1: '1 Kiln Row', city: 'Leeds', postcode: 'LS1 4AB', country: 'GB' },
  customFields: [{ key: 'reference', value: 'A1' }],
  tags: ['customer'],
};

type Variables = Record<string, unknown>;
type Answered = Record<string, unknown>;

let world: World;

beforeAll(async () => {
  world = await startWorld({ people: peopleOf });
});
afterAll(closeWorlds);

/** Everybody has everything; the systems do not agree on the name of the first one's company. */
function peopleOf(system: string) {
  const now = Date.now();
  return [1, 2, 3].map((number) =>
    samplePerson(number, now, {
      companyName: number === 1 ? `Company of ${system}` : `Company ${number}`,
      website: 'https://example.com',
      appointments: [{ title: 'Visit', startsAt: now + number * HOUR, endsAt: now + (number + 1) * HOUR }],
    }),
  );
}

/** The answer to an operation, without an error anywhere in it. */
async function ask(document: DocumentNode, variables: Variables = {}): Promise<Answered> {
  const { data, errors } = await world.query(document as TypedDocumentNode<Answered, Variables>, variables);
  expect(errors ?? []).toEqual([]);
  walk.answered(data);
  return data ?? {};
}

const query = (field: string, variables: Variables = {}) => ask(walk.operation('query', field), variables);

/** What a mutation answers; its errors are part of it. */
async function mutate(field: string, variables: Variables): Promise<Answered> {
  const answer = await ask(walk.operation('mutation', field), variables);
  return answer[field] as Answered;
}

/** The id of what a payload carries. */
function idIn(payload: Answered): string {
  const found = Object.entries(payload).find(
    ([, value]) => value && typeof value === 'object' && !Array.isArray(value),
  );
  const [, thing] = found ?? [];
  const id = Object.entries((thing ?? {}) as Answered).find(([field]) => /^[A-Z]\w*_id$/.test(field))?.[1];
  if (typeof id !== 'string') throw new Error(`There is nothing in ${JSON.stringify(payload).slice(0, 500)}`);
  return id;
}

it('every field that a query leads to is answered', async () => {
  for (const document of walk.queries()) await ask(document);
});

it('everything that has an id is found by it', async () => {
  const ids = [...walk.ids];

  for (const id of ids.filter((one) => one.startsWith('biz_'))) await query('business', { id });
  for (const id of ids.slice(0, 3)) await query('node', { id });
  await query('nodes', { ids: ids.slice(0, 100) });
  await query('contact', { by: { email: samplePerson(1).email } });

  expect(ids.length).toBeGreaterThan(20);
});

it('every mutation is answered with what it changed and its receipts', async () => {
  const contactId = idIn(await mutate('createContact', { input: CONTACT }));
  const startsAt = new Date(Date.now() + 48 * HOUR).toISOString();
  const create = async (field: string, input: Variables) =>
    idIn(await mutate(field, { input: { contactId, ...input } }));
  const task = await create('createTask', { title: 'Call', dueAt: startsAt });
  const note = await create('createNote', { body: 'Rang twice' });
  const appointment = await create('createAppointment', { title: 'Visit', startsAt });
  const steps: [string, Variables][] = [
    ['updateContact', { id: contactId, firstName: 'Anna', website: null }],
    ['upsertContact', { email: CONTACT.email, lastName: 'Archer' }],
    ['addTags', { contactId, tags: ['vip'] }],
    ['removeTags', { contactId, tags: ['vip'] }],
    ['updateTask', { id: task, title: 'Call back' }],
    ['completeTask', { id: task }],
    ['updateNote', { id: note, body: 'Rang three times' }],
    ['updateAppointment', { id: appointment, title: 'Survey' }],
    ['cancelAppointment', { id: appointment }],
    ['syncNow', {}],
    ['syncContact', { id: contactId }],
    ['deleteNote', { id: note }],
    ['deleteTask', { id: task }],
    ['deleteContact', { id: contactId }],
  ];

  for (const [field, input] of steps) {
    const payload = await mutate(field, { input });
    const errors = Object.entries(payload).find(([name]) => name.endsWith('userErrors'))?.[1];
    expect({ field, errors }).toEqual({ field, errors: [] });
  }
});

it('a write that a system refuses is told with the reason, and a person can repeat it or give it up', async () => {
  const [system = ''] = world.systems;
  const { faults } = world.simulator(system);
  const refused = async (changes: Variables) => {
    const contactId = idIn(await mutate('createContact', { input: { ...CONTACT, ...changes } }));
    faults.push({ kind: 'status', status: 422, match: '^(POST|PUT|PATCH) ' });
    await mutate('updateContact', { input: { id: contactId, lastName: 'Other' } });
    faults.splice(0);
    const { deliveries } = await query('deliveries', { filter: { entityId: contactId, statuses: ['FAILED'] } });
    return idIn({ delivery: (deliveries as Answered).DeliveryConnection_nodes });
  };

  const first = await refused({ email: 'bob@example.com', phone: null });
  const second = await refused({ email: 'eve@example.com', phone: null });
  const wrong = await mutate('updateContact', { input: { id: 'nobody', email: 'wrong' } });

  expect(idIn(await mutate('retryDelivery', { id: first }))).toBe(first);
  expect(idIn(await mutate('discardDelivery', { id: second }))).toBe(second);
  expect(wrong.ContactPayload_userErrors).not.toEqual([]);
});

it('every subscription tells of what happens', async () => {
  const { contacts } = await query('contacts', {});
  const contactId = idIn({ contact: (contacts as Answered).ContactConnection_nodes });
  const subscribe = (field: string, variables: Variables) =>
    world.subscribe(walk.operation('subscription', field) as TypedDocumentNode<Answered, Variables>, variables);
  const live = [
    subscribe('syncEvents', { after: 'evt_000000000001' }),
    subscribe('contactChanged', { id: contactId }),
    subscribe('systemChanged', {}),
  ];
  await live[0]?.next();
  const [system = ''] = world.systems;

  await mutate('updateContact', { input: { id: contactId, lastName: 'Changed' } });
  world.simulator(system).faults.push({ kind: 'status', status: 401 });
  await mutate('syncNow', { input: { systems: [system] } });
  const told = await Promise.all(live.map((one) => one.next()));

  for (const one of live) {
    expect(one.received.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    one.end();
  }
  for (const data of told) walk.answered(data);
});

it('nothing in the schema was left unanswered', () => {
  expect(walk.missing()).toEqual([]);
});
