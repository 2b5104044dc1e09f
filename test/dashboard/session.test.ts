import { expect, it } from 'vitest';
import { keyFor, startClosedWorld } from '../support/closed.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const field = 'Key or token';

describeInBrowser('signing in', (stage) => {
  it('asks for a key where the gateway asks for one, says what is wrong with it, and lets in and out', async () => {
    const world = await stage.start({ systems: [] }, startClosedWorld);
    const { key, secret } = await keyFor(world, ['contacts.readonly']);
    const page = await stage.openPage(world, '/');

    await page.getByLabel(field).fill('trb_nonsense');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('You were not let in').waitFor();
    await page.getByLabel(field).fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByText(key.name).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('trb_');
  });

  it('ends with the key, and says why', async () => {
    const world = await stage.start({ systems: [] }, startClosedWorld);
    const { key, secret } = await keyFor(world, ['contacts.readonly']);
    const page = await stage.openPage(world, '/');
    await page.getByLabel(field).fill(secret);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();

    await world.running.gateway.keys.revoke(key.workspace, key.id, Date.now());

    await page.getByRole('alert').getByText('The API key was revoked').waitFor();
  });

  it.each([
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const world = await stage.start({ systems: [] }, startClosedWorld);
    const page = await stage.openPage(world, '/', { width, scheme });
    await page.getByLabel(field).waitFor();

    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await keepPicture(page, `sign-in-${name}`);
  });
});
