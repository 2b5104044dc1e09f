import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bring } from '../../src/sync/bring.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CONTACTS, NAMES, RUNS, SYNC_NOW, TASKS } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

const HOUR = 3_600_000;

/** A world whose systems keep their changes to themselves. */
async function quietWorld(systems: string[], people: number): Promise<World> {
  const world = await startWorld({ systems, clock: createFastClock(), people: () => samplePeople(people) });
  for (const system of systems) world.simulator(system).webhooks.lost = true;
  return world;
}

describe('a run', () => {
  it('reads the named system and types only', async () => {
    const world = await quietWorld(['ghl', 'rossum'], 2);
    const before = world.simulator('rossum').calls.length;

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT', 'TAG'] } });

    expect(data?.syncNow.runs).toMatchObject([
      { system: { id: 'ghl' }, types: ['CONTACT', 'TAG'], error: null, trigger: 'request' },
    ]);
    expect(world.simulator('rossum').calls).toHaveLength(before);
  });

  it('is refused for a system that is unknown or not connected', async () => {
    const world = await quietWorld(['ghl'], 1);

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['ghl', 'rossum', 'mars'] } });

    expect(data?.syncNow.runs).toEqual([]);
    expect(data?.syncNow.userErrors.map(({ message }) => message)).toEqual([
      expect.stringContaining('not connected'),
      expect.stringContaining('not a system'),
    ]);
  });

  it('waits for its turn at each kind, and so overtakes one that is long at another kind', async () => {
    const world = await quietWorld(['ghl'], 3);
    const notes = { match: '^GET /contacts/[^/]+/notes', kind: 'latency', ms: 400 } as const;
    world.simulator('ghl').faults.push(notes);

    const long = world.query(SYNC_NOW, { input: { systems: ['ghl'] } });
    const short = await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });
    const finished = [short.data, (await long).data].map((data) => data?.syncNow.runs[0]);

    expect(finished.map((run) => run?.error)).toEqual([null, null]);
    const [first = '', second = ''] = finished.map((run) => run?.finishedAt ?? '');
    expect(first < second).toBe(true);
  });

  it('never reads one kind of a system twice at once', async () => {
    const world = await quietWorld(['ghl'], 3);
    const before = world.simulator('ghl').calls.length;
    world.simulator('ghl').faults.push({ match: '^POST /contacts/search', kind: 'latency', ms: 200 });

    const wanted = { input: { systems: ['ghl'], types: ['CONTACT' as const], full: true } };
    await Promise.all([1, 2, 3].map(() => world.query(SYNC_NOW, wanted)));

    const searches = world
      .simulator('ghl')
      .calls.slice(before)
      .filter(({ path }) => path === '/contacts/search');
    // Two at once would have shared one search.
    expect(searches.length).toBeGreaterThanOrEqual(3);
  });

  it('goes on after one that failed', async () => {
    const world = await quietWorld(['ghl'], 2);
    world.simulator('ghl').faults.push({ kind: 'cut' });
    const failed = await world.query(SYNC_NOW, { input: { systems: ['ghl'] } });
    world.simulator('ghl').faults.splice(0);

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['ghl'] } });

    expect(failed.data?.syncNow.runs[0]?.error).toContain('HighLevel');
    expect(data?.syncNow.runs[0]?.error).toBeNull();
  });

  it('reads the contact first where it meets what belongs to one it has never seen', async () => {
    const world = await quietWorld(['ghl'], 1);
    const { tables } = world.simulator('ghl');
    const contact = tables.contacts?.add({ firstName: 'Unseen', email: 'unseen@example.com' });
    tables.tasks?.add({
      contactId: contact?.id,
      title: 'Before its contact',
      dueDate: '2027-01-01T00:00:00Z',
      completed: false,
    });

    await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['TASK'] } });

    const { data } = await world.query(CONTACTS, { first: 10, search: 'Unseen' });
    expect(data?.contacts.nodes[0]?.tasks.nodes.map(({ title }) => title)).toEqual(['Before its contact']);
  });

  it('makes one thing of a record that stands twice on a page', async () => {
    const world = await quietWorld(['ghl'], 1);
    const { sync } = world.running.gateway;
    const record = { id: 'twice', fields: { title: 'Twice' } };
    const options = { cause: { origin: 'ghl', actor: null, runId: null, correlationId: 'cor_1' }, spread: true };

    await bring(sync, { system: 'ghl', kind: 'task', records: [record, record] }, options);

    const { data } = await world.query(TASKS, {});
    expect(data?.tasks.nodes.filter(({ title }) => title === 'Twice')).toHaveLength(1);
  });

  it('takes what a complete scan no longer brings as deleted, once a look at the record says so too', async () => {
    const world = await quietWorld(['ghl'], 3);
    const { tables, calls } = world.simulator('ghl');
    const [task] = tables.tasks?.list() ?? [];
    tables.tasks?.remove(String(task?.id));
    const since = calls.length;

    await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['TASK'] } });

    const { data } = await world.query(CONTACTS, { first: 10 });
    expect(data?.contacts.nodes.flatMap(({ tasks }) => tasks.nodes)).toHaveLength(2);
    expect(calls.slice(since).map(({ path }) => path)).toContain(`/contacts/${task?.contactId}/tasks/${task?.id}`);
  });

  it('deletes nothing where more than a fifth is missing, and raises an alert', async () => {
    const world = await quietWorld(['ghl'], 40);
    const { tables } = world.simulator('ghl');
    for (const task of (tables.tasks?.list() ?? []).slice(0, 12)) tables.tasks?.remove(String(task.id));

    const { data } = await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['TASK'] } });
    const alert = await world.event(({ reason }) => reason === 'massDelete');

    const contacts = await world.query(CONTACTS, { first: 100 });
    expect(data?.syncNow.runs[0]?.error).toBeNull();
    expect(alert.message).toContain('nothing was taken as deleted');
    expect(contacts.data?.contacts.nodes.flatMap(({ tasks }) => tasks.nodes)).toHaveLength(40);
    expect(writesTo(world.simulator('ghl'))).toEqual([]);
  });

  it('that is cut off in the middle of a page goes on behind the page before', async () => {
    const world = await startWorld({
      systems: ['ghl'],
      clock: createFastClock(),
      people: () => samplePeople(230),
      synced: false,
    });
    const { calls, faults } = world.simulator('ghl');
    await world.event(({ kind, type }) => kind === 'CREATED' && type === 'contact');
    faults.push({ kind: 'cut' });
    await world.event(({ kind }) => kind === 'RUN_FINISHED');
    faults.splice(0);
    const since = calls.length;

    await world.query(SYNC_NOW, { input: { systems: ['ghl'], types: ['CONTACT'] } });

    const [first] = calls.slice(since).filter(({ path }) => path === '/contacts/search');
    const { data } = await world.query(NAMES, { first: 1 });
    expect(first?.body).toHaveProperty('searchAfter');
    expect(data?.contacts.totalCount).toBe(230);
  });

  it('is followed by the next one when its time has come', async () => {
    const clock = createFastClock();
    const world = await startWorld({ systems: ['ghl'], clock, people: () => samplePeople(1) });
    const first = await world.event(({ kind }) => kind === 'RUN_FINISHED');

    clock.leap(1.2 * HOUR);
    await world.event(({ kind }) => kind === 'RUN_FINISHED', first.seq);

    const { data } = await world.query(RUNS);
    expect(data?.syncRuns.nodes.map(({ trigger, error }) => [trigger, error])).toEqual([
      ['schedule', null],
      ['start', null],
    ]);
  });

  it('reads each kind at its own interval, those with the same one together', async () => {
    const clock = createFastClock();
    const env = { SYNC_EVERY: '10h,ghl=1h,ghl.note=3h' };
    const world = await startWorld({ systems: ['ghl', 'rossum'], clock, env, people: () => samplePeople(1) });
    const scheduled = async () => {
      const { data } = await world.query(RUNS);
      const runs = data?.syncRuns.nodes.filter(({ trigger }) => trigger === 'schedule') ?? [];
      return runs.map(({ system, types }) => `${system.id} ${types.join(' ')}`);
    };
    let seen = await world.running.gateway.sync.store.events.lastSeq();
    const finished = async () => {
      seen = (await world.event(({ kind }) => kind === 'RUN_FINISHED', seen)).seq;
    };

    clock.leap(1.2 * HOUR);
    await finished();
    const first = await scheduled();
    clock.leap(2.2 * HOUR);
    await Promise.all([finished(), finished()]);
    const both = await scheduled();

    expect(first).toEqual(['ghl CONTACT TAG TASK APPOINTMENT']);
    expect(both.sort()).toEqual([...first, ...first, 'ghl NOTE'].sort());
  });

  it('vouches for what it read for two intervals of its system and kind', async () => {
    const clock = createFastClock();
    const env = { SYNC_EVERY: '10h,ghl.contact=1h' };
    const world = await startWorld({ systems: ['ghl', 'rossum'], clock, env, people: () => samplePeople(1) });
    const { store } = world.running.gateway.sync;
    const since = await store.events.lastSeq();
    world.simulator('ghl').faults.push({ match: '^POST /contacts/search', kind: 'status', status: 403 });
    clock.leap(2.5 * HOUR);
    await world.event(({ kind }) => kind === 'RUN_FINISHED', since);
    const calls = () => ['ghl', 'rossum'].map((system) => world.simulator(system).calls.length);
    const before = calls();

    await world.query(NAMES, { first: 10 });

    const [ghl, rossum] = calls().map((count, i) => count - (before[i] ?? 0));
    expect([ghl, rossum]).toEqual([1, 0]);
  });

  it('ends with the gateway, which closes although a page is being read', async () => {
    const world = await startWorld({
      systems: ['ghl'],
      clock: createFastClock(),
      people: () => samplePeople(230),
      synced: false,
    });
    await world.event(({ kind }) => kind === 'RUN_STARTED');

    await world.restart();
    await world.event(({ kind, message }) => kind === 'RUN_FINISHED' && message?.endsWith('changed') === true);

    const { data } = await world.query(RUNS);
    expect(data?.syncRuns.nodes.map(({ error }) => error)).toEqual([
      null,
      expect.stringMatching(/Stopped with the gateway|shutting down/),
    ]);
  });
});
