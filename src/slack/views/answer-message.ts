import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answers/answer.ts';
import {
  button,
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
import { ID, releaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { answerButtons, citedIds, contactLine, quoteElements, quotesOf } from './answer-parts.ts';
import {
  type AnswerPlace,
  answerLead,
  answerText,
  heardLines,
  isChat,
  isSameRelease,
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

const quoteBlocks = (answer: Answer, place: AnswerPlace): KnownBlock[] =>
  quotesOf(answer).map((quote, at, quotes) =>
    richText(...quoteElements(quote, place, isSameRelease(quotes, at))),
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
            contactLine(
              answer.kind === 'contact'
                ? contactElements(contact, { mobiles })
                : shortContactElements(contact),
            ),
          ),
        ),
      ]
    : [];

function buttons(answer: Answer, { heard }: AnswerPlace): KnownBlock {
  const cited = citedIds(answer);
  const first = cited[0] === undefined ? undefined : releaseValue(cited[0]);
  return answerButtons({
    question: answer.question,
    kind: answer.kind,
    cited,
    heard,
    isSettled: answer.kind === 'answered' || answer.kind === 'contact',
    more:
      first === undefined
        ? []
        : [
            button({ id: ID.readButton, text: SAY.read, value: first }),
            button({ id: ID.contactsButton, text: SAY.contactsButton, value: first }),
          ],
  });
}
