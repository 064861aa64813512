import type { Release } from '../releases/release.ts';
import type { Candidate } from './candidate.ts';

/** What the best, second and third best sentence of a release count: a release on the subject has more than one. */
const shares = [1, 0.15, 0.1];

/** More would not be looked at. */
const most = 10;

/**
 * Releases by their sentences, best first. Sentences tell better than the words of a whole release which one a question
 * is about: they know the kind of thing asked, its year and its names.
 *
 * @param ranked sentences, best first
 */
export const releasesInOrder = (ranked: readonly Candidate[]): Release[] => {
  const groups = new Map<Release, number[]>();
  for (const { found, score } of ranked) {
    const scores = groups.get(found.release);
    if (scores === undefined) groups.set(found.release, [score]);
    else if (scores.length < shares.length) scores.push(score);
  }
  const least = Math.min(0, ...ranked.map(({ score }) => score));
  return [...groups]
    .map(([release, scores]) => ({
      release,
      worth: shares.reduce((sum, share, at) => sum + share * ((scores[at] ?? least) - least), 0),
    }))
    .sort(
      (one, other) => other.worth - one.worth || (one.release.file < other.release.file ? -1 : 1),
    )
    .slice(0, most)
    .map(({ release }) => release);
};
