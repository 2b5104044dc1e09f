import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { RESOLVE } from './decisions.ts';
import {
  APPOINTMENTS,
  CONTACT,
  CONTACTS,
  CREATE_CONTACT,
  CREATE_NOTE,
  DELETE_CONTACT,
  SET_POLICY,
  SPREAD,
  SYNC_NOW,
  UPDATE_CONTACT,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { poll, rowWith, settled, statuses, systemsOf, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

/** All three systems with two people each, whose webhooks get lost unless a test lets them through. */
async function quiet(): Promise<{ world: World; clock: FastClock }> {
  const clock = createFastClock();
  const world = await startWorld({ clock, people: () => samplePeople(2) });
  for (const system of world.systems) world.simulator(system).webhooks.lost = true;
  return { world, clock };
}

/** Days ahead that appointments are scanned for. */
const HORIZON = 365;

const inCommusoft = (world: World, column: string, value: string) =>
  (world.simulator('commusoft').tables.customers?.list() ?? []).filter((row) => row[column] === value);

async function contactNamed(world: World, search: string) {
  const { data } = await world.query(CONTACTS, { first: 5, search });
  return data?.contacts.nodes[0];
}

describe('what is new in one system', () => {
  it('is created in the others after the first sync, once, and stays so', async () => {
    const { world } = await quiet();
    world.simulator('ghl').tables.contacts?.add({ firstName: 'Nora', lastName: 'Newman', email: 'nora@example.com' });

    await poll(world, { systems: ['ghl'] });
    await poll(world);
    const written = world.systems.map((system) => writesTo(world.simulator(system)).length);
    await poll(world);

    const contact = await contactNamed(world, 'nora');
    expect(contact && systemsOf(contact)).toEqual(['commusoft', 'ghl', 'rossum']);
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'nora@example.com')).toMatchObject({ first_name: 'Nora' });
    expect(inCommusoft(world, 'surname', 'Newman')).toHaveLength(1);
    expect(world.systems.map((system) => writesTo(world.simulator(system)).length)).toEqual(written);
  });

  it('is created from a webhook too', async () => {
    const { world } = await quiet();
    world.simulator('ghl').webhooks.lost = false;

    world.simulator('ghl').tables.contacts?.add({ firstName: 'Wes', lastName: 'Hook', email: 'wes@example.com' });
    await world.event(({ kind, type }) => kind === 'CREATED' && type === 'contact', 0);
    await world.event(({ kind, system }) => kind === 'WRITE_APPLIED' && system === 'rossum');

    expect(rowWith(world, 'rossum', 'contacts', 'email', 'wes@example.com')).toMatchObject({ last_name: 'Hook' });
  });

  it('takes what belongs to it along where the other system can hold it', async () => {
    const { world } = await quiet();
    const { tables } = world.simulator('ghl');
    const row = tables.contacts?.add({ firstName: 'Nora', lastName: 'Newman', email: 'nora@example.com' });
    tables.notes?.add({ contactId: row?.id, body: 'Rings twice', dateAdded: new Date().toISOString() });

    await poll(world, { systems: ['ghl'] });

    expect(rowWith(world, 'rossum', 'notes', 'body', 'Rings twice')).toBeTruthy();
  });

  it('is created where it was made lately, and not where a moving window has only come upon it', async () => {
    const { world, clock } = await quiet();
    const { tables } = world.simulator('ghl');
    const [contact] = tables.contacts?.list() ?? [];
    const [known] = tables.appointments?.list() ?? [];
    const at = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString();
    const visit = { ...known, id: undefined, contactId: contact?.id };
    tables.appointments?.add({
      ...visit,
      title: 'Long planned',
      startTime: at(HORIZON + 5),
      endTime: at(HORIZON + 5.1),
    });
    clock.leap(600_000);
    await poll(world, { systems: ['ghl'], types: ['APPOINTMENT'] });
    clock.leap(10 * 86_400_000);
    tables.appointments?.add({ ...visit, title: 'Just booked', startTime: at(3), endTime: at(3.1) });

    await poll(world, { systems: ['ghl'], types: ['APPOINTMENT'] });

    const { data } = await world.query(APPOINTMENTS, { first: 50 });
    expect(data?.appointments.nodes.map(({ title }) => title)).toContain('Long planned');
    expect(rowWith(world, 'rossum', 'appointments', 'title', 'Just booked')).toBeTruthy();
    const rows = world.simulator('rossum').tables.appointments?.list() ?? [];
    expect(rows.filter(({ title }) => title === 'Long planned')).toEqual([]);
  });

  it('is linked, not created, where the other system turns out to hold it', async () => {
    const { world } = await quiet();
    const person = { email: 'both@example.com' };
    world.simulator('ghl').tables.contacts?.add({ ...person, firstName: 'Bo', lastName: 'Both' });
    world.simulator('commusoft').tables.customers?.add({ name: 'Bo', surname: 'Both', emailaddress: person.email });

    await poll(world, { systems: ['ghl'] });
    await poll(world);

    const contact = await contactNamed(world, 'both');
    expect(contact && systemsOf(contact)).toEqual(['commusoft', 'ghl', 'rossum']);
    expect(inCommusoft(world, 'surname', 'Both')).toHaveLength(1);
  });

  it('waits, where nobody knows who it is, for a person who does', async () => {
    const { world } = await quiet();
    const [known] = world.simulator('ghl').tables.contacts?.list() ?? [];
    const namesake = { firstName: 'Nora', lastName: 'Newman', email: 'nora@example.com', phone: known?.phone };
    world.simulator('ghl').tables.contacts?.add(namesake);
    const undecided = async () => (await contactNamed(world, 'nora'))?.conflicts.find(({ open }) => open);
    // HighLevel's search finds what is new a little later.
    while (!(await undecided())) await world.query(SYNC_NOW, { input: { systems: ['ghl'] } });
    const early = writesTo(world.simulator('rossum'));

    await world.query(RESOLVE, { input: { id: (await undecided())?.id ?? '', value: null } });
    await settled(world);

    expect(early).toEqual([]);
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'nora@example.com')).toBeTruthy();
  });

  it('waits for the first pass over a system that is still being read', async () => {
    const clock = createFastClock();
    const world = await startWorld({ systems: ['ghl', 'rossum'], clock, people: () => samplePeople(2), synced: false });
    world.simulator('rossum').faults.push({ match: 'data/find', kind: 'status', status: 503 });
    await world.event(({ kind, system }) => kind === 'RUN_FINISHED' && system === 'ghl');
    world.simulator('ghl').tables.contacts?.add({ firstName: 'Nora', lastName: 'Newman', email: 'nora@example.com' });
    await world.event(({ kind, changes }) => kind === 'CREATED' && changes.some(({ after }) => after === 'Newman'));
    const early = writesTo(world.simulator('rossum'));

    world.simulator('rossum').faults.splice(0);
    await poll(world, { systems: ['rossum'] });

    expect(early).toEqual([]);
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'nora@example.com')).toBeTruthy();
  });
});

describe('a policy', () => {
  it('keeps a system free of what nobody asked for, and creates it on request with what belongs to it', async () => {
    const { world } = await quiet();
    for (const type of ['CONTACT', 'NOTE'] as const)
      await world.query(SET_POLICY, {
        input: { system: 'rossum', type, spread: type === 'CONTACT' ? 'NEVER' : 'ALWAYS' },
      });
    const { tables } = world.simulator('ghl');
    const row = tables.contacts?.add({ firstName: 'Nora', lastName: 'Newman', email: 'nora@example.com' });
    tables.notes?.add({ contactId: row?.id, body: 'Rings twice', dateAdded: new Date().toISOString() });
    await poll(world, { systems: ['ghl'] });
    const kept = writesTo(world.simulator('rossum'));
    const missing = await world.query(CONTACTS, { first: 10, filter: { missingIn: 'rossum' } });

    const { data } = await world.query(SPREAD, { input: { systems: ['rossum'] } });
    await settled(world);

    expect(kept).toEqual([]);
    expect(missing.data?.contacts.nodes.map(({ email }) => email)).toEqual(['nora@example.com']);
    expect(data?.spread).toEqual({ queued: 2, userErrors: [] });
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'nora@example.com')).toBeTruthy();
    expect(rowWith(world, 'rossum', 'notes', 'body', 'Rings twice')).toBeTruthy();
  });

  it('with a condition lets a lead in once it is a customer, made there or by a caller', async () => {
    const { world, clock } = await quiet();
    const when = { tag: 'customer' };
    await world.query(SET_POLICY, { input: { system: 'commusoft', type: 'CONTACT', spread: 'RULE', when } });
    const { tables } = world.simulator('ghl');
    const lead = tables.contacts?.add({ firstName: 'Lea', lastName: 'Leadley', email: 'lea@example.com' });
    await poll(world, { systems: ['ghl'] });
    const created = await world.query(CREATE_CONTACT, { input: { lastName: 'Callerby', email: 'caller@example.com' } });
    const [leadAsLead, callerAsLead] = ['Leadley', 'Callerby'].map((name) => inCommusoft(world, 'surname', name));

    clock.leap(60_000);
    tables.contacts?.change(String(lead?.id), { tags: ['Customer'] });
    clock.leap(60_000);
    await poll(world, { systems: ['ghl'] });
    const id = created.data?.createContact.contact?.id ?? '';
    await world.query(UPDATE_CONTACT, { input: { id, tags: ['customer'] } });
    await settled(world);

    expect(leadAsLead).toEqual([]);
    expect(callerAsLead).toEqual([]);
    expect(statuses(created.data?.createContact.receipts)).toMatchObject({ commusoft: 'SKIPPED', ghl: 'APPLIED' });
    const skipped = created.data?.createContact.receipts.find(({ system }) => system.id === 'commusoft');
    expect(skipped?.error?.message).toContain('carries the tag "customer"');
    expect(inCommusoft(world, 'surname', 'Leadley')).toHaveLength(1);
    expect(inCommusoft(world, 'surname', 'Callerby')).toHaveLength(1);
  });

  it('is refused where it makes no sense', async () => {
    const { world } = await quiet();
    const wrong = [
      { system: 'mars', type: 'CONTACT' as const, spread: 'NEVER' as const },
      { system: 'ghl', type: 'CONTACT' as const, spread: 'RULE' as const },
      { system: 'ghl', type: 'CONTACT' as const, spread: 'RULE' as const, when: { colour: 'red' } },
    ];

    const answers = await Promise.all(wrong.map((input) => world.query(SET_POLICY, { input })));
    const spread = await world.query(SPREAD, { input: { systems: ['commusoft'], type: 'TAG' } });

    expect(answers.map(({ data }) => data?.setPolicy.userErrors[0]?.path)).toEqual([
      ['input', 'system'],
      ['input', 'when'],
      ['input', 'when'],
    ]);
    expect(spread.data?.spread.userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
  });
});

describe('a write that a caller limited to some systems', () => {
  it('is not spread further by its own echo', async () => {
    const { world } = await quiet();
    world.simulator('ghl').webhooks.lost = false;

    await world.query(CREATE_CONTACT, { input: { lastName: 'Only', email: 'only@example.com', systems: ['ghl'] } });
    await world.event(({ kind }) => kind === 'LINKED');
    await poll(world);
    await poll(world);

    const contact = await contactNamed(world, 'only');
    expect(contact && systemsOf(contact)).toEqual(['ghl']);
    expect([...writesTo(world.simulator('rossum')), ...writesTo(world.simulator('commusoft'))]).toEqual([]);
  });

  it.each(['latency', 'lost-answer'] as const)(
    'is not taken for something new where its notice comes before its answer (%s)',
    async (kind) => {
      const { world } = await quiet();
      world.simulator('ghl').webhooks.lost = false;
      const { data } = await world.query(CREATE_CONTACT, { input: { lastName: 'Owner', email: 'owner@example.com' } });
      const contactId = data?.createContact.contact?.id ?? '';
      const slow = kind === 'latency' ? { ms: 20_000 } : {};
      world.simulator('ghl').faults.push({ match: '^GET /contacts/[^/]+/notes/', kind, times: 1, ...slow });
      world.simulator('ghl').faults.push({ match: '^POST /contacts/[^/]+/notes$', kind: 'lost-answer', times: 1 });

      await world.query(CREATE_NOTE, { input: { contactId, body: 'One of a kind', systems: ['ghl'] } });
      await settled(world);
      await poll(world);

      const contact = (await world.query(CONTACT, { by: { id: contactId } })).data?.contact;
      expect(contact?.notes.nodes.filter(({ body }) => body === 'One of a kind')).toHaveLength(1);
      expect(rowWith(world, 'ghl', 'notes', 'body', 'One of a kind')).toBeTruthy();
      const elsewhere = world.simulator('rossum').tables.notes?.list() ?? [];
      expect(elsewhere.filter((row) => row.body === 'One of a kind')).toEqual([]);
    },
  );
});

describe('what is deleted in one system', () => {
  it('is only noted for contacts, deleted everywhere for notes, and created again where a person restores it', async () => {
    const { world, clock } = await quiet();
    const created = await world.query(CREATE_CONTACT, { input: { lastName: 'Stays', email: 'stays@example.com' } });
    const contactId = created.data?.createContact.contact?.id ?? '';
    await world.query(CREATE_NOTE, { input: { contactId, body: 'Goes' } });
    await settled(world);
    clock.leap(60_000);
    const note = rowWith(world, 'ghl', 'notes', 'body', 'Goes');
    world.simulator('ghl').tables.notes?.remove(String(note.id));
    await poll(world, { systems: ['ghl'] });
    const row = rowWith(world, 'ghl', 'contacts', 'email', 'stays@example.com');
    world.simulator('ghl').tables.contacts?.remove(String(row.id));
    clock.leap(60_000);
    await poll(world, { systems: ['ghl'], full: true });

    const gone = (await world.query(CONTACT, { by: { id: contactId } })).data?.contact;
    world.simulator('ghl').tables.contacts?.add({ ...row, dateUpdated: new Date(clock.now()).toISOString() });
    clock.leap(60_000);
    await poll(world, { systems: ['ghl'], full: true });
    const back = (await world.query(CONTACT, { by: { id: contactId } })).data?.contact;

    expect(gone?.notes.nodes).toEqual([]);
    expect(rowWith(world, 'rossum', 'notes', 'body', 'Goes').deleted_at).toBeTruthy();
    expect(gone?.records.map(({ state, system }) => [system.id, state])).toContainEqual(['ghl', 'ARCHIVED']);
    expect(rowWith(world, 'rossum', 'contacts', 'email', 'stays@example.com').deleted_at ?? null).toBeNull();
    expect(back?.records.map(({ state, system }) => [system.id, state])).toContainEqual(['ghl', 'IN_SYNC']);
  });

  it('is deleted everywhere where the policy says so, until a breaker finds it too much', async () => {
    const { world, clock } = await quiet();
    await world.query(SET_POLICY, { input: { system: 'ghl', type: 'CONTACT', deletes: 'DELETE' } });
    const emails = Array.from({ length: 9 }, (_, i) => `gone${i}@example.com`);
    for (const email of emails) await world.query(CREATE_CONTACT, { input: { lastName: 'Gone', email } });
    await settled(world);
    world.simulator('ghl').webhooks.lost = false;
    clock.leap(60_000);

    for (const email of emails) {
      world.simulator('ghl').tables.contacts?.remove(String(rowWith(world, 'ghl', 'contacts', 'email', email).id));
    }
    const alert = await world.event(({ reason }) => reason === 'massDelete');
    await settled(world);

    const left = (world.simulator('rossum').tables.contacts?.list() ?? []).filter(
      ({ email, deleted_at }) => emails.includes(String(email)) && !deleted_at,
    );
    expect(alert.message).toContain('within an hour');
    expect(left.length).toBeGreaterThanOrEqual(3);
    expect(left.length).toBeLessThan(9);
  });

  it('takes no one else along where a caller deletes it in one system', async () => {
    const { world } = await quiet();
    const created = await world.query(CREATE_CONTACT, { input: { lastName: 'Half', email: 'half@example.com' } });
    const id = created.data?.createContact.contact?.id ?? '';

    await world.query(DELETE_CONTACT, { input: { id, systems: ['ghl'] } });
    await poll(world);

    const contact = (await world.query(CONTACT, { by: { id } })).data?.contact;
    expect(contact?.records.map(({ state, system }) => [system.id, state])).toEqual([
      ['commusoft', 'IN_SYNC'],
      ['ghl', 'ARCHIVED'],
      ['rossum', 'IN_SYNC'],
    ]);
  });
});
