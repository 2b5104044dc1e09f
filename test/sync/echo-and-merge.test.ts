import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import {
  ADD_TAGS,
  CONTACT,
  CREATE_CONTACT,
  NAMES,
  SYNC_CONTACT,
  SYNC_NOW,
  TASKS,
  UPDATE_CONTACT,
} from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { rowWith, settled, until, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

interface Scene {
  readonly world: World;
  readonly clock: FastClock;
  readonly id: string;
  /** The contact's record in each system. */
  readonly records: Record<string, string>;
}

/** Two systems whose webhooks get lost on the way, and one contact that both hold. */
async function scene(systems = ['ghl', 'rossum']): Promise<Scene> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people: () => samplePeople(2) });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  const created = await world.query(CREATE_CONTACT, {
    input: { firstName: 'Ada', lastName: 'Marsh', email: 'ada@example.com', phone: '+447700900999', tags: ['vip'] },
  });
  await settled(world);
  const id = created.data?.createContact.contact?.id ?? '';
  const receipts = created.data?.createContact.receipts ?? [];
  return {
    world,
    clock,
    id,
    records: Object.fromEntries(receipts.map(({ system, recordId }) => [system.id, recordId ?? ''])),
  };
}

const contactOf = async (world: World, id: string) => (await world.query(CONTACT, { by: { id } })).data?.contact;
const counts = (world: World) => world.systems.map((system) => writesTo(world.simulator(system)).length);

describe('our own write', () => {
  it('changes nothing and writes nothing when it comes back by webhook', async () => {
    const { world, id } = await scene();
    const first = (await contactOf(world, id))?.version ?? 0;
    world.simulator('ghl').webhooks.lost = false;
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Adele' } });
    const { store } = world.running.gateway.sync;
    await until(
      world,
      async () =>
        (await store.settings.get('lastWebhook:ghl')) !== undefined && (await store.inbox.nextDue(0)) === null,
    );
    const [version, written] = [(await contactOf(world, id))?.version, counts(world)];

    await settled(world);

    expect((await contactOf(world, id))?.version).toBe(version);
    expect(version).toBe(first + 1);
    expect(counts(world)).toEqual(written);
  });

  it('changes nothing and writes nothing when every system is read again as a whole', async () => {
    const { world, id } = await scene(['ghl', 'rossum', 'commusoft']);
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Adele', phone: '07700 900998' } });
    await settled(world);
    const [version, written] = [(await contactOf(world, id))?.version, counts(world)];

    const { data } = await world.query(SYNC_NOW, { input: { full: true } });
    await settled(world);

    expect(data?.syncNow.runs.map(({ error }) => error)).toEqual([null, null, null]);
    expect((await contactOf(world, id))?.version).toBe(version);
    expect(counts(world)).toEqual(written);
  });

  it('does not bounce where a system keeps it in another form', async () => {
    const { world, id, records } = await scene();

    await world.query(UPDATE_CONTACT, {
      input: { id, phone: '(0)7700 900-123', email: 'ADA.Two@Example.COM', tags: ['VIP', 'New Lead'] },
    });
    await settled(world);
    const written = counts(world);
    await world.query(SYNC_CONTACT, { id });
    await world.query(SYNC_NOW, { input: { full: true } });
    await settled(world);

    expect(counts(world)).toEqual(written);
    expect(await contactOf(world, id)).toMatchObject({ phone: '+447700900123', email: 'ada.two@example.com' });
    expect(world.simulator('ghl').tables.contacts?.get(records.ghl ?? '')?.phone).toBe('+447700900123');
  });
});

describe('an edit made in a system', () => {
  it('shows after a sync and is written once to the others that hold it', async () => {
    const { world, clock, id, records } = await scene();
    clock.leap(60_000);
    world.simulator('ghl').tables.contacts?.change(records.ghl ?? '', { firstName: 'Edith' });
    clock.leap(60_000);
    const before = counts(world);

    await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });
    await settled(world);
    await world.query(SYNC_NOW, { input: {} });
    await settled(world);

    expect(await contactOf(world, id)).toMatchObject({ firstName: 'Edith', lastName: 'Marsh' });
    expect(rowWith(world, 'rossum', 'contacts', 'first_name', 'Edith')).toMatchObject({ last_name: 'Marsh' });
    expect(counts(world)).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('meets an edit of another field elsewhere, and both stay', async () => {
    const { world, clock, id, records } = await scene();
    clock.leap(60_000);
    world.simulator('ghl').tables.contacts?.change(records.ghl ?? '', { firstName: 'Edith' });
    world.simulator('rossum').tables.contacts?.change(records.rossum ?? '', { last_name: 'Moss' });
    clock.leap(60_000);

    await world.query(SYNC_NOW, { input: {} });
    await settled(world);

    expect(await contactOf(world, id)).toMatchObject({ firstName: 'Edith', lastName: 'Moss', conflicts: [] });
    expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Edith').lastName).toBe('Moss');
    expect(rowWith(world, 'rossum', 'contacts', 'last_name', 'Moss').first_name).toBe('Edith');
  });

  it.each([
    ['ghl', 'rossum'],
    ['rossum', 'ghl'],
  ])(
    'wins over an earlier edit of the same field where it was made later, whichever is read first (%s before %s)',
    async (...order) => {
      const { world, clock, id, records } = await scene();
      clock.leap(60_000);
      world.simulator('ghl').tables.contacts?.change(records.ghl ?? '', { firstName: 'Earlier' });
      clock.leap(60_000);
      world.simulator('rossum').tables.contacts?.change(records.rossum ?? '', { first_name: 'Later' });
      clock.leap(60_000);

      for (const system of order) {
        await world.query(SYNC_NOW, { input: { systems: [system] } });
        await settled(world);
      }

      const contact = await contactOf(world, id);
      expect(contact?.firstName).toBe('Later');
      expect(contact?.conflicts).toMatchObject([{ field: 'firstName', open: false, chosen: 'Later', base: 'Ada' }]);
      expect(rowWith(world, 'ghl', 'contacts', 'firstName', 'Later')).toBeTruthy();
      expect(rowWith(world, 'rossum', 'contacts', 'first_name', 'Later')).toBeTruthy();
    },
  );

  it('and one elsewhere merge as sets where they are tags', async () => {
    const { world, clock, id, records } = await scene();
    clock.leap(60_000);
    world.simulator('ghl').tables.contacts?.change(records.ghl ?? '', { tags: ['vip', 'from-ghl'] });
    world.simulator('rossum').tables.contacts?.change(records.rossum ?? '', { tags: ['vip', 'from-rossum'] });
    await world.query(ADD_TAGS, { input: { contactId: id, tags: ['from-gateway'] } });
    clock.leap(60_000);

    await world.query(SYNC_NOW, { input: {} });
    await settled(world);
    await world.query(SYNC_NOW, { input: {} });
    await settled(world);

    const all = ['from-gateway', 'from-ghl', 'from-rossum', 'vip'];
    expect((await contactOf(world, id))?.tags.map(({ name }) => name).sort()).toEqual(all);
    for (const system of ['ghl', 'rossum']) {
      const held = world.simulator(system).tables.contacts?.get(records[system] ?? '')?.tags;
      expect([...(held as string[])].sort()).toEqual(all);
    }
  });

  it('of a task reaches the graph by reading, although that system stamps no changes of tasks', async () => {
    const { world } = await scene();
    const { data } = await world.query(NAMES, { first: 20 });
    const contactId = data?.contacts.nodes.find(({ email }) => email?.includes('.1@'))?.id ?? '';
    const [task] = world.simulator('ghl').tables.tasks?.list() ?? [];
    world.simulator('ghl').tables.tasks?.change(String(task?.id), { title: 'Changed over there' });

    const before = await world.query(TASKS, {});
    await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['TASK'] } });
    const after = await world.query(TASKS, {});

    expect(contactId).not.toBe('');
    expect(before.data?.tasks.nodes.map(({ title }) => title)).not.toContain('Changed over there');
    expect(after.data?.tasks.nodes.map(({ title }) => title)).toContain('Changed over there');
  });
});
