import type { Candidate } from './candidate.ts';
import { featureNames, type Prepared } from './features.ts';

const coverageAt = featureNames.indexOf('coverageWithPrevious');

/** Sentences whose coverage is looked at: the best one may have been chosen for its kind, not its words. */
const lookedAt = 10;

/**
 * How near the releases come to a question at all, whatever is asked of them: 0 where they share no word with it,
 * about 1.5 where a sentence says all of it. Tells a strange subject from a known one, not an answer from a near miss.
 */
export const nearnessIn = ({ terms }: Prepared, ranked: readonly Candidate[]): number => {
  const [best] = ranked;
  if (terms.length === 0 || best === undefined) return 0;
  const coverages = ranked.slice(0, lookedAt).map(({ features }) => features[coverageAt] ?? 0);
  return Math.max(...coverages) + best.score / 20;
};

/** Nearness as the score that a reply carries: 0 for a strange subject, about .6 where a sentence says all of it. */
export const scoreFor = (nearness: number): number =>
  Math.max(0, nearness) / (1 + Math.abs(nearness));
