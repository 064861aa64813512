import type { Button, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Answer, Quote } from '../../answers/answer.ts';
import { actions, button, line, quoted, words } from '../block-kit.ts';
import { askValue, encodeQuestion, FeedbackValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';
import { type AnswerPlace, type HeardDeadline, quoteSource } from './answer-text.ts';
import { titleElement } from './release-line.ts';

/** What an answer quotes, if it quotes. */
export const quotesOf = (answer: Answer): readonly Quote[] =>
  answer.kind === 'answered' || answer.kind === 'unsure' ? answer.quotes : [];

/** A quote, and under it where and when it was said; the title may have been said just before. */
export const quoteElements = (
  quote: Quote,
  place: AnswerPlace,
  isSameRelease = false,
): RichTextBlock['elements'] => [
  quoted(words(quote.text)),
  line(
    isSameRelease ? words(SAY.sameRelease) : titleElement(quote.release, place.site),
    words(` · ${quoteSource(quote, place)}`),
  ),
];

/** A person to turn to. */
export const contactLine = (elements: readonly RichTextElement[]) =>
  line(words('Contact: '), ...elements);

/** What a button remembers of a deadline that stood in the question. */
const heardIn = (heard: HeardDeadline | undefined): { by?: string; at?: string } =>
  heard === undefined || heard.by.length > 200 ? {} : { by: heard.by, at: heard.at };

/** The releases that a person asked will want at hand: those quoted, else the nearest. */
export function citedIds(answer: Answer): string[] {
  const releases =
    answer.kind === 'contact'
      ? answer.contacts.map(({ release }) => release)
      : quotesOf(answer).map(({ release }) => release);
  const ids = [...new Set(releases.map(({ id }) => id))];
  return ids.length === 0 && answer.nearest !== undefined ? [answer.nearest.id] : ids;
}

/** The way to a person, what else there is to press, and whether the answer was of use. */
export function answerButtons({
  question,
  asked = question,
  kind,
  cited,
  heard,
  isSettled,
  more = [],
}: {
  /** All that was asked, and what of it is for a person. */
  readonly question: string;
  readonly asked?: string;
  readonly kind: Answer['kind'];
  readonly cited: readonly string[];
  readonly heard: HeardDeadline | undefined;
  /** Nothing is left for a person to answer. */
  readonly isSettled: boolean;
  readonly more?: readonly Button[];
}): KnownBlock {
  const feedback = encodeQuestion((q) => FeedbackValue.encode({ q, kind }), question);
  return actions('answer.actions', [
    button({
      id: ID.askButton,
      text: SAY.ask,
      value: askValue(asked, cited, heardIn(heard)),
      ...(isSettled ? {} : { style: 'primary' }),
    }),
    ...more,
    button({ id: ID.helpfulButton, text: SAY.helpful, value: feedback }),
    button({ id: ID.notHelpfulButton, text: SAY.notHelpful, value: feedback }),
  ]);
}
