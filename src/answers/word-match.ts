import type { Passage } from '../releases/passage.ts';
import { matchIn, type QuestionTerm, softMatchIn } from './question-terms.ts';
import { factsOfPassage, type SentenceFacts, startOf } from './sentence-facts.ts';

/** How well each word of the question is matched by what stands around a sentence. */
type Around = { readonly introduced: Float64Array; readonly context: Float64Array };

/** How well each word of the question is matched by a sentence; most passages have but a few of them at all. */
export const matcherIn = (terms: readonly QuestionTerm[], passage: Passage) => {
  const { stems, starts } = factsOfPassage(passage);
  const possible = terms.flatMap((term, at) =>
    matchIn(term, stems) > 0 || starts.has(startOf(term.term)) ? [at] : [],
  );
  const nothing = new Float64Array(terms.length);
  return ({ places }: SentenceFacts): Float64Array => {
    if (possible.length === 0) return nothing;
    const own = new Float64Array(terms.length);
    for (const at of possible) {
      const term = terms[at];
      if (term !== undefined) own[at] = softMatchIn(term, places);
    }
    return own;
  };
};

/** Shares of the question's words that a sentence matches by itself, with the one before, and with all around it. */
export const coverages = (
  terms: readonly QuestionTerm[],
  own: Float64Array,
  previous: Float64Array,
  { introduced, context }: Around,
  rarest: number,
) => {
  const whole = { own: 0, near: 0, all: 0, names: 0 };
  let weights = 0;
  let nameWeights = 0;
  let rarestFound = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    if (term === undefined) continue;
    const { weight, name } = term;
    const match = own[at] ?? 0;
    const near = Math.max(match, 0.9 * (previous[at] ?? 0), introduced[at] ?? 0);
    const all = Math.max(near, context[at] ?? 0);
    weights += weight;
    whole.own += weight * match;
    whole.near += weight * near;
    whole.all += weight * all;
    if (name) {
      nameWeights += weight;
      whole.names += weight * all;
    }
    if (at === rarest) rarestFound = near;
  }
  const share = (sum: number, of: number) => (of === 0 ? 0 : sum / of);
  return {
    own: share(whole.own, weights),
    near: share(whole.near, weights),
    all: share(whole.all, weights),
    names: share(whole.names, nameWeights),
    rarestFound,
  };
};

/** How neighbouring words of the question stand in a sentence. */
type Neighbours = {
  /** How near one another, 0 to 1. */
  readonly proximity: number;
  /** Share of them that stand side by side there too. */
  readonly inOrder: number;
};

const apart: Neighbours = { proximity: 0, inOrder: 0 };

export const neighbours = (
  terms: readonly QuestionTerm[],
  { places }: SentenceFacts,
  own: Float64Array,
): Neighbours => {
  let exact = 0;
  for (const match of own) if (match === 1) exact += 1;
  if (exact < 2) return apart;
  let sum = 0;
  let most = 0;
  let pairs = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const [left, right] = [terms[at - 1], terms[at]];
    if (left === undefined || right === undefined) continue;
    const weight = left.weight + right.weight;
    most += weight;
    const from = own[at - 1] === 1 ? places.get(left.term) : undefined;
    const to = own[at] === 1 ? places.get(right.term) : undefined;
    if (from === undefined || to === undefined) continue;
    sum += weight / Math.sqrt(Math.abs(to - from) || 1);
    if (to > from && to - from <= 2) pairs += 1;
  }
  return { proximity: most === 0 ? 0 : sum / most, inOrder: pairs / (terms.length - 1) };
};

/** Place of the most telling word; -1 where there is none. */
export const rarestOf = (terms: readonly QuestionTerm[]): number => {
  const most = Math.max(0, ...terms.map(({ weight }) => weight));
  return terms.findIndex(({ weight }) => weight === most);
};
