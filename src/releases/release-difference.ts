import { sentenceText } from './passage.ts';
import type { Release } from './release.ts';

/** How the words of a release changed from one version to the next, in the order of the newer one. */
export type SentenceChange =
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string };

/** Most comparisons made between two versions; beyond it, sentences are compared as a set. */
const mostComparisons = 4_000_000;

/** Compares two versions of a release sentence by sentence, the title first. */
export const releaseDifference = (
  before: Pick<Release, 'passages'>,
  after: Pick<Release, 'passages'>,
): SentenceChange[] => sentenceDifference(sentencesOf(before), sentencesOf(after));

/** The same for the sentences of two versions, as they were kept. */
export function sentenceDifference(
  old: readonly string[],
  fresh: readonly string[],
): SentenceChange[] {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old.at(-1 - end) === fresh.at(-1 - end)
  )
    end += 1;
  const left = old.slice(start, old.length - end);
  const right = fresh.slice(start, fresh.length - end);
  const kept =
    left.length * right.length <= mostComparisons ? commonRun(left, right) : commonSet(left, right);
  return gaps(left, right, kept).flatMap(({ removed, added }) => pair(removed, added));
}

/** All sentences of a release, in order. */
export const sentencesOf = ({ passages }: Pick<Release, 'passages'>): string[] =>
  passages.flatMap((passage) => passage.sentences.map((span) => sentenceText(passage, span)));

type Kept = readonly (readonly [number, number])[];

/** Longest common subsequence, as pairs of places. */
function commonRun(left: readonly string[], right: readonly string[]): Kept {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const place = i * width + j;
      lengths[place] =
        left[i] === right[j]
          ? (lengths[place + width + 1] ?? 0) + 1
          : Math.max(lengths[place + width] ?? 0, lengths[place + 1] ?? 0);
    }
  const kept: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const place = i * width + j;
    if (left[i] === right[j]) kept.push([i++, j++]);
    else if ((lengths[place + width] ?? 0) >= (lengths[place + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return kept;
}

/** For very long versions: sentences that stand in both, as long as they come in the same order. */
function commonSet(left: readonly string[], right: readonly string[]): Kept {
  const places = new Map(right.map((sentence, index) => [sentence, index]));
  const kept: [number, number][] = [];
  let from = -1;
  left.forEach((sentence, index) => {
    const place = places.get(sentence);
    if (place !== undefined && place > from) {
      kept.push([index, place]);
      from = place;
    }
  });
  return kept;
}

type Gap = { readonly removed: readonly string[]; readonly added: readonly string[] };

/** What stands between the sentences that were kept. */
function gaps(left: readonly string[], right: readonly string[], kept: Kept): Gap[] {
  let [i, j] = [0, 0];
  return [...kept, [left.length, right.length] as const].map(([toLeft, toRight]) => {
    const gap = { removed: left.slice(i, toLeft), added: right.slice(j, toRight) };
    [i, j] = [toLeft + 1, toRight + 1];
    return gap;
  });
}

/** Sentences of one gap that say nearly the same are one change. */
function pair(removed: readonly string[], added: readonly string[]): SentenceChange[] {
  const changes: SentenceChange[] = [];
  let from = 0;
  for (const before of removed) {
    const match = added.findIndex(
      (after, index) => index >= from && index < from + 20 && isNear(before, after),
    );
    if (match === -1) {
      changes.push({ kind: 'removed', before });
      continue;
    }
    for (const after of added.slice(from, match)) changes.push({ kind: 'added', after });
    changes.push({ kind: 'changed', before, after: added[match] ?? '' });
    from = match + 1;
  }
  for (const after of added.slice(from)) changes.push({ kind: 'added', after });
  return changes;
}

/** Whether half of the words of the two together stand in both. */
function isNear(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= words.size + others.size - shared;
}

const wordsOf = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
