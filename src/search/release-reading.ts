import type { Passage } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import { type Acronym, acronymsIn } from './acronyms.ts';
import type { Card } from './catalogue.ts';
import { analysed } from './terms.ts';
import { eachWord } from './words.ts';

/**
 * What is looked up in a release, worked out ahead: reading the words of a release takes far longer than taking them
 * into the index. The same release always gives the same. Plain JSON, so that it can be kept and sent.
 */
export type ReleaseReading = {
  /** Each term of its texts and contexts once; they are named by their places here. */
  readonly terms: readonly string[];
  /** Each of its words once, not stemmed. */
  readonly words: readonly string[];
  readonly texts: readonly TextReading[];
  /** The terms of what stands around texts; many texts stand under the same headings. */
  readonly contexts: readonly (readonly number[])[];
  readonly explained: readonly Acronym[];
  readonly card: Card;
};

type TextReading = {
  /** Place of the passage in the release; `TITLE` for the title. */
  readonly passage: number;
  /** Its own terms in order, repeats kept. */
  readonly terms: readonly number[];
  /** Place of its context. */
  readonly context: number;
  readonly weight: number;
};

export const TITLE = -1;

/** What a text counts when a release is looked at as a whole; 5 is ordinary. */
const WEIGHT = { title: 10, passage: 5, foot: 1 } as const;

/** Reads a release for the index: the same for going in and for coming out. */
export const readForSearch = (release: Release): ReleaseReading => {
  const words = new Set<string>();
  const places = new Map<string, number>();
  const placeOf = (term: string) => {
    let place = places.get(term);
    if (place === undefined) {
      place = places.size;
      places.set(term, place);
    }
    return place;
  };
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
  const contexts: number[][] = [];
  const contextPlaces = new Map<string, number>();
  const contextOf = (text: string) => {
    let place = contextPlaces.get(text);
    if (place === undefined) {
      place = contexts.length;
      contexts.push(read(text).map(placeOf));
      contextPlaces.set(text, place);
    }
    return place;
  };
  const explained: Acronym[] = [];
  const title = read(release.title);
  const texts: TextReading[] = [
    { passage: TITLE, terms: title.map(placeOf), context: contextOf(''), weight: WEIGHT.title },
  ];
  let lead: readonly string[] | undefined;
  for (const [index, passage] of release.passages.entries()) {
    const { kind, text } = passage;
    if (kind === 'title') continue;
    explained.push(...acronymsIn(text));
    const terms = read(text);
    const weight = kind === 'contact' || kind === 'boilerplate' ? WEIGHT.foot : WEIGHT.passage;
    texts.push({
      passage: index,
      terms: terms.map(placeOf),
      context: contextOf(around(passage)),
      weight,
    });
    if (kind === 'paragraph') lead ??= terms;
  }
  const headings = [...new Set(release.passages.flatMap(({ heading }) => heading))];
  const card: Card = {
    title: title.join(' '),
    lead: (lead ?? []).join(' '),
    headings: read(headings.join('\n')).join(' '),
  };
  return {
    terms: [...places.keys()],
    words: [...words],
    texts,
    contexts,
    explained,
    card,
  };
};

/** What a reader of the passage has before the eyes besides: the headings over it, the line that introduces a list. */
const around = ({ heading, intro }: Passage) => [...heading, intro ?? ''].join('\n');
