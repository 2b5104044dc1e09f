import { defineConfig } from 'vitest/config';

/** Worlds are real servers on a small machine: two files at a time, and patience with a loaded one. */
export default defineConfig({
  // Node resolves graphql to its CommonJS build; Vite would pick the other one, and two copies refuse to work together.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    reporters: ['default'],
  },
});
