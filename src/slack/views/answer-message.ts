import type { KnownBlock } from '@slack/types';
import type { Answer, Quote } from '../../answers/answer.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { askValue, encodeQuestion, FeedbackValue, ID, releaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import {
  type AnswerPlace,
  answerLead,
  answerText,
  type HeardDeadline,
  heardLines,
  isChat,
  isSameRelease,
  quoteSource,
  searchedText,
} from './answer-text.ts';
import { contactElements, shortContact, shortContactElements } from './contact-line.ts';
import { fitted } from './fit-text.ts';
import { releaseFacts, shortRelease, titleElement } from './release-line.ts';

/** The reply to a question. Quotes stand in rich text, where Slack reads no mark-up in them. */
export function answerMessage(whole: Answer, place: AnswerPlace): Message {
  const answer = fitted(
    (limit) => shortAnswer(whole, limit),
    (short) => answerText(short, place),
  );
  const text = messageText(answerText(answer, place));
  if (isChat(answer)) return { text, blocks: [section(escapeMrkdwn(answerLead(answer)))] };
  return {
    text,
    blocks: [
      section(`*${escapeMrkdwn(answerLead(answer))}*`),
      ...quoteBlocks(answer, place),
      ...laterBlocks(answer, place),
      ...nearestBlocks(answer, place),
      ...contactBlocks(answer, place),
      context(escapeMrkdwn(searchedText(answer, place))),
      ...heardLines(answer, place).map((said) => context(escapeMrkdwn(said))),
      buttons(whole, place),
    ],
  };
}

/** Most people shown of a long list; *Contacts* shows the others. */
const MOST_CONTACTS = 10;

/** The same answer with nothing in it longer than `limit`: for a message, which has an end, unlike what is quoted. */
const shortAnswer = (answer: Answer, limit: number): Answer => {
  const contacts = answer.contacts
    .slice(0, limit < 100 ? 3 : MOST_CONTACTS)
    .map(({ contact, release }) => ({
      contact: shortContact(contact, limit),
      release: shortRelease(release, limit),
    }));
  const nearest = answer.nearest === undefined ? undefined : shortRelease(answer.nearest, limit);
  if (answer.kind !== 'answered' && answer.kind !== 'unsure')
    return { ...answer, contacts, nearest };
  return {
    ...answer,
    contacts,
    nearest,
    quotes: answer.quotes.map((quote) => ({
      release: shortRelease(quote.release, limit),
      passage: { ...quote.passage, heading: quote.passage.heading.map((one) => clip(one, limit)) },
      text: clip(quote.text, limit),
    })),
    later: answer.later.map((release) => shortRelease(release, limit)),
  };
};

const quotesOf = (answer: Answer): readonly Quote[] =>
  answer.kind === 'answered' || answer.kind === 'unsure' ? answer.quotes : [];

const quoteBlocks = (answer: Answer, place: AnswerPlace): KnownBlock[] =>
  quotesOf(answer).map((quote, at, quotes) =>
    richText(
      quoted(words(quote.text)),
      line(
        isSameRelease(quotes, at)
          ? words(SAY.sameRelease)
          : titleElement(quote.release, place.site),
        words(` · ${quoteSource(quote, place)}`),
      ),
    ),
  );

const laterBlocks = (answer: Answer, { site }: AnswerPlace): KnownBlock[] =>
  (answer.kind === 'answered' || answer.kind === 'unsure') && answer.later.length > 0
    ? [
        richText(
          ...answer.later.map((release) =>
            line(
              words(`${SAY.later} `),
              titleElement(release, site),
              words(` · ${releaseFacts(release)}`),
            ),
          ),
        ),
      ]
    : [];

const nearestBlocks = (answer: Answer, { site }: AnswerPlace): KnownBlock[] =>
  answer.kind === 'not-found' && answer.nearest !== undefined
    ? [
        richText(
          line(
            words(`${SAY.nearest} `),
            titleElement(answer.nearest, site),
            words(` · ${releaseFacts(answer.nearest)}`),
          ),
        ),
      ]
    : [];

const contactBlocks = (answer: Answer, { mobiles }: AnswerPlace): KnownBlock[] =>
  answer.contacts.length > 0
    ? [
        richText(
          ...answer.contacts.map(({ contact }) =>
            line(
              words('Contact: '),
              ...(answer.kind === 'contact'
                ? contactElements(contact, { mobiles })
                : shortContactElements(contact)),
            ),
          ),
        ),
      ]
    : [];

/** What a button remembers of a deadline that stood in the question. */
export const heardIn = (heard: HeardDeadline | undefined): { by?: string; at?: string } =>
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

function buttons(answer: Answer, { heard }: AnswerPlace): KnownBlock {
  const cited = citedIds(answer);
  const feedback = encodeQuestion(
    (q) => FeedbackValue.encode({ q, kind: answer.kind }),
    answer.question,
  );
  const first = cited[0] === undefined ? undefined : releaseValue(cited[0]);
  return actions('answer.actions', [
    button({
      id: ID.askButton,
      text: SAY.ask,
      value: askValue(answer.question, cited, heardIn(heard)),
      ...(answer.kind === 'answered' || answer.kind === 'contact' ? {} : { style: 'primary' }),
    }),
    ...(first === undefined
      ? []
      : [
          button({ id: ID.readButton, text: SAY.read, value: first }),
          button({ id: ID.contactsButton, text: SAY.contactsButton, value: first }),
        ]),
    button({ id: ID.helpfulButton, text: SAY.helpful, value: feedback }),
    button({ id: ID.notHelpfulButton, text: SAY.notHelpful, value: feedback }),
  ]);
}
