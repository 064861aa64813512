import { defineConfig } from 'vitest/config';

const inCi = process.env.CI !== undefined;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/postgres.ts'],
    testTimeout: inCi ? 60_000 : 20_000,
    hookTimeout: 60_000,
    // A shared machine that stalls must not fail a run; what is wrong is wrong three times.
    retry: inCi ? 2 : 0,
    // Vitest leaves a core free, which on two cores would mean one file at a time.
    maxWorkers: 2,
    // Tests mock no module and modules keep no state: read once a worker, not once a file, they take half the time.
    isolate: false,
  },
});
