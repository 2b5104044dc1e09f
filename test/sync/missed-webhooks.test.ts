import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CREATE_CONTACT, DELETE_CONTACT, SYNC_NOW, SYSTEMS, UPDATE_CONTACT } from './documents.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

/** HighLevel tells of contacts, notes and appointments; its search shows a change at once. */
async function start(systems = ['ghl']): Promise<{ world: World; clock: ReturnType<typeof createFastClock> }> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people: () => samplePeople(2), env: { SYNC_EVERY: '100h' } });
  const ghl = world.simulator('ghl');
  if ('lagMs' in ghl) ghl.lagMs = 0;
  return { world, clock };
}

const lose = (world: World) => {
  world.simulator('ghl').webhooks.lost = true;
};

async function missed(world: World, system = 'ghl'): Promise<number | undefined> {
  const { data } = await world.query(SYSTEMS);
  return data?.systems.find(({ id }) => id === system)?.health.missedWebhooks;
}

const poll = (world: World, system = 'ghl') => world.query(SYNC_NOW, { input: { systems: [system] } });

const contactsOf = (world: World) => {
  const { contacts } = world.simulator('ghl').tables;
  if (!contacts) throw new Error('HighLevel has contacts');
  return contacts;
};

const [first, second] = [0, 1].map((nth) => (world: World) => String(contactsOf(world).list()[nth]?.id));
if (!first || !second) throw new Error('two people were made');

/** A notice as if it had just come. */
async function notice(world: World, recordId: string): Promise<void> {
  const { sync } = world.running.gateway;
  const receivedAt = sync.clock.now();
  const item = { id: sync.newId('ntc'), system: 'ghl', kind: 'contact' as const, recordId, contactRecordId: null };
  await sync.store.inbox.add([{ ...item, deliveryId: item.id, receivedAt, attempts: 0 }]);
  sync.wake();
}

describe('changes that polling found first', () => {
  it('are counted where their webhooks were lost: changed, new and deleted ones, once each', async () => {
    const { world } = await start();
    lose(world);
    contactsOf(world).change(first(world), { firstName: 'Silent' });
    contactsOf(world).add({ firstName: 'Unheard', email: 'unheard@example.com' });

    await poll(world);
    const changed = await missed(world);
    world.simulator('ghl').tables.notes?.remove(String(world.simulator('ghl').tables.notes?.list()[0]?.id));
    await poll(world);
    await poll(world);

    expect(changed).toBe(2);
    expect(await missed(world)).toBe(3);
  });

  it('are none where the webhooks came', async () => {
    const { world } = await start();
    const seen = await world.running.gateway.sync.store.events.lastSeq();

    contactsOf(world).change(first(world), { firstName: 'Told' });
    await world.event(({ kind, origin }) => kind === 'UPDATED' && origin === 'ghl', seen);
    await poll(world);

    expect(await missed(world)).toBe(0);
  });

  it('are none where the notice still waits in the inbox', async () => {
    const { world } = await start();
    const { store } = world.running.gateway.sync;
    lose(world);
    const path = `^GET /contacts/${first(world)}$`;
    world.simulator('ghl').faults.push({ match: path, kind: 'status', status: 403 });
    contactsOf(world).change(first(world), { firstName: 'Waiting' });
    await notice(world, first(world));

    await poll(world);

    expect(await store.inbox.nextDue(0)).not.toBeNull();
    expect(await missed(world)).toBe(0);
  });

  it('are taken back when the notice comes within two minutes, and stay when it comes later', async () => {
    const { world, clock } = await start();
    lose(world);
    contactsOf(world).change(first(world), { firstName: 'Late' });
    contactsOf(world).change(second(world), { firstName: 'Later' });
    await poll(world);
    const found = await missed(world);

    clock.leap(30_000);
    await notice(world, first(world));
    const late = await missed(world);
    clock.leap(120_000);
    await notice(world, second(world));

    expect([found, late, await missed(world)]).toEqual([2, 1, 1]);
  });

  it('are counted again after an earlier notice of the same record was worked', async () => {
    const { world } = await start();
    const { inbox, events } = world.running.gateway.sync.store;
    const seen = await events.lastSeq();
    contactsOf(world).change(first(world), { firstName: 'Told' });
    await world.event(({ kind, origin }) => kind === 'UPDATED' && origin === 'ghl', seen);
    while ((await inbox.nextDue(0)) !== null);

    lose(world);
    contactsOf(world).change(first(world), { firstName: 'Silent' });
    await poll(world);

    expect(await missed(world)).toBe(1);
  });

  it('are not our own writes coming back', async () => {
    const { world } = await start();
    lose(world);
    const input = { firstName: 'Ours', email: 'Ours@Example.com', phone: '07700 900123', address: { country: 'GB' } };
    const created = await world.query(CREATE_CONTACT, { input });
    const id = created.data?.createContact.contact?.id ?? '';
    await world.query(UPDATE_CONTACT, { input: { id, firstName: ' Still ours ' } });
    await settled(world);
    await poll(world);
    const written = await missed(world);

    await world.query(DELETE_CONTACT, { input: { id } });
    await settled(world);
    await poll(world);

    expect([written, await missed(world)]).toEqual([0, 0]);
  });

  it('are forgotten after a day, but not by a restart', async () => {
    const { world, clock } = await start();
    lose(world);
    contactsOf(world).change(first(world), { firstName: 'Silent' });
    await poll(world);

    await world.restart();
    const restarted = await missed(world);
    clock.leap(24 * 3_600_000 + 60_000);

    expect([restarted, await missed(world)]).toEqual([1, 0]);
  });

  it('are not counted of systems and types whose webhooks do not tell', async () => {
    const { world } = await start(['ghl', 'rossum']);
    lose(world);
    const { tasks } = world.simulator('ghl').tables;
    tasks?.change(String(tasks.list()[0]?.id), { title: 'Edited' });
    const seen = await world.running.gateway.sync.store.events.lastSeq();

    await poll(world);
    await world.event(({ kind, type }) => kind === 'UPDATED' && type === 'task', seen);

    expect([await missed(world), await missed(world, 'rossum')]).toEqual([0, 0]);
  });
});
