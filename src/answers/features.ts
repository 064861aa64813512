import type { Asked } from './asked.ts';
import { attributeFit } from './attribute-words.ts';
import type { FoundPassage } from './candidate.ts';
import { matchIn, type QuestionTerm, softMatchIn } from './question-terms.ts';
import { factsOfPassage, factsOfRelease, type SentenceFacts } from './sentence-facts.ts';
import { typeFit } from './type-fit.ts';

/** What the ranker looks at, in the order of its weights. */
export const featureNames = [
  'passage',
  'release',
  'coverage',
  'coverageWithPrevious',
  'coverageWithContext',
  'titleCoverage',
  'proximity',
  'namesFound',
  'numbersMissing',
  'yearMissing',
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
  'attribute',
  'attributeMissing',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** A question prepared for ranking. */
export type Prepared = {
  readonly asked: Asked;
  readonly terms: readonly QuestionTerm[];
  /** Day of the oldest and the newest release among those found, as a number of days. */
  readonly newest: number;
};

const total = (terms: readonly QuestionTerm[]) =>
  terms.reduce((sum, { weight }) => sum + weight, 0) || 1;

const weighted = (terms: readonly QuestionTerm[], matches: readonly number[]): number =>
  terms.reduce((sum, { weight }, at) => sum + weight * (matches[at] ?? 0), 0) / total(terms);

const best = (...lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, at) => Math.max(...lists.map((list) => list[at] ?? 0)));

/** How near neighbouring words of the question stand in the sentence, 0 to 1. */
const proximity = (terms: readonly QuestionTerm[], { places }: SentenceFacts): number => {
  let sum = 0;
  let most = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const [left, right] = [terms[at - 1], terms[at]];
    if (left === undefined || right === undefined) continue;
    const weight = left.weight + right.weight;
    most += weight;
    const [from, to] = [places.get(left.term), places.get(right.term)];
    if (from !== undefined && to !== undefined) sum += weight / Math.sqrt(Math.abs(to - from) || 1);
  }
  return most === 0 ? 0 : sum / most;
};

const negative =
  /\b(?:not|no|never|none|cannot|can't|won't|nor|neither|without|unable|n't|nothing|false|untrue|only)\b|n['’]t\b/i;
const pronounStart =
  /^(?:he|she|it|they|his|her|its|their|this|these|those|such|both|the (?:programme|scheme|initiative|project|app|agency|company|ministry|award|fund|system|pilot|trial|event)) ?\b/i;

/** Day of a release as a number of days; far in the past where unknown. */
export const dayNumber = (day: string | undefined): number =>
  day === undefined ? 0 : Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** What surrounds a sentence in its passage, matched against the question once for all its sentences. */
type Surroundings = {
  readonly title: readonly number[];
  readonly context: readonly number[];
};

const surroundingsOf = ({ terms }: Prepared, { release, passage }: FoundPassage): Surroundings => {
  const { title, lead, stamp } = factsOfRelease(release);
  const { heading } = factsOfPassage(passage);
  const inTitle = terms.map((term) => matchIn(term, title));
  const context = terms.map((term, at) =>
    Math.max(
      inTitle[at] ?? 0,
      matchIn(term, stamp),
      0.9 * matchIn(term, heading),
      0.7 * matchIn(term, lead),
    ),
  );
  return { title: inTitle, context };
};

/** The last features: whether the kind of thing asked stands in the sentence. Dear, so worked out for the best only. */
export const kindFeatures = (
  { asked, terms }: Prepared,
  { passage }: FoundPassage,
  { text }: SentenceFacts,
): readonly number[] => {
  const type = typeFit(asked, text, terms, passage.kind === 'list' || /[:：]\s*$/.test(text));
  const attribute = attributeFit(asked, text, passage.heading.at(-1) ?? '');
  return [
    type.found,
    type.missing,
    type.unit,
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
  const { sentences, intro } = factsOfPassage(passage);
  const { title, context } = surroundingsOf(prepared, found);
  const day = dayNumber(release.date?.day);
  const listed = passage.kind === 'list' || passage.kind === 'row';
  const introduced = terms.map((term) => matchIn(term, intro));
  const first = factsOfRelease(release).order.get(passage) === 0;
  let previous: readonly number[] = introduced;

  return sentences.map((sentence) => {
    const own = terms.map((term) => softMatchIn(term, sentence.places));
    const near = best(
      own,
      previous.map((match) => match * 0.9),
      introduced,
    );
    const all = best(near, context);
    const names = terms.filter(({ name }) => name);
    const namesAt = terms.flatMap(({ name }, at) => (name ? [all[at] ?? 0] : []));
    const numbersMissing = asked.numbers.filter((number) => !sentence.text.includes(number)).length;
    const yearsKnown = `${sentence.text} ${release.title} ${release.date?.day ?? ''} ${passage.heading.join(' ')}`;
    const yearMissing = asked.years.filter((year) => !yearsKnown.includes(year)).length;
    const { words, text } = sentence;
    const features = [
      found.score,
      found.releaseScore,
      weighted(terms, own),
      weighted(terms, near),
      weighted(terms, all),
      weighted(terms, title),
      proximity(terms, sentence),
      names.length === 0 ? 0 : weighted(names, namesAt),
      Math.min(2, numbersMissing),
      Math.min(1, yearMissing),
      words < 10 && !/[.!?;:,]["”’)]?$/.test(text) && !listed ? 1 : 0,
      words < 6 ? 1 : 0,
      Math.max(0, Math.min(1, (words - 35) / 40)),
      listed ? 1 : 0,
      first && sentence.at === 0 ? 1 : 0,
      asked.parts.some(({ wants }) => wants[0] === 'yes-no') && negative.test(text) ? 1 : 0,
      asked.latest && day > 0 ? Math.exp((day - newest) / 500) : 0,
      pronounStart.test(text) ? 1 : 0,
      /\?["”’)]?$/.test(text) ? 1 : 0,
      /^[\p{Ll},;)]/u.test(text) && !listed ? 1 : 0,
    ];
    previous = own;
    return { sentence, features };
  });
};
