import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { type Acronym, acronymsIn, createAcronyms } from './acronyms.ts';
import { type Card, createCatalogue } from './catalogue.ts';
import { createPostings } from './postings.ts';
import type { SectorWords } from './sector-words.ts';
import { createSpelling } from './spelling.ts';
import { analysed } from './terms.ts';
import { eachWord } from './words.ts';

/** A release in the index, with the numbers of its texts there. */
export type Shelved = {
  readonly release: Release;
  readonly slots: readonly number[];
};

/** Everything that is known of the releases that may be seen, and nothing of any other. */
export type Shelf = ReturnType<typeof createShelf>;

/** Where a text of the index stands: `passageIndex` is -1 for a title. */
export type Place = { readonly shelved: Shelved; readonly passageIndex: number };

export const TITLE = -1;

/**
 * Takes releases in and out of all that search consults, each change whole. What is taken out leaves nothing behind
 * that could show in a result.
 */
export const createShelf = (sectors: readonly SectorWords[]) => {
  const postings = createPostings();
  const catalogue = createCatalogue();
  const spelling = createSpelling();
  const acronyms = createAcronyms();
  const shelves = new Map<string, Shelved>();
  const places: (Place | undefined)[] = [];

  const enter = (release: Release) => {
    const slots: number[] = [];
    const shelved: Shelved = { release, slots };
    const place = (passageIndex: number, terms: readonly string[], context: readonly string[]) => {
      const slot = postings.add(terms, context);
      slots.push(slot);
      places[slot] = { shelved, passageIndex };
    };
    const { words, passages, explained, card } = readWhole(release);
    place(TITLE, card.title, []);
    for (const { index, terms, context } of passages) place(index, terms, context);
    spelling.add(words);
    acronyms.add(explained);
    catalogue.add(release.file, card);
    shelves.set(release.file, shelved);
  };

  const leave = ({ file }: Release) => {
    const shelved = shelves.get(file);
    if (shelved === undefined) return;
    const { words, explained, card } = readWhole(shelved.release);
    for (const slot of shelved.slots) {
      postings.remove(slot);
      places[slot] = undefined;
    }
    spelling.remove(words);
    acronyms.remove(explained);
    catalogue.remove(file, card);
    shelves.delete(file);
  };

  return {
    enter,
    leave,
    postings,
    catalogue,
    spelling,
    acronyms,
    sectors,
    placeOf: (slot: number) => places[slot],
    shelves: () => shelves.values(),
  };
};

/** What is looked up in a release: the same for going in and for coming out. */
const readWhole = (release: Release) => {
  const words = new Set<string>();
  const read = (text: string) => {
    const terms: string[] = [];
    eachWord(text, (from, to) => {
      const { term, word, stop } = analysed(text.slice(from, to));
      if (stop) return;
      terms.push(term);
      words.add(word);
    });
    return terms;
  };
  const explained: Acronym[] = [];
  const passages = release.passages.flatMap((passage, index) => {
    if (passage.kind === 'title') return [];
    explained.push(...acronymsIn(passage.text));
    return [{ index, terms: read(passage.text), context: read(contextOf(passage)) }];
  });
  const lead = release.passages.findIndex(({ kind }) => kind === 'paragraph');
  const card: Card = {
    title: read(release.title),
    lead: passages.find(({ index }) => index === lead)?.terms ?? [],
    headings: read([...new Set(release.passages.flatMap(({ heading }) => heading))].join('\n')),
  };
  return { words, passages, explained, card };
};

/** What a reader of the passage has before the eyes besides: the headings over it, the line that introduces a list. */
const contextOf = ({ heading, intro }: Passage) => [...heading, intro ?? ''].join('\n');
