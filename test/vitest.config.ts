import { defineConfig } from 'vitest/config';

/** How much is broken on purpose: rounds of killing the gateway, and the seed of everything that is left to chance. */
const chaos = {
  rounds: Number(process.env.CHAOS_ROUNDS ?? 3),
  seed: Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1_000_000)),
};

/** Worlds are real servers on a small machine: two files at a time, and patience with a loaded one. */
export default defineConfig({
  // Node resolves graphql to its CommonJS build; Vite would pick the other one, and two copies refuse to work together.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    provide: { chaos },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    reporters: ['default'],
  },
});
