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
  'inOrder',
  'rarestFound',
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

/** Weighted share of the question's words that are matched, 0 to 1. */
const weighted = (
  terms: readonly QuestionTerm[],
  matches: Float64Array,
  namesOnly = false,
): number => {
  let sum = 0;
  let whole = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    if (term === undefined || (namesOnly && !term.name)) continue;
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

/** Share of the question's neighbouring words that stand side by side in the sentence too. */
const inOrder = (terms: readonly QuestionTerm[], { places }: SentenceFacts): number => {
  let pairs = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const from = places.get(terms[at - 1]?.term ?? '');
    const to = places.get(terms[at]?.term ?? '');
    if (from !== undefined && to !== undefined && to > from && to - from <= 2) pairs += 1;
  }
  return terms.length < 2 ? 0 : pairs / (terms.length - 1);
};

/** Place of the most telling word; -1 where there is none. */
const rarestOf = (terms: readonly QuestionTerm[]): number => {
  const most = Math.max(0, ...terms.map(({ weight }) => weight));
  return terms.findIndex(({ weight }) => weight === most);
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
  const { sentences } = factsOfPassage(passage);
  const { titleCoverage, context, introduced } = surroundingsOf(prepared, found);
  const day = dayNumber(release.date?.day);
  const recency = asked.latest && day > 0 ? Math.exp((day - newest) / 500) : 0;
  const listed = passage.kind === 'list' || passage.kind === 'row';
  const first = factsOfRelease(release).order.get(passage) === 0;
  const yesNo = asked.parts.some(({ wants }) => wants[0] === 'yes-no');
  const around =
    asked.years.length === 0
      ? ''
      : `${release.title} ${release.date?.day ?? ''} ${passage.heading.join(' ')}`;
  const rarest = rarestOf(terms);
  let previous = introduced;

  return sentences.map((sentence) => {
    const { words, text } = sentence;
    const own = Float64Array.from(terms, (term) => softMatchIn(term, sentence.places));
    const near = better(better(own, previous, 0.9), introduced);
    const all = better(near, context);
    const isMissing = (figure: string) => !text.includes(figure);
    const features = [
      found.score,
      found.releaseScore,
      weighted(terms, own),
      weighted(terms, near),
      weighted(terms, all),
      titleCoverage,
      proximity(terms, sentence),
      inOrder(terms, sentence),
      rarest < 0 ? 0 : (near[rarest] ?? 0),
      weighted(terms, all, true),
      Math.min(2, asked.numbers.filter(isMissing).length),
      asked.years.some((year) => isMissing(year) && !around.includes(year)) ? 1 : 0,
      words < 10 && !listed && !/[.!?;:,]["”’)]?$/.test(text) ? 1 : 0,
      words < 6 ? 1 : 0,
      Math.max(0, Math.min(1, (words - 35) / 40)),
      listed ? 1 : 0,
      first && sentence.at === 0 ? 1 : 0,
      yesNo && negative.test(text) ? 1 : 0,
      recency,
      pronounStart.test(text) ? 1 : 0,
      /\?["”’)]?$/.test(text) ? 1 : 0,
      !listed && /^[\p{Ll},;)]/u.test(text) ? 1 : 0,
    ];
    previous = own;
    return { sentence, features };
  });
};
