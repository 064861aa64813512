import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { Days } from '../search/time-in-words.ts';
import type { Asked } from './asked.ts';
import { attributeFit } from './attribute-words.ts';
import type { FoundPassage } from './candidate.ts';
import { matchIn, type QuestionTerm } from './question-terms.ts';
import { factsOfPassage, factsOfRelease, type SentenceFacts } from './sentence-facts.ts';
import { type ListForm, typeFit } from './type-fit.ts';
import { coverages, matcherIn, neighbours, rarestOf } from './word-match.ts';

/** What the ranker looks at, in the order of its weights. */
export const featureNames = [
  'passage',
  'release',
  'coverage',
  'coverageWithPrevious',
  'coverageWithContext',
  'titleCoverage',
  'proximity',
  'inOrder',
  'rarestFound',
  'namesFound',
  'numbersMissing',
  'yearMissing',
  'daysMet',
  'headingLike',
  'short',
  'long',
  'listItem',
  'lead',
  'negation',
  'recency',
  'pronounStart',
  'question',
  'fragment',
  'typeFound',
  'typeMissing',
  'unitNear',
  'typeWithWords',
  'attribute',
  'attributeMissing',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** A question prepared for ranking. */
export type Prepared = {
  readonly asked: Asked;
  readonly terms: readonly QuestionTerm[];
  /** Day of the newest release among those on the subject, as a number of days; left out until that is known. */
  readonly newest?: number;
  /** Days that the question names: a release of one of them is likelier meant. */
  readonly days: readonly Days[];
};

/** Weighted share of the question's words that are matched, 0 to 1. */
const weighted = (terms: readonly QuestionTerm[], matches: Float64Array): number => {
  let sum = 0;
  let whole = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    if (term === undefined) continue;
    whole += term.weight;
    sum += term.weight * (matches[at] ?? 0);
  }
  return whole === 0 ? 0 : sum / whole;
};

/** The better of two matches of each word. */
const better = (one: Float64Array, other: Float64Array, worth = 1): Float64Array => {
  const best = new Float64Array(one.length);
  for (let at = 0; at < best.length; at += 1)
    best[at] = Math.max(one[at] ?? 0, worth * (other[at] ?? 0));
  return best;
};

const negative =
  /\b(?:not|no|never|none|cannot|can't|won't|nor|neither|without|unable|n't|nothing|false|untrue|only)\b|n['’]t\b/i;
/** How many of the question's figures a sentence lacks; two are as bad as three. */
const missing = (figures: readonly string[], text: string): number =>
  figures.length === 0 ? 0 : Math.min(2, figures.filter((one) => !text.includes(one)).length);

/** Day of a release as a number of days; far in the past where unknown. */
export const dayNumber = (day: string | undefined): number =>
  day === undefined ? 0 : Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

const isOn = ({ date }: Release, days: readonly Days[]): boolean =>
  date !== undefined && days.some(({ from, to }) => date.day >= from && date.day <= to);

/** What surrounds a sentence in its passage, matched against the question once for all its sentences. */
type Surroundings = {
  readonly titleCoverage: number;
  readonly context: Float64Array;
  readonly introduced: Float64Array;
};

const surroundingsOf = ({ terms }: Prepared, { release, passage }: FoundPassage): Surroundings => {
  const { title, lead, stamp } = factsOfRelease(release);
  const { heading, intro } = factsOfPassage(passage);
  const matched = (words: ReadonlySet<string>) =>
    Float64Array.from(terms, (term) => (words.size === 0 ? 0 : matchIn(term, words)));
  const inTitle = matched(title);
  const context = better(
    better(better(inTitle, matched(stamp)), matched(heading), 0.9),
    matched(lead),
    0.7,
  );
  return { titleCoverage: weighted(terms, inTitle), context, introduced: matched(intro) };
};

const NEAR_COVERAGE = featureNames.indexOf('coverageWithPrevious');

/** An item stands in a list introduced by a line or a heading; "…the following:" introduces one itself. */
export const listFormOf = ({ kind, intro, heading }: Passage, text: string): ListForm => {
  if (kind === 'list') return { listed: true, introduced: intro ?? heading.at(-1) ?? '' };
  return { listed: /[:：]\s*$/.test(text), introduced: text };
};

/** The last features: whether the kind of thing asked stands in the sentence. Dear, so worked out for the best only. */
export const kindFeatures = (
  { asked, terms }: Prepared,
  { passage }: FoundPassage,
  { text }: SentenceFacts,
  before: readonly number[],
): readonly number[] => {
  const type = typeFit(asked, text, terms, listFormOf(passage, text));
  const attribute = attributeFit(asked, text, passage.heading.at(-1) ?? '');
  return [
    type.found,
    type.missing,
    type.unit,
    type.found * (before[NEAR_COVERAGE] ?? 0),
    attribute === 'met' ? 1 : 0,
    attribute === 'missing' ? 1 : 0,
  ];
};

/** The first features of every sentence of a passage: those that its words alone decide. */
export const wordFeatures = (
  prepared: Prepared,
  found: FoundPassage,
): readonly { sentence: SentenceFacts; features: readonly number[] }[] => {
  const { asked, terms, newest } = prepared;
  const { release, passage } = found;
  const { sentences } = factsOfPassage(passage);
  const around = surroundingsOf(prepared, found);
  const day = dayNumber(release.date?.day);
  const recency = newest !== undefined && day > 0 ? Math.exp(Math.min(0, day - newest) / 500) : 0;
  const listed = passage.kind === 'list' || passage.kind === 'row';
  const onDays = isOn(release, prepared.days) ? 1 : 0;
  const first = factsOfRelease(release).order.get(passage) === 0;
  const yesNo = asked.parts.some(({ wants }) => wants[0] === 'yes-no');
  const dated =
    asked.years.length === 0
      ? ''
      : `${release.title} ${release.date?.day ?? ''} ${passage.heading.join(' ')}`;
  const rarest = rarestOf(terms);
  const match = matcherIn(terms, passage);
  let previous = around.introduced;

  return sentences.map((sentence) => {
    const { words, text, marks } = sentence;
    const own = match(sentence);
    const covered = coverages(terms, own, previous, around, rarest);
    const { proximity, inOrder } = neighbours(terms, sentence, own);
    const features = [
      found.score,
      found.releaseScore,
      covered.own,
      covered.near,
      covered.all,
      around.titleCoverage,
      proximity,
      inOrder,
      covered.rarestFound,
      covered.names,
      missing(asked.numbers, text),
      asked.years.some((year) => !text.includes(year) && !dated.includes(year)) ? 1 : 0,
      onDays,
      words < 10 && !listed && !marks.ended ? 1 : 0,
      words < 6 ? 1 : 0,
      Math.max(0, Math.min(1, (words - 35) / 40)),
      listed ? 1 : 0,
      first && sentence.at === 0 ? 1 : 0,
      yesNo && negative.test(text) ? 1 : 0,
      recency,
      marks.pronounStart ? 1 : 0,
      marks.question ? 1 : 0,
      !listed && marks.fragment ? 1 : 0,
    ];
    previous = own;
    return { sentence, features };
  });
};
