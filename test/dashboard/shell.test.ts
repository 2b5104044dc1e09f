import { beforeAll, expect, it } from 'vitest';
import type { World } from '../support/world.ts';
import { describeInBrowser, expectAccessible, keepPicture } from './support/stage.ts';

describeInBrowser('what stands around every page', (stage) => {
  let world: World;
  beforeAll(async () => {
    world = await stage.start({ systems: [] });
  });

  it('lets the keyboard skip to the content', async () => {
    const page = await stage.openPage(world, '/');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content');
    await page.keyboard.press('Enter');

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('has its navigation behind a button on a phone, which Escape closes', async () => {
    const page = await stage.openPage(world, '/', { width: 360 });
    const menu = page.getByRole('button', { name: 'Menu' });
    const entry = page.getByRole('link', { name: 'Overview' });
    await menu.waitFor();
    expect(await entry.isVisible()).toBe(false);

    await menu.press('Enter');
    await entry.waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'menu-phone');
    await page.keyboard.press('Escape');

    await entry.waitFor({ state: 'hidden' });
  });

  it('remembers the colours that were chosen', async () => {
    const page = await stage.openPage(world, '/');
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.getByRole('radio', { name: 'Light' }).waitFor({ state: 'attached' });
    const light = await background();

    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(background).not.toBe(light);
    const dark = await background();
    await page.reload();

    await page.getByRole('radio', { name: 'Dark', checked: true }).waitFor({ state: 'attached' });
    expect(await background()).toBe(dark);
  });

  it('asks for nothing that the page may not load', async () => {
    const page = await stage.openPage(world, '/');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Menu' }).waitFor({ state: 'hidden' });

    expect(stage.faultsOf(page)).toEqual([]);
  });
});
