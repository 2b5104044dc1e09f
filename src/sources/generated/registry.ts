// Generated from the folders of src/sources by "npm run generate". Do not edit.
import type { SimulatorDefinition } from '../simulator.ts';
import type { SourceDefinition } from '../source.ts';
import { definition as commusoft } from '../commusoft/index.ts';
import { definition as ghl } from '../ghl/index.ts';
import { definition as rossum } from '../rossum/index.ts';

/** Every system that can be connected. */
export const definitions: readonly SourceDefinition[] = [commusoft as unknown as SourceDefinition, ghl as unknown as SourceDefinition, rossum as unknown as SourceDefinition];

/** Loads the simulators of all systems that have one; only the sandbox and the tests need them. */
export async function loadSimulators(): Promise<SimulatorDefinition[]> {
  const modules = await Promise.all([import('../commusoft/simulator/index.ts'), import('../ghl/simulator/index.ts'), import('../rossum/simulator/index.ts')]);
  return modules.map((module) => module.simulator);
}
