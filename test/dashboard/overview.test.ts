import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { NEWS } from '../../src/dashboard/pages/overview/news.ts';
import type { World } from '../support/world.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const FeedLog = graphql(`
  query FeedLog($filter: SyncEventFilter) {
    syncEvents(first: 40, filter: $filter) { nodes { id } }
  }
`);

/** Changes the phone of some contact at HighLevel, as its staff would; answers whose. */
function changePhone(world: World, phone: string): string {
  const contacts = world.simulator('ghl').tables.contacts;
  const row = contacts?.list()[0];
  if (!contacts || !row) throw new Error('there is nobody to change');
  contacts.change(String(row.id), { phone });
  return `${row.firstName} ${row.lastName}`;
}

const rowsOf = (page: Page) => page.getByRole('region', { name: 'What happens' }).getByRole('listitem');

const shownIn = (page: Page) => rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event')));

async function logged(world: World): Promise<unknown[]> {
  const { data } = await world.query(FeedLog, { filter: NEWS });
  return data?.syncEvents.nodes.map(({ id }) => id) ?? [];
}

describeInBrowser('the overview', (stage) => {
  let world: World;
  beforeAll(async () => {
    world = await stage.start();
  });

  it('shows every system, and a change made in one within moments, without being loaded again', async () => {
    const page = await stage.openPage(world, '/');

    for (const name of ['Commusoft', 'HighLevel', 'Rossum'])
      await page.getByRole('region', { name }).getByText('Works', { exact: true }).waitFor();
    await rowsOf(page).first().waitFor();
    const name = changePhone(world, '+447700900661');

    await rowsOf(page)
      .filter({ hasText: `${name}: phone changed in HighLevel.` })
      .waitFor();
    expect(await page.title()).toBe('Overview · Tributary');
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('has every event once and leaves none out, although the gateway was away meanwhile', async () => {
    const page = await stage.openPage(world, '/');
    await rowsOf(page).first().waitFor();
    const lost = page.getByText('Connection lost, trying again');
    const changed = rowsOf(page).filter({ hasText: 'phone changed in HighLevel.' });
    const before = await changed.count();

    changePhone(world, '+447700900662');
    await changed.nth(before).waitFor();
    await world.restart(() => lost.waitFor());
    // Before the page is connected again.
    changePhone(world, '+447700900663');
    await lost.waitFor({ state: 'detached' });
    await changed.nth(before + 1).waitFor();

    await expect
      .poll(async () => [await shownIn(page), await logged(world)])
      .toSatisfy(([shown, log]) => shown.length === 40 && shown.join() === log.join());
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const page = await stage.openPage(world, '/', { width, scheme });
    await rowsOf(page).first().waitFor();
    await page.getByRole('region', { name: 'Rossum' }).waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `overview-${name}`);
  });
});
