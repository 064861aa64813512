import { type Passage, sentenceText } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { termsOf, tokensOf } from '../search/terms.ts';
import { readMarks, type SentenceMarks } from './sentence-marks.ts';

/** A sentence with its words looked up once. */
export type SentenceFacts = {
  /** Place among the sentences of its passage. */
  readonly at: number;
  readonly text: string;
  /** Stems without stop words, in order. */
  readonly terms: readonly string[];
  /** Place of each stem's first use among all words, stop words counted. */
  readonly places: ReadonlyMap<string, number>;
  readonly words: number;
  readonly marks: SentenceMarks;
};

export type PassageFacts = {
  readonly sentences: readonly SentenceFacts[];
  /** Stems of all its sentences, and the first letters of those long enough to be matched by their root. */
  readonly stems: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly intro: ReadonlySet<string>;
};

export type ReleaseFacts = {
  readonly title: ReadonlySet<string>;
  readonly lead: ReadonlySet<string>;
  /** Year, month and agency of the release, as words. */
  readonly stamp: ReadonlySet<string>;
  /** Place of each passage among those of the release. */
  readonly order: ReadonlyMap<Passage, number>;
};

/** The letters by which stems of one root are found. */
export const startOf = (stem: string): string => stem.slice(0, 5);

const passageFacts = new WeakMap<Passage, PassageFacts>();
const releaseFacts = new WeakMap<Release, ReleaseFacts>();

const monthNames =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const readSentence = (text: string, at: number): SentenceFacts => {
  const tokens = tokensOf(text);
  const terms: string[] = [];
  const places = new Map<string, number>();
  tokens.forEach(({ term, stop }, place) => {
    if (stop) return;
    terms.push(term);
    if (!places.has(term)) places.set(term, place);
  });
  return { at, text, terms, places, words: tokens.length, marks: readMarks(text) };
};

/** Facts of a passage, worked out at its first use and kept as long as the passage is. */
export const factsOfPassage = (passage: Passage): PassageFacts => {
  let facts = passageFacts.get(passage);
  if (facts === undefined) {
    const sentences = passage.sentences.map((span, at) =>
      readSentence(sentenceText(passage, span), at),
    );
    const stems = new Set(sentences.flatMap(({ terms }) => terms));
    facts = {
      sentences,
      stems,
      starts: new Set([...stems].map(startOf)),
      heading: new Set(termsOf(passage.heading.join(' '))),
      intro: new Set(termsOf(passage.intro ?? '')),
    };
    passageFacts.set(passage, facts);
  }
  return facts;
};

/** Facts of a release that all its sentences share. */
export const factsOfRelease = (release: Release): ReleaseFacts => {
  let facts = releaseFacts.get(release);
  if (facts === undefined) {
    const [year, month] = release.date?.day.split('-') ?? [];
    const named = month === undefined ? '' : (monthNames[Number(month) - 1] ?? '');
    const lead = release.passages.find(({ kind }) => kind === 'paragraph');
    facts = {
      title: new Set(termsOf(release.title)),
      lead: new Set(termsOf(lead?.text ?? '')),
      stamp: new Set(termsOf(`${year ?? ''} ${named} ${release.agency ?? ''}`)),
      order: new Map(release.passages.map((passage, at) => [passage, at])),
    };
    releaseFacts.set(release, facts);
  }
  return facts;
};
