import { sentenceText } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { plainWording } from './said-sentences.ts';

/** Sentences of which so much of the words is shared are one sentence, altered. */
const ALTERED = 0.6;

/** A sentence as it was released; `isCurrent` false where it stood in an earlier version only. */
export type ReleasedSentence = {
  readonly release: Release;
  readonly text: string;
  readonly isCurrent: boolean;
};

/** What somebody's quote turns out to be. */
export type QuoteCheck =
  /** Word for word, but for how quote marks and spaces are set. */
  | { readonly kind: 'exact'; readonly sentence: ReleasedSentence }
  /** Nearly: `missing` stands in the release and not in the quote, `added` the other way round. */
  | {
      readonly kind: 'altered';
      readonly sentence: ReleasedSentence;
      readonly missing: readonly string[];
      readonly added: readonly string[];
    }
  | { readonly kind: 'never-said' };

/**
 * Compares a quote with what was released. A part of a released passage, from whole word to whole word, is exact too.
 * What stands now goes before what stood in an earlier version, and an exact match before an altered one.
 *
 * @param near releases that may be seen, nearest to the quote first
 * @param earlier sentences of older versions of these releases, by their id
 */
export function checkQuote(
  quote: string,
  near: readonly Release[],
  earlier: ReadonlyMap<string, readonly string[]> = new Map(),
): QuoteCheck {
  const words = wordsOf(quote);
  if (words.length === 0) return { kind: 'never-said' };
  const wanted = ` ${words.join(' ')} `;
  const holds = (text: string) => ` ${wordsOf(text).join(' ')} `.includes(wanted);
  for (const release of near)
    for (const passage of release.passages) {
      if (!holds(passage.text)) continue;
      const sentence = passage.sentences
        .map((span) => sentenceText(passage, span))
        .find((text) => holds(text));
      const text = sentence ?? passage.text;
      return { kind: 'exact', sentence: { release, text, isCurrent: true } };
    }
  for (const release of near)
    for (const text of earlier.get(release.id) ?? [])
      if (holds(text)) return { kind: 'exact', sentence: { release, text, isCurrent: false } };
  return alteredFrom(words, near);
}

function alteredFrom(words: readonly string[], near: readonly Release[]): QuoteCheck {
  const best = near
    .flatMap((release) =>
      release.passages
        .filter(({ kind }) => kind !== 'contact')
        .flatMap((passage) =>
          passage.sentences.map((span) => {
            const text = sentenceText(passage, span);
            return { release, text, likeness: likeness(words, wordsOf(text)) };
          }),
        ),
    )
    .reduce<{ release: Release; text: string; likeness: number } | undefined>(
      (first, one) => (first === undefined || one.likeness > first.likeness ? one : first),
      undefined,
    );
  if (best === undefined || best.likeness < ALTERED) return { kind: 'never-said' };
  const { release, text } = best;
  const there = wordsOf(text);
  return {
    kind: 'altered',
    sentence: { release, text, isCurrent: true },
    missing: without(there, words),
    added: without(words, there),
  };
}

/** Letters, numbers and signs of money, word by word. Letter case does not matter, nor how marks are set. */
const wordsOf = (text: string): string[] =>
  plainWording(text).match(/\$?\d+(?:[.,]\d+)*%?|[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];

/** Words shared, of the words of the two together (Dice). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const shared = one.length - without(one, other).length;
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

/** What is left of `list` when each word of `other` has taken one away. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return list.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
}
