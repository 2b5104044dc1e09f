import { afterEach, describe, expect, it } from 'vitest';
import type { SyncNowInput } from '../../src/client/generated/graphql.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World, type WorldOptions } from '../support/world.ts';
import { ESTIMATE, RUNS, SYNC_NOW } from './documents.ts';

afterEach(closeWorlds);

async function quietWorld(systems: string[], people: number, options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({ systems, clock: createFastClock(), people: () => samplePeople(people), ...options });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  return world;
}

const estimateOf = async (world: World, input = {}) => {
  const { data } = await world.query(ESTIMATE, { input: { ...input, estimate: true } });
  return data?.syncNow;
};

/** Runs that and waits for the end of it in every system. */
async function run(world: World, input: SyncNowInput): Promise<void> {
  const since = await world.running.gateway.sync.store.events.lastSeq();
  await world.query(SYNC_NOW, { input });
  await Promise.all(
    world.systems.map((id) => world.event(({ kind, system }) => kind === 'RUN_FINISHED' && system === id, since)),
  );
}

describe('an estimate', () => {
  it.each([false, true])('is what the next run then costs, where nothing changed (full: %s)', async (full) => {
    const systems = ['commusoft', 'ghl', 'rossum'];
    const world = await quietWorld(systems, 3);
    await run(world, { full });
    const before = systems.map((id) => world.simulator(id).calls.length);

    const estimate = await estimateOf(world, { full });
    await run(world, { full });

    const made = systems.map((id, i) => world.simulator(id).calls.length - (before[i] ?? 0));
    expect(estimate?.estimate?.systems.map(({ system, calls }) => [system.id, calls])).toEqual(
      systems.map((id, i) => [id, made[i]]),
    );
    expect(estimate?.estimate?.calls).toBe(made.reduce((sum, calls) => sum + calls, 0));
    expect(estimate?.estimate?.seconds).toBe(
      Math.max(...(estimate?.estimate?.systems.map(({ seconds }) => seconds ?? 0) ?? [])),
    );
  });

  it('starts nothing and asks nobody', async () => {
    const world = await quietWorld(['ghl'], 2);
    const { calls } = world.simulator('ghl');
    const before = [calls.length, (await world.query(RUNS)).data?.syncRuns.nodes.length];

    const answer = await estimateOf(world, { full: true });

    expect(answer?.runs).toEqual([]);
    expect([calls.length, (await world.query(RUNS)).data?.syncRuns.nodes.length]).toEqual(before);
  });

  it('says why where nothing is known, and sums up what is', async () => {
    const world = await quietWorld(['ghl'], 2, { synced: false });
    await world.event(({ kind, type }) => kind === 'CREATED' && type === 'note');
    await world.event(({ kind }) => kind === 'RUN_FINISHED');

    const answer = await estimateOf(world, { types: ['CONTACT', 'NOTE'] });

    expect(answer?.estimate?.systems[0]?.types).toEqual([
      { type: 'CONTACT', calls: null, seconds: null, reason: 'its contacts were never polled for changes yet' },
      { type: 'NOTE', calls: expect.any(Number), seconds: expect.any(Number), reason: null },
    ]);
    expect(answer?.estimate?.calls).toBe(answer?.estimate?.systems[0]?.types[1]?.calls);
  });

  it('is refused for a system that is not connected', async () => {
    const world = await quietWorld(['ghl'], 1);

    const answer = await estimateOf(world, { systems: ['rossum'] });

    expect(answer).toMatchObject({ estimate: null, userErrors: [{ path: ['input', 'systems'] }] });
  });
});

describe('a sweep', () => {
  it('stops where its share of the budget is used, and each part is estimated and goes on behind the one before', async () => {
    // A minute's share of the day's calls is less than one page of a hundred contacts costs.
    const world = await quietWorld(['ghl'], 230, { env: { SYNC_EVERY: '10h,ghl.note=1m' } });
    const { calls } = world.simulator('ghl');
    const input = { types: ['NOTE' as const] };
    const parts: { estimated: number | null | undefined; made: number; contacts: string[] }[] = [];

    for (let nth = 0; nth < 3; nth++) {
      const before = calls.length;
      const estimated = (await estimateOf(world, input))?.estimate?.calls;
      await run(world, input);
      const made = calls.slice(before);
      parts.push({ estimated, made: made.length, contacts: made.map(({ path }) => path).filter(isNotes) });
    }

    const asked = parts.map(({ contacts }) => contacts.length);
    expect(asked).toEqual([100, 100, 30]);
    expect(new Set(parts.flatMap(({ contacts }) => contacts)).size).toBe(230);
    expect(parts.map(({ estimated }) => estimated)).toEqual(parts.map(({ made }) => made));
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
  });
});

const isNotes = (path: string) => path.endsWith('/notes');
