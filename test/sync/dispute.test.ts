import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACT, CREATE_CONTACT, RELEASE_RECORD, UPDATE_CONTACT } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { poll, settled, statuses, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

interface Scene {
  readonly world: World;
  readonly clock: FastClock;
  readonly id: string;
  readonly records: Record<string, string>;
}

/** Systems whose webhooks get lost on the way, and one contact that all of them hold. */
async function scene(systems: string[]): Promise<Scene> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people: () => samplePeople(1) });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  const input = { firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com', phone: '+447700900999' };
  const created = await world.query(CREATE_CONTACT, { input });
  await settled(world);
  const receipts = created.data?.createContact.receipts ?? [];
  const records = Object.fromEntries(receipts.map(({ system, recordId }) => [system.id, recordId ?? '']));
  return { world, clock, id: created.data?.createContact.contact?.id ?? '', records };
}

const contactOf = async (world: World, id: string) => (await world.query(CONTACT, { by: { id } })).data?.contact;
const ghlRow = ({ world, records }: Scene) => world.simulator('ghl').tables.contacts?.get(records.ghl ?? '');

describe('a dispute', () => {
  it('that a system loses is corrected there, although nothing was waiting to be written', async () => {
    const s = await scene(['ghl', 'rossum']);
    s.clock.leap(60_000);
    s.world.simulator('ghl').tables.contacts?.change(s.records.ghl ?? '', { firstName: 'Earlier' });
    s.clock.leap(60_000);
    s.world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422, times: 1 });
    const updated = await s.world.query(UPDATE_CONTACT, { input: { id: s.id, firstName: 'Later' } });

    await poll(s.world, { systems: ['ghl'] });

    expect(statuses(updated.data?.updateContact.receipts)).toMatchObject({ ghl: 'FAILED' });
    expect((await contactOf(s.world, s.id))?.firstName).toBe('Later');
    expect(ghlRow(s)?.firstName).toBe('Later');
  });

  it('that waits for a person is over once the systems agree, or a caller sets the field', async () => {
    const s = await scene(['commusoft', 'ghl']);
    const disputes = async () => (await contactOf(s.world, s.id))?.conflicts.map(({ field, open }) => [field, open]);
    const { sync } = s.world.running.gateway;
    const open = (field: string) => ({
      id: `cft_${field}`,
      entityId: s.id,
      kind: 'contact' as const,
      field,
      base: null,
      values: [
        { origin: 'gateway', value: 'Ada', changedAt: null },
        { origin: 'ghl', value: 'Edith', changedAt: null },
      ],
      chosen: null,
      open: true,
      at: s.clock.now(),
    });
    await sync.store.conflicts.put([open('firstName'), open('lastName')]);
    s.clock.leap(60_000);

    s.world.simulator('ghl').tables.contacts?.change(s.records.ghl ?? '', { phone: '+447700900111' });
    s.clock.leap(60_000);
    await poll(s.world, { systems: ['ghl'] });
    const agreed = await disputes();
    await sync.store.conflicts.put([open('lastName')]);
    await s.world.query(UPDATE_CONTACT, { input: { id: s.id, lastName: 'Decided' } });

    expect(agreed).toEqual([
      ['lastName', false],
      ['firstName', false],
    ]);
    expect((await disputes())?.find(([field]) => field === 'lastName')).toEqual(['lastName', false]);
  });
});

describe('a write whose answer got lost', () => {
  it('is no edit of the system when it shows there after the caller has moved on', async () => {
    const s = await scene(['commusoft']);
    const { faults } = s.world.simulator('commusoft');
    faults.push({ match: '^PUT ', kind: 'lost-answer', times: 3 });

    const first = await s.world.query(UPDATE_CONTACT, { input: { id: s.id, firstName: 'First' } });
    await s.world.query(UPDATE_CONTACT, { input: { id: s.id, firstName: 'Second', waitFor: 'ACCEPTED' } });
    await settled(s.world);

    const row = s.world.simulator('commusoft').tables.customers?.get(s.records.commusoft ?? '');
    expect(statuses(first.data?.updateContact.receipts)).toEqual({ commusoft: 'QUEUED' });
    expect(await contactOf(s.world, s.id)).toMatchObject({ firstName: 'Second', conflicts: [] });
    expect(row?.name).toBe('Second');
  });

  it('is taken back where the caller wants all or nothing, and does not come back at the next look', async () => {
    const s = await scene(['commusoft', 'ghl']);
    s.world.simulator('commusoft').faults.push({ match: '^PUT ', kind: 'lost-answer', times: 3 });

    const input = { id: s.id, firstName: 'Never', onFailure: 'UNDO' as const };
    const { data } = await s.world.query(UPDATE_CONTACT, { input });
    await settled(s.world);
    await poll(s.world, { systems: ['commusoft', 'ghl'] });

    const row = s.world.simulator('commusoft').tables.customers?.get(s.records.commusoft ?? '');
    expect(statuses(data?.updateContact.receipts)).toEqual({ commusoft: 'UNDONE', ghl: 'UNDONE' });
    expect((await contactOf(s.world, s.id))?.firstName).toBe('Ada');
    expect([row?.name, ghlRow(s)?.firstName]).toEqual(['Ada', 'Ada']);
  });
});

describe('several updates of one record that wait', () => {
  it('become one write, and each has its receipt', async () => {
    const s = await scene(['ghl']);
    s.world.simulator('ghl').faults.push({ kind: 'cut' });
    const wishes = [{ firstName: 'One' }, { lastName: 'Two' }, { phone: '+447700900222' }, { firstName: 'Three' }];
    for (const wish of wishes)
      await s.world.query(UPDATE_CONTACT, { input: { id: s.id, ...wish, waitFor: 'ACCEPTED' } });
    await s.world.event(({ kind }) => kind === 'WRITE_RETRYING');
    const since = s.world.simulator('ghl').calls.length;

    s.world.simulator('ghl').faults.splice(0);
    s.clock.leap(60_000);
    await settled(s.world);

    const done = writesTo(s.world.simulator('ghl'), since).filter(({ status }) => status === 200);
    const events = await s.world.running.gateway.sync.store.events.after(0, { kinds: ['WRITE_APPLIED'] }, 100);
    expect(done.map(({ body }) => body)).toEqual([{ firstName: 'Three', lastName: 'Two', phone: '+447700900222' }]);
    expect(new Set(events.map(({ correlationId }) => correlationId)).size).toBe(1 + wishes.length);
  });

  it('are tried one by one where the system refuses them together', async () => {
    const s = await scene(['ghl']);
    s.world.simulator('ghl').faults.push({ kind: 'cut' });
    for (const wish of [{ firstName: 'Good' }, { website: 'https://example.org' }])
      await s.world.query(UPDATE_CONTACT, { input: { id: s.id, ...wish, waitFor: 'ACCEPTED' } });
    await s.world.event(({ kind }) => kind === 'WRITE_RETRYING');
    const { faults } = s.world.simulator('ghl');

    faults.splice(0);
    faults.push({ match: '^PUT /contacts/', kind: 'status', status: 422, times: 1 });
    s.clock.leap(60_000);
    await settled(s.world);

    expect(ghlRow(s)).toMatchObject({ firstName: 'Good', website: 'https://example.org' });
  });
});

describe('a record that bounces', () => {
  it('is set aside alone with an alert, and taken back by a person without a loss', async () => {
    const s = await scene(['ghl', 'rossum']);
    const { tables } = s.world.simulator('ghl');
    const edit = (firstName: string) => {
      s.clock.leap(40_000);
      tables.contacts?.change(s.records.ghl ?? '', { firstName });
      s.clock.leap(40_000);
    };
    for (let i = 0; i < 31; i++) {
      edit(`Name ${i}`);
      await poll(s.world, { systems: ['ghl'], types: ['CONTACT'] });
    }
    const alert = await s.world.event(({ reason }) => reason === 'quarantine');
    tables.contacts?.add({ firstName: 'Other', email: 'other@example.com' });
    edit('Last word');
    await poll(s.world, { systems: ['ghl'] });
    const aside = await contactOf(s.world, s.id);

    const { data } = await s.world.query(RELEASE_RECORD, {
      input: { system: 'ghl', type: 'CONTACT', id: s.records.ghl ?? '' },
    });
    await settled(s.world);
    const twice = await s.world.query(RELEASE_RECORD, {
      input: { system: 'ghl', type: 'CONTACT', id: s.records.ghl ?? '' },
    });

    expect(alert.message).toContain('set aside');
    expect(aside).toMatchObject({ firstName: 'Name 29' });
    expect(aside?.records.find(({ system }) => system.id === 'ghl')?.state).toBe('QUARANTINED');
    expect(
      s.world
        .simulator('rossum')
        .tables.contacts?.list()
        .some(({ email }) => email === 'other@example.com'),
    ).toBe(true);
    expect(data?.releaseRecord.entity?.id).toBe(s.id);
    expect((await contactOf(s.world, s.id))?.firstName).toBe('Last word');
    expect(s.world.simulator('rossum').tables.contacts?.get(s.records.rossum ?? '')?.first_name).toBe('Last word');
    expect(twice.data?.releaseRecord.userErrors).toMatchObject([{ code: 'INVALID' }]);
  });
});
