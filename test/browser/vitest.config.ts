import { defineConfig } from 'vitest/config';

/** Run by `npm run test:browser`: the built practice workspace in a real Chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/build-page.ts'],
    testTimeout: 240_000,
    // A shared machine that stalls must not fail a run; what is wrong is wrong three times.
    retry: process.env.CI === undefined ? 0 : 2,
    hookTimeout: 120_000,
    // One browser at a time: two would only slow each other down.
    fileParallelism: false,
  },
});
