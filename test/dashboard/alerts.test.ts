import { afterAll, expect, it } from 'vitest';
import { isMuted, mutedUntil } from '../../src/dashboard/pages/alerts/mute.ts';
import { inputOf, wrongWith } from '../../src/dashboard/pages/alerts/new-target.ts';
import { limitOf, withLimit } from '../../src/dashboard/pages/alerts/threshold.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { LOOK, logAlert } from '../sync/alert-scene.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const receivers: Receiver[] = [];
afterAll(() => Promise.all(receivers.map((receiver) => receiver.close())));

it('the number in a condition is said for people, and is changed without the rest', () => {
  const condition = { on: 'systemDown', minutes: 5 };
  const limit = limitOf(condition);

  expect(limit).toEqual({ part: 'minutes', label: 'After how many minutes', value: 5 });
  expect(limit && withLimit(condition, limit, 9)).toEqual({ on: 'systemDown', minutes: 9 });
  expect(limitOf({ on: 'quarantine' })).toBeNull();
});

it('a mute ends at its moment', () => {
  const until = mutedUntil('8', 0);

  expect(until).toBe('1970-01-01T08:00:00.000Z');
  expect([isMuted(until, 0), isMuted(until, 8 * 3_600_000), isMuted(null, 0)]).toEqual([true, false, false]);
});

it('a new target says only what belongs to its way', () => {
  const draft = {
    name: ' Office ',
    via: 'EMAIL' as const,
    url: 'https://a.example',
    recipients: 'a@b.example, ,c@d.example',
  };

  expect(inputOf(draft)).toEqual({ name: 'Office', via: 'EMAIL', recipients: ['a@b.example', 'c@d.example'] });
  expect(wrongWith([{ path: ['input', 'name'], message: 'name is wrong: too short' }])).toEqual([
    { part: 'name', words: 'Is wrong: too short.' },
  ]);
});

describeInBrowser('alerts', (stage) => {
  it('go to a target that is added, shown its secret once, and tried', async () => {
    const receiver = await startReceiver();
    receivers.push(receiver);
    const world = await stage.start({ systems: [], env: { ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
    const page = await stage.openPage(world, '/alerts?tab=targets');

    await page.getByText('Another program').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Office');
    await page.getByRole('textbox', { name: 'Address' }).fill('http://10.0.0.1/');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('textbox', { name: 'Address', description: /10\.0\.0\.1|https/ }).waitFor();
    await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
    await page.getByRole('button', { name: 'Add it' }).click();
    const secret = await page
      .getByRole('dialog')
      .getByText(/^whsec_/)
      .textContent();
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.textContent('body')).not.toContain(secret);
    await page.getByRole('button', { name: 'Send a test message to “Office”' }).click();
    await page.getByRole('region', { name: 'Office' }).getByText('It arrived').waitFor();
    expect(receiver.arrived).toHaveLength(1);
    receiver.answer = 500;
    await page.getByRole('button', { name: 'Send a test message to “Office”' }).click();
    await page.getByRole('region', { name: 'Office' }).getByText('It did not arrive').waitFor();

    await page.getByRole('button', { name: 'Delete “Office”' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByRole('region', { name: 'Office' }).waitFor({ state: 'detached' });
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('are told from another number on, and not for a while', async () => {
    const page = await stage.openPage(await stage.start({ systems: [] }), '/alerts?tab=watched');
    const rule = page.getByRole('region', { name: /^A system has not answered for/ });

    await rule.getByRole('textbox').fill('7');
    await rule.getByRole('button', { name: 'Save' }).click();
    await rule.getByRole('heading', { name: 'A system has not answered for 7 minutes' }).waitFor();
    await rule.getByRole('button', { name: 'Tell nobody' }).click();
    await page.getByRole('option', { name: 'for a day' }).click();
    await rule.getByText('Nobody is told until').waitFor();
    await rule.getByRole('button', { name: 'Tell again' }).click();

    await rule.getByRole('button', { name: 'Tell nobody' }).waitFor();
  });

  it('stand on the page in words as soon as something is wrong', async () => {
    const clock = createFastClock();
    const world = await stage.start({ systems: ['ghl'], clock });
    const page = await stage.openPage(world, '/alerts');
    await page.getByText('Nothing is wrong').waitFor();

    await logAlert({ world, clock }, 'massDelete', 'Half of the contacts are gone');
    clock.leap(LOOK);

    const wrong = page.getByRole('region', { name: 'Wrong now' });
    await wrong.getByText('Half of the contacts are gone').waitFor();
    await wrong.getByText('1 open').waitFor();
  });

  it.each([
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('can be used by everybody: %s', async (name, width, scheme) => {
    const world = await stage.start({ systems: [] });
    for (const [tab, sign] of [
      ['alerts', 'Nothing is wrong'],
      ['watched', 'Records are set aside'],
      ['targets', 'New target'],
    ] as const) {
      const page = await stage.openPage(world, `/alerts?tab=${tab}`, { width, scheme });
      await page.getByText(sign).first().waitFor();

      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await keepPicture(page, `alerts-${tab}-${name}`);
    }
  });
});
