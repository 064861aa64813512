import type { Release } from '../releases/release.ts';
import { createAcronyms } from './acronyms.ts';
import { createCatalogue } from './catalogue.ts';
import { createPostings } from './postings.ts';
import { readForSearch, TITLE } from './release-reading.ts';
import type { SectorWords } from './sector-words.ts';
import { createSpelling } from './spelling.ts';

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

/** Where a text of the index stands: `passageIndex` is `TITLE` for a title. */
export type Place = { readonly shelved: Shelved; readonly passageIndex: number };

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

  const enter = (release: Release, reading = readForSearch(release)) => {
    const { words, texts, explained, card } = reading;
    const group = nextGroup;
    nextGroup += 1;
    const firstSlot = postings.add(group, reading);
    const shelved = { release, group, firstSlot };
    for (let at = 0; at < texts.length; at += 1)
      places[firstSlot + at] = { shelved, passageIndex: texts[at]?.passage ?? TITLE };
    spelling.add(words);
    acronyms.add(explained);
    catalogue.add(group, card);
    shelves.set(release.file, shelved);
  };

  const leave = ({ file }: Release) => {
    const shelved = shelves.get(file);
    if (shelved === undefined) return;
    const { words, texts, explained, card } = readForSearch(shelved.release);
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
