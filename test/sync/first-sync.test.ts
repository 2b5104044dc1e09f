import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/sources/simulator.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld } from '../support/world.ts';
import { CONFLICTS, CONTACTS, RUNS } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { systemsOf, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

describe('the first sync', () => {
  it('reads every system to its end and links one person of three systems into one contact', async () => {
    const world = await startWorld({ clock: createFastClock(), people: () => samplePeople(5) });

    const { data } = await world.query(CONTACTS, { first: 50, filter: { system: 'ghl' } });

    expect(data?.contacts.totalCount).toBe(5);
    for (const contact of data?.contacts.nodes ?? [])
      expect(systemsOf(contact)).toEqual(['commusoft', 'ghl', 'rossum']);
  });

  it('goes on page by page where a system holds more than one page', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(230) });

    const { data } = await world.query(CONTACTS, { first: 1 });
    const pages = world.simulator('ghl').calls.filter(({ path, body }) => path === '/contacts/search' && inOrder(body));

    expect(data?.contacts.totalCount).toBe(230);
    expect(pages.length).toBeGreaterThanOrEqual(3);
  });

  it('links by e-mail before phone, and by phone where the e-mails differ', async () => {
    const ann = samplePerson(1);
    const people: Record<string, Person[]> = {
      ghl: [ann, samplePerson(2)],
      rossum: [
        samplePerson(1, undefined, { phone: '+447700955555' }),
        samplePerson(2, undefined, { email: 'second@example.com' }),
      ],
    };
    const world = await startWorld({
      systems: ['ghl', 'rossum'],
      clock: createFastClock(),
      people: (id) => people[id] ?? [],
    });

    const { data } = await world.query(CONTACTS, { first: 50, filter: { system: 'ghl' } });

    expect(data?.contacts.nodes.map(systemsOf)).toEqual([
      ['ghl', 'rossum'],
      ['ghl', 'rossum'],
    ]);
  });

  it('opens a conflict and links nothing where two contacts of one system could be meant', async () => {
    const shared = { email: 'office@example.com' };
    const people: Record<string, Person[]> = {
      ghl: [samplePerson(1, undefined, shared)],
      rossum: [samplePerson(2, undefined, shared), samplePerson(3, undefined, shared)],
    };
    const world = await startWorld({
      systems: ['ghl', 'rossum'],
      clock: createFastClock(),
      people: (id) => people[id] ?? [],
    });

    const { data } = await world.query(CONFLICTS, { open: true });
    const contacts = await world.query(CONTACTS, { first: 50, filter: { system: 'ghl' } });

    expect(data?.conflicts.nodes.map(({ field, open }) => ({ field, open }))).toContainEqual({
      field: 'identity',
      open: true,
    });
    expect(contacts.data?.contacts.nodes.map(systemsOf)).toEqual([['ghl']]);
  });

  it('writes to no system, whatever differs between them', async () => {
    const differing = (id: string) =>
      samplePeople(4).map((person) => ({ ...person, firstName: `${person.firstName} of ${id}`, tags: [id] }));

    const world = await startWorld({ clock: createFastClock(), people: differing });

    for (const system of ['ghl', 'rossum', 'commusoft']) expect(writesTo(world.simulator(system))).toEqual([]);
  });

  it('shows its progress while it runs and its counts when it has ended', async () => {
    const world = await startWorld({ systems: ['ghl'], clock: createFastClock(), people: () => samplePeople(30) });

    const { data } = await world.query(RUNS);

    expect(data?.syncRuns.nodes).toHaveLength(1);
    expect(data?.syncRuns.nodes[0]).toMatchObject({
      trigger: 'start',
      progress: 1,
      error: null,
      system: { id: 'ghl' },
    });
    expect(data?.syncRuns.nodes[0]?.read).toBeGreaterThanOrEqual(90);
  });

  it('goes on where it was after a restart in the middle, and still writes nothing', async () => {
    const world = await startWorld({
      systems: ['ghl'],
      clock: createFastClock(),
      people: () => samplePeople(230),
      synced: false,
    });
    await world.event((event) => event.kind === 'CREATED' && event.type === 'contact');

    await world.restart();
    await world.event((event) => event.kind === 'RUN_FINISHED' && event.message?.includes('read') === true);

    const { calls } = world.simulator('ghl');
    const untilTags = calls.slice(
      0,
      calls.findIndex(({ path }) => path.endsWith('/tags')),
    );
    const walk = untilTags.filter(({ path, body }) => path === '/contacts/search' && inOrder(body));
    const { data } = await world.query(CONTACTS, { first: 1 });
    expect(walk.map(({ body }) => 'searchAfter' in (body as object))).toEqual([false, true, true]);
    expect(data?.contacts.totalCount).toBe(230);
    expect(writesTo(world.simulator('ghl'))).toEqual([]);
  });

  it('reads the other kinds where one is forbidden, and says so', async () => {
    const world = await startWorld({
      systems: ['ghl'],
      clock: createFastClock(),
      people: () => samplePeople(3),
      synced: false,
    });
    world.simulator('ghl').faults.push({ match: '/tags$', kind: 'status', status: 403 });

    const finished = await world.event((event) => event.kind === 'RUN_FINISHED');
    const { data } = await world.query(CONTACTS, { first: 10 });

    expect(finished.message).toMatch(/^tags: /);
    expect(data?.contacts.nodes.flatMap(({ notes }) => notes.nodes)).toHaveLength(3);
  });
});

/** A walk through all contacts, not a search for some ids. */
function inOrder(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'sort' in body;
}
