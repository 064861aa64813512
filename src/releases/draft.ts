import type { Passage, PassageKind, Span } from './passage.ts';
import { splitSentences } from './split-sentences.ts';

/** A piece of a body that is one passage, before it is told what it is good for. */
export type Draft = Omit<Passage, 'kind' | 'heading'> & {
  readonly kind: PassageKind | 'heading' | 'rule';
  /** For a heading: 1 to 6 for real ones, 7 for a bold line in capitals, 8 for any other bold line. */
  readonly level: number;
  /** All of it is a link. */
  readonly linked: boolean;
};

/** What stands around a part of a body. */
export type Context = {
  readonly quoted: boolean;
  readonly note: boolean;
  /** The number of the numbered paragraph that the part belongs to. */
  readonly paragraph: string | undefined;
};

const bare = { level: 0, paragraph: undefined, intro: undefined, linked: false } as const;

export const headingDraft = (text: string, line: number, level: number): Draft => ({
  ...bare,
  kind: 'heading',
  level,
  text,
  sentences: [{ from: 0, to: text.length }],
  line,
});

export const ruleDraft = (line: number): Draft => ({
  ...bare,
  kind: 'rule',
  text: '',
  sentences: [],
  line,
});

export const paragraphDraft = (text: string, line: number, context: Context): Draft => ({
  ...bare,
  kind: context.note ? 'footnote' : context.quoted ? 'block-quote' : 'paragraph',
  text,
  sentences: splitSentences(text),
  paragraph: context.paragraph,
  line,
});

/** A list or a row: text made of several parts, each with sentences of its own. */
export const partsDraft = (
  kind: 'list' | 'row' | 'footnote',
  text: string,
  sentences: readonly Span[],
  line: number,
): Draft => ({ ...bare, kind, text, sentences, line });
