import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/sources/simulator.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePerson } from '../support/people.ts';
import { closeWorlds, startWorld, type World } from '../support/world.ts';
import { PERSON, RESOLVE, VERSIONS } from './decisions.ts';
import { CONFLICTS, EVENTS, SYNC_NOW } from './documents.ts';
import { checkHighLevelCalls, recordHighLevelCalls } from './high-level.ts';
import { settled, statuses, writesTo } from './scene.ts';

afterEach(async () => {
  recordHighLevelCalls();
  await closeWorlds();
});
afterAll(checkHighLevelCalls);

/** One person whom all three systems know, each by a first name of its own; webhooks get lost. */
async function disputed(changes: (system: string) => readonly Person[] = peopleOf): Promise<World> {
  const world = await startWorld({ clock: createFastClock(), people: changes });
  for (const system of world.systems) world.simulator(system).webhooks.lost = true;
  await settled(world);
  return world;
}

const NAMES: Readonly<Record<string, string>> = { ghl: 'Ann', rossum: 'Anna', commusoft: 'Anne' };
const EMAIL = 'archer@example.com';
const peopleOf = (system: string) => [samplePerson(1, Date.now(), { firstName: NAMES[system] ?? '', email: EMAIL })];

const openOnes = async (world: World) => (await world.query(CONFLICTS, { open: true })).data?.conflicts.nodes ?? [];

/** The oldest open conflict about that field. */
async function openAbout(world: World, field: string) {
  const found = (await openOnes(world)).filter((conflict) => conflict.field === field).at(-1);
  if (!found) throw new Error(`nothing is in dispute about ${field}`);
  return found;
}

async function person(world: World, id: string) {
  const node = (await world.query(PERSON, { id })).data?.node;
  return node?.__typename === 'Contact' ? node : null;
}

async function resolve(world: World, input: { id: string; take?: string; value?: unknown }) {
  const { data } = await world.query(RESOLVE, { input });
  await settled(world);
  return data?.resolveConflict;
}

const firstNames = (world: World) => ({
  ghl: world.simulator('ghl').tables.contacts?.list()[0]?.firstName,
  rossum: world.simulator('rossum').tables.contacts?.list()[0]?.first_name,
  commusoft: world.simulator('commusoft').tables.customers?.list()[0]?.name,
});
const writes = (world: World) => world.systems.map((system) => writesTo(world.simulator(system)).length);

describe('resolving a conflict', () => {
  it('by a side gives that value to the contact and to every system that holds another', async () => {
    const world = await disputed();
    const { id, entity, values } = await openAbout(world, 'firstName');
    const chosen = values.find(({ origin }) => origin === 'commusoft')?.value;

    const resolved = await resolve(world, { id, take: 'commusoft' });

    expect(resolved).toMatchObject({
      conflict: { id, open: false, chosen: 'Anne', entity: { id: entity.id } },
      userErrors: [],
    });
    expect(chosen).toBe('Anne');
    expect(statuses(resolved?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED' });
    expect((await person(world, entity.id))?.firstName).toBe('Anne');
    expect(firstNames(world)).toEqual({ ghl: 'Anne', rossum: 'Anne', commusoft: 'Anne' });
  });

  it('by a value of one’s own writes that to all of them', async () => {
    const world = await disputed();
    const { id, entity } = await openAbout(world, 'firstName');

    const resolved = await resolve(world, { id, value: '  Annabel ' });

    expect(resolved).toMatchObject({ conflict: { open: false, chosen: 'Annabel' }, userErrors: [] });
    expect(statuses(resolved?.receipts)).toEqual({ ghl: 'APPLIED', rossum: 'APPLIED', commusoft: 'APPLIED' });
    expect((await person(world, entity.id))?.firstName).toBe('Annabel');
    expect(firstNames(world)).toEqual({ ghl: 'Annabel', rossum: 'Annabel', commusoft: 'Annabel' });
  });

  it('stands when everything is read again, and nobody is written to once more', async () => {
    const world = await disputed();
    const { id, entity } = await openAbout(world, 'firstName');
    await resolve(world, { id, take: 'commusoft' });
    const [contact, written] = [await person(world, entity.id), writes(world)];

    await world.query(SYNC_NOW, { input: { full: true } });
    await settled(world);

    expect(await person(world, entity.id)).toEqual(contact);
    expect(writes(world)).toEqual(written);
    expect(await openOnes(world)).toEqual([]);
  });

  it('is told to subscribers and kept in the history with its reason', async () => {
    const world = await disputed();
    const { id, entity } = await openAbout(world, 'firstName');
    const events = world.subscribe(EVENTS, { filter: { kinds: ['CONFLICT_RESOLVED'] } });
    await events.ready;

    await resolve(world, { id, take: 'commusoft' });

    const { syncEvents } = await events.next();
    events.end();
    expect(syncEvents).toMatchObject({ kind: 'CONFLICT_RESOLVED', entityId: entity.id, origin: 'gateway' });
    const node = (await world.query(VERSIONS, { id: entity.id, first: 1 })).data?.node;
    expect(node && 'versions' in node ? node.versions.nodes : []).toMatchObject([
      {
        origin: 'gateway',
        why: 'Conflict about firstName resolved',
        changes: [{ field: 'firstName', after: 'Anne' }],
      },
    ]);
  });

  it('goes to one of two people who do it at the same moment; the other is told so', async () => {
    const world = await disputed();
    const { id, entity } = await openAbout(world, 'firstName');

    const both = await Promise.all([resolve(world, { id, value: 'Annabel' }), resolve(world, { id, value: 'Annika' })]);
    const late = await resolve(world, { id, take: 'commusoft' });

    const [won] = both.filter((one) => one?.userErrors.length === 0);
    const [lost] = both.filter((one) => one?.userErrors.length !== 0);
    expect(won?.conflict?.chosen).toBe((await person(world, entity.id))?.firstName);
    expect(lost).toMatchObject({ conflict: null, userErrors: [{ code: 'CONFLICT', path: ['input', 'id'] }] });
    expect(late).toMatchObject({ conflict: null, receipts: [], userErrors: [{ code: 'CONFLICT' }] });
    expect(new Set(Object.values(firstNames(world))).size).toBe(1);
  });

  it('is refused in words for what is no side, no fit value, both or neither, and no conflict', async () => {
    const people = (system: string) =>
      peopleOf(system).map((one) => ({ ...one, phone: `+44770090010${Object.keys(NAMES).indexOf(system)}` }));
    const world = await disputed(people);
    const { id } = await openAbout(world, 'phone');
    const errors = async (input: Parameters<typeof resolve>[1]) => (await resolve(world, input))?.userErrors;

    expect(await errors({ id, take: 'nobody' })).toMatchObject([{ code: 'INVALID', path: ['input', 'take'] }]);
    expect(await errors({ id, value: 'none' })).toMatchObject([{ code: 'INVALID', path: ['input', 'value'] }]);
    expect(await errors({ id })).toMatchObject([{ code: 'INVALID', path: ['input', 'take'] }]);
    expect(await errors({ id, take: 'commusoft', value: null })).toMatchObject([{ code: 'INVALID' }]);
    expect(await errors({ id: 'cft_none', take: 'commusoft' })).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await openOnes(world)).map((conflict) => conflict.id)).toContain(id);
  });

  it('with null clears the field everywhere', async () => {
    const people = (system: string) =>
      peopleOf(system).map((one) => ({ ...one, phone: `+44770090010${Object.keys(NAMES).indexOf(system)}` }));
    const world = await disputed(people);
    const { id, entity } = await openAbout(world, 'phone');

    const resolved = await resolve(world, { id, value: null });

    expect(resolved).toMatchObject({ conflict: { open: false, chosen: null }, userErrors: [] });
    expect((await person(world, entity.id))?.phone).toBeNull();
    expect(world.simulator('rossum').tables.contacts?.list()[0]?.phone).toBeNull();
    expect(world.simulator('ghl').tables.contacts?.list()[0]?.phone || null).toBeNull();
  });
});

describe('a conflict about who somebody is', () => {
  /** Two records of one system carry one e-mail, so neither is taken for the person that another system knows by it. */
  const twins = (system: string) =>
    system === 'ghl'
      ? [1, 2].map((number) => samplePerson(number, Date.now(), { email: EMAIL, lastName: `Twin${number}` }))
      : peopleOf(system);

  it('is resolved by naming the contact: the two become one', async () => {
    const world = await disputed(twins);
    const { id, entity, values } = await openAbout(world, 'identity');
    const into = String(values[0]?.value);

    const resolved = await resolve(world, { id, value: into });

    expect(resolved).toMatchObject({ conflict: { open: false, chosen: into }, userErrors: [] });
    expect(await person(world, entity.id)).toBeNull();
    const merged = await person(world, into);
    expect(merged?.records.filter(({ system }) => system.id === 'ghl').length).toBeGreaterThan(0);
    expect(merged?.conflicts.filter(({ field, open }) => field === 'identity' && open)).toEqual([]);
  });

  it('is resolved by null: it is a contact of its own, and nothing is written', async () => {
    const world = await disputed(twins);
    const { id, entity } = await openAbout(world, 'identity');
    const written = writes(world);

    const resolved = await resolve(world, { id, value: null });

    expect(resolved).toMatchObject({ conflict: { open: false, chosen: null }, receipts: [], userErrors: [] });
    expect(await person(world, entity.id)).not.toBeNull();
    expect(writes(world)).toEqual(written);
  });

  it('is not resolved by naming somebody else, or a side', async () => {
    const world = await disputed(twins);
    const { id, entity } = await openAbout(world, 'identity');
    const errors = async (input: Parameters<typeof resolve>[1]) => (await resolve(world, input))?.userErrors;

    expect(await errors({ id, value: entity.id })).toMatchObject([{ code: 'INVALID', path: ['input', 'value'] }]);
    expect(await errors({ id, value: 'con_nobody' })).toMatchObject([{ code: 'INVALID', path: ['input', 'value'] }]);
    expect(await errors({ id, take: 'ghl' })).toMatchObject([{ code: 'INVALID', path: ['input', 'take'] }]);
  });
});
