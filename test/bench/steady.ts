import { KINDS } from '../../src/model/kind.ts';
import { RUNS, SYNC_NOW } from '../sync/documents.ts';
import { pause } from './time.ts';
import type { BenchWorld } from './world.ts';

/** The calls of one pass of polling over a kind of which nobody changed anything, counted by the simulator. */
export interface SteadyPass {
  readonly kind: string;
  readonly calls: number;
  /** Records that were read in them. */
  readonly read: number;
}

const LOOK_EVERY_MS = 20;

/** Polls each kind of the world's only system once, with nothing changed since the last pass. */
export async function steadyPasses(world: BenchWorld, calls: () => number): Promise<SteadyPass[]> {
  const [system = ''] = world.simulators.keys();
  const passes: SteadyPass[] = [];
  for (const kind of KINDS) {
    const before = calls();
    const types = [kind.toUpperCase() as Uppercase<typeof kind>];
    const { syncNow } = await world.ask(SYNC_NOW, { input: { systems: [system], types } });
    const id = syncNow.runs[0]?.id;
    if (id === undefined) throw new Error(`${system} could not be polled`);
    const { read, changed, error } = await ended(world, id);
    if (error !== null || changed > 0) throw new Error(`${system} ${kind}: ${error ?? `${changed} had changed`}`);
    passes.push({ kind, calls: calls() - before, read });
  }
  return passes;
}

async function ended(world: BenchWorld, id: string) {
  for (;;) {
    const { syncRuns } = await world.ask(RUNS, {});
    const run = syncRuns.nodes.find((candidate) => candidate.id === id);
    if (run?.finishedAt) return { read: run.read, changed: run.changed, error: run.error };
    await pause(LOOK_EVERY_MS);
  }
}
