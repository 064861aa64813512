import { splitSentences } from '../../src/releases/split-sentences.ts';
import { termsOf } from '../../src/search/terms.ts';
import { readSquad } from './squad-data.ts';

/** Texts of about 75 words, and what to ask of them. */
export type Corpus = {
  readonly passages: readonly string[];
  /** Queries by their length in words. */
  readonly queries: Readonly<Record<1 | 3 | 8, readonly string[]>>;
};

/**
 * As many passages as wanted from the sentences of a SQuAD file: first as they stand, then drawn in a fixed
 * pseudo-random order. Questions of 8 words are SQuAD's own (7 to 9 words); shorter queries are words of passages.
 */
export const readCorpus = (path: string, size: number, queries: number): Corpus => {
  const articles = readSquad(path);
  const sentences = articles.flatMap(({ release }) =>
    release.passages.flatMap(({ text }) =>
      splitSentences(text).map(({ from, to }) => text.slice(from, to)),
    ),
  );
  const draw = drawer(20_191_119);
  const passages: string[] = [];
  for (let next = 0; passages.length < size; ) {
    const parts: string[] = [];
    for (let words = 0; words < 70; ) {
      const drawn = next < sentences.length ? next : Math.floor(draw() * sentences.length);
      const sentence = sentences[drawn] ?? '';
      next += 1;
      parts.push(sentence);
      words += sentence.split(' ').length;
    }
    passages.push(parts.join(' '));
  }
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(draw() * things.length)];
  const words = (count: number) => {
    const terms = [...new Set((pick(passages) ?? '').split(/[^A-Za-z]+/).filter(isTelling))];
    return Array.from({ length: count }, () => pick(terms) ?? '').join(' ');
  };
  const questions = articles
    .flatMap(({ questions: asked }) => asked.map(({ question }) => question))
    .filter((question) => [7, 8, 9].includes(question.split(' ').length));
  return {
    passages,
    queries: {
      1: Array.from({ length: queries }, () => words(1)),
      3: Array.from({ length: queries }, () => words(3)),
      8: Array.from({ length: queries }, () => pick(questions) ?? ''),
    },
  };
};

const isTelling = (word: string) => termsOf(word).length === 1;

/** Always the same numbers from 0 to 1 for the same seed, so that each run asks the same. */
const drawer = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};
