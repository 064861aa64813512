import type { Passage, Span } from '../releases/passage.ts';
import type { Release, ReleaseKind } from '../releases/release.ts';

/** What a person asked to find. */
export type SearchQuery = {
  /** As typed; the filters in it (`kind:`, `-word`, …) are understood, and the fields below win over them. */
  readonly text: string;
  readonly kind?: ReleaseKind;
  /** `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  /** `YYYY-MM-DD`, inclusive. */
  readonly until?: string;
  /** A sector's name, as given in a release's front matter or by the desk. */
  readonly sector?: string;
  /** Words of a contact's name, organisation or address. */
  readonly contact?: string;
  /** Most hits to return; default 10. */
  readonly limit?: number;
};

/** One release that matches, with its best passage. */
export type SearchHit = {
  readonly release: Release;
  readonly passage: Passage;
  /** Larger is better; comparable within one result only. */
  readonly score: number;
  readonly snippet: Snippet;
};

/** A passage that may answer, best first in a list. */
export type PassageHit = {
  readonly release: Release;
  readonly passage: Passage;
  /** Where it stands in `release.passages`. */
  readonly passageIndex: number;
  /** Larger is better; comparable within one list only. */
  readonly score: number;
  /** How well its own words fit (BM25): comparable between questions over the same releases. */
  readonly fit: number;
};

/** A release that may hold the answer, best first in a list. */
export type ReleaseHit = {
  readonly release: Release;
  /** Larger is better; comparable within one list only. */
  readonly score: number;
};

/** A stretch of a passage's words around what matched: never cuts a word, a name, an amount or an emoji. */
export type Snippet = {
  readonly text: string;
  /** Matched words, as offsets into `text`, in order and apart. */
  readonly marks: readonly Span[];
};

/** What a look-up found. */
export type SearchResult = {
  readonly query: SearchQuery;
  /** How many visible releases match, of which `hits` shows the best. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** The query with unknown words put right, where that finds more. */
  readonly didYouMean: string | undefined;
  /** Where nothing matches: the release that comes nearest. */
  readonly nearest: Release | undefined;
  /** What in the query could not be understood, each in one sentence for the person who typed it. */
  readonly problems: readonly string[];
};
