import { writeFileSync } from 'node:fs';
import { readQuestion } from '../../src/answers/asked.ts';
import type { Candidate } from '../../src/answers/candidate.ts';
import { chooseQuotes } from '../../src/answers/choose-quotes.ts';
import { evidenceNames, evidenceOf } from '../../src/answers/confidence.ts';
import { readContactQuestion } from '../../src/answers/contact-question.ts';
import { declinedBecause } from '../../src/answers/decline.ts';
import { type FeatureName, featureNames } from '../../src/answers/features.ts';
import { gatherPassages } from '../../src/answers/gather-passages.ts';
import { prepareQuestion } from '../../src/answers/prepare-question.ts';
import { putRight } from '../../src/answers/put-right.ts';
import { rankSentences } from '../../src/answers/rank.ts';
import { loadReleases } from '../../src/releases/load-releases.ts';
import { createIndex, type ReleaseIndex } from '../../src/search/release-index.ts';
import { halfOf } from './halves.ts';
import { makeQuestions } from './near-misses.ts';
import { readQuestions } from './read-questions.ts';
import { type QuestionLine, scoreReply, straighten } from './score-reply.ts';
import { readSquad, type SquadArticle } from './squad-data.ts';

/** One question to learn from: its candidates' features, and which of them answer. */
export type Example = {
  readonly rows: readonly (readonly number[])[];
  readonly gold: readonly number[];
  readonly weight: number;
};

const now = new Date('2026-11-23T00:00:00Z');
const zone = 'Asia/Singapore';

/** Where learning starts and what it is pulled back to: judged by hand before anything was learnt. */
const prior: Readonly<Record<FeatureName, number>> = {
  passage: 3.2,
  release: 1.6,
  coverage: 1,
  coverageWithPrevious: 2.5,
  coverageWithContext: 1.4,
  titleCoverage: 1,
  proximity: 0.6,
  inOrder: 0,
  rarestFound: 0,
  namesFound: 1.5,
  numbersMissing: -1,
  yearMissing: -1.5,
  daysMet: 1,
  headingLike: -1.4,
  short: -0.6,
  long: -0.3,
  listItem: 0.2,
  lead: 0.2,
  negation: 1.4,
  recency: 3,
  pronounStart: -0.2,
  question: -1.5,
  fragment: -1,
  typeFound: 1.8,
  typeMissing: -2,
  unitNear: 2.5,
  typeWithWords: 0,
  attribute: 0.5,
  attributeMissing: -1,
};
export const startWeights = featureNames.map((name) => prior[name]);

const exampleOf = (
  candidates: readonly Candidate[],
  isGold: (candidate: Candidate) => boolean,
  weight: number,
): Example[] => {
  const kept = candidates.slice(0, 120);
  const gold = kept.flatMap((candidate, at) => (isGold(candidate) ? [at] : []));
  return gold.length === 0 ? [] : [{ rows: kept.map(({ features }) => features), gold, weight }];
};

const goldOfLine = (line: QuestionLine) => {
  const gold = [...line.sentences, ...line.alt].map((sentence) => straighten(sentence));
  return ({ found, sentence }: Candidate): boolean => {
    if (!line.files.includes(found.release.file)) return false;
    const text = straighten(sentence.text);
    return gold.some((one) => text.length >= 12 && (one.includes(text) || text.includes(one)));
  };
};

/** Examples from questions over releases, only those lines that may be learnt from. */
export const releaseExamples = (
  index: ReleaseIndex,
  lines: readonly QuestionLine[],
  weight: number,
): Example[] => {
  const passages = index.releases(now).reduce((sum, release) => sum + release.passages.length, 0);
  return lines
    .filter((line) => line.answerable && line.kind !== 'contact')
    .flatMap((line) => {
      const asked = readQuestion(putRight(index, readQuestion(line.question).text, now));
      const found = gatherPassages(index, asked.text, { now, sectors: [], timely: asked.latest });
      const prepared = prepareQuestion(asked, index, found, { sectors: [], passages, now, zone });
      return exampleOf(rankSentences(prepared, found, startWeights), goldOfLine(line), weight);
    });
};

export const squadExamples = (
  articles: readonly SquadArticle[],
  every: number,
  weight: number,
): Example[] => {
  const index = createIndex();
  for (const { release } of articles) index.put(release);
  const passages = articles.reduce((sum, { release }) => sum + release.passages.length, 0);
  return articles
    .flatMap(({ questions }) => questions.filter(({ answers }) => answers.length > 0))
    .filter((_, at) => at % every === 0)
    .flatMap((question) => {
      const asked = readQuestion(question.question);
      const hits = index.findPassages(asked.text, { now, limit: 5 });
      const best = hits[0]?.score ?? 1;
      const found = hits.map(({ release, passage, score }) => ({
        release,
        passage,
        score: score / best,
        releaseScore: score / best,
      }));
      const prepared = prepareQuestion(asked, index, found, { sectors: [], passages, now, zone });
      return exampleOf(
        rankSentences(prepared, found, startWeights),
        ({ found: { passage }, sentence }) =>
          passage === question.passage &&
          question.answers.some((answer) => sentence.text.includes(answer)),
        weight,
      );
    });
};

/**
 * Weights under which answering sentences come first: gradient ascent on the share of probability that they get among
 * a question's candidates. The same examples give the same weights.
 */
export const learn = (
  examples: readonly Example[],
  from: readonly number[],
  { rounds = 300, rate = 0.5, pull = 0.005 } = {},
): number[] => {
  const weights = [...from];
  const whole = examples.reduce((sum, { weight }) => sum + weight, 0);
  const speed = weights.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((weight, at) => -pull * (weight - (from[at] ?? 0)));
    for (const { rows, gold, weight } of examples) {
      const scores = rows.map((row) =>
        row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
      );
      const most = Math.max(...scores);
      const chances = scores.map((score) => Math.exp(score - most));
      const all = chances.reduce((sum, chance) => sum + chance, 0);
      const right = gold.reduce((sum, at) => sum + (chances[at] ?? 0), 0);
      const isGold = new Set(gold);
      rows.forEach((row, at) => {
        const chance = chances[at] ?? 0;
        const push = (isGold.has(at) ? chance / right : 0) - chance / all;
        if (Math.abs(push) < 1e-6) return;
        row.forEach((value, feature) => {
          gradient[feature] = (gradient[feature] ?? 0) + (weight / whole) * push * value;
        });
      });
    }
    weights.forEach((weight, at) => {
      speed[at] = 0.9 * (speed[at] ?? 0) + (gradient[at] ?? 0);
      weights[at] = weight + rate * (speed[at] ?? 0);
    });
  }
  return weights;
};

/** One question with what speaks for its best sentence, and whether that was right. */
export type Judged = {
  readonly evidence: readonly number[];
  readonly right: boolean;
  readonly weight: number;
};

const ask = (index: ReleaseIndex, question: string, passages: number, by: readonly number[]) => {
  const asked = readQuestion(putRight(index, readQuestion(question).text, now));
  const found = gatherPassages(index, asked.text, { now, sectors: [], timely: asked.latest });
  const prepared = prepareQuestion(asked, index, found, { sectors: [], passages, now, zone });
  const ranked = rankSentences(prepared, found, by);
  return { prepared, ranked, evidence: evidenceOf(prepared, ranked) };
};

const passagesIn = (index: ReleaseIndex) =>
  index.releases(now).reduce((sum, release) => sum + release.passages.length, 0);

/** How much one real question counts beside one made from a sentence. */
const realWeight = 5;

/** Real questions, answerable and not, judged by the rules of their file. */
export const judgedLines = (
  index: ReleaseIndex,
  lines: readonly QuestionLine[],
  by: readonly number[],
): Judged[] => {
  const passages = passagesIn(index);
  return lines.flatMap((line) => {
    const { prepared, ranked, evidence } = ask(index, line.question, passages, by);
    if (declinedBecause(line.question, prepared.asked.text) !== undefined) return [];
    if (readContactQuestion(prepared.asked.text) !== undefined) return [];
    const quotes = chooseQuotes(prepared, ranked).map(({ release, text }) => ({
      file: release.file,
      text,
    }));
    const right = line.answerable && scoreReply(line, { kind: 'unsure', quotes }) === 'right';
    return [{ evidence, right, weight: realWeight }];
  });
};

/** Questions made from sentences, near misses among them. */
export const judgedMade = (index: ReleaseIndex, share: number, by: readonly number[]): Judged[] => {
  const passages = passagesIn(index);
  return makeQuestions(index.releases(now), share).flatMap((made) => {
    const { ranked, evidence } = ask(index, made.question, passages, by);
    const text = ranked[0]?.sentence.text;
    if (text === undefined) return [];
    const right =
      made.swapped === 'none' && (text.includes(made.sentence) || made.sentence.includes(text));
    return [{ evidence, right, weight: 1 }];
  });
};

/** Logistic regression: the weights and the base under which the chances fit what was right. */
export const learnConfidence = (
  judged: readonly Judged[],
  { rounds = 500, rate = 0.3, shrink = 0.5 } = {},
): { weights: number[]; base: number } => {
  const whole = judged.reduce((sum, { weight }) => sum + weight, 0);
  const weights = evidenceNames.map(() => 0);
  const speed = evidenceNames.map(() => 0);
  let base = 0;
  let baseSpeed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((weight) => -shrink * weight);
    let baseGradient = 0;
    for (const { evidence, right, weight } of judged) {
      const sum = evidence.reduce((all, value, at) => all + value * (weights[at] ?? 0), base);
      const push = weight * (Number(right) - 1 / (1 + Math.exp(-sum)));
      evidence.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + push * value;
      });
      baseGradient += push;
    }
    weights.forEach((weight, at) => {
      speed[at] = 0.9 * (speed[at] ?? 0) + (gradient[at] ?? 0) / whole;
      weights[at] = weight + rate * (speed[at] ?? 0);
    });
    baseSpeed = 0.9 * baseSpeed + baseGradient / whole;
    base += rate * baseSpeed;
  }
  return { weights, base };
};

/** Two places, printed as the formatter would, so that training again changes nothing. */
const rounded = (value: number) => String(Number(value.toFixed(2)));

const table = (names: readonly string[], values: readonly number[]) =>
  names.map((name, at) => `  ${name}: ${rounded(values[at] ?? 0)},`).join('\n');

/** The file of weights, as it is kept in the project. */
export const fileOf = (
  ranker: readonly number[],
  { weights, base }: { weights: readonly number[]; base: number },
): string => `import type { EvidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** What each feature of a sentence is worth. Learnt by \`npm run train\`; not to be edited by hand. */
export const rankerWeights: Readonly<Record<FeatureName, number>> = {
${table(featureNames, ranker)}
};

/** What each piece of evidence adds to the log odds of an answer being right; learnt likewise. */
export const confidenceWeights: Readonly<Record<EvidenceName, number>> = {
${table(evidenceNames, weights)}
};

export const confidenceBase = ${rounded(base)};
`;

/**
 * Learns the weights and writes them. The ranker's: from SQuAD, where examples are many, and from the half of the
 * questions over releases that is not set aside. The confidence: from that half, and from questions made from the
 * releases' own sentences, most of them near misses.
 *
 * @param args QUESTIONS RELEASES SQUAD OUT: a questions file, its releases folder, a SQuAD 2.0 file, and the file to write
 */
export const train = async (args: readonly string[]): Promise<void> => {
  const [questions, releases, squad, out] = args;
  if (questions === undefined || releases === undefined || squad === undefined || out === undefined)
    throw new Error('Say where to learn from and where to: train QUESTIONS RELEASES SQUAD OUT');
  const index = createIndex();
  for (const release of (await loadReleases(releases, { zone })).releases) index.put(release);
  const lines = readQuestions(questions).filter(({ id }) => halfOf(id) === 'made on');
  const own = releaseExamples(index, lines, 1);
  const wide = squadExamples(readSquad(squad), 2, own.length / 400);
  const ranker = learn([...own, ...wide], startWeights);
  const judged = [...judgedLines(index, lines, ranker), ...judgedMade(index, 0.04, ranker)];
  const file = fileOf(ranker, learnConfidence(judged));
  writeFileSync(out, file);
  process.stdout.write(
    `${own.length} questions over releases, ${wide.length} of SQuAD, ${judged.length} judged\n${file}`,
  );
};
