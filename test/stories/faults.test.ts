import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Build, buildApp } from '../bench/fault-build.ts';
import { type FaultOptions, runFaults } from '../bench/fault-run.ts';
import { seeded } from '../bench/faults.ts';

/** The short form of `npm run bench -- faults`: real processes, a real build, an enquiry and some questions. */
describe('Nothing is lost, nothing is doubled, and the records stay whole', () => {
  let build: Build | undefined;
  beforeAll(async () => {
    build = await buildApp();
  }, 120_000);
  afterAll(() => build?.remove());

  test.each<[string, Pick<FaultOptions, 'killMs' | 'slackFaults' | 'questions' | 'enquiries'>]>([
    [
      'when the process is killed again and again',
      { killMs: 1_500, slackFaults: 0, questions: 8, enquiries: 1 },
    ],
    [
      'when a fifth of the calls of Slack go wrong',
      { killMs: 0, slackFaults: 0.2, questions: 14, enquiries: 0 },
    ],
  ])(
    '%s',
    async (_, faults) => {
      if (build === undefined) throw new Error('there is no build');
      const counts = await runFaults({
        ...faults,
        build,
        replicas: 1,
        random: seeded(7),
      });
      expect(counts).toMatchObject({
        lost: 0,
        doubled: 0,
        brokenChains: 0,
        crashes: [],
        details: [],
      });
    },
    240_000,
  );
});
