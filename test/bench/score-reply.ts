import { z } from 'zod';
import type { Answer } from '../../src/answers/answer.ts';

/** A line of a questions file: what a right reply quotes, shows, and must not show. */
export const questionLine = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string(),
  style: z.string(),
  answerable: z.boolean(),
  files: z.array(z.string()).default([]),
  sentences: z.array(z.string()).default([]),
  alt: z.array(z.string()).default([]),
  must_contain: z.array(z.string()).default([]),
  must_not_contain: z.array(z.string()).default([]),
  off_topic: z.boolean().default(false),
});

export type QuestionLine = z.infer<typeof questionLine>;

/** What a reply shows, without the machinery around it. */
export type Shown = {
  readonly kind: Answer['kind'];
  /** Quotes, or one entry a contact with its lines; best first. */
  readonly quotes: readonly { readonly file: string; readonly text: string }[];
};

export type Verdict =
  /** Right gold quote, or a rightly withheld answer. */
  | 'right'
  /** Something is shown, and it is not what was asked. */
  | 'wrong'
  /** An answerable question with nothing shown. */
  | 'refused';

/** Straightens quote marks, dashes and blanks, and drops case: two prints of one sentence become equal. */
export const straighten = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** A list's own marker is no part of what an item says. */
const bare = (sentence: string) =>
  straighten(sentence).replace(/^(?:[-*•]|\(?(?:[a-z]|[ivx]+|\d{1,2})[.)])\s+/, '');

const lettersOf = (text: string) => straighten(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the reply keeps to three quotes and 700 characters together. Contact blocks are shown whole. */
export const isShort = ({ kind, quotes }: Shown): boolean =>
  kind === 'contact' ||
  (quotes.length <= 3 && quotes.reduce((sum, { text }) => sum + text.length, 0) <= 700);

const quotesGold = (line: QuestionLine, { quotes }: Shown) => {
  const gold = [...line.sentences, ...line.alt].map(bare).filter((sentence) => sentence !== '');
  return quotes.some(({ file, text }) => {
    if (line.files.length > 0 && !line.files.includes(file)) return false;
    const quote = straighten(text);
    const pieces = text.split(/[\n\t]/).map(bare);
    return gold.some(
      (sentence) =>
        quote.includes(sentence) ||
        lettersOf(quote).includes(lettersOf(sentence)) ||
        pieces.some((piece) => piece.length >= 12 && sentence.includes(piece)),
    );
  });
};

/** Judges one reply by the rules of the questions file. */
export const scoreReply = (line: QuestionLine, shown: Shown): Verdict => {
  const text = straighten(shown.quotes.map((quote) => quote.text).join('\n'));
  if (line.must_not_contain.some((string) => text.includes(straighten(string)))) return 'wrong';
  if (!line.answerable) {
    if (line.off_topic) return shown.quotes.length === 0 ? 'right' : 'wrong';
    return shown.kind === 'answered' ? 'wrong' : 'right';
  }
  if (shown.quotes.length === 0) return 'refused';
  const showsAll = line.must_contain.every((string) => text.includes(straighten(string)));
  return showsAll && quotesGold(line, shown) && isShort(shown) ? 'right' : 'wrong';
};

/** What an answer shows to the person who asked. */
export const shownBy = (answer: Answer): Shown => {
  switch (answer.kind) {
    case 'answered':
    case 'unsure':
      return {
        kind: answer.kind,
        quotes: answer.quotes.map(({ release, text }) => ({ file: release.file, text })),
      };
    case 'contact':
      return {
        kind: answer.kind,
        quotes: answer.contacts.map(({ contact, release }) => ({
          file: release.file,
          text: contact.lines.join(' '),
        })),
      };
    case 'not-found':
      return { kind: answer.kind, quotes: [] };
  }
};
