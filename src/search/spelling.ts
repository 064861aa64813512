import { STOP_WORDS } from './stop-words.ts';

/** Puts right words that no visible release has, from words that they have. */
export type Spelling = {
  /** The words of a release, each once. */
  add(words: readonly string[]): void;
  remove(words: readonly string[]): void;
  knows(word: string): boolean;
  /** The word that was probably meant; `undefined` where none is near enough. */
  repair(word: string): string | undefined;
};

/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 5;

/** One slip in five letters. */
const SLIPS_PER_LETTER = 0.2;

/** A word with the number of releases that have it, and which letters it has. */
type Known = { count: number; readonly letters: number };

export const createSpelling = (): Spelling => {
  const byLength = new Map<number, Map<string, Known>>();
  const knows = (word: string) => byLength.get(word.length)?.has(word) ?? false;

  const addWord = (word: string) => {
    let words = byLength.get(word.length);
    if (words === undefined) {
      words = new Map();
      byLength.set(word.length, words);
    }
    const known = words.get(word);
    if (known === undefined) words.set(word, { count: 1, letters: lettersOf(word) });
    else known.count += 1;
  };

  const removeWord = (word: string) => {
    const words = byLength.get(word.length);
    const known = words?.get(word);
    if (known === undefined) return;
    known.count -= 1;
    if (known.count === 0) words?.delete(word);
  };

  return {
    add(words) {
      for (const word of words) addWord(word);
    },
    remove(words) {
      for (const word of words) removeWord(word);
    },
    knows,
    repair(word) {
      if (word.length < SHORTEST || !/^[\p{L}']+$/u.test(word)) return undefined;
      const most = Math.round(word.length * SLIPS_PER_LETTER);
      const letters = lettersOf(word);
      let best: { word: string; slips: number; count: number } | undefined;
      const consider = (candidate: string, count: number) => {
        const slips = slipsBetween(word, candidate, best?.slips ?? most);
        if (slips > (best?.slips ?? most)) return;
        if (
          best === undefined ||
          slips < best.slips ||
          isLikelier({ word: candidate, count }, best, word)
        )
          best = { word: candidate, slips, count };
      };
      for (let length = word.length - most; length <= word.length + most; length += 1)
        // One slip changes at most two letters: nearly every word is out before it is compared.
        for (const [candidate, known] of byLength.get(length) ?? [])
          if (bitsIn(letters ^ known.letters) <= 2 * (best?.slips ?? most))
            consider(candidate, known.count);
      for (const stop of STOP_WORDS) if (stop.length >= SHORTEST) consider(stop, 0);
      return best?.word;
    },
  };
};

/** Which letters a word has, one bit each; letters beyond a to z share bits. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

const bitsIn = (value: number): number => {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/** People seldom get the first letter wrong; else the commoner word is likelier, else the one that sorts first. */
const isLikelier = (
  one: { word: string; count: number },
  other: { word: string; count: number },
  typed: string,
) => {
  const first = Number(one.word[0] === typed[0]) - Number(other.word[0] === typed[0]);
  if (first !== 0) return first > 0;
  return one.count !== other.count ? one.count > other.count : one.word < other.word;
};

/**
 * How many letters must be put in, left out, changed or swapped with the next one to come from one word to the other;
 * any number above `most` where it is more than `most`.
 */
export const slipsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
};
