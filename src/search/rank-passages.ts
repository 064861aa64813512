import type { PassageKind } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { AskedTerms } from './asked-terms.ts';
import type { Fits } from './postings-types.ts';
import { proximity } from './proximity.ts';
import { TITLE } from './release-reading.ts';
import type { Place, Shelf, Shelved } from './shelf.ts';
import type { TimeInWords } from './time-in-words.ts';

/** A passage with its score, and what the score is made of. */
export type RankedPassage = Place & {
  readonly slot: number;
  /** Larger is better; comparable within one list only. */
  readonly score: number;
  /** How well its own words fit, comparable between questions: BM25. */
  readonly fit: number;
};

export type RankOptions = {
  readonly time: TimeInWords;
  /** How many to return. */
  readonly limit: number;
  /** Weight of a passage by its kind; 0 leaves it out. */
  readonly weights: KindWeights;
  /** Only passages of these releases, where given. */
  readonly among?: (shelved: Shelved) => boolean;
};

type KindWeights = Readonly<Record<PassageKind, number>>;

/** What may be quoted as an answer: neither names nor footers, nor a question put to a minister. */
export const QUOTABLE: KindWeights = {
  paragraph: 1,
  list: 1,
  row: 1,
  'block-quote': 1,
  footnote: 0.8,
  question: 0,
  contact: 0,
  boilerplate: 0,
  title: 0,
};

/** A look-up shows anything that stands in a release, but names and footers only where nothing better matches. */
export const LOOK_UP: KindWeights = { ...QUOTABLE, question: 0.8, contact: 0.4, boilerplate: 0.3 };

/** What each part adds, where the best passage's words count as 1. */
const WEIGHT = { card: 0.2, whole: 0.4, proximity: 0.8, day: 0.4, newest: 0.6 } as const;

/** Proximity is looked at in this many. */
const CLOSER_LOOK = 50;

/** An age of this many days halves what being new adds. */
const HALF_LIFE_DAYS = 400;

/** The best passages, and how well each release fits as a whole: 0 to 1. */
export type Ranking = {
  readonly passages: readonly RankedPassage[];
  readonly cardOf: (shelved: Shelved) => number;
  readonly wholeOf: (shelved: Shelved) => number;
};

/**
 * The passages that fit best: by their words (BM25), and by their release's words and card; then, of the best fifty,
 * by how near the words stand together, the days that were named, and newness where it was asked for. Equal ones stand
 * by file and place, never by when they came in.
 */
export const rankPassages = (shelf: Shelf, asked: AskedTerms, options: RankOptions): Ranking => {
  const { postings, catalogue } = shelf;
  const fits = postings.fits([...asked.own, ...asked.besides]);
  const cards = catalogue.score(cardTerms(shelf, asked));
  const cardOf = ({ group }: Shelved) => cards.get(group) ?? 0;
  const wholeOf = ({ group }: Shelved) =>
    fits.bestGroupFit === 0 ? 0 : (fits.groupFits[group] ?? 0) / fits.bestGroupFit;
  const ofGroup = fits.groupFits.map(
    (fit, group) =>
      WEIGHT.whole * (fits.bestGroupFit === 0 ? 0 : fit / fits.bestGroupFit) +
      WEIGHT.card * (fit === 0 ? 0 : (cards.get(group) ?? 0)),
  );
  const first = bestByWords(shelf, fits, ofGroup, options);

  const ids = asked.own.map(({ term }) => postings.idOf(term));
  const worth = asked.own.map(({ term, weight }) => weight * postings.idf(term));
  const newestDay = first.reduce((day, { shelved }) => later(day, shelved.release.date?.day), '');
  const passages = first
    .map((one) => {
      const { release } = one.shelved;
      const near = proximity(postings.termsIn(one.slot), ids, worth);
      const score =
        one.score +
        WEIGHT.proximity * near +
        WEIGHT.day * Number(isOn(release, options.time)) +
        (options.time.newest ? WEIGHT.newest * newness(release, newestDay) : 0);
      return { ...one, score };
    })
    .sort(bestFirst)
    .slice(0, options.limit);
  return { passages, cardOf, wholeOf };
};

/** MiniSearch makes an object of each card that matches: words that stand in very many are left out beside rarer ones. */
const MOST_CARDS = 12_000;

const cardTerms = ({ postings }: Shelf, { own }: AskedTerms): string[] => {
  const rarestFirst = own
    .map(({ term }) => ({ term, frequency: postings.frequency(term) }))
    .sort((one, other) => one.frequency - other.frequency || compare(one.term, other.term));
  let touched = 0;
  return rarestFirst.flatMap(({ term, frequency }, rank) => {
    touched += frequency;
    return rank < 2 || touched <= MOST_CARDS ? [term] : [];
  });
};

const bestByWords = (
  shelf: Shelf,
  { slots, slotFits, slotGroups }: Fits,
  ofGroup: Float64Array,
  { limit, weights, among }: RankOptions,
): RankedPassage[] => {
  let bestFit = 0;
  for (const fit of slotFits) if (fit > bestFit) bestFit = fit;
  const most = Math.max(CLOSER_LOOK, limit);
  const best: RankedPassage[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < slots.length; at += 1) {
    const fit = slotFits[at] ?? 0;
    const releaseScore = ofGroup[slotGroups[at] ?? 0] ?? 0;
    // Most are out before anything is looked up for them.
    if (fit / bestFit + releaseScore < least) continue;
    const slot = slots[at] ?? 0;
    const place = shelf.placeOf(slot);
    if (place === undefined || place.passageIndex === TITLE) continue;
    const { shelved, passageIndex } = place;
    const passage = shelved.release.passages[passageIndex];
    const weight = passage === undefined ? 0 : weights[passage.kind];
    const score = (fit / bestFit) * weight + releaseScore;
    if (weight === 0 || score < least || among?.(shelved) === false) continue;
    insert(best, { shelved, passageIndex, slot, score, fit });
    if (best.length > most) best.pop();
    if (best.length === most) least = best[most - 1]?.score ?? least;
  }
  return best;
};

const insert = (best: RankedPassage[], one: RankedPassage) => {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = best[middle];
    if (other !== undefined && bestFirst(other, one) < 0) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, one);
};

const bestFirst = (one: RankedPassage, other: RankedPassage) =>
  other.score - one.score ||
  compare(one.shelved.release.file, other.shelved.release.file) ||
  one.passageIndex - other.passageIndex;

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const later = (one: string, other = '') => (other > one ? other : one);

const isOn = ({ date }: Release, { days }: TimeInWords) =>
  date !== undefined && days.some(({ from, to }) => date.day >= from && date.day <= to);

/** 1 for the newest of those found, half for one that is `HALF_LIFE_DAYS` older; 0 for undated ones. */
const newness = ({ date }: Release, newestDay: string) =>
  date === undefined
    ? 0
    : 0.5 ** ((Date.parse(newestDay) - Date.parse(date.day)) / 86_400_000 / HALF_LIFE_DAYS);
