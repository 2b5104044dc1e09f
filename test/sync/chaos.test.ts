import { afterEach, describe, expect, it } from 'vitest';
import { killGatewayChildren } from '../support/gateway-child.ts';
import { closeWorlds } from '../support/world.ts';
import { broken, disagreements } from './chaos/agreement.ts';
import { historyOf } from './chaos/history.ts';
import { killStory } from './chaos/kill-story.ts';
import { everything } from './chaos/places.ts';
import { plan } from './chaos/plan.ts';
import { DELIVERIES } from './documents.ts';

afterEach(async () => {
  await killGatewayChildren();
  await closeWorlds();
});

const KILLS_A_STORY = 3;
const seeds = Array.from({ length: Math.ceil(plan.rounds / KILLS_A_STORY) }, (_, i) => plan.seed + i);

describe('a gateway that is killed again and again while everybody is at work and every system fails', () => {
  it.each(seeds)('loses nothing and doubles nothing (CHAOS_SEED=%i)', { timeout: 180_000 }, async (seed) => {
    const { world, promises } = await killStory(seed, KILLS_A_STORY);

    const held = await everything(world);
    const failed = await world.query(DELIVERIES, { filter: { statuses: ['FAILED'] } });
    const wrong = [...broken(promises.all(), held), ...disagreements(held, ({ marker }) => marker.includes('-'))];

    expect(failed.data?.deliveries.nodes).toEqual([]);
    expect(wrong, await historyOf(world, held, wrong)).toEqual([]);
  });
});
