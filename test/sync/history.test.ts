import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { LINK, MERGE, PERSON, REVERT, UNLINK, VERSIONS } from './decisions.ts';
import {
  CONTACT,
  CREATE_CONTACT,
  CREATE_NOTE,
  CREATE_TASK,
  DELETE_CONTACT,
  DELETE_TASK,
  SYNC_NOW,
  TASKS,
  UPDATE_CONTACT,
  UPDATE_TASK,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { settled, statuses, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

/** Systems whose webhooks get lost, and nobody in them. */
async function scene(systems: readonly string[] = ['ghl', 'rossum']): Promise<{ world: World; clock: FastClock }> {
  const clock = createFastClock();
  const world = await startWorld({ clock, systems, people: () => [] });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
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

async function historyOf(world: World, id: string, page: { first?: number; after?: string | null } = {}) {
  const node = (await world.query(VERSIONS, { id, ...page })).data?.node;
  if (!node || !('versions' in node)) throw new Error(`${id} has no history`);
  return node;
}

async function revert(world: World, id: string, version: number) {
  const { data } = await world.query(REVERT, { input: { id, version } });
  await settled(world);
  return data?.revertTo;
}

async function addTask(world: World, contactId: string, title: string, systems?: string[]): Promise<string> {
  const { data } = await world.query(CREATE_TASK, { input: { contactId, title, ...(systems && { systems }) } });
  await settled(world);
  return data?.createTask.task?.id ?? '';
}

async function readAgain(world: World): Promise<void> {
  const { data } = await world.query(SYNC_NOW, { input: { full: true } });
  expect(data?.syncNow.runs.map(({ error }) => error)).toEqual(world.systems.map(() => null));
  await settled(world);
}

const writes = (world: World) => world.systems.map((system) => writesTo(world.simulator(system)).length);
const rows = (world: World, system: string, table = 'contacts') => world.simulator(system).tables[table]?.list() ?? [];

/** What a caller sees of a contact, without the counters that every change moves on. */
async function answer(world: World, id: string) {
  const contact = await person(world, id);
  if (!contact) return null;
  const { version: _, conflicts: __, tasks, notes, ...rest } = contact;
  const sorted = <T extends { id: string }>(nodes: readonly T[]) => [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...rest, tasks: sorted(tasks.nodes), notes: sorted(notes.nodes) };
}

const ADA = { firstName: 'Ada', email: 'ada@example.com', tags: ['vip', 'lead'] };
const ADELE = {
  firstName: 'Adele',
  lastName: 'Marsh',
  email: 'adele@example.com',
  tags: ['lead', 'boiler'],
  website: 'https://marsh.example.com',
  address: { line1: '1 High Street', city: 'York', postcode: 'YO1 7HH' },
};

describe('the history of a contact', () => {
  it('says page by page, newest first, who changed what and why, and how it was', async () => {
    const { world } = await scene();
    const id = await create(world, ADA);
    for (const firstName of ['Adele', 'Bea', 'Cara']) await world.query(UPDATE_CONTACT, { input: { id, firstName } });

    const first = await historyOf(world, id, { first: 3 });
    const second = await historyOf(world, id, { first: 3, after: first.versions.pageInfo.endCursor ?? null });

    expect(first.versions).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(first.versions.nodes.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(first.versions.nodes[0]).toMatchObject({
      origin: 'gateway',
      why: null,
      fields: { firstName: 'Cara', email: 'ada@example.com' },
      changes: [{ field: 'firstName', before: 'Bea', after: 'Cara' }],
    });
    expect(second.versions).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ version: 1 }] });
  });
});

describe('going back to an earlier version', () => {
  it('writes the old values back everywhere, clears what was added since, and can itself be taken back', async () => {
    const { world } = await scene(['ghl', 'rossum', 'commusoft']);
    const id = await create(world, ADA);
    await world.query(UPDATE_CONTACT, {
      input: { id, firstName: 'Adele', lastName: 'Marsh', website: 'https://marsh.example.com', tags: ['boiler'] },
    });
    await settled(world);
    const version = (await person(world, id))?.version ?? 0;

    const back = await revert(world, id, 1);
    const asBefore = await person(world, id);
    const held = { ghl: rows(world, 'ghl')[0], rossum: rows(world, 'rossum')[0] };
    const forth = await revert(world, id, version);

    expect(back).toMatchObject({ entity: { id, version: version + 1, firstName: 'Ada' }, userErrors: [] });
    expect(statuses(back?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED', commusoft: 'APPLIED' });
    expect(asBefore).toMatchObject({ firstName: 'Ada', lastName: null, website: null });
    expect(asBefore?.tags.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['lead', 'vip']));
    expect(asBefore?.tags.map(({ name }) => name)).not.toContain('boiler');
    expect(held.ghl).toMatchObject({ firstName: 'Ada' });
    expect(held.ghl?.website || null).toBeNull();
    expect(held.rossum).toMatchObject({ first_name: 'Ada', last_name: null, website: null });
    expect(forth).toMatchObject({ entity: { version: version + 2, firstName: 'Adele' }, userErrors: [] });
    expect(rows(world, 'rossum')[0]).toMatchObject({ first_name: 'Adele', last_name: 'Marsh' });
    const { versions } = await historyOf(world, id, { first: 2 });
    expect(versions.nodes.map(({ why }) => why)).toEqual([`Reverted to version ${version}`, 'Reverted to version 1']);
  });

  it('stays as it is when everything is read again', async () => {
    const { world } = await scene(['ghl', 'rossum', 'commusoft']);
    const id = await create(world, ADA);
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Adele', tags: ['boiler'] } });
    await settled(world);
    await revert(world, id, 1);
    const [contact, written] = [await person(world, id), writes(world)];

    await readAgain(world);

    expect(await person(world, id)).toEqual(contact);
    expect(writes(world)).toEqual(written);
  });

  it('is refused for the current version, an unknown one and a stranger', async () => {
    const { world } = await scene(['rossum']);
    const id = await create(world, ADA);

    expect((await revert(world, id, 1))?.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'version'] }]);
    expect((await revert(world, id, 7))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'version'] }]);
    expect((await revert(world, id, 0))?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await revert(world, 'con_nobody', 1))?.userErrors).toMatchObject([{ path: ['input', 'id'] }]);
  });

  it('brings back a deleted task and creates it again where it was deleted', async () => {
    const { world } = await scene();
    const contactId = await create(world, ADA);
    const id = await addTask(world, contactId, 'Call Ada');
    await world.query(DELETE_TASK, { input: { id } });
    await settled(world);
    const gone = rows(world, 'ghl', 'tasks').length;

    const back = await revert(world, id, 1);
    await readAgain(world);

    expect(gone).toBe(0);
    expect(statuses(back?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect((await world.query(TASKS, {})).data?.tasks.nodes).toMatchObject([
      { id, title: 'Call Ada', contact: { id: contactId } },
    ]);
    expect(rows(world, 'ghl', 'tasks')).toMatchObject([{ title: 'Call Ada' }]);
    expect(rows(world, 'rossum', 'tasks').filter((row) => !row.deleted_at)).toMatchObject([{ title: 'Call Ada' }]);
  });

  it('deletes again what was deleted at that version', async () => {
    const { world } = await scene();
    const contactId = await create(world, ADA);
    const id = await addTask(world, contactId, 'Call Ada');
    await world.query(DELETE_TASK, { input: { id } });
    await settled(world);
    await revert(world, id, 1);

    const back = await revert(world, id, 2);

    expect(back?.userErrors).toEqual([]);
    expect((await world.query(TASKS, {})).data?.tasks.totalCount).toBe(0);
    expect(rows(world, 'ghl', 'tasks')).toEqual([]);
  });

  it('brings back a deleted contact with what was deleted with it', async () => {
    const { world } = await scene(['ghl', 'rossum', 'commusoft']);
    const id = await create(world, ADA);
    await addTask(world, id, 'Call Ada');
    const before = await addTask(world, id, 'Gone before');
    await world.query(DELETE_TASK, { input: { id: before } });
    await settled(world);
    await world.query(DELETE_CONTACT, { input: { id } });
    await settled(world);

    const back = await revert(world, id, 1);
    await settled(world);
    await readAgain(world);

    expect(back?.userErrors).toEqual([]);
    expect(statuses(back?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED', commusoft: 'APPLIED' });
    const contact = await person(world, id);
    expect(contact).toMatchObject({ firstName: 'Ada', email: 'ada@example.com' });
    expect(contact?.tasks.nodes.map(({ title }) => title)).toEqual(['Call Ada']);
    expect(rows(world, 'ghl')).toMatchObject([{ firstName: 'Ada', email: 'ada@example.com' }]);
    expect(rows(world, 'ghl', 'tasks')).toMatchObject([{ title: 'Call Ada' }]);
    expect(rows(world, 'rossum').filter((row) => !row.deleted_at)).toMatchObject([{ first_name: 'Ada' }]);
    expect((await world.query(CONTACT, { by: { email: 'ada@example.com' } })).data?.contact?.id).toBe(id);
  });

  it('does not bring back a task whose contact is deleted', async () => {
    const { world } = await scene(['rossum']);
    const contactId = await create(world, ADA);
    const id = await addTask(world, contactId, 'Call Ada');
    await world.query(DELETE_CONTACT, { input: { id: contactId } });
    await settled(world);

    expect((await revert(world, id, 1))?.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'id'] }]);
  });

  it('changes a task back in every system that holds it', async () => {
    const { world } = await scene();
    const contactId = await create(world, ADA);
    const id = await addTask(world, contactId, 'Call Ada');
    await world.query(UPDATE_TASK, { input: { id, title: 'Write to Ada', body: 'By post' } });
    await settled(world);

    const back = await revert(world, id, 1);

    expect(statuses(back?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(rows(world, 'ghl', 'tasks')).toMatchObject([{ title: 'Call Ada' }]);
    expect(rows(world, 'rossum', 'tasks')).toMatchObject([{ title: 'Call Ada', body: null }]);
  });
});

describe('taking a merge back', () => {
  async function merged(systems = ['ghl', 'rossum', 'commusoft']) {
    const { world, clock } = await scene(systems);
    const into = await create(world, { ...ADA, systems: [systems[0]] });
    const from = await create(world, { ...ADELE, systems: systems.slice(1) });
    await addTask(world, into, 'Call Ada');
    await addTask(world, from, 'Call Adele');
    await world.query(CREATE_NOTE, { input: { contactId: from, body: 'Prefers mornings', systems: ['rossum'] } });
    await settled(world);
    const before = [await answer(world, into), await answer(world, from)];
    const versions = {
      into: (await person(world, into))?.version ?? 0,
      from: (await person(world, from))?.version ?? 0,
    };
    await world.query(MERGE, { input: { into, from } });
    await settled(world);
    return { world, clock, into, from, before, versions };
  }

  it('by the contact that was merged away restores both, in the graph and in all systems', async () => {
    const { world, into, from, before, versions } = await merged();

    const back = await revert(world, from, versions.from);
    await settled(world);

    expect(back?.userErrors).toEqual([]);
    expect([await answer(world, into), await answer(world, from)]).toEqual(before);
    expect(rows(world, 'ghl')[0]).toMatchObject({ firstName: 'Ada', email: 'ada@example.com' });
    expect(rows(world, 'ghl')[0]?.lastName || null).toBeNull();
    expect(rows(world, 'rossum')).toMatchObject([{ first_name: 'Adele', email: 'adele@example.com' }]);
    expect(JSON.stringify(rows(world, 'commusoft', 'customers'))).toContain('adele@example.com');
    const written = writes(world);
    await readAgain(world);
    expect([await answer(world, into), await answer(world, from)]).toEqual(before);
    expect(writes(world)).toEqual(written);
  });

  it('by the contact that stayed does the same', async () => {
    const { world, into, from, before, versions } = await merged();

    const back = await revert(world, into, versions.into);
    await settled(world);

    expect(back?.userErrors).toEqual([]);
    expect([await answer(world, into), await answer(world, from)]).toEqual(before);
    await readAgain(world);
    expect([await answer(world, into), await answer(world, from)]).toEqual(before);
  });

  it('leaves the one that stayed what people gave it since, and the other what was added there', async () => {
    const { world, into, from, versions } = await merged(['ghl', 'rossum']);
    await world.query(UPDATE_CONTACT, {
      input: { id: into, lastName: 'Moss', tags: ['vip', 'lead', 'boiler', 'new'] },
    });
    await addTask(world, into, 'Since then', ['ghl']);
    await settled(world);

    await revert(world, from, versions.from);

    const [ada, adele] = [await person(world, into), await person(world, from)];
    expect(ada).toMatchObject({ firstName: 'Ada', lastName: 'Moss', website: null });
    expect(ada?.tags.map(({ name }) => name).sort()).toEqual(['lead', 'new', 'vip']);
    expect(ada?.tasks.nodes.map(({ title }) => title).sort()).toEqual(['Call Ada', 'Since then']);
    expect(adele).toMatchObject({ firstName: 'Adele', lastName: 'Marsh' });
    expect(adele?.tasks.nodes.map(({ title }) => title)).toEqual(['Call Adele']);
  });

  it('can be taken back too: the two are one again', async () => {
    const { world, into, from, versions } = await merged(['ghl', 'rossum']);
    const together = await answer(world, into);
    await revert(world, from, versions.from);

    const again = await revert(world, from, versions.from + 1);

    expect(again).toMatchObject({ entity: { id: into }, userErrors: [] });
    expect(await person(world, from)).toBeNull();
    expect(await answer(world, into)).toEqual(together);
  });

  it('restores the records of a contact that has two of one system', async () => {
    const { world } = await scene(['ghl']);
    const [into, other, from] = [
      await create(world, ADA),
      await create(world, { firstName: 'Bea', email: 'bea@example.com' }),
      await create(world, ADELE),
    ];
    await world.query(MERGE, { input: { into: from, from: other } });
    await settled(world);
    const before = [await answer(world, into), await answer(world, from)];
    const version = (await person(world, from))?.version ?? 0;
    await world.query(MERGE, { input: { into, from } });
    await settled(world);
    const together = (await person(world, into))?.records;

    await revert(world, from, version);

    expect(together).toHaveLength(3);
    expect([await answer(world, into), await answer(world, from)]).toEqual(before);
  });
});

describe('taking an unlinking or linking back', () => {
  it('gives the contact its record again, and the contact that it had become is gone', async () => {
    const { world } = await scene();
    const id = await create(world, ADA);
    await addTask(world, id, 'Only there', ['rossum']);
    const before = await answer(world, id);
    const version = (await person(world, id))?.version ?? 0;
    const record = { system: 'rossum', id: before?.records.find(({ system }) => system.id === 'rossum')?.id ?? '' };
    await world.query(UNLINK, { input: { contactId: id, record } });
    const own = (await world.query(CONTACT, { by: { record } })).data?.contact?.id ?? '';
    await world.query(UPDATE_CONTACT, { input: { id: own, firstName: 'Somebody' } });
    await settled(world);

    const back = await revert(world, id, version);
    await settled(world);

    expect(back?.userErrors).toEqual([]);
    expect(await answer(world, id)).toEqual(before);
    expect(await person(world, own)).toBeNull();
    expect(rows(world, 'rossum')).toMatchObject([{ first_name: 'Ada' }]);
    const again = await revert(world, id, version + 1);
    expect(again?.userErrors).toEqual([]);
    expect((await world.query(CONTACT, { by: { record } })).data?.contact?.id).not.toBe(id);
  });

  it('gives a linked record back to the contact it was taken from', async () => {
    const { world } = await scene();
    const ada = await create(world, { ...ADA, systems: ['ghl'] });
    const adele = await create(world, ADELE);
    await addTask(world, adele, 'Only there', ['rossum']);
    const before = [await answer(world, ada), await answer(world, adele)];
    const version = (await person(world, adele))?.version ?? 0;
    const record = { system: 'rossum', id: before[1]?.records.find(({ system }) => system.id === 'rossum')?.id ?? '' };
    await world.query(LINK, { input: { contactId: ada, record } });
    await settled(world);
    const between = await answer(world, ada);

    await revert(world, adele, version);

    expect(between?.tasks.map(({ title }) => title)).toEqual(['Only there']);
    expect([await answer(world, ada), await answer(world, adele)]).toEqual(before);
    expect(rows(world, 'rossum')).toMatchObject([{ first_name: 'Adele', email: 'adele@example.com' }]);
  });
});

describe('merging and taking it back', () => {
  const word = fc.constantFrom('Ada', 'Bea', 'Cara', null);
  const tags = fc.uniqueArray(fc.constantFrom('vip', 'lead', 'boiler', 'new'), { maxLength: 3 });
  const someone = fc.record({
    firstName: fc.constantFrom('Ada', 'Bea', 'Cara'),
    lastName: word,
    companyName: word,
    website: fc.constantFrom('https://one.example.com', 'https://two.example.com', null),
    tags,
    city: fc.constantFrom('York', 'Leeds', null),
    systems: fc.subarray(['ghl', 'rossum'], { minLength: 1 }),
    tasks: fc.integer({ min: 0, max: 2 }),
  });

  it('is as if nothing had happened, whoever they are and whichever of the two is asked', async () => {
    const { world } = await scene();
    let count = 0;
    const make = async ({ city, tasks, ...fields }: typeof someone extends fc.Arbitrary<infer T> ? T : never) => {
      count += 1;
      const id = await create(world, { ...fields, address: { city }, email: `person${count}@example.com` });
      for (let i = 0; i < tasks; i++) await addTask(world, id, `Task ${i} of ${count}`);
      return id;
    };

    await fc.assert(
      fc.asyncProperty(someone, someone, fc.boolean(), async (one, two, byFrom) => {
        const [into, from] = [await make(one), await make(two)];
        const before = [await answer(world, into), await answer(world, from)];
        const version = (await person(world, byFrom ? from : into))?.version ?? 0;
        const { data } = await world.query(MERGE, { input: { into, from } });
        await settled(world);

        await revert(world, byFrom ? from : into, version);

        expect(data?.mergeContacts.userErrors).toEqual([]);
        expect([await answer(world, into), await answer(world, from)]).toEqual(before);
      }),
      { numRuns: 12, seed: 7, endOnFailure: true },
    );
  }, 120_000);
});
