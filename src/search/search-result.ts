import type { Passage, Span } from '../releases/passage.ts';
import type { Release, ReleaseKind } from '../releases/release.ts';

/** What a person asked to find, once their words are understood. */
export type SearchQuery = {
  /** As typed. */
  readonly text: string;
  readonly kind?: ReleaseKind;
  /** `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  /** `YYYY-MM-DD`, inclusive. */
  readonly until?: string;
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

/** A stretch of a passage's words around what matched: never cuts a word or an emoji. */
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
};
