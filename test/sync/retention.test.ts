import { print } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '../../src/base/logger.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld } from '../support/world.ts';
import { CREATE_CONTACT, EVENT_LOG, EVENTS, UPDATE_CONTACT } from './documents.ts';
import { FILTERED_RUNS, RETENTION, SET_RETENTION } from './log-documents.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('retention', () => {
  it('is kept as it is set, part by part, and refused where it is wrong', async () => {
    const world = await startWorld({ systems: [] });

    const before = (await world.query(RETENTION)).data?.retention;
    const set = (await world.query(SET_RETENTION, { input: { events: 30, deliveries: null } })).data?.setRetention;
    const wrong = (await world.query(SET_RETENTION, { input: { inbox: 3, runs: 0, calls: 1 } })).data?.setRetention;

    expect(before).toEqual({ events: 90, versions: null, deliveries: 90, runs: 90, firings: 90, inbox: 7, calls: 7 });
    expect(set).toEqual({ retention: { ...before, events: 30, deliveries: null }, userErrors: [] });
    expect(wrong?.userErrors.map(({ path }) => path?.at(-1)).sort()).toEqual(['inbox', 'runs']);
    expect((await world.query(RETENTION)).data?.retention).toEqual(set?.retention);
  });

  it('forgets what is old by itself, tells the log how much, and refuses to replay what is gone', async () => {
    const clock = createFastClock();
    const silent = createLogger('silent');
    const removed: Record<string, number> = {};
    let told: () => void = () => undefined;
    const info = (what: { removed?: Record<string, number> }) => {
      if (what.removed) told();
      Object.assign(removed, what.removed);
    };
    const log: Logger = Object.assign(Object.create(silent), { info, child: () => log });
    const world = await startWorld({ systems: ['rossum'], clock, log, people: () => samplePeople(2) });
    await world.query(SET_RETENTION, { input: { events: 2, versions: 2, deliveries: 2, runs: 2 } });
    const created = await world.query(CREATE_CONTACT, { input: { firstName: 'Old', email: 'old@example.com' } });
    const id = created.data?.createContact.contact?.id ?? '';
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'New' } });
    await settled(world);
    const kept = (await world.query(EVENT_LOG, { first: 100 })).data?.syncEvents;
    const first = kept?.nodes.at(-1)?.id ?? '';

    clock.leap(3 * DAY);
    // The events go once the rules have noted that they need them no more: in this hour's pass or the next.
    while (!removed.events) {
      const pass = new Promise<void>((resolve) => {
        told = resolve;
      });
      clock.leap(2 * HOUR);
      await pass;
    }

    const refused = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: print(EVENTS), variables: { after: first } }),
    });
    const events = (await world.query(EVENT_LOG, { first: 100 })).data?.syncEvents;
    const { store } = world.running.gateway.sync;
    const versions = await store.versions.page(id, { limit: 9, forward: true, from: null });
    expect(removed).toMatchObject({
      events: expect.any(Number),
      versions: expect.any(Number),
      deliveries: expect.any(Number),
      runs: expect.any(Number),
    });
    expect(events?.nodes.map((event) => event.id)).not.toContain(first);
    expect(versions.items.map(({ version }) => version)).toEqual([2]);
    expect(versions.items[0]?.fields).toMatchObject({ firstName: 'New' });
    expect(await refused.text()).toContain('"code":"EXPIRED"');
  });
});

describe('the filters of the graph', () => {
  it('find runs, events and live events by time and text', async () => {
    const clock = createFastClock();
    const world = await startWorld({ systems: ['rossum'], clock, people: () => samplePeople(2) });
    const live = world.subscribe(EVENTS, { filter: { search: 'Zephyrine' } });
    await live.ready;

    await world.query(CREATE_CONTACT, { input: { firstName: 'Other', email: 'o@example.com' } });
    const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Zephyrine', email: 'z@example.com' } });
    const id = data?.createContact.contact?.id;
    const event = await live.next();
    const found = await world.query(EVENT_LOG, { first: 100, filter: { search: 'zephyrine' } });
    const runs = await world.query(FILTERED_RUNS, {
      filter: { system: 'rossum', states: ['FINISHED'], search: 'start' },
    });
    const future = new Date(clock.now() + DAY).toISOString();
    const later = await world.query(FILTERED_RUNS, { filter: { from: future } });

    expect(event.syncEvents.entityId).toBe(id);
    expect(new Set(found.data?.syncEvents.nodes.map(({ entityId }) => entityId))).toEqual(new Set([id]));
    expect(runs.data?.syncRuns.nodes).toMatchObject([{ trigger: 'start', system: { id: 'rossum' } }]);
    expect(later.data?.syncRuns.totalCount).toBe(0);
    live.end();
  });
});
