import { readQuestion } from '../../src/answers/asked.ts';
import type { Candidate } from '../../src/answers/candidate.ts';
import { confidenceIn, evidenceOf } from '../../src/answers/confidence.ts';
import { nearnessIn } from '../../src/answers/nearness.ts';
import { prepareQuestion } from '../../src/answers/prepare-question.ts';
import { rankSentences } from '../../src/answers/rank.ts';
import { createIndex, type ReleaseIndex } from '../../src/search/release-index.ts';
import type { SquadArticle, SquadQuestion } from './squad-data.ts';

/** How well the sentence that answers is found among those of the five best paragraphs. */
export type SentenceAccuracy = {
  readonly questions: number;
  /** Shares of 0 to 1: best sentence, one of the best three, and any sentence at all. */
  readonly first: number;
  readonly amongThree: number;
  readonly oracle: number;
};

/** How well questions whose article is not indexed are told from those whose article is. */
export type OutOfCorpus = {
  /** Chance that an answerable question scores above one that is not; by nearness, and by confidence. */
  readonly auroc: number;
  readonly aurocOfConfidence: number;
  /** Share of the strangers let through where 80 % of the answerable are kept. */
  readonly wrongAtEighty: number;
};

const now = new Date('2026-11-23T00:00:00Z');
const zone = 'Asia/Singapore';

const rank = (index: ReleaseIndex, question: string, passages: number) => {
  const asked = readQuestion(question);
  const hits = index.findPassages(asked.text, { now, limit: 5 });
  const best = hits[0]?.score ?? 1;
  const found = hits.map(({ release, passage, score }) => ({
    release,
    passage,
    score: score / best,
    releaseScore: score / best,
  }));
  const prepared = prepareQuestion(asked, index, found, { sectors: [], passages, now, zone });
  return { prepared, found, ranked: rankSentences(prepared, found) };
};

const holds = ({ passage, answers }: SquadQuestion, { found, sentence }: Candidate): boolean =>
  found.passage === passage && answers.some((answer) => sentence.text.includes(answer));

const indexOf = (articles: readonly SquadArticle[]) => {
  const index = createIndex();
  for (const { release } of articles) index.put(release);
  const passages = articles.reduce((sum, { release }) => sum + release.passages.length, 0);
  return { index, passages };
};

const answerable = (articles: readonly SquadArticle[]) =>
  articles.flatMap(({ questions }) => questions.filter(({ answers }) => answers.length > 0));

/** Asks every answerable question over all the paragraphs. */
export const measureSentences = (articles: readonly SquadArticle[]): SentenceAccuracy => {
  const { index, passages } = indexOf(articles);
  const places = answerable(articles).map((question) =>
    rank(index, question.question, passages).ranked.findIndex((candidate) =>
      holds(question, candidate),
    ),
  );
  const share = (test: (place: number) => boolean) => places.filter(test).length / places.length;
  return {
    questions: places.length,
    first: share((place) => place === 0),
    amongThree: share((place) => place >= 0 && place < 3),
    oracle: share((place) => place >= 0),
  };
};

/** Chance that one of the first is larger than one of the second. */
const auroc = (inside: readonly number[], outside: readonly number[]): number => {
  const sorted = [
    ...inside.map((score) => ({ score, inside: true })),
    ...outside.map((score) => ({ score, inside: false })),
  ].sort((one, other) => one.score - other.score);
  let below = 0;
  let wins = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    let tiedIn = 0;
    let tiedOut = 0;
    for (; end < sorted.length && sorted[end]?.score === sorted[at]?.score; end += 1) {
      if (sorted[end]?.inside) tiedIn += 1;
      else tiedOut += 1;
    }
    wins += tiedIn * (below + tiedOut / 2);
    below += tiedOut;
    at = end;
  }
  return wins / (inside.length * outside.length);
};

/** Leaves every third article out, and asks the questions of all. */
export const measureOutOfCorpus = (articles: readonly SquadArticle[]): OutOfCorpus => {
  const kept = articles.filter((_, at) => at % 3 !== 0);
  const left = articles.filter((_, at) => at % 3 === 0);
  const { index, passages } = indexOf(kept);
  const scored = (questions: readonly SquadQuestion[]) =>
    questions.map(({ question }) => {
      const { prepared, ranked } = rank(index, question, passages);
      const [best] = ranked;
      return {
        near: best === undefined ? 0 : nearnessIn(prepared, ranked),
        confidence: confidenceIn(evidenceOf(prepared, ranked)),
      };
    });
  const inside = scored(answerable(kept));
  const outside = scored(left.flatMap(({ questions }) => questions));
  const threshold =
    inside.map(({ near }) => near).sort((one, other) => other - one)[
      Math.floor(inside.length * 0.8)
    ] ?? 0;
  return {
    auroc: auroc(
      inside.map(({ near }) => near),
      outside.map(({ near }) => near),
    ),
    aurocOfConfidence: auroc(
      inside.map(({ confidence }) => confidence),
      outside.map(({ confidence }) => confidence),
    ),
    wrongAtEighty: outside.filter(({ near }) => near >= threshold).length / outside.length,
  };
};
