/** A term to score by, and how much it counts: 1 for a word of the question, less for one that stands in for it. */
export type WeightedTerm = { readonly term: string; readonly weight: number };

/** A text to take in. Terms are named by their places in the list that its group brings. */
export type Text = {
  /** Its own terms, in order. */
  readonly terms: readonly number[];
  /** Place, among the contexts of its group, of the terms that count for finding it but are not its own words. */
  readonly context: number;
  /** How much it counts within its group: a whole number, 5 for an ordinary text. */
  readonly weight: number;
};

/** A group of texts to take in. */
export type Texts = {
  /** Each term of the texts and contexts once. */
  readonly terms: readonly string[];
  readonly contexts: readonly (readonly number[])[];
  readonly texts: readonly Text[];
};

/** How well texts and groups fit, where that is more than 0; in no order. */
export type Fits = {
  readonly slots: readonly number[];
  readonly slotFits: readonly number[];
  /** The group of each of the slots. */
  readonly slotGroups: readonly number[];
  /** By group number; 0 where nothing fits. Good until the next call. */
  readonly groupFits: Float64Array;
  readonly bestGroupFit: number;
};

/**
 * Which texts hold which terms, and how well each text, and each group of texts taken as one, fits a question (BM25).
 * Texts come and go by group. Groups and texts ("slots") are known by numbers, and the slots of a group are neighbours.
 *
 * Fits depend on the texts inside alone, never on their order or on texts that were inside once: every statistic is a
 * whole number, kept exact as texts come and go. Otherwise a score could betray an embargoed release.
 */
export type Postings = {
  /** Takes in a group of texts and gives the number of its first slot. */
  add(group: number, texts: Texts): number;
  remove(group: number): void;
  fits(terms: readonly WeightedTerm[]): Fits;
  /** How many texts hold the term. */
  frequency(term: string): number;
  /** How telling a term is among the texts, from about 0 (in every one) upwards. */
  idf(term: string): number;
  /** Slots of the texts that hold the term. */
  holding(term: string): number[];
  /** The own terms of a text, in order, as numbers that `idOf` gives. */
  termsIn(slot: number): Int32Array;
  idOf(term: string): number | undefined;
};
