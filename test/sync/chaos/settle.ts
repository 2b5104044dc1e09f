import type { World } from '../../support/world.ts';
import { settled } from '../scene.ts';

/** The most passes over everything that may be needed before nothing is left to do. */
const MOST_PASSES = 6;

/**
 * Reads every system as a whole and lets everything be written, again and again until a pass brings nothing new and nobody is
 * written to. Answers how many passes it took; throws where it goes on and on.
 */
export async function settleAll(world: World): Promise<number> {
  const { engine, sync } = world.running.gateway;
  for (let passes = 1; passes <= MOST_PASSES; passes++) {
    const before = await sync.store.events.lastSeq();
    const runs = await Promise.all(
      world.systems.map(async (system) => (await engine.run({ system, trigger: 'request', full: true })).finished),
    );
    await settled(world);
    const failed = runs.filter((run) => run.error !== null);
    const news = await sync.store.events.after(
      before,
      { kinds: ['CREATED', 'UPDATED', 'DELETED', 'LINKED', 'WRITE_APPLIED', 'WRITE_RETRYING'] },
      1,
    );
    if (failed.length === 0 && news.length === 0) return passes;
  }
  throw new Error(`After ${MOST_PASSES} passes over everything there was still something new`);
}
