import { type Clock, sleep } from '../../../src/base/clock.ts';
import type { Simulator } from '../../../src/sources/simulator.ts';
import { createDice, type Dice } from '../../support/dice.ts';
import { createFastClock } from '../../support/fast-clock.ts';
import { startGatewayChild } from '../../support/gateway-child.ts';
import { samplePerson } from '../../support/people.ts';
import { startWorld, type World } from '../../support/world.ts';
import { createCaller } from './caller.ts';
import { createPerson } from './person.ts';
import { createPromises, type Promises } from './promises.ts';
import { settleAll } from './settle.ts';
import { trouble } from './weather.ts';

const SPEED = 10;
const CALLERS = ['caller-a', 'caller-b'];

/** What a story came to. */
export interface Told {
  readonly world: World;
  readonly promises: Promises;
  /** How many passes over everything it took until nothing was left to do. */
  readonly passes: number;
}

/**
 * Callers, people and bad weather are at work while the gateway is killed and started again on the same data so many times. Then
 * the weather clears, everybody stops, and what is left is brought to its end.
 */
export async function killStory(seed: number, kills: number): Promise<Told> {
  const dice = createDice(seed);
  const start = Date.now();
  const clock = createFastClock(SPEED, start);
  const people = () => [1, 2, 3].map((number) => samplePerson(number, start, { tasks: [], notes: [] }));
  const world = await startWorld({ clock, people, env: { SYNC_EVERY: '20s' } });
  const simulators = world.systems.map((id) => world.simulator(id));
  const promises = createPromises();
  const door = createDoor();
  const over = new AbortController();
  const everybody = Promise.all(actorsOf(world, { clock, dice, promises, door, over: over.signal }));
  everybody.catch(() => over.abort());

  await world.restart(async () => {
    for (let round = 0; round < kills; round++) {
      const child = await startGatewayChild({ ...world.env, FAST_CLOCK: `${SPEED} ${start}` });
      pointTo(world, child.url);
      door.open(child.url);
      await untilCalled(simulators, dice.between(20, 150));
      door.close();
      await child.kill();
    }
  });
  for (const { faults } of simulators) faults.splice(0);
  door.open(world.running.url);
  over.abort();
  await everybody;
  for (const { faults } of simulators) faults.splice(0);
  return { world, promises, passes: await settleAll(world, (ms) => clock.leap(ms)) };
}

interface Stage {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly promises: Promises;
  readonly door: Door;
  readonly over: AbortSignal;
}

/** Everybody who is at work; each goes on until the story is over. */
function actorsOf(world: World, { clock, dice, promises, door, over }: Stage): Promise<void>[] {
  const goOn = async (mine: Dice, pause: number, step: () => unknown) => {
    while (!over.aborted) {
      await step();
      await sleep(clock, mine.between(pause / 2, pause * 2), over);
    }
  };
  const simulators = world.systems.map((id) => world.simulator(id));
  const callers = CALLERS.map((name) => {
    const mine = dice.fork();
    const caller = createCaller(name, mine, door.url, promises, world.systems);
    return goOn(mine, 600, () => caller.next());
  });
  const persons = world.systems.map((system) => {
    const mine = dice.fork();
    const person = createPerson(system, mine, world.simulator(system), { clock, promises, spreadsTo: [system] });
    return goOn(mine, 2_500, () => person.next());
  });
  const mine = dice.fork();
  const weather = goOn(mine, 2_000, () => trouble(mine, simulators));
  return [...callers, ...persons, weather];
}

/** The way to the gateway: closed while it is dead. */
interface Door {
  open(url: string): void;
  close(): void;
  url(): Promise<string>;
}

function createDoor(): Door {
  let current: string | null = null;
  let waiting: ((url: string) => void)[] = [];
  return {
    open(url) {
      current = url;
      for (const enter of waiting) enter(url);
      waiting = [];
    },
    close() {
      current = null;
    },
    url: () => (current === null ? new Promise((enter) => waiting.push(enter)) : Promise.resolve(current)),
  };
}

function pointTo(world: World, url: string): void {
  for (const system of world.systems) world.simulator(system).webhooks.url = `${url}/webhooks/${system}`;
}

/** Resolves when the simulators together have received so many more calls. */
function untilCalled(simulators: readonly Simulator[], count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    for (const { calls } of simulators) {
      calls.push = (...added) => {
        left -= added.length;
        if (left <= 0) setImmediate(resolve);
        return Array.prototype.push.apply(calls, added);
      };
    }
  });
}
