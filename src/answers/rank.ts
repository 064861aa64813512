import type { Candidate, FoundPassage } from './candidate.ts';
import { dayNumber, featureNames, kindFeatures, type Prepared, wordFeatures } from './features.ts';
import { rankerWeights } from './weights.ts';

const weights: readonly number[] = featureNames.map((name) => rankerWeights[name]);

/** Weighted sum of a sentence's features. */
export const scoreOf = (features: readonly number[], by: readonly number[] = weights): number =>
  features.reduce((sum, value, at) => sum + value * (by[at] ?? 0), 0);

/** Passage kinds that are never quoted as an answer. */
const barred = new Set(['title', 'question', 'contact', 'boilerplate']);

/** Sentences that their words put first are looked at for the kind of thing asked. */
const closerLook = 160;

const bestFirst = (one: Candidate, other: Candidate) =>
  other.score - one.score ||
  (one.found.release.file === other.found.release.file
    ? one.found.passage.line - other.found.passage.line || one.sentence.at - other.sentence.at
    : one.found.release.file < other.found.release.file
      ? -1
      : 1);

/** The best sentences of the passages, best first; equal ones by file and place. */
export const rankSentences = (
  prepared: Prepared,
  found: readonly FoundPassage[],
  by: readonly number[] = weights,
): Candidate[] => {
  const ranked = rankByFeatures(prepared, found, by);
  const newest = prepared.asked.latest ? newestNearBest(ranked) : undefined;
  return namedListFirst(
    prepared,
    newest === undefined ? ranked : rankByFeatures({ ...prepared, newest }, found, by),
  );
};

/** A release is on the subject when its best sentence comes this near to the best of all, newness not counted. */
const nearBest = 4.5;

/** The newest day among the releases that answer nearly as well as the best one. */
const newestNearBest = (ranked: readonly Candidate[]): number | undefined => {
  const least = (ranked[0]?.score ?? 0) - nearBest;
  const days = ranked
    .filter(({ score }) => score >= least)
    .map(({ found: { release } }) => dayNumber(release.date?.day));
  return days.length === 0 ? undefined : Math.max(...days);
};

/** As much as the words of another sentence may count for more than that a list is named. */
const listMargin = 3;

/**
 * "Which sectors …" is answered by the list that is called one of sectors, though a sentence beside it has more of the
 * question's words.
 */
function namedListFirst({ asked }: Prepared, ranked: Candidate[]): Candidate[] {
  const [best] = ranked;
  if (best === undefined || asked.parts[0]?.wants[0] !== 'list') return ranked;
  const named = ranked.find(
    (candidate) =>
      candidate.score >= best.score - listMargin &&
      candidate.found.release === best.found.release &&
      candidate.features[FOUND] === 1 &&
      candidate.features[NAMED] === 1,
  );
  return named === undefined || named === best
    ? ranked
    : [named, ...ranked.filter((candidate) => candidate !== named)];
}

const FOUND = featureNames.indexOf('typeFound');
const NAMED = featureNames.indexOf('unitNear');

const rankByFeatures = (
  prepared: Prepared,
  found: readonly FoundPassage[],
  by: readonly number[],
): Candidate[] =>
  found
    .filter(({ passage }) => !barred.has(passage.kind))
    .flatMap((one) =>
      wordFeatures(prepared, one).flatMap(({ sentence, features }) =>
        sentence.marks.noAnswer
          ? []
          : [{ found: one, sentence, features, score: scoreOf(features, by) }],
      ),
    )
    .sort(bestFirst)
    .slice(0, closerLook)
    .map((candidate) => {
      const features = [
        ...candidate.features,
        ...kindFeatures(prepared, candidate.found, candidate.sentence, candidate.features),
      ];
      return { ...candidate, features, score: scoreOf(features, by) };
    })
    .sort(bestFirst);
