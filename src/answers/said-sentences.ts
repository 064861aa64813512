import type { Passage } from '../releases/passage.ts';
import { sentenceText } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';

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
export const plainWording = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\b(?:s|sg|sgd)\s?\$\s?|\bsgd\s?(?=\d)/g, '$')
    .replace(/(\d)\s?(?:m|mn|mil|mln)\b/g, '$1 million')
    .replace(/(\d)\s?(?:b|bn|bln)\b/g, '$1 billion')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Every sentence in which the words stand, oldest release first and undated ones last, in the order of each release.
 * Whole words only: "S$50 million" does not stand in "S$500 million".
 *
 * @param releases those that may be seen
 */
export function saidSentences(releases: readonly Release[], words: string): SaidSentence[] {
  const wanted = plainWording(words).replace(/^["']+|["']+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(wanted)) return [];
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
      .filter(({ kind }) => kind !== 'contact')
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
