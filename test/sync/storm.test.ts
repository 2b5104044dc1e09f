import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import type { Fault, Simulator } from '../../src/sources/simulator.ts';
import { createDice } from '../support/dice.ts';
import { createJumpClock } from '../support/jump-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { broken, disagreements } from './chaos/agreement.ts';
import { createCaller } from './chaos/caller.ts';
import { createPerson } from './chaos/person.ts';
import { everything } from './chaos/places.ts';
import { plan } from './chaos/plan.ts';
import { createPromises, type Promises } from './chaos/promises.ts';
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
async function wrongs(world: World, promises: Promises): Promise<string[]> {
  await settleAll(world);
  const held = await everything(world);
  return [...broken(promises.all(), held), ...disagreements(held, ({ marker }) => marker.includes('-'))];
}

/** The most calls that fell into one second. */
function busiestSecond({ calls }: Simulator, since: number): number {
  const seconds = new Map<number, number>();
  for (const { at } of calls.slice(since))
    seconds.set(Math.floor(at / 1000), (seconds.get(Math.floor(at / 1000)) ?? 0) + 1);
  return Math.max(0, ...seconds.values());
}

/** A system may be asked again and again, but not more often than this on average while it is ill: one call in two seconds. */
const MOST_CALLS = TEN_MINUTES_MS / 2_000;

/** More than any of them allows in a second are never sent. */
const MOST_A_SECOND: Readonly<Record<string, number>> = { ghl: 100, rossum: 10, commusoft: 10 };

const TROUBLES: readonly [string, Fault][] = [
  ['429', { kind: 'status', status: 429 }],
  ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 30 }],
  ['500', { kind: 'status', status: 500 }],
  ['no answer', { kind: 'hang' }],
  ['a reset', { kind: 'cut' }],
  ['a lost answer', { kind: 'lost-answer' }],
  ['malformed JSON', { kind: 'malformed' }],
  ['a truncated body', { kind: 'truncated' }],
];

/** Every system has a trouble of its own: three storms bring all of them, eight bring each to every system. */
const STORMS = Array.from({ length: plan.rounds < 8 ? 3 : 8 }, (_, storm) =>
  ['commusoft', 'ghl', 'rossum'].map((system, i) => {
    const [name, fault] = TROUBLES[(3 * storm + i) % TROUBLES.length] ?? ['nothing', { kind: 'latency' }];
    return { system, name, fault } as const;
  }),
);

describe('ten minutes in which every call meets trouble', () => {
  it.each(STORMS.map((troubles) => ({ troubles, names: troubles.map(({ name }) => name).join(', ') })))(
    'loses and doubles nothing, and hammers no system ($names)',
    async ({ troubles }) => {
      const { clock, world, promises, work } = await scene(1);
      await work(4, 1);
      await settled(world);
      const simulators = troubles.map(({ system }) => world.simulator(system));
      const since = simulators.map(({ calls }) => calls.length);
      for (const { system, fault } of troubles) world.simulator(system).faults.push({ ...fault });

      await work(4, 1);
      await passes(clock, TEN_MINUTES_MS);
      const calls = simulators.map((simulator, i) => simulator.calls.length - (since[i] ?? 0));
      const busiest = simulators.map((simulator, i) => busiestSecond(simulator, since[i] ?? 0));
      for (const { faults } of simulators) faults.splice(0);

      for (const [i, { system }] of troubles.entries()) {
        expect(calls[i], system).toBeGreaterThan(0);
        expect(calls[i], system).toBeLessThanOrEqual(MOST_CALLS);
        expect(busiest[i], system).toBeLessThanOrEqual(MOST_A_SECOND[system] ?? 0);
      }
      expect(await wrongs(world, promises)).toEqual([]);
    },
  );
});

describe('a token that expires', () => {
  it('again and again in the middle of runs and writes costs a login each time and nothing else', async () => {
    const { clock, world, promises, work } = await scene(8);
    const [rossum, commusoft] = [world.simulator('rossum'), world.simulator('commusoft') as Expiring];
    const since = [rossum, commusoft].map(({ calls }) => calls.length);
    const from = clock.now();
    commusoft.tokenLifeMs = 3_000;
    const oneMore = () => rossum.faults.push({ match: 'data/find', kind: 'status', status: 401, times: 1 });

    const runs = [readWhole(world, 'commusoft'), readWhole(world, 'ghl')];
    for (let times = 0; times < 3; times++) {
      oneMore();
      const run = readWhole(world, 'rossum');
      runs.push(run);
      await run;
    }
    const errors = (await Promise.all(runs)).map(({ error }) => error);
    await work(6, 2);
    await settled(world);

    expect(errors).toEqual([null, null, null, null, null]);
    const logins = [rossum, commusoft].map(
      ({ calls }, i) => calls.slice(since[i]).filter(({ path }) => /login|getToken/.test(path)).length,
    );
    expect(logins[0]).toBeLessThanOrEqual(3);
    expect(logins[1]).toBeGreaterThan(1);
    expect(logins[1]).toBeLessThanOrEqual(1 + (clock.now() - from) / commusoft.tokenLifeMs);
    commusoft.tokenLifeMs = 1_800_000;
    expect(await wrongs(world, promises)).toEqual([]);
  });
});

describe('the only caller of a system', () => {
  it('is never told to slow down, through a big first pass and many changes', async () => {
    const { world, work } = await scene(80);

    await Promise.all([work(30, 4), ...world.systems.map((system) => readWhole(world, system))]);
    await settled(world);

    for (const system of world.systems) {
      const { calls } = world.simulator(system);
      expect(calls.length).toBeGreaterThan(100);
      expect([system, calls.filter(({ status }) => status === 429).length]).toEqual([system, 0]);
    }
  });
});

/** Commusoft's simulator: how long its tokens live can be changed. */
type Expiring = Simulator & { tokenLifeMs: number };

/** A pass over everything in a system, to its end. */
async function readWhole(world: World, system: string) {
  return (await world.running.gateway.engine.run({ system, trigger: 'request', full: true })).finished;
}
