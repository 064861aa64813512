import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A shared machine that stalls must not fail a run; what is wrong is wrong three times.
    retry: process.env.CI === undefined ? 0 : 2,
    // Vitest leaves a core free, which on two cores would mean one file at a time.
    maxWorkers: 2,
  },
});
