import { print } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import {
  CONTACT_CHANGED,
  CREATE_CONTACT,
  CREATE_TASK,
  EVENTS,
  NAMES,
  SYSTEM_CHANGED,
  UPDATE_CONTACT,
} from './documents.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

const start = (systems = ['ghl', 'rossum']) =>
  startWorld({ systems, clock: createFastClock(), people: () => samplePeople(2) });

async function someContact(world: World): Promise<string> {
  const { data } = await world.query(NAMES, { first: 20 });
  const isHeld = (system: string) => (contact: { records: readonly { system: { id: string } }[] }) =>
    contact.records.some((record) => record.system.id === system);
  const contacts = data?.contacts.nodes ?? [];
  return (contacts.find(isHeld('ghl')) ?? contacts.find(({ email }) => email?.includes('.1@')))?.id ?? '';
}

/** The numbers of the events, which are their ids. */
const seqOf = (id: string) => Number(/(\d+)$/.exec(id)?.[1]);

describe('live events', () => {
  it("bring one client's mutation to another over WebSocket", async () => {
    const world = await start();
    const subscription = world.subscribe(EVENTS, {
      filter: { types: ['CONTACT'], kinds: ['CREATED', 'WRITE_APPLIED'] },
    });
    await subscription.ready;

    const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Live', email: 'live@example.com' } });
    const created = await subscription.next();
    const applied = [await subscription.next(), await subscription.next()];

    expect(created.syncEvents).toMatchObject({
      kind: 'CREATED',
      origin: 'gateway',
      entityId: data?.createContact.contact?.id,
    });
    expect(applied.map(({ syncEvents }) => syncEvents.system?.id).sort()).toEqual(['ghl', 'rossum']);
    subscription.end();
  });

  it("bring one client's mutation to another over Server-Sent Events", async () => {
    const world = await start(['rossum']);
    const client = createSseClient({ url: `${world.url}/graphql`, retryAttempts: 0 });
    const events = client.iterate<{ syncEvents: { kind: string; entityId: string } }>({
      query: print(EVENTS),
      variables: { after: null, filter: { types: ['CONTACT'], kinds: ['CREATED'] } },
    });
    const first = events.next();
    await world.followed(1);

    const { data } = await world.query(CREATE_CONTACT, { input: { firstName: 'Streamed', email: 'sse@example.com' } });

    expect((await first).value?.data?.syncEvents).toMatchObject({
      kind: 'CREATED',
      entityId: data?.createContact.contact?.id,
    });
    await events.return?.();
    client.dispose();
  });

  it('are replayed behind `after` and go on live, without a gap or a repeat, while 200 changes are made', async () => {
    const world = await start(['rossum']);
    const id = await someContact(world);
    const all = world.subscribe(EVENTS, {});
    await all.ready;
    const work = Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        world.query(UPDATE_CONTACT, { input: { id, firstName: `Name ${n}`, waitFor: 'ACCEPTED' } }),
      ),
    );
    const early = (await all.next()).syncEvents.id;

    const late = world.subscribe(EVENTS, { after: early });
    await work;
    await settled(world);
    const end = await world.running.gateway.sync.store.events.lastSeq();
    await Promise.all([all, late].map((one) => one.next(({ syncEvents }) => seqOf(syncEvents.id) >= end)));

    const seqs = (one: typeof all) => one.received.map(({ data }) => seqOf(data?.syncEvents.id ?? ''));
    expect(seqs(all)).toEqual(range(seqOf(early), end));
    expect(seqs(late)).toEqual(range(seqOf(early) + 1, end));
    expect(all.received.filter(({ data }) => data?.syncEvents.kind === 'UPDATED')).toHaveLength(200);
    all.end();
    late.end();
  });

  it('are replayed across a restart of the gateway', async () => {
    const world = await start(['rossum']);
    const before = world.subscribe(EVENTS, { filter: { types: ['CONTACT'] } });
    await before.ready;
    await world.query(CREATE_CONTACT, { input: { email: 'one@example.com' } });
    const last = (await before.next()).syncEvents.id;
    before.end();

    await settled(world);
    const end = await world.running.gateway.sync.store.events.lastSeq();
    await world.restart();
    const after = world.subscribe(EVENTS, { after: last });
    await after.next(({ syncEvents }) => seqOf(syncEvents.id) >= end);
    await world.query(CREATE_CONTACT, { input: { email: 'two@example.com' } });
    const newest = await after.next(
      ({ syncEvents }) => syncEvents.kind === 'WRITE_APPLIED' && seqOf(syncEvents.id) > end,
    );

    const seqs = after.received.map(({ data }) => seqOf(data?.syncEvents.id ?? ''));
    expect(seqs).toEqual(range(seqOf(last) + 1, seqOf(newest.syncEvents.id)));
    after.end();
  });

  it('can be restricted to a system, a type, a kind and a contact', async () => {
    const world = await start();
    const id = await someContact(world);
    const ofGhl = world.subscribe(EVENTS, { filter: { systems: ['ghl'] } });
    const ofTasks = world.subscribe(EVENTS, { filter: { types: ['TASK'] } });
    const ofContact = world.subscribe(EVENTS, { filter: { contactId: id, kinds: ['CREATED'] } });
    await Promise.all([ofGhl.ready, ofTasks.ready, ofContact.ready]);

    await world.query(CREATE_CONTACT, { input: { email: 'other@example.com' } });
    await world.query(CREATE_TASK, { input: { contactId: id, title: 'Watched' } });
    await Promise.all([ofGhl.next(({ syncEvents }) => syncEvents.type === 'TASK'), ofTasks.next(), ofContact.next()]);

    expect(
      ofGhl.received.every(({ data }) => data?.syncEvents.system?.id === 'ghl' || data?.syncEvents.origin === 'ghl'),
    ).toBe(true);
    expect(ofTasks.received.every(({ data }) => data?.syncEvents.type === 'TASK')).toBe(true);
    expect(ofContact.received.map(({ data }) => data?.syncEvents.type)).toEqual(['TASK']);
    for (const one of [ofGhl, ofTasks, ofContact]) one.end();
  });

  it('show a contact as it is after each change of it or of what belongs to it', async () => {
    const world = await start();
    const id = await someContact(world);
    const subscription = world.subscribe(CONTACT_CHANGED, { id });
    await subscription.ready;

    await world.query(UPDATE_CONTACT, { input: { id, phone: '+447700900321' } });
    const renamed = await subscription.next();
    await world.query(CREATE_TASK, { input: { contactId: id, title: 'Shown' } });
    const tasked = await subscription.next(({ contactChanged }) =>
      contactChanged.tasks.nodes.some(({ title }) => title === 'Shown'),
    );

    expect(renamed.contactChanged).toMatchObject({ id, phone: '+447700900321' });
    expect(tasked.contactChanged.tasks.nodes.filter(({ title }) => title === 'Shown')).toHaveLength(1);
    subscription.end();
  });

  it('tell of a system that goes down and comes back', async () => {
    const world = await start(['ghl']);
    const subscription = world.subscribe(SYSTEM_CHANGED);
    await subscription.ready;

    world.simulator('ghl').faults.push({ kind: 'cut' });
    await world.query(NAMES, { first: 1 }, { 'x-max-age': '0' });
    const down = await subscription.next();
    world.simulator('ghl').faults.splice(0);
    await world.query(UPDATE_CONTACT, { input: { id: await someContact(world), firstName: 'Back' } });
    const up = await subscription.next();

    expect([down.systemChanged.health.state, up.systemChanged.health.state]).toEqual(['DOWN', 'OK']);
    subscription.end();
  });

  it('let go of a subscriber that leaves', async () => {
    const world = await start(['rossum']);
    const subscriptions = [1, 2, 3].map(() => world.subscribe(EVENTS, {}));
    await Promise.all(subscriptions.map(({ ready }) => ready));
    await world.followed(3);

    for (const one of subscriptions) one.end();
    await world.followed(0);

    const after = world.subscribe(EVENTS, {});
    await after.ready;
    await world.query(CREATE_CONTACT, { input: { email: 'alone@example.com' } });
    expect((await after.next()).syncEvents.kind).toBe('CREATED');
    expect(subscriptions.map(({ received }) => received)).toEqual([[], [], []]);
    after.end();
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
