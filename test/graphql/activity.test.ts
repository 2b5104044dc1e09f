import { afterEach, expect, it } from 'vitest';
import { graphql } from '../../src/client/generated/index.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { closeWorlds, startWorld } from '../support/world.ts';

const Activity = graphql(`
  query Activity($hours: Int) {
    activity(hours: $hours) { from changes failures }
  }
`);

const HOUR = 3_600_000;

afterEach(closeWorlds);

it('every hour is answered, the one that goes on last, also those in which nothing happened', async () => {
  const clock = createFastClock();
  const world = await startWorld({ systems: ['ghl'], clock });

  const { data } = await world.query(Activity, { hours: 3 });

  const hours = data?.activity.map(({ from }) => Date.parse(from)) ?? [];
  const last = hours[2] ?? 0;
  expect(hours).toEqual([last - 2 * HOUR, last - HOUR, last]);
  expect(last % HOUR).toBe(0);
  expect(Math.abs(clock.now() - last)).toBeLessThan(HOUR + 60_000);
  expect(data?.activity[0]).toMatchObject({ changes: 0, failures: 0 });
  expect(data?.activity.reduce((sum, { changes }) => sum + changes, 0)).toBeGreaterThanOrEqual(12);
  expect((await world.query(Activity, {})).data?.activity).toHaveLength(24);
});

it.each([0, 169])('%d hours are refused', async (hours) => {
  const world = await startWorld({ systems: [] });

  expect((await world.query(Activity, { hours })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
