import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import type { World } from '../support/world.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const ContactByName = graphql(`
  query ContactByName($name: String) {
    contacts(first: 1, search: $name) { nodes { id } }
  }
`);

/** The address of the page of somebody, whom all systems hold. */
async function pageOf(name: string, world: World, headers?: Record<string, string>): Promise<string> {
  const { data } = await world.query(ContactByName, { name }, headers);
  return `/contacts/${data?.contacts.nodes[0]?.id}`;
}

/** The systems in whose tables that text stands somewhere. */
function systemsWith(world: World, text: string): string[] {
  return world.systems
    .filter((id) =>
      Object.values(world.simulator(id).tables).some((table) => JSON.stringify(table.list()).includes(text)),
    )
    .sort();
}

const receiptsOf = (page: Page) => page.getByRole('status', { name: 'What became of the change' });

async function change(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
  await page.getByRole('textbox', { name: field }).fill(value);
  await page.keyboard.press('Enter');
}

describeInBrowser("a contact's page", (stage) => {
  // Everybody's page is one test's.
  let world: World;
  beforeAll(async () => {
    world = await stage.start();
  });
  it('writes an edit through to all systems and shows what each says; restoring takes it back everywhere', async () => {
    const page = await stage.openPage(world, await pageOf('ann', world));

    await change(page, 'First name', 'Wilhelmina');
    await receiptsOf(page).getByText('First name of the contact: saved').waitFor();
    expect(await receiptsOf(page).getByRole('listitem').allTextContents()).toEqual([
      'Commusoft Written',
      'HighLevel Written',
      'Rossum Written',
    ]);
    expect(systemsWith(world, 'Wilhelmina')).toEqual(['commusoft', 'ghl', 'rossum']);
    await page.getByRole('heading', { level: 1, name: /^Wilhelmina/ }).waitFor();
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Edit First name' }) });
    await row.getByText('set through the gateway, just now').waitFor();

    await page
      .getByRole('button', { name: /^Restore version/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('First name: Ann, now Wilhelmina').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();

    await page.getByRole('heading', { level: 1, name: /^Ann/ }).waitFor();
    await expect.poll(() => systemsWith(world, 'Wilhelmina')).toEqual([]);
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('tells the receipt of a system that could not be reached at first when it comes, without being asked', async () => {
    const page = await stage.openPage(world, await pageOf('bob', world));
    await page.getByRole('heading', { level: 1, name: /^Bob/ }).waitFor();
    const { faults } = world.simulator('ghl');
    faults.push({ match: '^PUT /contacts/', kind: 'status', status: 503 });

    await change(page, 'Last name', 'Quist');

    await receiptsOf(page)
      .getByRole('listitem')
      .filter({ hasText: /HighLevel Not yet, it is tried again/ })
      .waitFor();
    faults.splice(0);
    await expect
      .poll(() => receiptsOf(page).getByRole('listitem').allTextContents(), { timeout: 40_000 })
      .toEqual(['Commusoft Written', 'HighLevel Written', 'Rossum Written']);
    expect(systemsWith(world, 'Quist')).toEqual(['commusoft', 'ghl', 'rossum']);
  });

  it('shows what each system says as it says it, while another one still thinks', async () => {
    const page = await stage.openPage(world, await pageOf('finn', world));
    await page.getByRole('heading', { level: 1, name: /^Finn/ }).waitFor();
    world.simulator('ghl').faults.push({ match: '^PUT /contacts/', kind: 'latency', ms: 4_000, times: 1 });

    await change(page, 'First name', 'Fintan');

    await expect
      .poll(() => receiptsOf(page).getByRole('listitem').allTextContents())
      .toEqual(['Commusoft Written', 'HighLevel Writing…', 'Rossum Written']);
    await receiptsOf(page).getByText('First name of the contact: saved').waitFor();
    expect(systemsWith(world, 'Fintan')).toEqual(['commusoft', 'ghl', 'rossum']);
  });

  it('keeps what was refused, with the reason at its field, until it is mended or left', async () => {
    const page = await stage.openPage(world, await pageOf('cara', world));

    await change(page, 'E-mail', 'nonsense');
    await page.getByText('E-mail is not an e-mail address').waitFor();

    expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('nonsense');
    expect(systemsWith(world, 'nonsense')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Edit E-mail');
  });

  it('adds a note, a task, an appointment and a tag, and completes the task', async () => {
    const page = await stage.openPage(world, await pageOf('dev', world));
    const dialog = page.getByRole('dialog');
    const timeline = page.getByRole('region', { name: 'Timeline' });

    await page.getByRole('button', { name: 'Add note' }).click();
    await dialog.getByLabel('Note').fill('The key is with the neighbour');
    await dialog.getByRole('button', { name: 'Add note' }).click();
    await timeline.getByText('The key is with the neighbour', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Add task' }).click();
    await dialog.getByRole('button', { name: 'Add task' }).click();
    await dialog.getByText('Title must not be empty').waitFor();
    await dialog.getByLabel('Title').fill('Bring a ladder');
    await dialog.getByRole('button', { name: 'Add task' }).click();
    await timeline.getByRole('button', { name: 'Mark as done: Bring a ladder' }).click();
    await timeline.getByRole('button', { name: 'Open again: Bring a ladder' }).waitFor();

    await page.getByRole('button', { name: 'Add appointment' }).click();
    await dialog.getByLabel('Title').fill('Annual visit');
    await dialog.getByRole('button', { name: 'Add appointment' }).click();
    await dialog.getByText('Say on which day it starts').waitFor();
    await dialog.getByLabel('Starts').fill('2031-05-01T09:30');
    await dialog.getByRole('button', { name: 'Add appointment' }).click();
    await timeline.getByText('1 May 2031, 09:30 to 10:30').waitFor();

    await page.getByRole('button', { name: 'Add tag' }).click();
    await dialog.getByRole('combobox', { name: 'Tag' }).fill('pays late');
    await dialog.getByRole('button', { name: 'Add tag' }).click();
    await page.getByRole('button', { name: 'Take the tag pays late away' }).click();
    await page.getByRole('button', { name: 'Take the tag pays late away' }).waitFor({ state: 'detached' });

    expect(systemsWith(world, 'The key is with the neighbour')).toContain('ghl');
    expect(systemsWith(world, 'Bring a ladder')).toContain('ghl');
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('shows a change made in a system within moments, with where it was made', async () => {
    const page = await stage.openPage(world, await pageOf('ewa', world));
    await page.getByRole('heading', { level: 1, name: /^Ewa/ }).waitFor();
    const contacts = world.simulator('ghl').tables.contacts;
    const ewa = contacts?.list().find(({ firstName }) => firstName === 'Ewa');

    contacts?.change(String(ewa?.id), { companyName: 'Archer Boilers' });

    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Edit Company' }) });
    await row.getByText('Archer Boilers').waitFor();
    await row.getByText('set in HighLevel').waitFor();
  });

  it('shows all and lets nothing be changed by whoever may only read', async () => {
    const closed = await stage.start({ systems: ['ghl'] }, startClosedWorld);
    const { secret, headers } = await keyFor(closed, ['contacts.readonly']);
    const page = await stage.openPage(closed, await pageOf('ann', closed, headers));
    await page.getByLabel('Key or token').fill(secret);
    await page.keyboard.press('Enter');

    await page.getByRole('article', { name: 'In HighLevel' }).waitFor();
    await page.getByRole('region', { name: 'History' }).getByText('As it is now').waitFor();
    const names = await page.getByRole('main').getByRole('button').allTextContents();

    expect(names.filter((name) => !name.startsWith('Show older'))).toEqual([]);
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const page = await stage.openPage(world, await pageOf('finn', world), { width, scheme });
    await page.getByRole('region', { name: 'History' }).getByText('As it is now').waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `contact-${name}`);
    await page.getByRole('button', { name: 'Add appointment' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
  });
});
