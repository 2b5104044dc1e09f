import { afterEach, describe, expect, it } from 'vitest';
import { killGatewayChildren } from '../support/gateway-child.ts';
import { closeWorlds } from '../support/world.ts';
import { broken, disagreements } from './chaos/agreement.ts';
import { historyOf } from './chaos/history.ts';
import { killStory } from './chaos/kill-story.ts';
import { everything } from './chaos/places.ts';
import { DELIVERIES } from './documents.ts';

const seed = Number(process.env.CHAOS_SEED || Math.floor(Math.random() * 1_000_000));

afterEach(async () => {
  await killGatewayChildren();
  await closeWorlds();
});

describe('a gateway that is killed again and again', () => {
  it(`loses and doubles nothing (seed ${seed})`, async () => {
    const { world, promises, passes } = await killStory(seed, 3);

    const held = await everything(world);
    const failed = await world.query(DELIVERIES, { filter: { statuses: ['FAILED'] } });
    const wrong = [...broken(promises.all(), held), ...disagreements(held, ({ marker }) => marker.includes('-'))];
    console.log(held.length, promises.all().length, passes);
    expect(failed.data?.deliveries.nodes).toEqual([]);
    expect(wrong, await historyOf(world, held, wrong)).toEqual([]);
  });
});
