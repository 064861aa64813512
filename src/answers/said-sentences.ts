import type { Passage } from '../releases/passage.ts';
import { sentenceText } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { termsOf } from '../search/terms.ts';

/** A released sentence, with where it stands. */
export type SaidSentence = {
  readonly release: Release;
  readonly passage: Passage;
  /** Word for word. */
  readonly text: string;
};

/**
 * Text in the form in which words are looked for letter by letter: small letters, plain quote marks and dashes, and
 * sums of money written in one way ("S$500m" is "$500 million").
 */
export const plainWording = (text: string): string => {
  // Most sentences are plain letters, and thousands are looked through at a time.
  const marked = /[^\u0020-\u007e]/.test(text) ? withPlainMarks(text) : text;
  const small = marked.toLowerCase();
  const money = /\d/.test(small) ? withPlainMoney(small) : small;
  return money.replace(/ {2,}/g, ' ').trim();
};

const withPlainMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ');

const withPlainMoney = (text: string): string =>
  text
    .replace(/\b(?:s|sg|sgd)\s?\$\s?|\bsgd\s?(?=\d)/g, '$')
    .replace(/(\d)\s?(?:m|mn|mil|mln)\b/g, '$1 million')
    .replace(/(\d)\s?(?:b|bn|bln)\b/g, '$1 billion')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');

/**
 * Pieces that a text must have to have these words, however it writes sums of money: words but the names of numbers,
 * and the last three digits of numbers. They cost nothing to look for.
 */
function piecesOf(wanted: string): string[] {
  const words = (wanted.match(/\p{L}{2,}/gu) ?? []).filter((word) => !/^[mb]illion$/.test(word));
  const digits = (wanted.match(/\d+/g) ?? []).map((run) => run.slice(-3));
  return [...words, ...digits];
}

/**
 * Every sentence in which the words stand, oldest release first and undated ones last, in the order of each release.
 * Whole words only: "S$50 million" does not stand in "S$500 million". Words that tell nothing, such as "the", stand nowhere.
 *
 * @param releases those that may be seen
 */
export function saidSentences(releases: readonly Release[], words: string): SaidSentence[] {
  const wanted = plainWording(words).replace(/^["']+|["']+$/g, '');
  if (termsOf(wanted).length === 0) return [];
  const pieces = piecesOf(wanted);
  const endsInNumber = /\d$/.test(wanted);
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  const stands = (text: string): boolean => {
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      const whole = (inside: string | undefined, outside: string | undefined) =>
        !isWord(inside) || !isWord(outside);
      const goesOn =
        endsInNumber &&
        /^(?:[.,]\d| (?:thousand|million|billion|trillion)\b)/.test(text.slice(end));
      if (whole(text[at], text[at - 1]) && whole(text[end - 1], text[end]) && !goesOn) return true;
    }
    return false;
  };
  return releases.toSorted(byAge).flatMap((release) =>
    release.passages
      .filter(({ kind, text }) => {
        const small = text.toLowerCase();
        return kind !== 'contact' && pieces.every((piece) => small.includes(piece));
      })
      .flatMap((passage) =>
        passage.sentences
          .map((span) => sentenceText(passage, span))
          .filter((text) => stands(plainWording(text)))
          .map((text) => ({ release, passage, text })),
      ),
  );
}

/** Oldest first; undated ones last. */
const byAge = (one: Release, other: Release): number => {
  const [day, otherDay] = [one.date?.day ?? '9', other.date?.day ?? '9'];
  return day === otherDay ? (one.file < other.file ? -1 : 1) : day < otherDay ? -1 : 1;
};
