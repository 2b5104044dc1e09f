import { inject } from 'vitest';

/** How much is broken on purpose, as the test configuration says. */
export interface Plan {
  /** How often the gateway is killed in all. */
  readonly rounds: number;
  /** The seed of everything that is left to chance; CHAOS_SEED repeats a run. */
  readonly seed: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    chaos: Plan;
  }
}

/** The plan of this run. */
export const plan: Plan = inject('chaos');
