/** A stretch of a passage's text, in UTF-16 units. */
export type Span = { readonly from: number; readonly to: number };

/**
 * What a passage is. `title`, `contact` and `boilerplate` ("About …", footers, share links) are never answer text;
 * `question` is a question put to a minister, which is no answer either. The first passage of every release is its
 * `title`; another one is the title printed again in other words.
 */
export type PassageKind =
  | 'paragraph'
  | 'list'
  | 'row'
  | 'block-quote'
  | 'footnote'
  | 'title'
  | 'question'
  | 'contact'
  | 'boilerplate';

/** A paragraph, a list, or a table row of a release: the unit of search. */
export type Passage = {
  readonly kind: PassageKind;
  /**
   * The words as a reader sees them: no markup, escapes, entities or Liquid. Items of a list, and lines of a contact,
   * stand on lines of their own (`\n`), whatever the kind of the passage; cells of a row are parted by `\t`. A
   * paragraph is one line.
   */
  readonly text: string;
  /** Sentences (or items, or the whole row), in order; each is cut from `text` by its offsets. */
  readonly sentences: readonly Span[];
  /** Headings that it stands under, outermost first. The title is not repeated here. */
  readonly heading: readonly string[];
  /** The printed paragraph number, such as `3`. */
  readonly paragraph: string | undefined;
  /** For a list: the sentence that introduces it ("…the following:"). For a row: the column names, parted by `\t`. */
  readonly intro: string | undefined;
  /** 1-based line of the file where it starts. */
  readonly line: number;
};

/** The words of one sentence of a passage. */
export const sentenceText = (passage: Passage, { from, to }: Span): string =>
  passage.text.slice(from, to);
