import type { ReleaseIndex } from '../search/release-index.ts';
import { termsOf } from '../search/terms.ts';

/** Shorter words, and those with figures, are left as they are: they have too many neighbours. */
const shortest = 5;

/** A question with words that no release has put right, where one that they have is near enough; else as it is. */
export const putRight = (index: ReleaseIndex, text: string, now: Date): string => {
  const strange = termsOf(text).some(
    (term) => term.length >= shortest && !/\d/.test(term) && index.documentFrequency(term) === 0,
  );
  return strange ? (index.search({ text, limit: 0 }, now).didYouMean ?? text) : text;
};
