import { type Clock, sleep } from '../../../src/base/clock.ts';
import type { Simulator } from '../../../src/sources/simulator.ts';
import { createDice, type Dice } from '../../support/dice.ts';
import { startGatewayChild } from '../../support/gateway-child.ts';
import { samplePerson } from '../../support/people.ts';
import { startWorld, type World } from '../../support/world.ts';
import { createCaller } from './caller.ts';
import { createPerson } from './person.ts';
import { createPromises, type Promises } from './promises.ts';
import { settleAll } from './settle.ts';
import { createStoryClock } from './story-clock.ts';
import { trouble } from './weather.ts';

const SPEED = 10;
const CALLERS = ['caller-a', 'caller-b'];

/** What each of them does in one round: bounded, so that a slow machine tells no longer story. */
const CHANGES_A_ROUND = 5;
const EDITS_A_ROUND = 4;

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
  const clock = createStoryClock(SPEED, start);
  const people = () => [1, 2, 3].map((number) => samplePerson(number, start, { tasks: [], notes: [] }));
  const world = await startWorld({ clock, people, env: { SYNC_EVERY: '20s' } });
  const simulators = world.systems.map((id) => world.simulator(id));
  const promises = createPromises();
  const door = createDoor();
  const round = startRounds();
  const everybody = Promise.all(actorsOf(world, { clock, dice, promises, door, round }));
  everybody.catch(() => round.end());

  await world.restart(async () => {
    for (let killed = 0; killed < kills; killed++) {
      const child = await startGatewayChild({ ...world.env, FAST_CLOCK: `${SPEED} ${start}` });
      pointTo(world, child.url);
      door.open(child.url);
      round.next();
      await untilCalled(simulators, dice.between(10, 90));
      door.close();
      await child.kill();
    }
    round.end();
    for (const { faults } of simulators) faults.splice(0);
    // From here on there is one process only.
    clock.jumpFromNowOn();
  });
  door.open(world.running.url);
  await everybody;
  for (const { faults } of simulators) faults.splice(0);
  return { world, promises, passes: await settleAll(world) };
}

interface Stage {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly promises: Promises;
  readonly door: Door;
  readonly round: Rounds;
}

/** Everybody who is at work; each goes on until the last round is over. */
function actorsOf(world: World, { clock, dice, promises, door, round }: Stage): Promise<void>[] {
  const goOn = async (mine: Dice, steps: number, pause: number, step: () => unknown) => {
    for (let seen = 0; await round.after(seen); seen++) {
      for (let done = 0; done < steps && !round.over.aborted; done++) {
        await step();
        await sleep(clock, mine.between(pause / 2, pause * 2), round.over);
      }
    }
  };
  const simulators = world.systems.map((id) => world.simulator(id));
  const callers = CALLERS.map((name) => {
    const mine = dice.fork();
    const caller = createCaller(name, mine, door.url, promises, world.systems);
    return goOn(mine, CHANGES_A_ROUND, 600, () => caller.next());
  });
  const persons = world.systems.map((system) => {
    const mine = dice.fork();
    const scenery = { clock, promises, spreadsTo: world.systems };
    const person = createPerson(system, mine, world.simulator(system), scenery);
    return goOn(mine, EDITS_A_ROUND, 1_500, () => person.next());
  });
  const mine = dice.fork();
  const weather = goOn(mine, CHANGES_A_ROUND, 1_500, () => trouble(mine, simulators));
  return [...callers, ...persons, weather];
}

/** The rounds of a story: everybody waits for the next one. */
interface Rounds {
  readonly over: AbortSignal;
  next(): void;
  end(): void;
  /** Waits until more rounds than that have begun; false where no more will. */
  after(seen: number): Promise<boolean>;
}

function startRounds(): Rounds {
  const ending = new AbortController();
  let begun = 0;
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const go of waiting.splice(0)) go();
  };
  return {
    over: ending.signal,
    next() {
      begun += 1;
      wake();
    },
    end() {
      ending.abort();
      wake();
    },
    async after(seen) {
      while (begun <= seen && !ending.signal.aborted) await new Promise<void>((go) => waiting.push(go));
      return !ending.signal.aborted;
    },
  };
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
