import { afterEach, describe, expect, it } from 'vitest';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { CREATE_CONTACT, UPDATE_CONTACT } from './documents.ts';
import { DELIVERY_CALLS, SET_VERBOSE, UPSTREAM_CALLS, VERBOSE } from './log-documents.ts';
import { settled } from './scene.ts';

afterEach(closeWorlds);

const MINUTE = 60_000;
const ANN = { firstName: 'Philippa', lastName: 'Quackenbush', email: 'philippa@quack.example', phone: '+447700900199' };

async function start(systems = ['ghl', 'rossum', 'commusoft']) {
  const clock = createFastClock();
  return { clock, world: await startWorld({ systems, clock, people: () => samplePeople(2) }) };
}

const verbose = async (world: World, system: string, minutes: number) =>
  (await world.query(SET_VERBOSE, { input: { system, minutes } })).data?.setVerbose;
const callsTo = async (world: World, system: string) =>
  (await world.query(UPSTREAM_CALLS, { system, first: 100 })).data?.upstreamCalls;

/** Creates a contact everywhere and answers the deliveries with their calls. */
async function createAnn(world: World) {
  const { data } = await world.query(CREATE_CONTACT, { input: ANN });
  const id = data?.createContact.contact?.id ?? '';
  const deliveries = await world.query(DELIVERY_CALLS, { filter: { contactId: id } });
  return { id, deliveries: deliveries.data?.deliveries.nodes ?? [] };
}

describe('a verbose connection', () => {
  it.each(['ghl', 'rossum', 'commusoft'])('shows the calls of each delivery to %s, and no other', async (system) => {
    const { world } = await start();
    await verbose(world, system, 10);

    const { deliveries } = await createAnn(world);

    const [elsewhere, here] = [
      deliveries.filter((one) => one.system.id !== system),
      deliveries.filter((one) => one.system.id === system),
    ];
    const creation = here.find(({ operation }) => operation === 'create');
    const writes = creation?.calls.filter(({ method }) => method !== 'GET') ?? [];
    expect(elsewhere.length).toBeGreaterThan(1);
    expect(elsewhere.flatMap(({ calls }) => calls)).toEqual([]);
    expect(new Set(creation?.calls.map((call) => call.correlationId))).toEqual(new Set([creation?.id]));
    expect(new Set(here.flatMap(({ calls }) => calls.map((call) => call.system.id)))).toEqual(new Set([system]));
    expect(writes.at(-1)).toMatchObject({ status: expect.any(Number), request: { body: expect.anything() } });
  });

  it('keeps nothing of a person and no credential, in bodies, paths and answers', async () => {
    const { world } = await start();
    for (const system of world.systems) await verbose(world, system, 10);

    await createAnn(world);
    for (const system of world.systems) world.simulator(system).faults.push({ kind: 'status', status: 422 });
    const { data } = await world.query(CREATE_CONTACT, { input: { ...ANN, email: 'other@quack.example' } });

    const pages = await Promise.all(world.systems.map((system) => callsTo(world, system)));
    const kept = JSON.stringify(pages);
    expect(data?.createContact.contact?.id).toBeDefined();
    expect(pages.map((page) => page?.totalCount)).toEqual(pages.map(() => expect.any(Number)));
    for (const page of pages) expect(page?.totalCount).toBeGreaterThan(0);
    for (const word of ['Philippa', 'Quackenbush', 'quack.example', '7700900199', '900199', 'earer'])
      expect(kept).not.toContain(word);
    for (const system of world.systems)
      for (const [name, value = ''] of Object.entries(world.simulator(system).settings))
        if (/SECRET|TOKEN|PASSWORD|USERNAME/.test(name))
          for (const one of value.split(',')) expect(kept).not.toContain(one);
  });

  it('counts the calls of a delivery for the caller who waits for it, as always', async () => {
    const { world } = await start(['rossum']);
    await verbose(world, 'rossum', 10);

    const answer = await world.query(CREATE_CONTACT, { input: ANN });

    expect(answer.extensions?.upstream.calls.rossum).toBeGreaterThan(0);
  });

  it('ends by itself', async () => {
    const { world, clock } = await start(['rossum']);
    const begun = await verbose(world, 'rossum', 5);
    const { id } = await createAnn(world);
    const before = (await callsTo(world, 'rossum'))?.totalCount;

    clock.leap(6 * MINUTE);
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Anna' } });

    expect(begun?.system?.verboseUntil).not.toBeNull();
    expect(before).toBeGreaterThan(0);
    expect((await callsTo(world, 'rossum'))?.totalCount).toBe(before);
    expect((await world.query(VERBOSE)).data?.systems.map(({ verboseUntil }) => verboseUntil)).toEqual(
      world.running.gateway.sync.systems.map(() => null),
    );
  });

  it('goes on after a restart, and ends when it is told to', async () => {
    const { world } = await start(['rossum']);
    await verbose(world, 'rossum', 60);
    const last = await world.running.gateway.sync.store.events.lastSeq();

    await world.restart();
    await world.event(({ kind }) => kind === 'RUN_FINISHED', last);
    // Its webhooks would have it read again at any time.
    world.simulator('rossum').webhooks.lost = true;
    const { id } = await createAnn(world);
    await settled(world);
    const during = (await callsTo(world, 'rossum'))?.totalCount;
    await verbose(world, 'rossum', 0);
    await world.query(UPDATE_CONTACT, { input: { id, firstName: 'Anna' } });

    expect(during).toBeGreaterThan(0);
    expect((await callsTo(world, 'rossum'))?.totalCount).toBe(during);
  });

  it('is refused for a system that is not connected and for longer than a day', async () => {
    const { world } = await start(['rossum']);

    const refused = await Promise.all([
      verbose(world, 'mars', 1),
      verbose(world, 'ghl', 1),
      verbose(world, 'rossum', 1_441),
      verbose(world, 'rossum', -1),
    ]);

    expect(refused.map((payload) => payload?.userErrors.map(({ path, code }) => [path?.at(-1), code]))).toEqual([
      [['system', 'NOT_CONNECTED']],
      [['system', 'NOT_CONNECTED']],
      [['minutes', 'INVALID']],
      [['minutes', 'INVALID']],
    ]);
  });
});
