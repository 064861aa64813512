import type { Candidate, FoundPassage } from './candidate.ts';
import { featureNames, featuresOf, type Prepared } from './features.ts';
import { rankerWeights } from './weights.ts';

const weights: readonly number[] = featureNames.map((name) => rankerWeights[name]);

/** Weighted sum of a sentence's features. */
export const scoreOf = (features: readonly number[], by: readonly number[] = weights): number =>
  features.reduce((sum, value, at) => sum + value * (by[at] ?? 0), 0);

/** Passage kinds that are never quoted as an answer. */
const barred = new Set(['title', 'question', 'contact', 'boilerplate']);

/** All sentences of the passages, best first; equal ones in the order of their releases' files. */
export const rankSentences = (
  prepared: Prepared,
  found: readonly FoundPassage[],
  by: readonly number[] = weights,
): Candidate[] =>
  found
    .filter(({ passage }) => !barred.has(passage.kind))
    .flatMap((one) =>
      featuresOf(prepared, one).map(({ sentence, features }) => ({
        found: one,
        sentence,
        features,
        score: scoreOf(features, by),
      })),
    )
    .sort(
      (one, other) =>
        other.score - one.score ||
        (one.found.release.file < other.found.release.file ? -1 : 1) ||
        one.found.passage.line - other.found.passage.line ||
        one.sentence.at - other.sentence.at,
    );
