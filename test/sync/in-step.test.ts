import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Row } from '../../src/sources/simulator.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { SYNC_NOW } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { rowWith, settled } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

// What the engine keeps in step without any rule, as far as people were promised rules for it.

const MINUTE = 60_000;
const ANN = samplePerson(1);

async function scene(systems: string[]): Promise<{ world: World; clock: FastClock }> {
  const clock = createFastClock();
  const world = await startWorld({ systems, clock, people: () => samplePeople(1) });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  clock.leap(MINUTE);
  return { world, clock };
}

/** Has the system read, twice, and everything that comes of it written. */
async function sync(world: World, system: string): Promise<void> {
  for (let time = 0; time < 2; time++) {
    await world.query(SYNC_NOW, { input: { systems: [system] } });
    await settled(world);
  }
  await world.query(SYNC_NOW, { input: {} });
  await settled(world);
}

const rows = (world: World, system: string, table: string, fits: (row: Row) => boolean) =>
  (world.simulator(system).tables[table]?.list() ?? []).filter(fits);
const customerId = (world: World) => rowWith(world, 'commusoft', 'customers', 'emailaddress', ANN.email).id;
const contactId = (world: World) => rowWith(world, 'ghl', 'contacts', 'email', ANN.email).id;

describe('in HighLevel', () => {
  it('a note made in Commusoft is made once, and changed when it changes there', async () => {
    const { world, clock } = await scene(['ghl', 'commusoft']);
    const { notes } = world.simulator('commusoft').tables;
    const made = notes?.add({ customerid: customerId(world), title: null, note: 'Gate code 1234' });
    await sync(world, 'commusoft');
    const first = rows(world, 'ghl', 'notes', ({ body }) => String(body).includes('Gate code 1234'));

    clock.leap(MINUTE);
    notes?.change(String(made?.id), { note: 'Gate code 9876' });
    await sync(world, 'commusoft');

    const second = rows(world, 'ghl', 'notes', ({ body }) => String(body).includes('Gate code'));
    expect(first.map((row) => row.contactId)).toEqual([contactId(world)]);
    expect(second.map(({ id, body }) => [id, String(body).includes('9876')])).toEqual([[first[0]?.id, true]]);
  });

  it('a task made in Commusoft is made once, and changed when it changes there', async () => {
    const { world, clock } = await scene(['ghl', 'commusoft']);
    const { tasks } = world.simulator('commusoft').tables;
    const customerid = customerId(world);
    const made = tasks?.add({
      customerid,
      description: 'Send the quote',
      details: null,
      duedate: null,
      completed: false,
    });
    await sync(world, 'commusoft');
    const first = rows(world, 'ghl', 'tasks', ({ title }) => title === 'Send the quote');

    clock.leap(MINUTE);
    tasks?.change(String(made?.id), { description: 'Send the second quote' });
    await sync(world, 'commusoft');

    const second = rows(world, 'ghl', 'tasks', ({ title }) => String(title).startsWith('Send the'));
    expect(first.map((row) => row.contactId)).toEqual([contactId(world)]);
    expect(second.map(({ id, title }) => [id, title])).toEqual([[first[0]?.id, 'Send the second quote']]);
  });

  it('a contact made in Rossum is made once, and changed when it changes there', async () => {
    const { world, clock } = await scene(['ghl', 'rossum']);
    const { contacts } = world.simulator('rossum').tables;
    // The vendor stamps nothing: whoever adds a row does.
    const now = { $date: new Date(clock.now()).toISOString() };
    const stamps = { created_at: now, updated_at: now, deleted_at: null, version: 1 };
    const made = contacts?.add({
      gid: 'rita',
      first_name: 'Rita',
      last_name: 'Read',
      email: 'rita@example.com',
      ...stamps,
    });
    await sync(world, 'rossum');
    const first = rows(world, 'ghl', 'contacts', ({ email }) => email === 'rita@example.com');

    clock.leap(MINUTE);
    contacts?.change(String(made?.id), { last_name: 'Reader' });
    await sync(world, 'rossum');

    const second = rows(world, 'ghl', 'contacts', ({ email }) => email === 'rita@example.com');
    expect(first).toHaveLength(1);
    expect(second.map(({ id, lastName }) => [id, lastName])).toEqual([[first[0]?.id, 'Reader']]);
  });
});
