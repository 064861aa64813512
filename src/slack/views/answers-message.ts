import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Answer, Quote } from '../../answers/answer.ts';
import type { Release } from '../../releases/release.ts';
import { releaseUrl } from '../../releases/release-url.ts';
import {
  clip,
  context,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { answerButtons, citedIds, contactLine, quoteElements } from './answer-parts.ts';
import { type AnswerPlace, quoteSource, searchedText } from './answer-text.ts';
import { contactElements, contactText, shortContact } from './contact-line.ts';
import { fitted } from './fit-text.ts';
import { shortRelease } from './release-line.ts';

/** One of the questions of a message, with its answer. */
export type Part = { readonly question: string; readonly answer: Answer };

/** The releases answer it; otherwise it is for the press office. Each part is one or the other. */
export const isSettled = ({ answer }: Part): boolean =>
  answer.kind === 'answered' || (answer.kind === 'contact' && answer.contacts.length > 0);

/** What is shown of one part, with nothing longer than a limit. */
type Shown = {
  readonly lead: string;
  readonly status: string | undefined;
  readonly quotes: readonly Quote[];
  readonly contacts: Answer['contacts'];
};

function shownOf(
  part: Part,
  number: number,
  { limit, quotes }: { limit: number; quotes: number },
): Shown {
  const { question, answer } = part;
  const quoting = answer.kind === 'answered' || answer.kind === 'unsure' ? answer.quotes : [];
  return {
    lead: `${number}. ${clip(question.replace(/\s+/g, ' '), Math.min(limit, 300))}`,
    status: isSettled(part)
      ? undefined
      : quoting.length > 0
        ? SAY.forPressOfficeNear
        : SAY.forPressOffice,
    quotes: quoting.slice(0, isSettled(part) ? quotes : 1).map((quote) => ({
      release: withoutAddress(shortRelease(quote.release, limit), limit),
      passage: { ...quote.passage, heading: quote.passage.heading.map((one) => clip(one, limit)) },
      text: clip(quote.text, limit),
    })),
    contacts:
      answer.kind === 'contact'
        ? answer.contacts.slice(0, limit < 250 ? 1 : 3).map(({ contact, release }) => ({
            contact: shortContact(contact, limit),
            release,
          }))
        : [],
  };
}

/** Where there is hardly room, *Read* on a look-up still finds the release: an address is long and cannot be cut. */
const withoutAddress = (release: Release, limit: number): Release =>
  limit < 250 ? { ...release, permalink: undefined, link: undefined } : release;

/** The one reply to a message with several questions: each answered from the releases, or named as open. */
export function answersMessage(parts: readonly Part[], place: AnswerPlace): Message {
  const quotes = parts.length > 3 ? 1 : 2;
  const shown = fitted(
    (limit) => parts.map((part, at) => shownOf(part, at + 1, { limit, quotes })),
    (form) => textOf(parts, form, place),
  );
  const last = parts.at(-1);
  return {
    text: messageText(textOf(parts, shown, place)),
    blocks: [
      section(`*${escapeMrkdwn(leadOf(parts))}*`),
      ...shown.map((one) => blockOf(one, place)),
      ...(last === undefined ? [] : [context(escapeMrkdwn(searchedText(last.answer, place)))]),
      ...closingOf(parts, place).map((said) => context(escapeMrkdwn(said))),
      buttons(parts, place),
    ],
  };
}

const leadOf = (parts: readonly Part[]): string =>
  SAY.severalAnswered(parts.filter(isSettled).length, parts.length);

const openOf = (parts: readonly Part[]): Part[] => parts.filter((part) => !isSettled(part));

/** What there is to do about the open ones, and by when. */
const closingOf = (parts: readonly Part[], { heard }: AnswerPlace): string[] => {
  const open = openOf(parts).length;
  return open === 0 ? [] : [SAY.askOpenOffer(open), ...(heard === undefined ? [] : [heard.said])];
};

const sourceText = (quote: Quote, place: AnswerPlace): string => {
  const url = releaseUrl(quote.release, place.site);
  return `— ${quote.release.title}, ${quoteSource(quote, place)}${url === undefined ? '' : `, ${url}`}`;
};

const textOf = (parts: readonly Part[], shown: readonly Shown[], place: AnswerPlace): string => {
  const last = parts.at(-1);
  return [
    leadOf(parts),
    ...shown.flatMap(({ lead, status, quotes, contacts }) => [
      lead,
      ...(status === undefined ? [] : [status]),
      ...quotes.flatMap((quote) => [`“${quote.text}”`, sourceText(quote, place)]),
      ...contacts.map(({ contact }) => `Contact: ${contactText(contact, place)}`),
    ]),
    ...(last === undefined ? [] : [searchedText(last.answer, place)]),
    ...closingOf(parts, place),
  ].join('\n');
};

const blockOf = ({ lead, status, quotes, contacts }: Shown, place: AnswerPlace): RichTextBlock =>
  richText(
    line(words(lead, { bold: true })),
    ...(status === undefined ? [] : [line(words(status))]),
    ...quotes.flatMap((quote) => quoteElements(quote, place)),
    ...contacts.map(({ contact }) => contactLine(contactElements(contact, place))),
  );

function buttons(parts: readonly Part[], { heard }: AnswerPlace): KnownBlock {
  const open = openOf(parts);
  const asked = open.length === 0 ? parts : open;
  const questions = (of: readonly Part[]) => of.map((part) => part.question).join('\n');
  return answerButtons({
    question: questions(parts),
    asked: questions(asked),
    kind: open.length === 0 ? 'answered' : 'unsure',
    cited: [...new Set(asked.flatMap(({ answer }) => citedIds(answer)))],
    heard,
    isSettled: open.length === 0,
  });
}
