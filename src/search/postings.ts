/** A term to score by, and how much it counts: 1 for a word of the question, less for one that stands in for it. */
export type WeightedTerm = { readonly term: string; readonly weight: number };

/**
 * Which texts hold which terms, and how well each text fits a question (BM25).
 *
 * Scores depend on the texts inside alone, never on their order or on texts that were inside once: every statistic is
 * a whole number, kept exact as texts come and go. Otherwise a score could betray an embargoed release.
 */
export type Postings = {
  /** Takes in a text as its terms and gives it a number. `context` counts for finding, but not as the text's own words. */
  add(terms: readonly string[], context?: readonly string[]): number;
  remove(slot: number): void;
  /** How many texts hold the term. */
  frequency(term: string): number;
  /** How many texts are inside. */
  count(): number;
  /** How telling a term is, from about 0 (in every text) upwards. */
  idf(term: string): number;
  /** Shows each text that holds at least one of the terms, with its score, in no order. */
  score(terms: readonly WeightedTerm[], visit: (slot: number, score: number) => void): void;
  /** Numbers of the texts that hold the term. */
  holding(term: string): number[];
  /** The own terms of a text, in order, as numbers that `idOf` gives. */
  termsIn(slot: number): Int32Array;
  idOf(term: string): number | undefined;
};

/** How soon repeating a word stops helping, and how much long texts are held back: best on SQuAD, flat around. */
const K1 = 0.9;
const B = 0.4;

/** A posting is one number: the text's number, and in the lowest bits how often the term stands in it. */
const COUNT_BITS = 6;
const MOST_COUNTED = 2 ** COUNT_BITS - 1;

/** Dead postings are skipped; when they are this share of all, they are swept out. */
const MOST_DEAD = 0.25;

export const createPostings = (): Postings => {
  const ids = new Map<string, number>();
  let postings: number[][] = [];
  const frequencies: number[] = [];
  /** Scratch for `add`: how often each term stands in the text at hand. */
  const counts: number[] = [];
  const own: (Int32Array | undefined)[] = [];
  const bags: (Int32Array | undefined)[] = [];
  let lengths = new Float64Array(1024);
  let sums = new Float64Array(1024);
  let alive = 0;
  let totalLength = 0;
  let live = 0;
  let dead = 0;

  const idFor = (term: string) => {
    let id = ids.get(term);
    if (id === undefined) {
      id = postings.length;
      ids.set(term, id);
      postings.push([]);
      frequencies.push(0);
      counts.push(0);
    }
    return id;
  };

  const frequencyOf = (id: number | undefined) => (id === undefined ? 0 : (frequencies[id] ?? 0));

  const idfOf = (frequency: number) => Math.log(1 + (alive - frequency + 0.5) / (frequency + 0.5));

  const sweep = () => {
    postings = postings.map((list) =>
      list.filter((posting) => bags[posting >>> COUNT_BITS] !== undefined),
    );
    dead = 0;
  };

  return {
    add(terms, context = []) {
      const slot = own.length;
      if (slot >= lengths.length) {
        lengths = grown(lengths);
        sums = grown(sums);
      }
      const distinct: number[] = [];
      const count = (term: string) => {
        const id = idFor(term);
        const before = counts[id] ?? 0;
        if (before === 0) distinct.push(id);
        counts[id] = before + 1;
        return id;
      };
      const ownIds = Int32Array.from(terms, count);
      for (const term of context) count(term);
      for (const id of distinct) {
        postings[id]?.push((slot << COUNT_BITS) | Math.min(counts[id] ?? 0, MOST_COUNTED));
        frequencies[id] = frequencyOf(id) + 1;
        counts[id] = 0;
      }
      const length = terms.length + context.length;
      own.push(ownIds);
      bags.push(Int32Array.from(distinct));
      lengths[slot] = length;
      totalLength += length;
      alive += 1;
      live += distinct.length;
      return slot;
    },

    remove(slot) {
      const bag = bags[slot];
      if (bag === undefined) return;
      for (const id of bag) frequencies[id] = frequencyOf(id) - 1;
      totalLength -= lengths[slot] ?? 0;
      alive -= 1;
      live -= bag.length;
      dead += bag.length;
      own[slot] = undefined;
      bags[slot] = undefined;
      if (dead > 1000 && dead > MOST_DEAD * (live + dead)) sweep();
    },

    frequency: (term) => frequencyOf(ids.get(term)),
    count: () => alive,
    idf: (term) => idfOf(frequencyOf(ids.get(term))),

    score(terms, visit) {
      const average = totalLength / alive;
      const touched: number[] = [];
      for (const { term, weight } of terms) {
        const id = ids.get(term);
        const frequency = frequencyOf(id);
        if (id === undefined || frequency === 0) continue;
        const worth = weight * idfOf(frequency) * (K1 + 1);
        for (const posting of postings[id] ?? []) {
          const slot = posting >>> COUNT_BITS;
          if (bags[slot] === undefined) continue;
          const count = posting & MOST_COUNTED;
          const norm = K1 * (1 - B + (B * (lengths[slot] ?? 0)) / average);
          const sum = sums[slot] ?? 0;
          if (sum === 0) touched.push(slot);
          sums[slot] = sum + (worth * count) / (count + norm);
        }
      }
      for (const slot of touched) {
        const score = sums[slot] ?? 0;
        sums[slot] = 0;
        visit(slot, score);
      }
    },

    holding(term) {
      const id = ids.get(term);
      if (id === undefined) return [];
      return (postings[id] ?? [])
        .map((posting) => posting >>> COUNT_BITS)
        .filter((slot) => bags[slot] !== undefined);
    },

    termsIn: (slot) => own[slot] ?? new Int32Array(),
    idOf: (term) => ids.get(term),
  };
};

const grown = (array: Float64Array<ArrayBuffer>) => {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
};
