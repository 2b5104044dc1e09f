import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '../../src/store/shapes.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { LINK, MERGE, PERSON, UNLINK } from './decisions.ts';
import { CONTACT, CREATE_CONTACT, CREATE_NOTE, CREATE_TASK, SYNC_NOW, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { settled, statuses, until, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

interface Scene {
  readonly world: World;
  readonly clock: FastClock;
}

/** Three systems whose webhooks get lost, and nobody in them. */
async function scene(options: Parameters<typeof startWorld>[0] = {}): Promise<Scene> {
  const clock = createFastClock();
  const world = await startWorld({ clock, people: () => [], ...options });
  for (const system of world.systems) world.simulator(system).webhooks.lost = true;
  return { world, clock };
}

async function create(world: World, input: Record<string, unknown>): Promise<string> {
  const { data } = await world.query(CREATE_CONTACT, { input: input as never });
  expect(data?.createContact.userErrors).toEqual([]);
  await settled(world);
  return data?.createContact.contact?.id ?? '';
}

async function person(world: World, id: string) {
  const node = (await world.query(PERSON, { id })).data?.node;
  return node?.__typename === 'Contact' ? node : null;
}

async function addChildren(world: World, contactId: string, name: string): Promise<void> {
  await world.query(CREATE_TASK, { input: { contactId, title: `Call ${name}` } });
  await world.query(CREATE_NOTE, { input: { contactId, body: `${name} prefers mornings` } });
  await settled(world);
}

const recordsOf = (contact: { records: readonly { id: string; system: { id: string } }[] } | null) =>
  contact?.records.map(({ id, system }) => `${system.id} ${id}`).sort() ?? [];
const tagsOf = (contact: { tags: readonly { name: string }[] } | null) =>
  contact?.tags
    .map(({ name }) => name)
    .filter((name) => !name.includes(':'))
    .sort();
const rowOf = (world: World, system: string, table: string, id: string) =>
  world.simulator(system).tables[table]?.get(id) ?? {};
const recordIn = (contact: Awaited<ReturnType<typeof person>>, system: string) =>
  contact?.records.find((record) => record.system.id === system)?.id ?? '';
const writes = (world: World) => world.systems.map((system) => writesTo(world.simulator(system)).length);

/** Reads every system again as a whole, and lets what comes of it be written. */
async function readAgain(world: World): Promise<void> {
  const { data } = await world.query(SYNC_NOW, { input: { full: true } });
  expect(data?.syncNow.runs.map(({ error }) => error)).toEqual(world.systems.map(() => null));
  await settled(world);
}

async function logged(world: World, ...kinds: LoggedEvent['kind'][]): Promise<readonly LoggedEvent[]> {
  const page = { limit: 100, forward: true, from: null };
  return (await world.running.gateway.sync.store.events.page({ kinds }, page)).items;
}

/** Resolves when the gateway begins to write to a system. */
function firstAttempt(world: World): Promise<void> {
  const { attempts } = world.running.gateway.sync;
  const set = attempts.set.bind(attempts);
  return new Promise((resolve) => {
    attempts.set = (place, attempt) => {
      resolve();
      return set(place, attempt);
    };
  });
}

const ADA = { firstName: 'Ada', email: 'ada@example.com', tags: ['vip', 'Lead'] };
const ADELE = {
  firstName: 'Adele',
  lastName: 'Marsh',
  email: 'adele@example.com',
  phone: '+447700900999',
  tags: ['lead', 'boiler'],
  address: { line1: '1 High Street', city: 'York', postcode: 'YO1 7HH' },
};

/** Ada is known to one system, Adele to the two others; each has a task and a note. */
async function twoPeople(options: Parameters<typeof startWorld>[0] = {}) {
  const { world, clock } = await scene(options);
  const into = await create(world, { ...ADA, systems: ['ghl'] });
  const from = await create(world, { ...ADELE, systems: ['rossum', 'commusoft'] });
  await addChildren(world, into, 'Ada');
  await addChildren(world, from, 'Adele');
  return { world, clock, into, from };
}

describe('merging two contacts', () => {
  it('keeps the values of the one, fills its blanks, unites tags, records and children', async () => {
    const { world, into, from } = await twoPeople();
    const [ada, adele] = [await person(world, into), await person(world, from)];

    const { data } = await world.query(MERGE, { input: { into, from } });

    expect(data?.mergeContacts.userErrors).toEqual([]);
    expect(await person(world, from)).toBeNull();
    const merged = await person(world, into);
    expect(merged).toMatchObject({
      firstName: 'Ada',
      lastName: 'Marsh',
      email: 'ada@example.com',
      phone: '+447700900999',
      address: { line1: '1 High Street', city: 'York', postcode: 'YO1 7HH' },
    });
    expect(tagsOf(merged)).toEqual(['Lead', 'boiler', 'vip']);
    expect(recordsOf(merged)).toEqual([...recordsOf(ada), ...recordsOf(adele)].sort());
    expect(merged?.tasks.nodes.map(({ title }) => title).sort()).toEqual(['Call Ada', 'Call Adele']);
    expect(merged?.notes.nodes.map(({ body }) => body).sort()).toEqual([
      'Ada prefers mornings',
      'Adele prefers mornings',
    ]);
  });

  it('tells every system what it did not know, and answers with a receipt from each', async () => {
    const { world, into, from } = await twoPeople();

    const { data } = await world.query(MERGE, { input: { into, from } });
    await settled(world);

    expect(statuses(data?.mergeContacts.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED', commusoft: 'APPLIED' });
    const merged = await person(world, into);
    expect(rowOf(world, 'ghl', 'contacts', recordIn(merged, 'ghl'))).toMatchObject({
      firstName: 'Ada',
      lastName: 'Marsh',
      phone: '+447700900999',
      city: 'York',
    });
    const { contact } = (await world.query(CONTACT, { by: { id: into } }, { 'x-max-age': '0' })).data ?? {};
    expect(contact).toMatchObject({ firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com' });
    const rossum = world.simulator('rossum').tables.contacts?.list()[0];
    expect(rossum).toMatchObject({ first_name: 'Ada', last_name: 'Marsh', email: 'ada@example.com' });
    expect(JSON.stringify(rossum?.tags)).toContain('vip');
    const customer = JSON.stringify(world.simulator('commusoft').tables.customers?.list());
    expect(customer).toContain('ada@example.com');
    expect(customer).not.toContain('adele@example.com');
  });

  it('is not changed by polls that read everything again, nor written again', async () => {
    const { world, into, from } = await twoPeople();
    await world.query(MERGE, { input: { into, from } });
    await settled(world);
    const [merged, written] = [await person(world, into), writes(world)];

    await readAgain(world);
    await readAgain(world);

    expect(await person(world, into)).toEqual(merged);
    expect(writes(world)).toEqual(written);
  });

  it('is not changed by the notices of what it wrote', async () => {
    const { world, into, from } = await twoPeople({ systems: ['ghl', 'rossum', 'commusoft'] });
    world.simulator('ghl').webhooks.lost = false;
    await world.query(MERGE, { input: { into, from } });
    await settled(world);
    const [merged, written] = [await person(world, into), writes(world)];
    const { store } = world.running.gateway.sync;

    await until(
      world,
      async () =>
        (await store.settings.get('lastWebhook:ghl')) !== undefined && (await store.inbox.nextDue(0)) === null,
    );
    await settled(world);

    expect(await person(world, into)).toEqual(merged);
    expect(writes(world)).toEqual(written);
  });

  it('says so on both sides, with who and why', async () => {
    const { world, into, from } = await twoPeople();

    await world.query(MERGE, { input: { into, from } });

    const events = await logged(world, 'MERGED');
    expect(events.map(({ entityId, message }) => [entityId, message]).sort()).toEqual(
      [
        [from, `Merged into ${into}`],
        [into, `Merged with ${from}`],
      ].sort(),
    );
  });

  it('gives the merged contact what waited to be written for the other, so that nothing acknowledged is lost', async () => {
    const { world } = await scene();
    const into = await create(world, { ...ADA, systems: ['ghl'] });
    world.simulator('rossum').faults.push({ kind: 'status', status: 503 });
    const { data: waiting } = await world.query(CREATE_CONTACT, {
      input: { firstName: 'Adele', companyName: 'Marsh Ltd', systems: ['rossum', 'commusoft'] },
    });
    const from = waiting?.createContact.contact?.id ?? '';
    expect(statuses(waiting?.createContact.receipts)).toMatchObject({ rossum: 'QUEUED', commusoft: 'APPLIED' });

    await world.query(MERGE, { input: { into, from } });
    world.simulator('rossum').faults.length = 0;
    await settled(world);

    expect(world.simulator('rossum').tables.contacts?.list()).toMatchObject([
      { first_name: 'Ada', email: 'ada@example.com', company_name: 'Marsh Ltd' },
    ]);
    expect((await person(world, into))?.records.map(({ system }) => system.id).sort()).toEqual([
      'commusoft',
      'ghl',
      'rossum',
    ]);
  });

  it('finds what a creation of unknown outcome left behind, and makes it the merged contact’s', async () => {
    const { world, clock } = await scene({ systems: ['ghl', 'rossum'] });
    const into = await create(world, { ...ADA, systems: ['ghl'] });
    // The look for somebody who is there already goes well.
    world.simulator('rossum').faults.push({ match: 'data/find$', kind: 'latency', ms: 0, times: 1 });
    world.simulator('rossum').faults.push({ match: 'insert_one$', kind: 'lost-answer', times: 1 });
    world.simulator('rossum').faults.push({ match: 'POST ', kind: 'status', status: 503 });
    const { data: unknown } = await world.query(CREATE_CONTACT, { input: { ...ADELE, systems: ['rossum'] } });
    const from = unknown?.createContact.contact?.id ?? '';
    expect(statuses(unknown?.createContact.receipts)).toEqual({ rossum: 'QUEUED' });
    expect(world.simulator('rossum').tables.contacts?.list()).toHaveLength(1);

    await world.query(MERGE, { input: { into, from } });
    world.simulator('rossum').faults.length = 0;
    clock.leap(60 * 60_000);
    await settled(world);
    await readAgain(world);

    expect(world.simulator('rossum').tables.contacts?.list()).toMatchObject([
      { first_name: 'Ada', last_name: 'Marsh' },
    ]);
    expect((await person(world, into))?.records.map(({ system }) => system.id).sort()).toEqual(['ghl', 'rossum']);
  });

  it('does so with a creation that is under way at that moment', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const into = await create(world, { ...ADA, systems: ['ghl'] });
    world.simulator('rossum').faults.push({ match: 'insert_one$', kind: 'latency', ms: 300, times: 1 });
    const started = firstAttempt(world);
    const under = world.query(CREATE_CONTACT, { input: { ...ADELE, systems: ['rossum'] } });
    const isNew = ({ kind, type, entityId }: LoggedEvent) =>
      kind === 'CREATED' && type === 'contact' && entityId !== into;
    const { entityId: from } = await world.event(isNew);
    await started;

    const { data } = await world.query(MERGE, { input: { into, from: from ?? '' } });
    await under;
    await settled(world);
    await readAgain(world);

    expect(data?.mergeContacts.userErrors).toEqual([]);
    expect(world.simulator('rossum').tables.contacts?.list()).toMatchObject([
      { first_name: 'Ada', last_name: 'Marsh' },
    ]);
    expect((await person(world, into))?.records.map(({ system }) => system.id).sort()).toEqual(['ghl', 'rossum']);
  });

  it('holds two records of one system, shows both and writes to the one that was linked first', async () => {
    const { world } = await scene({ systems: ['ghl'] });
    const into = await create(world, ADA);
    const from = await create(world, ADELE);
    const [first, second] = [recordIn(await person(world, into), 'ghl'), recordIn(await person(world, from), 'ghl')];

    const { data } = await world.query(MERGE, { input: { into, from } });
    await world.query(UPDATE_CONTACT, { input: { id: into, website: 'https://marsh.example.com' } });
    await settled(world);
    await readAgain(world);

    expect(data?.mergeContacts.receipts).toMatchObject([{ status: 'APPLIED', recordId: first }]);
    expect((await person(world, into))?.records.map(({ id }) => id)).toEqual([first, second]);
    expect(rowOf(world, 'ghl', 'contacts', first)).toMatchObject({
      firstName: 'Ada',
      lastName: 'Marsh',
      website: 'https://marsh.example.com',
    });
    // The number stays with the record that has it: HighLevel takes it for one person only.
    expect(rowOf(world, 'ghl', 'contacts', second)).toMatchObject({ firstName: 'Adele', phone: '+447700900999' });
    expect(rowOf(world, 'ghl', 'contacts', second).website ?? null).toBeNull();
  });

  it('is refused in words for one contact twice, for strangers and for what is no contact', async () => {
    const { world } = await scene({ systems: ['rossum'] });
    const into = await create(world, ADA);
    const gone = await create(world, ADELE);
    await world.query(MERGE, { input: { into, from: gone } });

    const same = await world.query(MERGE, { input: { into, from: into } });
    const unknown = await world.query(MERGE, { input: { into: 'con_nobody', from: into } });
    const merged = await world.query(MERGE, { input: { into, from: gone } });

    expect(same.data?.mergeContacts.userErrors).toMatchObject([{ path: ['input', 'from'], code: 'INVALID' }]);
    expect(unknown.data?.mergeContacts.userErrors).toMatchObject([{ path: ['input', 'into'], code: 'NOT_FOUND' }]);
    expect(merged.data?.mergeContacts.userErrors).toMatchObject([{ path: ['input', 'from'], code: 'NOT_FOUND' }]);
  });

  it('happens once where two people do it at the same moment, and once where one repeats it', async () => {
    const { world } = await scene({ systems: ['rossum'] });
    const [into, from] = [await create(world, ADA), await create(world, ADELE)];

    const both = await Promise.all([
      world.query(MERGE, { input: { into, from, idempotencyKey: 'merge-1' } }),
      world.query(MERGE, { input: { into: from, from: into } }),
    ]);
    const repeated = await world.query(MERGE, { input: { into, from, idempotencyKey: 'merge-1' } });

    const refused = both.filter(({ data }) => data?.mergeContacts.userErrors.length);
    expect(refused).toHaveLength(1);
    expect(await logged(world, 'MERGED')).toHaveLength(2);
    const first = both[0].data?.mergeContacts;
    if (first?.contact) expect(repeated.data?.mergeContacts).toEqual(first);
    else expect(repeated.data?.mergeContacts.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('linking a record to a contact', () => {
  it('moves it with its children, fills blanks and writes the contact over the rest', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const ada = await create(world, { ...ADA, systems: ['ghl'] });
    const { phone: _, ...phoneless } = ADELE;
    const adele = await create(world, phoneless);
    await addChildren(world, adele, 'Adele');
    const record = { system: 'rossum', id: recordIn(await person(world, adele), 'rossum') };

    const { data } = await world.query(LINK, { input: { contactId: ada, record } });
    await settled(world);

    expect(data?.linkRecords.userErrors).toEqual([]);
    expect(statuses(data?.linkRecords.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    const [linked, left] = [await person(world, ada), await person(world, adele)];
    expect(linked).toMatchObject({ firstName: 'Ada', lastName: 'Marsh', address: { city: 'York' } });
    expect(linked?.records.map(({ system }) => system.id).sort()).toEqual(['ghl', 'rossum']);
    expect(left?.records.map(({ system }) => system.id)).toEqual(['ghl']);
    expect(rowOf(world, 'rossum', 'contacts', record.id)).toMatchObject({ first_name: 'Ada', last_name: 'Marsh' });
    expect(left).toMatchObject({ firstName: 'Adele', email: 'adele@example.com' });
    // They hang on a record of each contact, so they stay with the one they had.
    expect(left?.tasks.nodes.map(({ title }) => title)).toEqual(['Call Adele']);
  });

  it('takes along what hangs on that record alone', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const ada = await create(world, { ...ADA, systems: ['ghl'] });
    const adele = await create(world, ADELE);
    await world.query(CREATE_TASK, { input: { contactId: adele, title: 'Only there', systems: ['rossum'] } });
    await world.query(CREATE_TASK, { input: { contactId: adele, title: 'Only here', systems: ['ghl'] } });
    await settled(world);
    const record = { system: 'rossum', id: recordIn(await person(world, adele), 'rossum') };

    await world.query(LINK, { input: { contactId: ada, record } });

    expect((await person(world, ada))?.tasks.nodes.map(({ title }) => title)).toEqual(['Only there']);
    expect((await person(world, adele))?.tasks.nodes.map(({ title }) => title)).toEqual(['Only here']);
  });

  it('merges a contact away that is left without records', async () => {
    const { world, into, from } = await twoPeople({ systems: ['ghl', 'rossum', 'commusoft'] });
    const commusoft = { system: 'commusoft', id: recordIn(await person(world, from), 'commusoft') };
    const rossum = { system: 'rossum', id: recordIn(await person(world, from), 'rossum') };

    await world.query(LINK, { input: { contactId: into, record: commusoft } });
    const between = await person(world, from);
    await world.query(LINK, { input: { contactId: into, record: rossum } });

    expect(between?.records.map(({ system }) => system.id)).toEqual(['rossum']);
    expect(await person(world, from)).toBeNull();
    expect((await person(world, into))?.records.map(({ system }) => system.id)).toEqual(['commusoft', 'ghl', 'rossum']);
    expect((await logged(world, 'MERGED')).map(({ entityId }) => entityId).sort()).toEqual([from, into].sort());
  });

  it('reads a record that the gateway has never seen', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const ada = await create(world, { ...ADA, systems: ['rossum'] });
    const { contacts } = world.simulator('ghl').tables;
    const row = contacts?.add({ firstName: 'Adele', lastName: 'Marsh', email: 'adele@example.com', tags: [] });
    const id = String(row?.id);

    const { data } = await world.query(LINK, { input: { contactId: ada, record: { system: 'ghl', id } } });
    await settled(world);
    await readAgain(world);

    expect(data?.linkRecords.userErrors).toEqual([]);
    expect(await person(world, ada)).toMatchObject({ firstName: 'Ada', lastName: 'Marsh' });
    expect(contacts?.list()).toMatchObject([{ id, firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com' }]);
    expect((await world.query(CONTACT, { by: { email: 'adele@example.com' } })).data?.contact).toBeNull();
  });

  it('is refused in words where there is no such record, system or contact', async () => {
    const { world } = await scene({ systems: ['rossum'] });
    const ada = await create(world, ADA);
    const link = async (contactId: string, system: string, id: string) =>
      (await world.query(LINK, { input: { contactId, record: { system, id } } })).data?.linkRecords.userErrors;

    expect(await link(ada, 'rossum', '999999')).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'record'] }]);
    expect(await link(ada, 'nowhere', '1')).toMatchObject([{ code: 'INVALID', path: ['input', 'record', 'system'] }]);
    expect(await link(ada, 'ghl', '1')).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    expect(await link('con_nobody', 'rossum', recordIn(await person(world, ada), 'rossum'))).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'contactId'] },
    ]);
  });
});

describe('unlinking a record', () => {
  it('makes a contact of its own of it, with what hangs on it, writes nothing and does not come back', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const ada = await create(world, ADA);
    await world.query(CREATE_TASK, { input: { contactId: ada, title: 'Only there', systems: ['rossum'] } });
    await settled(world);
    const record = { system: 'rossum', id: recordIn(await person(world, ada), 'rossum') };
    const written = writes(world);

    const { data } = await world.query(UNLINK, { input: { contactId: ada, record } });
    await readAgain(world);

    expect(data?.unlinkRecord).toMatchObject({ contact: { id: ada }, receipts: [], userErrors: [] });
    const left = await person(world, ada);
    const own = (await world.query(CONTACT, { by: { record } })).data?.contact;
    expect(left?.records.map(({ system }) => system.id)).toEqual(['ghl']);
    expect(left?.tasks.nodes).toEqual([]);
    expect(own).toMatchObject({ firstName: 'Ada', email: 'ada@example.com', records: [{ id: record.id }] });
    expect(own?.id).not.toBe(ada);
    expect(own?.tasks.nodes.map(({ title }) => title)).toEqual(['Only there']);
    expect(writes(world)).toEqual(written);
    const unlinked = await logged(world, 'UNLINKED');
    expect(unlinked).toMatchObject([{ entityId: ada, system: 'rossum' }]);
  });

  it('lets both go their own ways afterwards', async () => {
    const { world } = await scene({ systems: ['ghl', 'rossum'] });
    const ada = await create(world, ADA);
    const record = { system: 'rossum', id: recordIn(await person(world, ada), 'rossum') };
    await world.query(UNLINK, { input: { contactId: ada, record } });

    await world.query(UPDATE_CONTACT, { input: { id: ada, firstName: 'Adele' } });
    await settled(world);

    expect(rowOf(world, 'rossum', 'contacts', record.id).first_name).toBe('Ada');
    expect((await world.query(CONTACT, { by: { record } })).data?.contact?.firstName).toBe('Ada');
  });

  it('is refused for the only record and for somebody else’s', async () => {
    const { world } = await scene({ systems: ['rossum'] });
    const [ada, adele] = [await create(world, ADA), await create(world, ADELE)];
    const record = { system: 'rossum', id: recordIn(await person(world, ada), 'rossum') };

    const only = await world.query(UNLINK, { input: { contactId: ada, record } });
    const other = await world.query(UNLINK, { input: { contactId: adele, record } });

    expect(only.data?.unlinkRecord.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'record'] }]);
    expect(other.data?.unlinkRecord.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'record'] }]);
  });
});
