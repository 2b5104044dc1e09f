import type { Page, Request, Route } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { samplePeople, samplePerson } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
const countOf = (page: Page) => page.getByRole('status').filter({ hasText: /contacts?\b/ });
const namesIn = (page: Page) => rowsOf(page).getByRole('link').allTextContents();

describeInBrowser('the contacts', (stage) => {
  let world: World;
  beforeAll(async () => {
    world = await stage.start();
  });

  it('are searched as one types, and the answer to the last letters counts, however late an earlier one comes', async () => {
    const page = await stage.openPage(world, '/contacts');
    await countOf(page).getByText('12 contacts').waitFor();
    const isFirst = (request: Request) => request.postData()?.includes('"search":"e"') ?? false;
    const held = new Promise<Route>((resolve) => {
      void page.route('**/graphql', (route) => (isFirst(route.request()) ? resolve(route) : route.continue()));
    });

    await page.getByRole('searchbox').fill('e');
    const late = await held;
    await page.getByRole('searchbox').fill('cara');
    await countOf(page).getByText('1 contact fits').waitFor();
    const answered = page.waitForResponse((response) => isFirst(response.request()));
    await late.continue();
    await (await answered).finished();
    // The page hears it, and draws what comes of it.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

    await countOf(page).getByText('1 contact fits').waitFor();
    expect(await namesIn(page)).toEqual(['Cara Cook']);
    expect(new URL(page.url()).search).toBe('?search=cara');
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('are filtered by system, tag and what is missing where, and the address keeps that', async () => {
    const people = (system: string) => {
      const everybody = samplePeople(4).map((person) =>
        samplePerson(person.number, Date.now(), { tags: person.number % 2 === 0 ? ['vip'] : [] }),
      );
      return system === 'ghl' ? everybody : everybody.slice(0, 3);
    };
    const unequal = await stage.start({ people });
    const page = await stage.openPage(unequal, '/contacts');
    await countOf(page).getByText('4 contacts').waitFor();

    await page.getByRole('button', { name: /Missing in/ }).click();
    await page.getByRole('option', { name: 'Rossum' }).click();
    await countOf(page).getByText('1 contact fits').waitFor();
    expect(await namesIn(page)).toEqual(['Ewa Ellis']);
    await page.reload();
    await countOf(page).getByText('1 contact fits').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: 'Tag' }).fill('vi');
    await page.getByRole('option', { name: 'vip' }).click();
    await countOf(page).getByText('2 contacts fit').waitFor();
    await page.getByRole('button', { name: 'Systems disagree' }).click();
    await page.getByText('Nobody fits').waitFor();

    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ tag: 'vip', conflict: 'open' });
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('are all reached by scrolling, while only a few are on the page', async () => {
    const large = await stage.start({ systems: ['ghl'], people: () => samplePeople(130) });
    const page = await stage.openPage(large, '/contacts');
    await countOf(page).getByText('130 contacts').waitFor();
    await rowsOf(page).first().waitFor();
    const seen = new Set<string>();

    await expect
      .poll(
        async () => {
          for (const id of await rowsOf(page).getByRole('link').evaluateAll(hrefs)) seen.add(id);
          expect(await rowsOf(page).count()).toBeLessThan(80);
          await page.mouse.wheel(0, 700);
          return seen.size;
        },
        { timeout: 30_000, interval: 50 },
      )
      .toBe(130);
    await expect.poll(() => rowsOf(page).last().getAttribute('aria-posinset')).toBe('130');
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('are walked through with the arrow keys, and opened with Enter', async () => {
    const page = await stage.openPage(world, '/contacts');
    await rowsOf(page).nth(2).waitFor();
    const names = await namesIn(page);

    await rowsOf(page).first().getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: names[1] ?? '' }).waitFor();
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const page = await stage.openPage(world, '/contacts', { width, scheme });
    await rowsOf(page).first().waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `contacts-${name}`);
  });
});

const hrefs = (links: readonly Element[]) => links.map((link) => link.getAttribute('href') ?? '');
