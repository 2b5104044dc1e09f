import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { definitions } from '../../src/sources/generated/registry.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { samplePeople, samplePerson } from '../support/people.ts';
import type { World, WorldOptions } from '../support/world.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const NAMES: Readonly<Record<string, string>> = { ghl: 'HighLevel', rossum: 'Rossum', commusoft: 'Commusoft' };
const SETTINGS = definitions.flatMap(({ settings }) => Object.keys(settings.shape));

/** Four people whom every system knows, and two who share a phone and nothing else. */
const PHONE = '+447700911111';
const people = (system: string) => [
  ...samplePeople(4),
  ...(system === 'ghl' ? [samplePerson(8, undefined, { firstName: 'Tom', lastName: 'Hill', phone: PHONE })] : []),
  ...(system === 'rossum' ? [samplePerson(9, undefined, { firstName: 'Sue', lastName: 'Dale', phone: PHONE })] : []),
];

/** A gateway that knows of no system yet and plans its first sync, beside simulators of all. */
const empty = (): WorldOptions => ({
  clock: createFastClock(),
  synced: false,
  people,
  env: {
    ...Object.fromEntries(SETTINGS.map((name) => [name, undefined])),
    ...{ FIRST_SYNC: 'plan', ALLOW_PRIVATE_HOSTS: '127.0.0.1', PUBLIC_URL: 'https://gateway.example' },
  },
});

const cardOf = (page: Page, id: string) => page.getByRole('region', { name: NAMES[id] ?? id, exact: true });
const button = (place: Page | Locator, name: string | RegExp) => place.getByRole('button', { name, exact: true });

/** Opens the form of a system and enters what its simulator asks for, or something else. */
async function enter(page: Page, world: World, id: string, other: Record<string, string> = {}): Promise<Locator> {
  const card = cardOf(page, id);
  await button(card, /^Set up/).click();
  const more = button(card, 'More settings');
  if ((await more.count()) > 0) await more.click();
  for (const [name, value] of Object.entries({ ...world.simulator(id).settings, ...other }))
    await card.locator(`input[name="${name}"]`).fill(value);
  return card;
}

async function connect(page: Page, world: World, id: string): Promise<void> {
  const card = await enter(page, world, id);
  await button(card, 'Connect').click();
  await card.getByText('Works', { exact: true }).waitFor();
}

async function choose(place: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'page' in place ? place.page() : place;
  await place.getByRole('button', { name: new RegExp(` ${label}$`) }).click();
  await page.getByRole('option', { name: option }).click();
}

const readToTheEnd = (world: World) =>
  Promise.all(world.systems.map((id) => world.event(({ kind, system }) => kind === 'RUN_FINISHED' && system === id)));

describeInBrowser('the set-up', (stage) => {
  it('takes a person from an empty gateway to a running sync', async () => {
    const world = await stage.start(empty());
    const page = await stage.openPage(world, '/setup');

    for (const id of world.systems) await connect(page, world, id);
    await page.getByRole('link', { name: 'Next: Templates' }).click();
    await button(page, 'See what changes: HighLevel and Commusoft contacts').click();
    await page.getByText('last name ↔ surname, remove spaces around it').waitFor();
    await button(page, 'Use this: HighLevel and Commusoft contacts').click();
    await page.getByText('“HighLevel and Commusoft contacts” is in force.').waitFor();
    await page.getByRole('link', { name: 'Next: Fields' }).click();
    await page.getByRole('list', { name: 'Rows' }).waitFor();
    await readToTheEnd(world);
    await page.getByRole('link', { name: 'Next: Switch on' }).click();
    await button(page, 'Approve 12 pairs').click();
    await button(page.getByRole('dialog'), 'Approve 12 pairs').click();
    const pair = page.getByRole('listitem').filter({ hasText: 'Tom Hill' });
    await pair.getByText('Possible').waitFor();
    await button(pair, /^Not the same/).click();
    await page.getByText('Nobody has to be decided about').waitFor();
    await button(page, 'Switch on').click();
    await button(page.getByRole('dialog'), 'Switch it on').click();
    await page.getByText('are kept in step').waitFor();

    const contacts = world.simulator('ghl').tables.contacts;
    contacts?.change(String(contacts.list()[0]?.id), { phone: '+447700900555' });
    await world.event(({ kind, system }) => kind === 'WRITE_APPLIED' && system === 'commusoft');
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('says what is missing or wrong where it is, keeps nothing that was only tried, and disconnects', async () => {
    const world = await stage.start(empty());
    const page = await stage.openPage(world, '/setup');
    const card = await enter(page, world, 'ghl', { GHL_LOCATION_ID: '', GHL_TOKEN: 'wrong-token' });

    await button(card, 'Try it').click();
    await card.getByText('This is missing.').waitFor();
    await card.locator('input[name="GHL_LOCATION_ID"]').fill(world.simulator('ghl').settings.GHL_LOCATION_ID ?? '');
    await button(card, 'Connect').click();
    await card.getByText('Sign-in does not work').waitFor();
    await card.locator('input[name="GHL_TOKEN"]').fill(world.simulator('ghl').settings.GHL_TOKEN ?? '');
    await button(card, 'Try it').click();
    await card.getByText('HighLevel accepts it').waitFor();
    await card.getByText('Not connected').waitFor();
    await button(card, 'Connect').click();
    await card.getByText('https://gateway.example/webhooks/ghl').waitFor();
    await button(card, 'Change its settings').click();
    expect(await card.locator('input[name="GHL_TOKEN"]').inputValue()).toBe('');
    await button(card, 'Cancel').click();
    await button(card, 'Disconnect').click();
    await button(page.getByRole('dialog'), 'Disconnect HighLevel').click();

    await button(card, 'Set up HighLevel').waitFor();
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('leads to the page of a system where a person lets the gateway in, and knows the system afterwards', async () => {
    const world = await stage.start(empty());
    const app = world.simulator('ghl').app ?? {};
    await world.restart(async () => undefined, { ...app, PUBLIC_URL: world.url });
    const page = await stage.openPage(world, '/setup');

    await button(cardOf(page, 'ghl'), 'Connect with HighLevel').click();
    await page.waitForURL((url) => !url.href.startsWith(world.url));
    await page.getByRole('link').first().click();
    await page.getByText('It belongs to the workspace').waitFor();
    await page.goto(`${world.url}/setup`);

    await cardOf(page, 'ghl').getByText('Works', { exact: true }).waitFor();
  });

  it('says that a system is connected by whoever runs the gateway', async () => {
    const world = await stage.start({ systems: ['rossum'] });
    const page = await stage.openPage(world, '/setup');

    await cardOf(page, 'rossum').getByText('Connected by whoever runs this gateway').waitFor();

    expect(await cardOf(page, 'rossum').getByRole('button').count()).toBe(0);
  });

  it('matches fields: shows at once what comes of it, asks before much changes, and goes back', async () => {
    const world = await stage.start({ systems: ['ghl'], people });
    const page = await stage.openPage(world, '/setup?step=fields&system=ghl&type=CONTACT');
    const row = page.getByRole('list', { name: 'Rows' }).getByRole('listitem').filter({ hasText: 'Last name' });
    await row.getByText('HighLevel says “').waitFor();

    await row.getByRole('button').first().click();
    await choose(row, 'Change the value on the way', 'Change capitals');
    await choose(row, 'To', 'ALL CAPITALS');
    await row.getByText(/read as “[A-Z]+”/).waitFor();
    await button(page, 'Try it on all records').click();
    await page.getByText('5 of them would read differently here.').waitFor();
    await button(page, 'Save').click();
    await page.getByRole('dialog').getByText('5 records of 5 in HighLevel say something else').waitFor();
    await button(page.getByRole('dialog'), 'Change them').click();
    await page.getByText('Nothing is changed.').waitFor();
    await row.getByText('change capitals: ALL CAPITALS').waitFor();
    await button(page, 'Earlier versions').click();
    await button(page, 'Go back to it: version 0').click();
    await button(page.getByRole('dialog'), 'Change them').click();

    await row.getByText('change capitals').waitFor({ state: 'detached' });
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('says what is wrong with a row at that row', async () => {
    const world = await stage.start({ systems: ['ghl'] });
    const page = await stage.openPage(world, '/setup?step=fields&system=ghl&type=CONTACT');
    const rows = page.getByRole('list', { name: 'Rows' });
    await rows.waitFor();

    await button(page, 'Add a row').click();
    const row = rows.getByRole('listitem').filter({ hasText: 'New row' });
    await choose(row, 'Field here', 'Email');
    await choose(rows.getByRole('listitem').last(), 'Field in HighLevel', 'Phone');

    await rows.getByRole('listitem').last().locator('.field-error').first().waitFor();
    expect(await rows.getByRole('listitem').first().locator('.field-error').count()).toBe(0);
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const world = await stage.start({ people, env: { FIRST_SYNC: 'plan' } });
    const page = await stage.openPage(world, '/setup', { width, scheme });
    const looked = async (step: string) => {
      // What was announced of a button that is gone stays in the announcer for seven seconds, without the button's name.
      await expect.poll(() => page.locator('[data-live-announcer] [role="img"]').count(), { timeout: 15_000 }).toBe(0);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await keepPicture(page, `setup-${step}-${name}`);
    };

    await button(page, 'Try all systems now').click();
    await page.getByRole('list', { name: 'What was tried' }).nth(2).waitFor();
    await looked('connect');
    await page.getByRole('link', { name: 'Next: Templates' }).click();
    await button(page, 'See what changes: HighLevel and Commusoft contacts').click();
    await button(page, 'Try it on all records: contacts of HighLevel').click();
    await page.getByText('were looked at').waitFor();
    await looked('templates');
    await page.getByRole('link', { name: 'Next: Fields' }).click();
    await page.getByText('says “').first().waitFor();
    await page.getByRole('list', { name: 'Rows' }).getByRole('button').first().click();
    await looked('fields');
    await page.getByRole('link', { name: 'Next: Switch on' }).click();
    await button(page, /^Approve/).waitFor();
    await looked('merge');
  });

  it('shows the form of an empty gateway on a phone', async () => {
    const world = await stage.start({ ...empty(), systems: ['ghl'] });
    const page = await stage.openPage(world, '/setup', { width: 360, scheme: 'dark' });
    await enter(page, world, 'ghl');

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, 'setup-form-phone');
  });
});
