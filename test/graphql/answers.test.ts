import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import type { MappingRow } from '../../src/model/mapping.ts';
import { definitions } from '../../src/sources/generated/registry.ts';
import { templates } from '../../src/templates/index.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { operate } from './operate.ts';
import { createWalk } from './walk.ts';

const HOUR = 3_600_000;
const clock = createFastClock();
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

interface Thing {
  readonly id: string;
  readonly business?: { readonly id: string } | null;
}

/** What operations answer, as far as this test looks into it. */
interface Data extends Readonly<Record<string, unknown>> {
  readonly contacts?: { readonly nodes: readonly Thing[] };
  readonly mergePlan?: { readonly nodes: readonly Thing[] };
  readonly rules?: readonly (Thing & { readonly trigger: { readonly fields?: readonly string[] } })[];
  readonly upstreamCalls?: { readonly nodes: readonly Thing[] };
  readonly deliveries?: { readonly nodes: readonly Thing[] };
  readonly conflicts?: {
    readonly nodes: readonly (Thing & { readonly values: readonly { readonly origin: string }[] })[];
  };
}

/** What a mutation answers. */
interface Payload extends Readonly<Record<string, unknown>> {
  readonly userErrors: readonly unknown[];
}

let world: World;

beforeAll(async () => {
  world = await startWorld({ people: peopleOf, clock, env: { MAX_COST: '1000000' } });
});
afterAll(closeWorlds);

/** Everybody has everything; the systems do not agree on the name of the first one's company, nor on more than the name of the last one. */
function peopleOf(system: string) {
  const now = Date.now();
  const nth = definitions.findIndex(({ id }) => id === system);
  const known = { email: `four@${system}.example`, phone: `+44770091000${nth}` };
  return [1, 2, 3, 4].map((number) =>
    samplePerson(number, now, {
      companyName: number === 1 ? `Company of ${system}` : `Company ${number}`,
      website: 'https://example.com',
      ...(number === 4 && known),
      appointments: [{ title: 'Visit', startsAt: now + number * HOUR, endsAt: now + (number + 1) * HOUR }],
    }),
  );
}

/** The answer to an operation, without an error anywhere in it. */
async function ask(document: DocumentNode, variables: Variables = {}): Promise<Data> {
  const { data, errors } = await world.query(document as TypedDocumentNode<unknown, Variables>, variables);
  expect(errors ?? []).toEqual([]);
  return walk.answered(data) as Data;
}

const query = (field: string, variables: Variables = {}, levels?: number) =>
  ask(walk.operation('query', field, levels), variables);

const mutate = async (field: string, variables: Variables) =>
  (await ask(walk.operation('mutation', field), variables))[field] as Payload;

/** The id of what a mutation made or changed. */
async function idOf(field: string, variables: Variables): Promise<string> {
  const { userErrors, ...payload } = await mutate(field, variables);
  expect({ field, userErrors }).toEqual({ field, userErrors: [] });
  return (Object.values(payload)[0] as Thing).id;
}

it('every field that a query leads to is answered', async () => {
  for (const document of walk.queries()) await ask(document);
});

it('everything that has an id is found by it', async () => {
  const ids = [...walk.ids];
  const { contacts } = await query('contacts');
  const business = contacts?.nodes.flatMap((contact) => contact.business ?? [])[0];

  const { nodes } = await query('nodes', { ids: ids.slice(0, 100) });
  await query('node', { id: ids[0] });
  await query('contact', { by: { email: samplePerson(1).email } });

  expect((nodes as readonly (Thing | null)[]).map((node) => node?.id)).toEqual(ids.slice(0, 100));
  expect(await query('business', { id: business?.id })).toMatchObject({ business });
});

it('every mutation is answered with what it changed and its receipts', async () => {
  const contactId = await idOf('createContact', { input: CONTACT });
  const startsAt = new Date(Date.now() + 48 * HOUR).toISOString();
  const task = await idOf('createTask', { input: { contactId, title: 'Call', dueAt: startsAt } });
  const note = await idOf('createNote', { input: { contactId, body: 'Rang twice' } });
  const appointment = await idOf('createAppointment', { input: { contactId, title: 'Visit', startsAt } });
  const { mergePlan } = await query('mergePlan');
  const [alike, other] = mergePlan?.nodes ?? [];
  const steps: readonly [string, Variables][] = [
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
    ['rejectMerges', { ids: [other?.id] }],
    ['approveMerges', { ids: [alike?.id] }],
    ['startSync', {}],
    ['deleteNote', { id: note }],
    ['deleteTask', { id: task }],
    ['deleteContact', { id: contactId }],
  ];

  for (const [field, input] of steps) {
    const { userErrors } = await mutate(field, { input });
    expect({ field, userErrors }).toEqual({ field, userErrors: [] });
  }
});

it('what a person decides is answered with what it changed', async () => {
  const people = ['carl@example.com', 'dora@example.com'].map((email) => ({ ...CONTACT, email, phone: null }));
  const [into = '', from = ''] = [
    await idOf('createContact', { input: people[0] }),
    await idOf('createContact', { input: people[1] }),
  ];
  const [record] = (await world.running.gateway.sync.store.links.of([into])).get(into) ?? [];
  const linked = { contactId: into, record: { system: record?.system, id: record?.recordId } };
  const { conflicts } = await query('conflicts', { open: true });
  const [conflict] = conflicts?.nodes ?? [];
  const steps: readonly [string, Variables][] = [
    ['mergeContacts', { into, from }],
    ['revertTo', { id: from, version: 1 }],
    ['unlinkRecord', linked],
    ['linkRecords', linked],
    ['resolveConflict', { id: conflict?.id, take: conflict?.values[0]?.origin }],
  ];

  for (const [field, input] of steps) {
    const { userErrors } = await mutate(field, { input });
    expect({ field, userErrors }).toEqual({ field, userErrors: [] });
  }
});

it('what an operator sets is answered, and what came of it', async () => {
  const [system = ''] = world.systems;
  const id = await idOf('createContact', { input: { ...CONTACT, email: 'rule@example.com', phone: null } });
  const { store } = world.running.gateway.sync;
  const record = (await store.links.of([id])).get(id)?.find((link) => link.system === system);
  await store.snapshots.quarantine(system, 'contact', [record?.recordId ?? ''], Date.now());
  const { quarantinedRecords } = await query('quarantinedRecords');
  expect(quarantinedRecords).toMatchObject([{ type: 'CONTACT', entity: { id } }]);
  const { rules } = await query('rules');
  const rule = rules?.find(({ trigger }) => trigger.fields?.includes('phone'));
  const steps: readonly [string, Variables][] = [
    ['setPolicy', { system, type: 'CONTACT', deletes: 'IGNORE' }],
    ['spread', { systems: [system] }],
    ['releaseRecord', { system, type: 'CONTACT', id: record?.recordId }],
    ['updateRule', { id: rule?.id, enabled: true, trigger: { ...rule?.trigger, origins: ['gateway'] } }],
    ['updateContact', { id, phone: '+447700900123' }],
  ];

  for (const [field, input] of steps) {
    const { userErrors } = await mutate(field, { input });
    expect({ field, userErrors }).toEqual({ field, userErrors: [] });
  }
  await world.event(({ kind }) => kind === 'RULE_FIRED');
  await query('ruleFirings');
});

it('what a mapping would do is answered for fields, previews, dry runs and templates', async () => {
  const type = 'CONTACT';
  for (const system of world.systems) {
    await query('recordFields', { system, type });
    const { mapping } = world.running.gateway.sync.systems.find(({ id }) => id === system) ?? {};
    const rows = mapping?.('contact').map((row) => (row.entity === 'firstName' ? misread(row) : row));
    await query('previewMapping', { input: { system, type, rows, random: 2 } }, 5);
    await query('dryRunMapping', { input: { system, type, rows } }, 5);
  }
  await query('entityFields', { type });
  for (const { id } of templates) await mutate('applyTemplate', { input: { id } });
});

/** A row that takes names for phone numbers, which none is, and puts them in capitals: it changes something and fails as well. */
function misread(row: MappingRow): MappingRow {
  return {
    ...row,
    direction: 'in',
    transforms: [
      { do: 'phone', country: 'GB' },
      { do: 'case', to: 'upper' },
    ],
  };
}

it('a write that a system refuses is told with the reason, and a person can repeat it or give it up', async () => {
  const [system = ''] = world.systems;
  const { faults } = world.simulator(system);
  const refused = async (email: string) => {
    const id = await idOf('createContact', { input: { ...CONTACT, email, phone: null } });
    faults.push({ kind: 'status', status: 422, match: '^(POST|PUT|PATCH) ' });
    await mutate('updateContact', { input: { id, lastName: 'Other' } });
    faults.splice(0);
    const { deliveries } = await query('deliveries', { filter: { entityId: id, statuses: ['FAILED'] } });
    return deliveries?.nodes[0]?.id ?? 'none failed';
  };

  const first = await refused('bob@example.com');
  const second = await refused('eve@example.com');
  const wrong = await mutate('updateContact', { input: { id: 'nobody', email: 'wrong' } });

  expect(await idOf('retryDelivery', { id: first })).toBe(first);
  expect(await idOf('discardDelivery', { id: second })).toBe(second);
  expect(wrong.userErrors).not.toEqual([]);
});

it('an estimate of a run is answered for every system and type', async () => {
  const { syncNow } = await ask(walk.operation('mutation', 'syncNow', 4), { input: { estimate: true } });

  expect(syncNow).toMatchObject({ runs: [], userErrors: [] });
});

it('a rule is changed, and what it then does is answered', async () => {
  const [system = ''] = world.systems;
  const rule = await idOf('updateRule', { input: { id: 'rul_changed-details', enabled: true } });
  const { customers } = world.simulator(system).tables;
  customers?.change(String(customers.list()[0]?.id), { addressline1: '2 Kiln Row' });
  await mutate('syncNow', { input: { systems: [system], types: ['CONTACT'] } });
  await world.event(({ kind, message }) => kind === 'RULE_FIRED' && message?.includes('created the task') === true);

  const { ruleFirings } = await query('ruleFirings', { ruleId: rule });

  expect(ruleFirings).toMatchObject({ totalCount: 1 });
});

it('the calls of a verbose connection, how long things are kept and the configuration are answered', async () => {
  const [system = ''] = world.systems;
  const verbose = await mutate('setVerbose', { input: { system, minutes: 5 } });
  const { contacts } = await query('contacts');
  await mutate('updateContact', { input: { id: contacts?.nodes[0]?.id, lastName: 'Verbose' } });
  const calls = await query('upstreamCalls', { system });
  await query('deliveries');
  const retention = await mutate('setRetention', { input: { calls: 3 } });
  const { configuration: yaml } = await query('configuration');
  const again = await mutate('importConfiguration', { yaml });

  expect([verbose, retention, again].flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(calls.upstreamCalls).toMatchObject({
    nodes: expect.arrayContaining([expect.objectContaining({ method: 'GET' })]),
  });
});

it('what an operator makes, changes and takes away is answered', () => operate(world, clock, { query, mutate, idOf }));

it('every subscription tells of what happens', async () => {
  const [system = ''] = world.systems;
  const { contacts } = await query('contacts');
  const id = contacts?.nodes[0]?.id ?? '';
  const subscribe = (field: string, variables: Variables) =>
    world.subscribe(walk.operation('subscription', field) as TypedDocumentNode<unknown, Variables>, variables);
  const replayed = subscribe('syncEvents', { after: 'evt_000000000001' });
  const live = [subscribe('contactChanged', { id }), subscribe('systemChanged', {})];
  walk.answered(await replayed.next());

  await mutate('updateContact', { input: { id, lastName: 'Changed' } });
  world.simulator(system).faults.push({ kind: 'status', status: 401 });
  await mutate('syncNow', { input: { systems: [system] } });
  for (const one of live) walk.answered(await one.next());

  for (const one of [replayed, ...live]) {
    expect(one.received.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    one.end();
  }
});

it('nothing in the schema was left unanswered', () => {
  expect(walk.missing()).toEqual([]);
});
