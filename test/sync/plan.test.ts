import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/sources/simulator.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONFLICTS, CONTACTS, CREATE_CONTACT, SET_POLICY, SYNC_NOW } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { APPROVE_MERGES, MERGE_PLAN, PLAN_SUMMARY, REJECT_MERGES, START_SYNC } from './plan-documents.ts';
import { rowWith, settled, systemsOf, until, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

type People = Readonly<Record<string, readonly Person[]>>;

const { address: _, ...EVERYWHERE } = { ...samplePerson(1), tasks: [], notes: [] };

/** Somebody whom nothing connects with anybody else. */
function person(number: number, changes: Partial<Person>): Person {
  const email = `number${number}@example.com`;
  return { ...EVERYWHERE, number, email, phone: `+4477009${String(number).padStart(5, '0')}`, ...changes };
}

const named = (firstName: string, lastName: string) => ({ firstName, lastName });
const HOME = { line1: '4 Mill Lane', city: 'Leeds', county: 'Leeds', postcode: 'LS1 4AB', country: 'GB' };

/** One known everywhere; a phone of two people; an office's e-mail; one who has nothing but name and postcode in common. */
const PEOPLE: People = {
  ghl: [
    EVERYWHERE,
    person(2, { ...named('Tom', 'Hill'), phone: '+447700911111' }),
    person(3, { ...named('Ada', 'Moss'), email: 'office@example.com' }),
    person(4, { ...named('Kim', 'West'), address: HOME }),
  ],
  rossum: [
    EVERYWHERE,
    person(5, { ...named('Sue', 'Dale'), phone: '+447700911111' }),
    person(6, { ...named('Ada', 'Moss'), email: 'office@example.com' }),
    person(7, { ...named('Bea', 'Lund'), email: 'office@example.com' }),
    person(8, { ...named('Kim', 'West'), address: { ...HOME, postcode: 'ls14ab' } }),
  ],
  commusoft: [EVERYWHERE],
};

const planned = (people: People = PEOPLE, systems = Object.keys(people)) =>
  startWorld({
    systems,
    clock: createFastClock(),
    people: (id) => people[id] ?? [],
    env: { FIRST_SYNC: 'plan' },
  });

async function plan(world: World, variables: { first?: number; after?: string; state?: 'REJECTED' | 'APPROVED' } = {}) {
  const { data } = await world.query(MERGE_PLAN, { first: 100, ...variables });
  if (!data) throw new Error('There is no plan');
  return data.mergePlan;
}

/** The proposals about these two, in whatever order they were met. */
async function proposalsOf(world: World, name: string, other: string) {
  const { nodes } = await plan(world);
  return nodes.filter(({ contact, into }) => [contact?.name, into?.name].sort().join() === [name, other].sort().join());
}

const writes = (world: World) => world.systems.flatMap((system) => writesTo(world.simulator(system)));

/** Reads every system again, all of it. */
async function pollAll(world: World) {
  const { data } = await world.query(SYNC_NOW, { input: { full: true } });
  expect(data?.syncNow.runs.map(({ error }) => error)).toEqual(world.systems.map(() => null));
}

const contactsOf = async (world: World) => (await world.query(CONTACTS, { first: 100 })).data?.contacts.nodes ?? [];

describe('a first sync with a plan', () => {
  it('proposes who may be one, likeliest first, and says what speaks for and against it', async () => {
    const world = await planned();

    const { nodes } = await plan(world);
    const { data } = await world.query(PLAN_SUMMARY);

    const shown = nodes.map(({ contact, into, ...proposal }) => [
      [contact?.name, into?.name].sort().join(' / '),
      proposal.score,
      proposal.reasons.join(', '),
    ]);
    expect(shown).toEqual([
      ...[1, 2, 3].map(() => ['Bob Baker / Bob Baker', 0.992, 'same e-mail, same phone']),
      ['Ada Moss / Ada Moss', 0.95, 'same e-mail'],
      ['Kim West / Kim West', 0.6, 'same name and postcode'],
      ['Ada Moss / Bea Lund', 0.456, 'same e-mail, last names differ, first names differ'],
      ['Sue Dale / Tom Hill', 0.408, 'same phone, last names differ, first names differ'],
    ]);
    expect(data?.mergePlanSummary).toEqual({
      ...{ waiting: true, proposed: 7, approved: 0, rejected: 0, contacts: 10 },
      systems: [
        { system: { id: 'commusoft' }, contacts: 1, linked: 0, proposed: 1, alone: 0 },
        { system: { id: 'ghl' }, contacts: 4, linked: 0, proposed: 4, alone: 0 },
        { system: { id: 'rossum' }, contacts: 5, linked: 0, proposed: 5, alone: 0 },
      ],
    });
  });

  it('links nobody and opens no conflict by itself, also when the systems are read again', async () => {
    const world = await planned();

    await pollAll(world);
    const contacts = await contactsOf(world);
    const { data } = await world.query(CONFLICTS, {});

    expect(contacts.map(systemsOf).filter((systems) => systems.length > 1)).toEqual([]);
    expect(data?.conflicts.totalCount).toBe(0);
    expect((await plan(world)).totalCount).toBe(7);
  });

  it('makes one contact of a group that is approved in bulk, and leaves what is less likely', async () => {
    const world = await planned();

    const { data } = await world.query(APPROVE_MERGES, { input: { minScore: 0.9 } });
    const contacts = await contactsOf(world);

    expect(data?.approveMerges).toMatchObject({ decided: 3, userErrors: [] });
    expect(contacts.filter(({ name }) => name === 'Bob Baker').map(systemsOf)).toEqual([
      ['commusoft', 'ghl', 'rossum'],
    ]);
    expect(contacts.filter(({ name }) => name === 'Ada Moss').map(systemsOf)).toEqual([['ghl', 'rossum']]);
    // The office's e-mail is Ada's in both systems: whoever else has it in one of them is somebody else.
    expect((await plan(world)).nodes.map(({ score }) => score)).toEqual([0.6, 0.408]);
  });

  it('takes a decision about one proposal at a time, and says why it cannot be taken twice', async () => {
    const world = await planned();
    const [kim] = await proposalsOf(world, 'Kim West', 'Kim West');
    const [phone] = await proposalsOf(world, 'Sue Dale', 'Tom Hill');
    const ids = [kim?.id ?? ''];

    const approved = await world.query(APPROVE_MERGES, { input: { ids } });
    const rejected = await world.query(REJECT_MERGES, { input: { ids: [phone?.id ?? '', ...ids] } });
    const again = await world.query(APPROVE_MERGES, { input: { ids: [...ids, phone?.id ?? '', 'prp_nobody'] } });

    expect(approved.data?.approveMerges).toMatchObject({ decided: 1, settled: 0, userErrors: [] });
    expect(rejected.data?.rejectMerges).toMatchObject({
      decided: 1,
      userErrors: [{ path: ['input', 'ids', '1'], code: 'CONFLICT', message: `${kim?.id}: It is APPROVED already` }],
    });
    expect(again.data?.approveMerges.userErrors.map(({ code }) => code)).toEqual(['CONFLICT', 'CONFLICT', 'NOT_FOUND']);
    expect((await contactsOf(world)).filter(({ name }) => name === 'Kim West').map(systemsOf)).toEqual([
      ['ghl', 'rossum'],
    ]);
    expect((await plan(world, { state: 'REJECTED' })).nodes.map(({ id }) => id)).toEqual([phone?.id]);
  });

  it('keeps apart what was rejected, also in a group and after later polls', async () => {
    const world = await planned();
    const three = await proposalsOf(world, 'Bob Baker', 'Bob Baker');
    const [rejected] = three;
    await world.query(REJECT_MERGES, { input: { ids: [rejected?.id ?? ''] } });

    const { data } = await world.query(APPROVE_MERGES, { input: { minScore: 0.98 } });
    await pollAll(world);

    const apart = [rejected?.contact, rejected?.into].map((contact) => contact?.records[0]?.system.id);
    const systems = (await contactsOf(world)).filter(({ name }) => name === 'Bob Baker').map(systemsOf);
    expect(data?.approveMerges).toMatchObject({ decided: 1, settled: 1 });
    expect(systems.map(({ length }) => length).sort()).toEqual([1, 2]);
    expect(systems.filter((of) => apart.every((system) => of.includes(system ?? '')))).toEqual([]);
    expect(await proposalsOf(world, 'Bob Baker', 'Bob Baker')).toEqual([]);
  });

  it('is approved as a whole however long it is, and read page by page', async () => {
    const people = samplePeople(45);
    const world = await planned({ ghl: people, rossum: people });
    const first = await plan(world, { first: 30 });
    const second = await plan(world, { first: 30, after: first.pageInfo.endCursor ?? '' });

    const { data } = await world.query(APPROVE_MERGES, { input: { minScore: 0.9 } });
    const contacts = await contactsOf(world);

    const ids = [...first.nodes, ...second.nodes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
    expect(data?.approveMerges).toMatchObject({ decided: 45, userErrors: [] });
    expect(contacts.map((contact) => [contact.records.length, ...systemsOf(contact)])).toEqual(
      people.map(() => [expect.any(Number), 'ghl', 'rossum']),
    );
    // Namesakes at one address were proposed too; now each is known to be somebody else.
    expect((await plan(world)).totalCount).toBe(0);
    expect(writes(world)).toEqual([]);
  });

  it('is made to the end although the gateway ends in the middle of reading', async () => {
    const [clock, people] = [createFastClock(), samplePeople(20)];
    const env = { FIRST_SYNC: 'plan' };
    const world = await startWorld({ systems: ['ghl', 'rossum'], clock, people: () => people, env, synced: false });
    await world.event((event) => event.kind === 'CREATED' && event.type === 'contact');

    await world.restart();
    const isEnd = (system: string) =>
      world.event(
        (event) => event.kind === 'RUN_FINISHED' && event.system === system && / read, /.test(event.message ?? ''),
      );
    await Promise.all(world.systems.map(isEnd));
    const { data } = await world.query(PLAN_SUMMARY);

    expect(data?.mergePlanSummary).toMatchObject({ waiting: true, proposed: 20, contacts: 40 });
    expect(writes(world)).toEqual([]);
  });

  it('goes on where it was after a restart', async () => {
    const world = await planned();
    await world.query(APPROVE_MERGES, { input: { minScore: 0.99 } });
    const before = await plan(world);

    await world.restart();
    const after = await plan(world);
    const { data } = await world.query(APPROVE_MERGES, { input: { minScore: 0.5 } });

    expect(after).toEqual(before);
    expect(data?.approveMerges).toMatchObject({ decided: 2, userErrors: [] });
    expect(writes(world)).toEqual([]);
  });

  it('finds companies by their VAT number; what a caller asks for is written all the same', async () => {
    const world = await planned({ ghl: [EVERYWHERE], rossum: [EVERYWHERE] });
    const input = { companyName: 'Acme Ltd', email: 'info@acme.example', systems: ['ghl'] };
    const customFields = [{ key: 'vat_id', value: 'GB 123 4567 89' }];

    const { data } = await world.query(CREATE_CONTACT, { input: { ...input, customFields } });
    world.simulator('rossum').tables.contacts?.add({ company_name: 'ACME', custom: { vat_id: 'gb123456789' } });
    await pollAll(world);

    expect(data?.createContact.receipts.map(({ status }) => status)).toEqual(['APPLIED']);
    expect(writesTo(world.simulator('ghl'))).toHaveLength(1);
    expect(await proposalsOf(world, 'ACME', 'Acme Ltd')).toMatchObject([{ score: 0.9, reasons: ['same VAT number'] }]);
  });
});

describe('the systems', () => {
  const pair = { ghl: [EVERYWHERE], rossum: [{ ...EVERYWHERE, firstName: 'Robert' }] };
  const renamed = (world: World, name: string) => async () =>
    (await contactsOf(world)).some((contact) => contact.name === `${name} Baker`);

  it('are written nothing before the sync was started, whatever is approved and edited; then edits flow', async () => {
    const world = await planned(pair);
    const row = rowWith(world, 'ghl', 'contacts', 'lastName', 'Baker');
    await world.query(APPROVE_MERGES, { input: { minScore: 0 } });

    world.simulator('ghl').tables.contacts?.change(String(row.id), { firstName: 'Bobby' });
    await until(world, renamed(world, 'Bobby'));
    await settled(world);
    const before = writes(world);
    const { data } = await world.query(START_SYNC, { input: {} });
    world.simulator('ghl').tables.contacts?.change(String(row.id), { firstName: 'Rob' });
    await until(world, renamed(world, 'Rob'));
    await settled(world);

    expect(before).toEqual([]);
    expect(data?.startSync).toEqual({ summary: { waiting: false }, userErrors: [] });
    expect(rowWith(world, 'rossum', 'contacts', 'last_name', 'Baker')).toMatchObject({ first_name: 'Rob' });
  });

  it('are not started before all were read to the end, unless a caller insists', async () => {
    const world = await startWorld({
      systems: ['ghl'],
      clock: createFastClock(),
      people: () => samplePeople(3),
      env: { FIRST_SYNC: 'plan' },
      synced: false,
    });
    world.simulator('ghl').faults.push({ match: '/tags$', kind: 'status', status: 403 });
    await world.event((event) => event.kind === 'RUN_FINISHED');

    const refused = await world.query(START_SYNC, { input: {} });
    const forced = await world.query(START_SYNC, { input: { force: true } });

    expect(refused.data?.startSync).toMatchObject({
      summary: { waiting: true },
      userErrors: [{ path: ['input', 'force'], message: expect.stringContaining('the tags of HighLevel') }],
    });
    expect(forced.data?.startSync).toEqual({ summary: { waiting: false }, userErrors: [] });
  });

  it('are matched as usual once it was started; what is undecided can be approved later', async () => {
    const world = await planned(pair);
    await world.query(START_SYNC, { input: {} });
    await world.query(SET_POLICY, { input: { system: 'rossum', type: 'CONTACT', spread: 'NEVER' } });

    const { tables } = world.simulator('rossum');
    world.simulator('ghl').tables.contacts?.add({ firstName: 'New', lastName: 'Lead', email: 'new@example.com' });
    await until(world, async () => (await contactsOf(world)).some(({ name }) => name === 'New Lead'));
    tables.contacts?.add({ first_name: 'New', last_name: 'Lead', email: 'new@example.com' });
    await pollAll(world);
    const lead = (await contactsOf(world)).filter(({ name }) => name === 'New Lead').map(systemsOf);
    const { data } = await world.query(APPROVE_MERGES, { input: { minScore: 0.9 } });

    expect(lead).toEqual([['ghl', 'rossum']]);
    expect(data?.approveMerges).toMatchObject({ decided: 0, userErrors: [] });
    expect((await plan(world)).totalCount).toBe(1);
  });
});

describe('a first sync without a plan', () => {
  const automatic = (people: People) =>
    startWorld({ systems: Object.keys(people), clock: createFastClock(), people: (id) => people[id] ?? [] });

  it('links by what is certain and proposes what only looks alike', async () => {
    const world = await automatic(PEOPLE);

    const { nodes } = await plan(world);
    const { data } = await world.query(PLAN_SUMMARY);
    const contacts = await contactsOf(world);

    expect(nodes.map(({ contact, into, reasons }) => [contact?.name, into?.name, ...reasons])).toEqual([
      ['Kim West', 'Kim West', 'same name and postcode'],
    ]);
    expect(data?.mergePlanSummary).toMatchObject({ waiting: false, proposed: 1 });
    expect(contacts.filter(({ name }) => name === 'Bob Baker').map(systemsOf)).toEqual([
      ['commusoft', 'ghl', 'rossum'],
    ]);
  });

  it('links a company by its VAT number, but proposes only where the number is that of two colleagues', async () => {
    const world = await automatic({ ghl: [EVERYWHERE], rossum: [EVERYWHERE] });
    const make = (firstName: string, lastName: string, vatId: string) =>
      world.query(CREATE_CONTACT, {
        input: {
          ...{ firstName, lastName, email: `${firstName}@example.com`, systems: ['ghl'] },
          customFields: [{ key: 'vat_id', value: vatId }],
        },
      });
    await make('Ann', 'Acre', 'GB123456789');
    await make('Cid', 'Cole', 'GB987654321');

    const { tables } = world.simulator('rossum');
    tables.contacts?.add({ company_name: 'Acre Ltd', custom: { vat_id: 'GB123456789' } });
    tables.contacts?.add({ first_name: 'Dot', last_name: 'Dunn', custom: { vat_id: 'GB987654321' } });
    await pollAll(world);
    const contacts = await contactsOf(world);

    expect(contacts.filter(({ name }) => name === 'Ann Acre').map(systemsOf)).toEqual([['ghl', 'rossum']]);
    expect(contacts.filter(({ name }) => name === 'Cid Cole').map(systemsOf)).toEqual([['ghl']]);
    expect(await proposalsOf(world, 'Cid Cole', 'Dot Dunn')).toMatchObject([
      { score: 0.432, reasons: ['same VAT number', 'last names differ', 'first names differ'] },
    ]);
  });
});
