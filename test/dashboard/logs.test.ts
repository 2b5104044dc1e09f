import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import { samplePeople } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { settled } from '../sync/scene.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const LogCounts = graphql(`
  query LogCounts($filter: SyncEventFilter) {
    syncEvents(first: 1, filter: $filter) { totalCount }
  }
`);

const PEOPLE = 40;
const rowsOf = (page: Page) => page.getByRole('table').getByRole('row');

/** Changes the phone of a contact at HighLevel, as its staff would; answers whose. */
function changePhone(world: World, nth: number, phone: string): string {
  const contacts = world.simulator('ghl').tables.contacts;
  const row = contacts?.list()[nth];
  if (!contacts || !row) throw new Error('there is nobody to change');
  contacts.change(String(row.id), { phone });
  return `${row.firstName} ${row.lastName}`;
}

/** Chooses a value of a filter, as a person does. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option }).click();
}

describeInBrowser('logs', (stage) => {
  it('shows what happened, narrows it down, keeps that in the address, and reads on', async () => {
    const world = await stage.start({ systems: ['ghl'], people: () => samplePeople(PEOPLE) });
    const name = changePhone(world, 0, '+447700900671');
    await world.event(({ kind, changes }) => kind === 'UPDATED' && changes.some(({ field }) => field === 'phone'));
    const page = await stage.openPage(world, '/logs');
    await page.getByText(/^50 of .* shown, newest first$/).waitFor();
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await page.getByText(/^100 of .* shown, newest first$/).waitFor();

    await choose(page, 'What', 'Changes');
    await page.getByLabel('Message or contact').fill(name);

    const found = page.getByRole('cell', { name: `${name}: phone changed in HighLevel.`, exact: true });
    await found.waitFor();
    await expect
      .poll(async () => (await rowsOf(page).allTextContents()).slice(1).every((row) => row.includes(name)))
      .toBe(true);
    await page.reload();
    await found.waitFor();
    expect(await page.getByLabel('Message or contact').inputValue()).toBe(name);
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('opens all that is known of an entry', async () => {
    const world = await stage.start({ systems: ['ghl'] });
    const name = changePhone(world, 0, '+447700900672');
    await world.event(({ kind, changes }) => kind === 'UPDATED' && changes.some(({ field }) => field === 'phone'));
    const page = await stage.openPage(world, '/logs');

    await page.getByRole('button', { name: `Details: ${name}: phone changed in HighLevel.` }).click();

    await page.getByRole('dialog').getByText('+447700900672').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('follows what happens', async () => {
    const world = await stage.start({ systems: ['ghl'] });
    const page = await stage.openPage(world, '/logs');
    await page.getByText('Follow live').click();
    await page.getByText('as they come').waitFor();
    await rowsOf(page).nth(1).waitFor();

    const name = changePhone(world, 1, '+447700900673');

    await rowsOf(page)
      .filter({ hasText: `${name}: phone changed in HighLevel.` })
      .waitFor();
  });

  it('saves all that fits the filters as a file, one entry a line', async () => {
    const world = await stage.start({ systems: ['ghl'], people: () => samplePeople(PEOPLE) });
    const { data } = await world.query(LogCounts, {
      filter: { kinds: ['CREATED', 'UPDATED', 'DELETED', 'MERGED', 'LINKED', 'UNLINKED'] },
    });
    const page = await stage.openPage(world, '/logs?sort=changes');
    const coming = page.waitForEvent('download');

    await page.getByRole('button', { name: 'Save as a file' }).click();
    const download = await coming;

    expect(download.suggestedFilename()).toMatch(/^tributary-events-\d{4}-\d\d-\d\d\.ndjson$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
    const ids = lines.map((line) => JSON.parse(line).id);
    expect(new Set(ids).size).toBe(lines.length);
    expect(lines).toHaveLength(data?.syncEvents.totalCount ?? -1);
    expect(lines.length).toBeGreaterThan(100);
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('shows runs, writes and who did what, each with filters of its own', async () => {
    const world = await stage.start();
    changePhone(world, 0, '+447700900674');
    await world.event(({ kind }) => kind === 'WRITE_APPLIED');
    await settled(world);
    const page = await stage.openPage(world, '/logs?tab=runs');
    await page.getByRole('cell', { name: 'The gateway started' }).first().waitFor();

    await choose(page, 'How it stands', 'Broke off');
    await page.getByText('There is nothing like that').waitFor();
    await page.getByRole('tab', { name: 'Writes' }).click();
    await page.getByRole('cell', { name: 'Written' }).first().waitFor();
    await choose(page, 'What became of it', 'Refused');
    await page.getByText('There is nothing like that').waitFor();
    await page.getByRole('tab', { name: 'Who did what' }).click();

    await page.getByText('0 of 0 shown').waitFor();
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('says to who may not see a log what is missing', async () => {
    const world = await stage.start({ systems: [] }, startClosedWorld);
    const { secret } = await keyFor(world, ['contacts.readonly']);
    const page = await stage.openPage(world, '/logs?tab=audit');
    await page.getByLabel('Key or token').fill(secret);
    await page.keyboard.press('Enter');

    await page.getByText('Your key does not allow you to manage keys and connections.').waitFor();
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const world = await stage.start({ systems: ['ghl'], people: () => samplePeople(2) });
    const page = await stage.openPage(world, '/logs', { width, scheme });
    await rowsOf(page).nth(1).waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `logs-${name}`);
  });
});
