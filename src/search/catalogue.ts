import MiniSearch from 'minisearch';
import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { termsOf } from './terms.ts';

/** Which releases a question is about, told from what stands out in them: title, first words, headings, people. */
export type Catalogue = {
  add(release: Release): void;
  /** Takes out exactly what `add` put in, so that nothing of it is left to show in another release's score. */
  remove(release: Release): void;
  /** How many cards hold the term. */
  score(terms: readonly string[]): ReadonlyMap<string, number>;
};

const FIELDS = ['title', 'lead', 'headings', 'asked', 'people', 'about'] as const;

type Card = { readonly file: string } & Readonly<Record<(typeof FIELDS)[number], string>>;

/** Release cards in a MiniSearch: small texts, so that ten thousand releases are asked in a millisecond. */
export const createCatalogue = (): Catalogue => {
  const cards = new MiniSearch<Card>({
    idField: 'file',
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, headings: 0.7, asked: 0.7, people: 0.7, about: 0.2 },
      // b = 0: no part of the score comes from average lengths, which MiniSearch keeps as running means that remember
      // what was once inside. A card is short anyway.
      bm25: { k: 1.2, b: 0, d: 0.5 },
    },
  });

  return {
    add: (release) => cards.add(cardOf(release)),
    remove: (release) => cards.remove(cardOf(release)),
    score(terms) {
      const scores = new Map<string, number>();
      if (terms.length === 0) return scores;
      // MiniSearch multiplies the score by the number of words that match; undone, since passages count them already.
      for (const { id, score, queryTerms } of cards.search(terms.join(' ')))
        scores.set(id, score / queryTerms.length);
      return scores;
    },
  };
};

const cardOf = (release: Release): Card => {
  const { passages, contacts } = release;
  const texts = (wanted: (passage: Passage) => boolean) =>
    words(...passages.filter(wanted).map(({ text }) => text));
  const lead = passages.find(({ kind }) => kind === 'paragraph');
  return {
    file: release.file,
    title: words(release.title),
    lead: words(lead?.text ?? ''),
    headings: words(...new Set(passages.flatMap(({ heading }) => heading)), ...release.sectors),
    asked: texts(({ kind }) => kind === 'question'),
    people: words(
      ...contacts.flatMap(({ name, role, organisation }) => [
        name ?? '',
        role ?? '',
        organisation ?? '',
      ]),
      release.agency ?? '',
    ),
    about: texts(({ kind }) => kind === 'boilerplate'),
  };
};

const words = (...texts: readonly string[]) => texts.flatMap(termsOf).join(' ');
