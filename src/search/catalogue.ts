import MiniSearch from 'minisearch';

/** What stands out in a release: its terms, joined by blanks, by where they stand. */
export type Card = Readonly<Record<(typeof FIELDS)[number], string>>;

const FIELDS = ['title', 'lead', 'headings'] as const;

/** Which releases a question is about, told from what stands out in them: title, first words, headings. */
export type Catalogue = {
  add(group: number, card: Card): void;
  /** Takes out exactly what `add` put in, so that nothing of it is left to show in another release's score. */
  remove(group: number, card: Card): void;
  /** Scores of the releases whose cards hold any of the terms, by group number; the best has 1. */
  score(terms: readonly string[]): ReadonlyMap<number, number>;
};

/** Release cards in a MiniSearch: small texts, so that ten thousand releases are asked in a millisecond. */
export const createCatalogue = (): Catalogue => {
  const cards = new MiniSearch({
    idField: 'group',
    fields: [...FIELDS],
    // Terms come ready made, joined by blanks.
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, headings: 0.7 },
      // b = 0: no part of the score comes from average lengths, which MiniSearch keeps as running means that remember
      // what was once inside. A card is short anyway.
      bm25: { k: 1.2, b: 0, d: 0.5 },
    },
  });
  return {
    add: (group, card) => cards.add({ group, ...card }),
    remove: (group, card) => cards.remove({ group, ...card }),
    score(terms) {
      const scores = new Map<number, number>();
      if (terms.length === 0) return scores;
      let best = 0;
      for (const { id, score, queryTerms } of cards.search(terms.join(' '))) {
        // MiniSearch multiplies a score by the number of words that match; undone, since passages count them already.
        const fair = score / queryTerms.length;
        scores.set(id, fair);
        best = Math.max(best, fair);
      }
      for (const [group, score] of scores) scores.set(group, score / best);
      return scores;
    },
  };
};
