import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { World } from '../support/world.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

/** Somebody at HighLevel, as its staff see them. */
function somebody(world: World) {
  const contacts = world.simulator('ghl').tables.contacts;
  const row = contacts?.list()[0];
  if (!contacts || !row) throw new Error('there is nobody to change');
  return {
    name: `${row.firstName} ${row.lastName}`,
    change: (fields: object) => contacts.change(String(row.id), { ...fields }),
  };
}

/** Chooses in the list behind that button, and closes it where it stays open for more. */
async function choose(page: Page, control: string, ...options: string[]): Promise<void> {
  await page.getByRole('button', { name: control }).click();
  for (const name of options) await page.getByRole('option', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}

const didList = (page: Page) => page.getByRole('region', { name: 'What the rules did' });

describeInBrowser('rules', (stage) => {
  it('are made in sentences, tried out first, and act on what happens in a system', async () => {
    const world = await stage.start();
    const person = somebody(world);
    person.change({ phone: '+447700900671' });
    await world.event(({ kind, changes }) => kind === 'UPDATED' && changes.some(({ field }) => field === 'phone'));
    const page = await stage.openPage(world, '/rules');
    await page.getByRole('link', { name: 'New rule' }).click();

    await choose(page, 'When', 'a note', 'a contact');
    await choose(page, 'and it concerns', 'Phone');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await choose(page, 'What is asked', 'its phone');
    await choose(page, 'How it is compared', 'is filled in');
    const tryOut = page.getByRole('button', { name: 'See what it would have done' });
    await tryOut.click();
    await page.getByRole('alert').getByText('Do this, number 1: Write something here.').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).fill('Ring ');
    await page.getByRole('button', { name: 'Insert… into the title' }).click();
    await page.getByRole('menuitem', { name: 'Name of the contact' }).click();
    await tryOut.click();

    const found = page.getByRole('region', { name: 'What it would have done' });
    await found.getByText(`create the task "Ring ${person.name}"`).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toMatch(
      /^When phone of a contact is changed/,
    );
    await page.getByRole('textbox', { name: 'Name' }).fill('A changed number is rung');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByRole('heading', { name: 'A changed number is rung' }).waitFor();
    person.change({ phone: '+447700900672' });

    const done = didList(page).getByRole('listitem').filter({ hasText: 'A changed number is rung' });
    await done.getByText(`created the task "Ring ${person.name}"`).waitFor();
    await done.getByText('Done', { exact: true }).waitFor();
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('say at its place what the gateway refuses', async () => {
    const page = await stage.openPage(await stage.start(), '/rules/new');

    await page.getByRole('textbox', { name: 'Title' }).fill('About {{nonsense}}');
    await page.getByRole('button', { name: 'See what it would have done' }).click();

    await page.getByRole('textbox', { name: 'Title', description: /Asks for \{\{nonsense\}\}/ }).waitFor();
  });

  it('are switched off and on, changed, taken back and deleted', async () => {
    const page = await stage.openPage(await stage.start(), '/rules/new');
    await page.getByRole('textbox', { name: 'Name' }).fill('Notes are read');
    await page.getByRole('textbox', { name: 'Title' }).fill('Read the note');
    await page.getByRole('button', { name: 'Save the rule' }).click();

    await page.getByRole('switch', { name: 'Notes are read', exact: true }).click({ force: true });
    await page.getByText('“Notes are read” is off.').waitFor();
    await page.reload();
    expect(await page.getByRole('switch', { name: 'Notes are read', exact: true }).isChecked()).toBe(false);
    const open = page.getByRole('link', { name: 'Open “Notes are read”' });
    await open.click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Read it twice');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText('create the task "Read it twice"').waitFor();
    await open.click();
    await page.getByRole('button', { name: 'Back to version 1' }).click();
    await page.getByRole('button', { name: 'Go back' }).click();
    await page.getByText('The rule does again what it did then.').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Read the note');
    await page.getByRole('button', { name: 'Delete the rule' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();

    await page.getByText('“Notes are read” is deleted.').waitFor();
    await open.waitFor({ state: 'detached' });
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const world = await stage.start({ env: { SANDBOX: 'on' } });
    const list = await stage.openPage(world, '/rules', { width, scheme });
    const form = await stage.openPage(world, '/rules/rul_has-details', { width, scheme });
    await list.getByRole('heading', { name: 'What the rules did' }).waitFor();
    await form.getByText('Version 1,').waitFor();

    for (const [page, title] of [
      [list, 'rules'],
      [form, 'rule'],
    ] as const) {
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await keepPicture(page, `${title}-${name}`);
    }
  });
});
