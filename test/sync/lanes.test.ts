import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { UPDATE_CONTACT } from './documents.ts';
import { statuses } from './scene.ts';

afterEach(closeWorlds);

/** A world whose first pass is under way; the contacts are read first. */
function backfilling(system: string, people: number, clock = createFastClock()): Promise<World> {
  return startWorld({ systems: [system], clock, people: () => samplePeople(people), synced: false });
}

const rename = async (world: World, id: string | null, firstName: string) => {
  const { data } = await world.query(UPDATE_CONTACT, { input: { id: id ?? '', firstName } });
  return statuses(data?.updateContact.receipts);
};

const created = (world: World) => world.event(({ kind, type }) => kind === 'CREATED' && type === 'contact');

describe("a caller's write during a backfill", () => {
  it('goes at once although every place the backfill may hold is held by a call that hangs', async () => {
    const clock = createFastClock(2);
    const world = await backfilling('ghl', 40, clock);
    const { calls, faults } = world.simulator('ghl');
    faults.push({ match: '^GET /contacts/[^/]+/notes', kind: 'hang' });
    const hanging = () => calls.filter(({ path }) => path.endsWith('/notes'));
    const { entityId } = await created(world);
    await world.event(({ kind, type }) => kind === 'CREATED' && type === 'task');
    await until(() => hanging().length >= 9);

    const receipts = await rename(world, entityId, 'Urgent');

    expect(receipts).toEqual({ ghl: 'APPLIED' });
    expect(hanging()).toHaveLength(9);
    faults.splice(0);
    clock.leap(15_000);
  });

  it('and many of them never overrun what the vendor allows', async () => {
    const world = await backfilling('commusoft', 24);
    const { entityId } = await created(world);

    const receipts = [];
    for (const name of ['Ann', 'Bea', 'Cid', 'Dot', 'Eve']) receipts.push(await rename(world, entityId, name));
    await world.event(({ kind }) => kind === 'RUN_FINISHED');

    expect(receipts).toEqual(receipts.map(() => ({ commusoft: 'APPLIED' })));
    expect(world.simulator('commusoft').calls.filter(({ status }) => status === 429)).toEqual([]);
  });
});

/** Waits until that holds; looks at every turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
