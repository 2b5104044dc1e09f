import { expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { samplePerson } from '../support/people.ts';
import { settled } from '../sync/scene.ts';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, keepPicture } from './support/stage.ts';

const DayContacts = graphql(`
  query DayContacts {
    contacts(first: 5) { nodes { id } }
  }
`);

const DayRename = graphql(`
  mutation DayRename($input: UpdateContactInput!) {
    updateContact(input: $input) { userErrors { message } }
  }
`);

describeInBrowser('what needs a person, and the day', (stage) => {
  it.each([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)('says on top what a system refused, leads there, and counts it: %d, %s', async (width, scheme) => {
    const world = await stage.start({ people: () => [samplePerson(1)] });
    await settled(world);
    const page = await stage.openPage(world, '/', { width, scheme });
    await page.getByText('Nothing needs you.').waitFor();
    const { data } = await world.query(DayContacts);
    world.simulator('commusoft').faults.push({ kind: 'status', status: 422, match: '^(POST|PUT|PATCH) ' });

    await world.query(DayRename, { input: { id: data?.contacts.nodes[0]?.id ?? '', lastName: 'Renamed' } });

    const needs = page.getByRole('region', { name: 'Needs you' });
    await needs.getByText('Commusoft refused 1 write.').waitFor();
    const day = page.getByRole('region', { name: 'The last 24 hours' });
    await day.getByText(/changes and 1 failure in the last 24 hours/).waitFor();
    await day.getByText('As numbers').click();
    await day.getByRole('columnheader', { name: 'Failures' }).waitFor();
    expect(await day.getByRole('row').last().getByRole('cell').last().textContent()).toBe('1');
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await keepPicture(page, `day-${scheme}`);
    await needs.getByRole('link', { name: /^Look at what it said/ }).click();
    await page.getByRole('heading', { name: 'Problems' }).waitFor();
    expect(stage.faultsOf(page)).toEqual([]);
  });

  it('shows how far a system is read, and nothing once it is', async () => {
    const world = await stage.start({ systems: ['ghl'], people: () => [samplePerson(1)] });
    const { runs } = world.running.gateway.sync.store;
    const run = {
      ...{ id: 'run_1', system: 'ghl', kinds: ['contact' as const], trigger: 'request', finishedAt: null },
      ...{ startedAt: Date.now() - 120_000, read: 600, changed: 0, failed: 0, upstreamCalls: 6 },
      ...{ progress: 0.25, error: null },
    };
    await runs.put(run);
    const page = await stage.openPage(world, '/');

    const reading = page.getByRole('region', { name: 'Being read now' });
    await reading.getByText(/^600 records, \d+ records a minute, about 6 minutes left$/).waitFor();
    expect(await reading.getByRole('progressbar', { name: 'HighLevel' }).getAttribute('aria-valuenow')).toBe('25');
    await runs.put({ ...run, finishedAt: Date.now(), progress: 1 });
    await reading.waitFor({ state: 'detached' });
  });
});
