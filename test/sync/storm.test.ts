import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import type { Fault, Simulator } from '../../src/sources/simulator.ts';
import { createDice } from '../support/dice.ts';
import type { FastClock } from '../support/fast-clock.ts';
import { createJumpClock } from '../support/jump-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { broken, disagreements } from './chaos/agreement.ts';
import { createCaller } from './chaos/caller.ts';
import { createPerson } from './chaos/person.ts';
import { everything } from './chaos/places.ts';
import { createPromises } from './chaos/promises.ts';
import { settleAll } from './chaos/settle.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

const TEN_MINUTES_MS = 600_000;

/** A world in which things happen: `work` lets a caller and people in every system do so much each. */
async function scene(people: number) {
  const clock = createJumpClock();
  const guests = Array.from({ length: people }, (_, i) => samplePerson(i + 1, clock.now()));
  const world = await startWorld({ clock, people: () => guests, env: { SYNC_EVERY: '15m' } });
  const [dice, promises] = [createDice(people), createPromises()];
  const caller = createCaller('caller-a', dice.fork(), async () => world.url, promises, world.systems);
  const persons = world.systems.map((system) =>
    createPerson(system, dice.fork(), world.simulator(system), { clock, promises, spreadsTo: world.systems }),
  );
  const work = async (changes: number, edits: number) => {
    for (let done = 0; done < changes; done++) await caller.next();
    for (let done = 0; done < edits; done++) for (const person of persons) person.next();
  };
  return { clock, world, promises, work };
}

/** Lets so much time pass, with everything that is due in it. */
function passes(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** What is not as promised once the storm is over and everything was brought to its end. */
async function wrongs(world: World, clock: FastClock, promises: ReturnType<typeof createPromises>): Promise<string[]> {
  await settleAll(world, (ms) => clock.leap(ms));
  const held = await everything(world);
  return [...broken(promises.all(), held), ...disagreements(held, ({ marker }) => marker.includes('-'))];
}

/** The most calls that fell into one second. */
function busiestSecond({ calls }: Simulator, since: number): number {
  const seconds = new Map<number, number>();
  for (const { at } of calls.slice(since)) seconds.set(Math.floor(at / 1000), (seconds.get(Math.floor(at / 1000)) ?? 0) + 1);
  return Math.max(0, ...seconds.values());
}

const STORMS: readonly [string, Fault][] = [
  ['429 without Retry-After', { kind: 'status', status: 429 }],
  ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 30 }],
  ['500', { kind: 'status', status: 500 }],
  ['no answer', { kind: 'hang' }],
  ['a reset connection', { kind: 'cut' }],
  ['a lost answer', { kind: 'lost-answer' }],
  ['malformed JSON', { kind: 'malformed' }],
  ['a truncated body', { kind: 'truncated' }],
];

describe('ten minutes in which every call to every system meets', () => {
  it.each(STORMS)('%s lose and double nothing, and no system is hammered', async (_, fault) => {
    const { clock, world, promises, work } = await scene(2);
    await work(6, 1);
    await settled(world);
    const since = world.systems.map((system) => world.simulator(system).calls.length);
    for (const system of world.systems) world.simulator(system).faults.push({ ...fault });

    await work(6, 2);
    await passes(clock, TEN_MINUTES_MS);
    const calls = world.systems.map((system, i) => world.simulator(system).calls.length - (since[i] ?? 0));
    const busiest = world.systems.map((system, i) => busiestSecond(world.simulator(system), since[i] ?? 0));
    for (const system of world.systems) world.simulator(system).faults.splice(0);

    console.log(_, calls, busiest);
    expect(await wrongs(world, clock, promises)).toEqual([]);
  });
});
