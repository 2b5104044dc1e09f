import { expect } from 'vitest';
import type { SimulatedCall } from '../../src/sources/simulator.ts';
import { specification } from '../sources/ghl-connection.ts';
import { openWorlds } from '../support/world.ts';

const everyCall: SimulatedCall[] = [];

/** Keeps what the worlds that are open have asked of HighLevel; to be called before they are closed. */
export function recordHighLevelCalls(): void {
  for (const world of openWorlds()) if (world.systems.includes('ghl')) everyCall.push(...world.simulator('ghl').calls);
}

/** Every call a file's tests made is one that the vendor's specification knows; nothing to check where it is not at hand. */
export function checkHighLevelCalls(): void {
  expect(specification?.objections(everyCall) ?? []).toEqual([]);
}
