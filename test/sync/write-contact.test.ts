import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import {
  ADD_TAGS,
  CONTACT,
  CREATE_CONTACT,
  CREATE_NOTE,
  CREATE_TASK,
  DELETE_CONTACT,
  DELIVERIES,
  EVENT_LOG,
  NAMES,
  REMOVE_TAGS,
  TASKS,
  UPDATE_CONTACT,
  UPSERT_CONTACT,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { rowWith, settled, statuses, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const ADA = {
  firstName: 'Ada',
  lastName: 'Marsh',
  email: 'Ada.Marsh@Example.com',
  phone: '020 7946 0101',
  companyName: 'Marsh Lettings',
  website: 'https://marsh.example',
  address: { line1: '1 Kiln Row', city: 'Leeds', county: 'West Yorkshire', postcode: 'LS1 4AB', country: 'GB' },
  tags: ['vip'],
};

const small = () => startWorld({ clock: createFastClock(), people: () => samplePeople(2) });

async function anyContact(world: World): Promise<string> {
  const { data } = await world.query(NAMES, { first: 1 });
  return data?.contacts.nodes[0]?.id ?? '';
}

describe('a mutation of a contact', () => {
  it('creates it in all three systems and answers a receipt from each', async () => {
    const world = await small();

    const { data } = await world.query(CREATE_CONTACT, { input: ADA });

    expect(data?.createContact.userErrors).toEqual([]);
    expect(statuses(data?.createContact.receipts)).toEqual({ commusoft: 'APPLIED', ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(data?.createContact.contact).toMatchObject({ email: 'ada.marsh@example.com', phone: '+442079460101' });
    expect(rowWith(world, 'ghl', 'contacts', 'email', 'ada.marsh@example.com')).toMatchObject({
      firstName: 'Ada',
      phone: '+442079460101',
      address1: '1 Kiln Row',
      tags: ['vip'],
    });
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'ada.marsh@example.com')).toMatchObject({
      first_name: 'Ada',
      company_name: 'Marsh Lettings',
    });
    expect(rowWith(world, 'commusoft', 'customers', 'emailaddress', 'ada.marsh@example.com')).toMatchObject({
      surname: 'Marsh',
      town: 'Leeds',
    });
  });

  it('names the record of every receipt and the fields a system has no place for', async () => {
    const world = await small();

    const { data } = await world.query(CREATE_CONTACT, { input: ADA });

    const receipts = data?.createContact.receipts ?? [];
    expect(receipts.map(({ recordId }) => recordId !== null)).toEqual([true, true, true]);
    expect(receipts.find(({ system }) => system.id === 'commusoft')?.unsupportedFields).toContain('tags');
  });

  it('clears what is null, keeps what is absent and leaves other fields of the record alone', async () => {
    const world = await small();
    const created = await world.query(CREATE_CONTACT, { input: ADA });
    const id = created.data?.createContact.contact?.id ?? '';

    const { data } = await world.query(UPDATE_CONTACT, { input: { id, website: null, lastName: 'Marsh-Hill' } });

    expect(statuses(data?.updateContact.receipts)).toEqual({ commusoft: 'APPLIED', ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(data?.updateContact.contact).toMatchObject({ firstName: 'Ada', lastName: 'Marsh-Hill', website: null });
    expect(rowWith(world, 'ghl', 'contacts', 'lastName', 'Marsh-Hill')).toMatchObject({
      firstName: 'Ada',
      phone: '+442079460101',
    });
    expect(rowWith(world, 'ghl', 'contacts', 'lastName', 'Marsh-Hill').website || null).toBeNull();
    expect(rowWith(world, 'rossum', 'contacts', 'last_name', 'Marsh-Hill')).toMatchObject({
      website: null,
      first_name: 'Ada',
    });
    expect(rowWith(world, 'commusoft', 'customers', 'surname', 'Marsh-Hill')).toMatchObject({
      name: 'Ada',
      town: 'Leeds',
    });
  });

  it('refuses what is wrong in the input, and then writes nothing', async () => {
    const world = await small();
    const before = writesTo(world.simulator('ghl')).length;

    const { data } = await world.query(CREATE_CONTACT, { input: { email: 'not an address', systems: ['mars'] } });

    expect(data?.createContact.contact).toBeNull();
    expect(data?.createContact.userErrors.map(({ path }) => path?.at(-1))).toContain('systems');
    expect(writesTo(world.simulator('ghl'))).toHaveLength(before);
  });

  it('deletes it everywhere, with what belongs to it', async () => {
    const world = await small();
    const created = await world.query(CREATE_CONTACT, { input: ADA });
    const id = created.data?.createContact.contact?.id ?? '';
    await world.query(CREATE_TASK, { input: { contactId: id, title: 'Call Ada' } });
    await world.query(CREATE_NOTE, { input: { contactId: id, body: 'Prefers e-mail' } });

    const { data } = await world.query(DELETE_CONTACT, { input: { id } });
    await settled(world);

    expect(statuses(data?.deleteContact.receipts)).toEqual({ commusoft: 'APPLIED', ghl: 'APPLIED', rossum: 'APPLIED' });
    expect((await world.query(CONTACT, { by: { id } })).data?.contact).toBeNull();
    expect((await world.query(TASKS, { filter: { contactId: id } })).data?.tasks.totalCount).toBe(0);
    expect(
      world
        .simulator('ghl')
        .tables.contacts?.list()
        .some((row) => row.email === 'ada.marsh@example.com'),
    ).toBe(false);
    expect(
      world
        .simulator('rossum')
        .tables.tasks?.list()
        .find((row) => row.title === 'Call Ada')?.deleted_at,
    ).toBeTruthy();
    expect(
      (await world.query(DELIVERIES, { filter: { statuses: ['FAILED', 'QUEUED'] } })).data?.deliveries.nodes,
    ).toEqual([]);
  });

  it('deletes it only in the system that was named, and keeps it', async () => {
    const world = await small();
    const created = await world.query(CREATE_CONTACT, { input: ADA });
    const id = created.data?.createContact.contact?.id ?? '';

    const { data } = await world.query(DELETE_CONTACT, { input: { id, systems: ['ghl'] } });
    await settled(world);
    const left = await world.query(CONTACT, { by: { id } });

    expect(statuses(data?.deleteContact.receipts)).toEqual({ ghl: 'APPLIED' });
    expect(left.data?.contact?.records.map(({ system, state }) => [system.id, state])).toEqual([
      ['commusoft', 'IN_SYNC'],
      ['ghl', 'ARCHIVED'],
      ['rossum', 'IN_SYNC'],
    ]);
  });

  it('upserts by e-mail: the second wish changes the first contact and adds its tags', async () => {
    const world = await small();
    const first = await world.query(UPSERT_CONTACT, {
      input: { email: 'ada@example.com', firstName: 'Ada', tags: ['vip'] },
    });

    const second = await world.query(UPSERT_CONTACT, {
      input: { email: 'ADA@example.com', firstName: 'Adeline', tags: ['new'] },
    });

    expect(second.data?.upsertContact.contact?.id).toBe(first.data?.upsertContact.contact?.id);
    expect(second.data?.upsertContact.contact).toMatchObject({ firstName: 'Adeline' });
    expect(second.data?.upsertContact.contact?.tags.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['new', 'vip']),
    );
    expect(statuses(second.data?.upsertContact.receipts)).toEqual({
      commusoft: 'APPLIED',
      ghl: 'APPLIED',
      rossum: 'APPLIED',
    });
  });

  it('adds and removes tags as a set, and says where there is no place for them', async () => {
    const world = await small();
    const contactId = await anyContact(world);

    const added = await world.query(ADD_TAGS, { input: { contactId, tags: ['Gold', 'customer'] } });
    const removed = await world.query(REMOVE_TAGS, { input: { contactId, tags: ['gold'] } });

    const names = (tags: readonly { name: string }[] | undefined) => tags?.map(({ name }) => name.toLowerCase());
    expect(names(added.data?.addTags.contact?.tags)).toEqual(expect.arrayContaining(['customer', 'gold']));
    expect(statuses(added.data?.addTags.receipts)).toEqual({
      commusoft: 'UNSUPPORTED',
      ghl: 'APPLIED',
      rossum: 'APPLIED',
    });
    expect(names(removed.data?.removeTags.contact?.tags)).not.toContain('gold');
    expect(
      world
        .simulator('rossum')
        .tables.contacts?.list()
        .flatMap(({ tags }) => tags),
    ).not.toContain('Gold');
  });

  it('goes to the named systems only, and creates it later where a later wish names another', async () => {
    const world = await small();
    const { data } = await world.query(CREATE_CONTACT, { input: { ...ADA, systems: ['rossum'] } });
    const id = data?.createContact.contact?.id ?? '';

    const unnamed = await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Adele' } });
    const named = await world.query(UPDATE_CONTACT, {
      input: { id, firstName: 'Adeline', systems: ['ghl', 'rossum'] },
    });

    expect(statuses(data?.createContact.receipts)).toEqual({ rossum: 'APPLIED' });
    expect(statuses(unnamed.data?.updateContact.receipts)).toEqual({
      commusoft: 'SKIPPED',
      ghl: 'SKIPPED',
      rossum: 'APPLIED',
    });
    expect(unnamed.data?.updateContact.receipts[0]?.error?.message).toContain('does not hold this record');
    expect(statuses(named.data?.updateContact.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect(rowWith(world, 'ghl', 'contacts', 'email', 'ada.marsh@example.com')).toMatchObject({
      firstName: 'Adeline',
      tags: ['vip'],
    });
  });

  it('answers ACCEPTED before any system was asked, and writes afterwards', async () => {
    const world = await small();

    const { data } = await world.query(CREATE_CONTACT, { input: { ...ADA, waitFor: 'ACCEPTED' } });
    const applied = await Promise.all(
      ['ghl', 'rossum', 'commusoft'].map((system) =>
        world.event((event) => event.kind === 'WRITE_APPLIED' && event.system === system),
      ),
    );

    expect(data?.createContact.receipts.map(({ status }) => status)).toEqual(['QUEUED', 'QUEUED', 'QUEUED']);
    expect(applied.map(({ entityId }) => entityId)).toEqual(Array(3).fill(data?.createContact.contact?.id));
  });

  it('answers a repeated idempotency key with what came of the first wish, and refuses it for another', async () => {
    const world = await small();
    const input = { ...ADA, idempotencyKey: 'wish-1' };
    const first = await world.query(CREATE_CONTACT, { input });

    const [again, other] = await Promise.all([
      world.query(CREATE_CONTACT, { input }),
      world.query(CREATE_CONTACT, { input: { ...input, firstName: 'Eve' } }),
    ]);

    expect(again.data).toEqual(first.data);
    expect(other.data?.createContact.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(
      world
        .simulator('rossum')
        .tables.contacts?.list()
        .filter((row) => row.email === 'ada.marsh@example.com'),
    ).toHaveLength(1);
  });

  it('takes one wish from a key that arrives twice at the same moment', async () => {
    const world = await small();
    const input = { ...ADA, idempotencyKey: 'wish-2' };

    const answers = await Promise.all([1, 2, 3].map(() => world.query(CREATE_CONTACT, { input })));

    expect(new Set(answers.map(({ data }) => data?.createContact.contact?.id)).size).toBe(1);
    expect(
      world
        .simulator('rossum')
        .tables.contacts?.list()
        .filter((row) => row.email === 'ada.marsh@example.com'),
    ).toHaveLength(1);
  });

  it('keeps every one of many changes that are made to one contact at the same moment', async () => {
    const world = await small();
    const id = await anyContact(world);
    const fields = { firstName: 'Una', lastName: 'Ode', website: 'https://una.example' };

    await Promise.all(
      Object.entries(fields).map(([field, value]) => world.query(UPDATE_CONTACT, { input: { id, [field]: value } })),
    );
    await settled(world);

    const { data } = await world.query(CONTACT, { by: { id } });
    expect(data?.contact).toMatchObject(fields);
    expect(rowWith(world, 'rossum', 'contacts', 'first_name', 'Una')).toMatchObject({
      last_name: 'Ode',
      website: 'https://una.example',
    });
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Una')).toMatchObject({
      lastName: 'Ode',
      website: 'https://una.example',
    });
  });

  it('is taken back everywhere where one system refuses it and the caller wants all or nothing', async () => {
    const world = await small();
    const id = await anyContact(world);
    const before = (await world.query(CONTACT, { by: { id } })).data?.contact;
    world.simulator('commusoft').faults.push({ match: '^PUT .*/customers/', kind: 'status', status: 400 });

    const { data } = await world.query(UPDATE_CONTACT, { input: { id, lastName: 'Undone', onFailure: 'UNDO' } });

    expect(statuses(data?.updateContact.receipts)).toEqual({ commusoft: 'FAILED', ghl: 'UNDONE', rossum: 'UNDONE' });
    expect(data?.updateContact.contact?.lastName).toBe(before?.lastName);
    expect(
      world
        .simulator('ghl')
        .tables.contacts?.list()
        .some(({ lastName }) => lastName === 'Undone'),
    ).toBe(false);
    expect(
      world
        .simulator('rossum')
        .tables.contacts?.list()
        .some(({ last_name }) => last_name === 'Undone'),
    ).toBe(false);
  });

  it('takes a creation back too, and a wish that every system takes stays', async () => {
    const world = await small();
    const kept = await world.query(CREATE_CONTACT, { input: { ...ADA, onFailure: 'UNDO', waitFor: 'ACCEPTED' } });
    world.simulator('commusoft').faults.push({ match: '^POST .*/customers/', kind: 'status', status: 400 });

    const { data } = await world.query(CREATE_CONTACT, {
      input: { firstName: 'Bea', email: 'bea@example.com', onFailure: 'UNDO' },
    });

    expect(statuses(kept.data?.createContact.receipts)).toEqual({
      commusoft: 'APPLIED',
      ghl: 'APPLIED',
      rossum: 'APPLIED',
    });
    expect(statuses(data?.createContact.receipts)).toEqual({ commusoft: 'FAILED', ghl: 'UNDONE', rossum: 'UNDONE' });
    expect((await world.query(CONTACT, { by: { email: 'bea@example.com' } })).data?.contact).toBeNull();
    expect(
      world
        .simulator('ghl')
        .tables.contacts?.list()
        .some(({ email }) => email === 'bea@example.com'),
    ).toBe(false);
  });

  it('takes nothing along where a deletion is taken back', async () => {
    const world = await small();
    const id = await anyContact(world);
    const before = (await world.query(CONTACT, { by: { id } })).data?.contact;
    world.simulator('ghl').faults.push({ match: '^DELETE /contacts/', kind: 'status', status: 422 });

    const { data } = await world.query(DELETE_CONTACT, {
      input: { id, systems: ['ghl', 'rossum', 'commusoft'], onFailure: 'UNDO' },
    });

    const after = (await world.query(CONTACT, { by: { id } })).data?.contact;
    expect(statuses(data?.deleteContact.receipts).ghl).toBe('FAILED');
    expect(after?.tasks.nodes.map((task) => task.id)).toEqual(before?.tasks.nodes.map((task) => task.id));
    expect(after?.notes.nodes.map((note) => note.id)).toEqual(before?.notes.nodes.map((note) => note.id));
    expect(
      (await world.query(EVENT_LOG, { first: 1, filter: { kinds: ['WRITE_APPLIED'], types: ['TASK', 'NOTE'] } })).data
        ?.syncEvents.totalCount,
    ).toBe(0);
  });

  it('leaves a record where it belongs when a system takes a new contact for one it has', async () => {
    const world = await startWorld({
      systems: ['ghl', 'rossum'],
      clock: createFastClock(),
      people: () => samplePeople(1),
    });
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];
    const by = { record: { system: 'ghl', id: String(row?.id) } };
    const owner = (await world.query(CONTACT, { by })).data?.contact?.id;

    const [firstName, lastName, phone] = [row?.firstName, row?.lastName, row?.phone].map(String);
    const { data } = await world.query(CREATE_CONTACT, { input: { firstName, lastName, phone } });

    const receipt = data?.createContact.receipts.find(({ system }) => system.id === 'ghl');
    expect(receipt).toMatchObject({ status: 'FAILED', error: { code: 'DUPLICATE', retryable: false } });
    expect(receipt?.error?.message).toContain(owner);
    expect((await world.query(CONTACT, { by })).data?.contact?.id).toBe(owner);
  });

  it('leaves somebody else who has the same phone in a system alone', async () => {
    const world = await startWorld({
      systems: ['ghl', 'rossum'],
      clock: createFastClock(),
      people: () => samplePeople(1),
    });
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];
    const input = { firstName: 'Housemate', email: 'housemate@example.org', phone: String(row?.phone) };

    const { data } = await world.query(CREATE_CONTACT, { input });

    const receipt = data?.createContact.receipts.find(({ system }) => system.id === 'ghl');
    expect(receipt).toMatchObject({ status: 'FAILED', error: { code: 'DUPLICATE', retryable: false } });
    expect(receipt?.error?.message).toContain(String(row?.id));
    expect(world.simulator('ghl').tables.contacts?.get(String(row?.id))).toEqual(row);
  });

  it('creates no second contact with an e-mail that is known, and says whose it is', async () => {
    const world = await startWorld({ systems: ['rossum'], people: () => samplePeople(1) });
    const [row] = world.simulator('rossum').tables.contacts?.list() ?? [];
    const owner = (await world.query(CONTACT, { by: { email: String(row?.email) } })).data?.contact?.id;

    const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Twin', email: String(row?.email) } });

    expect(data?.createContact).toMatchObject({ contact: null, receipts: [] });
    expect(data?.createContact.userErrors[0]).toMatchObject({ path: ['input', 'email'], code: 'DUPLICATE' });
    expect(data?.createContact.userErrors[0]?.message).toContain(owner);
  });
});
