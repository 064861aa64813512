import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { type Acronym, acronymsIn, createAcronyms } from './acronyms.ts';
import { type Card, createCatalogue } from './catalogue.ts';
import { createPostings } from './postings.ts';
import type { Text } from './postings-types.ts';
import type { SectorWords } from './sector-words.ts';
import { createSpelling } from './spelling.ts';
import { analysed } from './terms.ts';
import { eachWord } from './words.ts';

/** A release in the index. */
export type Shelved = {
  readonly release: Release;
  /** Its group in the postings. */
  readonly group: number;
  /** The first of its slots there: the title's; the passages' follow, in their order. */
  readonly firstSlot: number;
};

/** Everything that is known of the releases that may be seen, and nothing of any other. */
export type Shelf = ReturnType<typeof createShelf>;

/** Where a text of the index stands: `passageIndex` is -1 for a title. */
export type Place = { readonly shelved: Shelved; readonly passageIndex: number };

export const TITLE = -1;

/** What a text counts when a release is looked at as a whole; 5 is ordinary. */
const WEIGHT = { title: 10, passage: 5, foot: 1 } as const;

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
  let nextGroup = 0;

  const enter = (release: Release) => {
    const { words, texts, indexes, explained, card } = readWhole(release);
    const group = nextGroup;
    nextGroup += 1;
    const firstSlot = postings.add(group, texts);
    const shelved = { release, group, firstSlot };
    for (const [offset, passageIndex] of indexes.entries())
      places[firstSlot + offset] = { shelved, passageIndex };
    spelling.add(words);
    acronyms.add(explained);
    catalogue.add(group, card);
    shelves.set(release.file, shelved);
  };

  const leave = ({ file }: Release) => {
    const shelved = shelves.get(file);
    if (shelved === undefined) return;
    const { words, texts, explained, card } = readWhole(shelved.release);
    postings.remove(shelved.group);
    places.fill(undefined, shelved.firstSlot, shelved.firstSlot + texts.length);
    spelling.remove(words);
    acronyms.remove(explained);
    catalogue.remove(shelved.group, card);
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
  const title = read(release.title);
  const texts: Text[] = [{ terms: title, context: [], weight: WEIGHT.title }];
  const indexes = [TITLE];
  let lead: readonly string[] | undefined;
  for (const [index, passage] of release.passages.entries()) {
    const { kind, text } = passage;
    if (kind === 'title') continue;
    explained.push(...acronymsIn(text));
    const terms = read(text);
    const weight = kind === 'contact' || kind === 'boilerplate' ? WEIGHT.foot : WEIGHT.passage;
    texts.push({ terms, context: read(contextOf(passage)), weight });
    indexes.push(index);
    if (kind === 'paragraph') lead ??= terms;
  }
  const headings = [...new Set(release.passages.flatMap(({ heading }) => heading))];
  const card: Card = { title, lead: lead ?? [], headings: read(headings.join('\n')) };
  return { words, texts, indexes, explained, card };
};

/** What a reader of the passage has before the eyes besides: the headings over it, the line that introduces a list. */
const contextOf = ({ heading, intro }: Passage) => [...heading, intro ?? ''].join('\n');
