import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bring } from '../../src/sync/bring.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld } from '../support/world.ts';
import { AGENDA, CONTACT, NAMES } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { until } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const NOW = { 'x-max-age': '0' };

describe('reading', () => {
  it('asks HighLevel at most 22 times for twenty contacts with their tasks and notes, and then not at all', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(25) });

    const asked = await world.query(AGENDA, { first: 20 }, NOW);
    const repeated = await world.query(AGENDA, { first: 20 });

    expect(asked.errors).toBeUndefined();
    expect(asked.extensions?.upstream.calls.ghl).toBeGreaterThan(0);
    expect(asked.extensions?.upstream.calls.ghl).toBeLessThanOrEqual(22);
    expect(repeated.data).toEqual(asked.data);
    expect(repeated.extensions?.upstream).toMatchObject({ calls: { ghl: 0 }, staleRecords: 0 });
    expect(repeated.extensions?.upstream.cacheHits).toBeGreaterThanOrEqual(60);
  });

  it('asks all three systems in batches', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(20) });

    const { extensions } = await world.query(NAMES, { first: 20 }, NOW);

    expect(extensions?.upstream.calls.ghl).toBeLessThanOrEqual(2);
    expect(extensions?.upstream.calls.commusoft).toBeLessThanOrEqual(4);
    expect(extensions?.upstream.calls.rossum).toBeLessThanOrEqual(4);
  });

  it('answers from the snapshot without a call after the first sync', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(5) });

    const { extensions } = await world.query(AGENDA, { first: 5 });

    expect(extensions?.upstream.calls).toEqual({ commusoft: 0, ghl: 0, rossum: 0 });
    expect(extensions?.upstream.cacheHits).toBeGreaterThan(0);
  });

  it('answers from the snapshot after a restart too', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(5) });
    const { seq: seen } = await world.event((event) => event.kind === 'RUN_FINISHED');
    await world.restart();
    await world.event((event) => event.kind === 'RUN_FINISHED', seen);

    const { extensions } = await world.query(NAMES, { first: 5 });

    expect(extensions?.upstream.calls).toMatchObject({ ghl: 0 });
  });

  it('answers what it has, marked as stale, where a system is down', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(5) });
    world.simulator('ghl').faults.push({ kind: 'cut' });

    const { data, errors, extensions } = await world.query(NAMES, { first: 20 }, NOW);
    const again = await world.query(NAMES, { first: 20 }, NOW);

    const staleOf = (system: string) =>
      data?.contacts.nodes
        .flatMap(({ records }) => records.filter((record) => record.system.id === system))
        .map(({ stale }) => stale);
    expect(errors).toBeUndefined();
    expect(new Set(staleOf('ghl'))).toEqual(new Set([true]));
    expect(new Set(staleOf('commusoft'))).toEqual(new Set([false]));
    expect(extensions?.upstream.staleRecords).toBe(5);
    expect(again.extensions?.upstream).toMatchObject({ calls: { ghl: 0 }, staleRecords: 5 });
  });

  it('looks again where the answer would be older than the caller accepts, and not before', async () => {
    const clock = createFastClock();
    const world = await startWorld({ systems: ['ghl'], clock, people: () => samplePeople(3) });
    await world.query(NAMES, { first: 3 }, NOW);
    clock.leap(100_000);

    const young = await world.query(NAMES, { first: 3 }, { 'x-max-age': '600' });
    const old = await world.query(NAMES, { first: 3 }, { 'x-max-age': '90' });
    const renewed = await world.query(NAMES, { first: 3 }, { 'x-max-age': '90' });

    expect(young.extensions?.upstream.calls.ghl).toBe(0);
    expect(old.extensions?.upstream.calls.ghl).toBeGreaterThan(0);
    expect(renewed.extensions?.upstream.calls.ghl).toBe(0);
  });

  it('refuses an age that is no number of seconds', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(1) });

    const { errors } = await world.query(NAMES, { first: 1 }, { 'x-max-age': 'soon' });

    expect(errors?.[0]?.message).toContain('x-max-age');
  });

  it('shows what a webhook told of in the next answer', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(3) });
    const { store } = world.running.gateway.sync;
    const [row] = world.simulator('ghl').tables.contacts?.list() ?? [];
    const by = { record: { system: 'ghl', id: String(row?.id) } };

    world.simulator('ghl').tables.contacts?.change(String(row?.id), { firstName: 'Told' });
    await until(world, async () => (await store.settings.get('lastWebhook:ghl')) !== undefined);
    const { data } = await world.query(CONTACT, { by });

    expect(data?.contact?.firstName).toBe('Told');
  });

  it('does not take back what was written while a slow answer was on its way', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(1) });
    const [task] = world.simulator('ghl').tables.tasks?.list() ?? [];
    const { sync } = world.running.gateway;
    const collection = sync.connections.get('ghl')?.source.collections.task;
    const ref = { id: String(task?.id), contactId: String(task?.contactId) };
    const readAt = sync.clock.now();
    const old = (await collection?.read([ref]))?.[0];
    if (!old || old instanceof Error) throw old ?? new Error('The task was not read');

    world.simulator('ghl').tables.tasks?.change(ref.id, { title: 'New title', completed: true });
    await until(world, async () => (await titles()).includes('New title'));
    const options = { cause: { origin: 'ghl', actor: null, runId: null, correlationId: 'late' }, spread: true };
    await bring(sync, { system: 'ghl', kind: 'task', records: [old], readAt }, options);

    expect(await titles()).toEqual(['New title']);

    async function titles() {
      const page = await sync.store.entities.page({ kind: 'task' }, { limit: 10, forward: true, from: null });
      return page.items.map(({ fields }) => fields.title);
    }
  });
});
