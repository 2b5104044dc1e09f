import { afterEach, describe, expect, it } from 'vitest';
import { createDice } from '../support/dice.ts';
import { createJumpClock } from '../support/jump-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { broken, disagreements } from './chaos/agreement.ts';
import { createCaller } from './chaos/caller.ts';
import { createPerson } from './chaos/person.ts';
import { everything } from './chaos/places.ts';
import { createPromises } from './chaos/promises.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

const MINUTE_MS = 60_000;

/** One incremental pass over a system, to its end. */
async function poll(world: World, system: string) {
  return (await world.running.gateway.engine.run({ system, trigger: 'request' })).finished;
}

describe('webhooks that get lost for half an hour', () => {
  it.each([1, 2])('cost nothing but the wait for the next poll (story %i)', async (seed) => {
    const clock = createJumpClock();
    const people = () => [1, 2, 3].map((number) => samplePerson(number, clock.now(), { tasks: [], notes: [] }));
    const world = await startWorld({ clock, people, env: { SYNC_EVERY: '999h' } });
    const [dice, promises] = [createDice(seed), createPromises()];
    const caller = createCaller('caller-a', dice.fork(), async () => world.url, promises, world.systems);
    for (let change = 0; change < 12; change++) await caller.next();
    await settled(world);
    const workers = world.systems.map((system) => {
      world.simulator(system).webhooks.lost = true;
      const scenery = { clock, promises, spreadsTo: world.systems };
      return createPerson(system, dice.fork(), world.simulator(system), scenery);
    });

    for (let minute = 0; minute < 30; minute++) {
      clock.leap(MINUTE_MS);
      workers[minute % workers.length]?.next();
    }
    const runs = await Promise.all(world.systems.map((system) => poll(world, system)));
    await settled(world);

    expect(runs.map(({ error }) => error)).toEqual(world.systems.map(() => null));
    const held = await everything(world);
    expect(broken(promises.all(), held)).toEqual([]);
    expect(disagreements(held, () => true)).toEqual([]);
  });
});
