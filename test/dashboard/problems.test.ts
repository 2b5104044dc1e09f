import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import type { Fault } from '../../src/sources/simulator.ts';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import { samplePerson } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { settled } from '../sync/scene.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  keepPicture,
  type Stage,
} from './support/stage.ts';

const Everybody = graphql(`
  query ProblemsOfEverybody {
    contacts(first: 50) { nodes { id firstName name } }
    conflicts(first: 50, open: true) { nodes { id field } }
    deliveries(first: 50, filter: { statuses: [FAILED] }) { nodes { id } }
  }
`);

const Rename = graphql(`
  mutation ProblemsRename($input: UpdateContactInput!) {
    updateContact(input: $input) { receipts { status system { id } } userErrors { message } }
  }
`);

const REFUSES: Fault = { kind: 'status', status: 422, match: '^(POST|PUT|PATCH) ' };
const NAMES: Readonly<Record<string, string>> = { ghl: 'Ann', rossum: 'Anna', commusoft: 'Anne' };
const EMAIL = 'archer@example.com';

const factsOf = async (world: World) => {
  const { data } = await world.query(Everybody);
  if (!data) throw new Error('nothing was answered');
  return data;
};

/** One person whom all three systems know, each by a first name of its own. */
async function disputed(stage: Stage): Promise<World> {
  const people = (system: string) => [samplePerson(1, Date.now(), { firstName: NAMES[system] ?? '', email: EMAIL })];
  const world = await stage.start({ people });
  await settled(world);
  return world;
}

/** Contacts whose new last name Commusoft refused. */
async function refused(stage: Stage, count: number): Promise<World> {
  const world = await stage.start({ people: () => [1, 2, 3].map((number) => samplePerson(number)) });
  await settled(world);
  const { faults } = world.simulator('commusoft');
  faults.push(REFUSES);
  for (const { id } of (await factsOf(world)).contacts.nodes.slice(0, count))
    await world.query(Rename, { input: { id, lastName: 'Renamed' } });
  faults.splice(0);
  return world;
}

const surnames = (world: World) =>
  world
    .simulator('commusoft')
    .tables.customers?.list()
    .map(({ surname }) => surname);

const conflictAbout = (page: Page, field: string) =>
  page.getByRole('region').filter({ has: page.getByRole('heading', { name: field }) });

describeInBrowser('problems', (stage) => {
  it('says that nothing needs anybody where nothing does', async () => {
    const world = await stage.start({ systems: [] });
    const page = await stage.openPage(world, '/problems');

    await page.getByText('Nothing needs you').waitFor();
    await expectAccessible(page);
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('settles a conflict by one side, with one press, in every system', async () => {
    const world = await disputed(stage);
    const page = await stage.openPage(world, '/problems');
    const card = conflictAbout(page, 'first name').first();
    await expectAccessible(page);
    await keepPicture(page, 'problems-conflict-light');

    await card.getByRole('button', { name: /^Use this: Anne from Commusoft/ }).click();
    await page.getByText('Decided.').waitFor();

    await settled(world);
    expect(world.simulator('ghl').tables.contacts?.list()[0]?.firstName).toBe('Anne');
    expect(world.simulator('rossum').tables.contacts?.list()[0]?.first_name).toBe('Anne');
    expect((await factsOf(world)).conflicts.nodes.filter(({ field }) => field === 'firstName')).toEqual([]);
    await conflictAbout(page, 'first name').first().waitFor({ state: 'detached' });
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('settles a conflict by another value, typed, with the keyboard alone', async () => {
    const world = await disputed(stage);
    const page = await stage.openPage(world, '/problems', { width: 360, scheme: 'dark' });
    const field = page.getByLabel('Another first name').first();
    await field.waitFor();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await keepPicture(page, 'problems-conflict-phone');

    await field.fill('Annabel');
    await page.keyboard.press('Enter');
    await page.getByText('Decided.').waitFor();

    await settled(world);
    expect(world.simulator('commusoft').tables.customers?.list()[0]?.name).toBe('Annabel');
  });

  it('shows what a system said to a write, and tries it again', async () => {
    const world = await refused(stage, 1);
    const page = await stage.openPage(world, '/problems');
    await page.getByText('1 write was refused').waitFor();
    await page.getByText('Commusoft answered 422: Injected fault').waitFor();
    await page.getByText('Would write to Commusoft: last name').waitFor();
    expect(surnames(world)).not.toContain('Renamed');

    await page.getByRole('button', { name: /^Retry: .* Renamed$/ }).click();

    await page.getByText('Commusoft took it.').waitFor();
    await page.getByText('Nothing needs you').waitFor();
    expect(surnames(world)?.filter((name) => name === 'Renamed')).toHaveLength(1);
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('tries all that failed in the same way again', async () => {
    const world = await refused(stage, 3);
    const page = await stage.openPage(world, '/problems');

    await page.getByRole('button', { name: 'Retry all like this' }).click();

    await page.getByText('Commusoft took all 3 writes.').waitFor();
    await page.getByText('Nothing needs you').waitFor();
    expect(surnames(world)?.filter((name) => name === 'Renamed')).toHaveLength(3);
  });

  it('gives a write up after asking, and not when the answer is no', async () => {
    const world = await refused(stage, 1);
    const page = await stage.openPage(world, '/problems');
    const giveUp = page.getByRole('button', { name: /^Give up: / });

    await giveUp.click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect((await factsOf(world)).deliveries.nodes).toHaveLength(1);
    await giveUp.click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Give it up' }).click();

    await page.getByText('Nothing needs you').waitFor();
    expect((await factsOf(world)).deliveries.nodes).toEqual([]);
    expect(surnames(world)).not.toContain('Renamed');
  });

  it('takes back a record that was set aside', async () => {
    const world = await stage.start({ people: () => [samplePerson(1)] });
    await settled(world);
    const { store } = world.running.gateway.sync;
    const recordId = String(world.simulator('ghl').tables.contacts?.list()[0]?.id);
    await store.snapshots.quarantine('ghl', 'contact', [recordId], Date.now());
    const page = await stage.openPage(world, '/problems');
    await page.getByRole('heading', { name: '1 record was set aside' }).waitFor();

    await page.getByRole('button', { name: /^Take back: / }).click();

    await page.getByText('Nothing needs you').waitFor();
    expect(await store.snapshots.quarantined(10)).toEqual([]);
  });

  it('says where to sign in again where a system refuses the sign-in', async () => {
    const world = await stage.start({ systems: ['ghl'], people: () => [samplePerson(1)] });
    world.simulator('ghl').faults.push({ kind: 'status', status: 401 });
    const page = await stage.openPage(world, '/problems');
    await page.getByText('Nothing needs you').waitFor();

    await world.query(Rename, { input: { id: (await factsOf(world)).contacts.nodes[0]?.id ?? '', lastName: 'X' } });

    const link = page.getByRole('link', { name: 'Connect HighLevel again' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/setup');
  });

  it('shows problems without buttons to who may only look', async () => {
    const world = await stage.start({ people: () => [samplePerson(1)] }, startClosedWorld);
    const { secret } = await keyFor(world, ['contacts.readonly']);
    const { store } = world.running.gateway.sync;
    const recordId = String(world.simulator('ghl').tables.contacts?.list()[0]?.id);
    await store.snapshots.quarantine('ghl', 'contact', [recordId], Date.now());
    const page = await stage.openPage(world, '/problems');
    await page.getByLabel('Key or token').fill(secret);
    await page.keyboard.press('Enter');

    await page.getByText('Your key lets you see problems, but not settle them.').waitFor();
    expect(await page.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
  });
});
