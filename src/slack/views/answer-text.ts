import type { Answer, NotFoundReason, Quote } from '../../answers/answer.ts';
import { dayText } from '../../releases/day-text.ts';
import { releaseUrl } from '../../releases/release-url.ts';
import { clip } from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { contactText, type Privacy, shortContactText } from './contact-line.ts';
import { releaseText, TITLE_LIMIT } from './release-line.ts';

/** What an answer's look depends on besides the answer. */
export type AnswerPlace = Privacy & {
  readonly site: string | undefined;
  /** How far the releases have been read, while they are. */
  readonly reading?: { readonly done: number; readonly total: number } | undefined;
  /** When the words of a quote were put right, for the reader; `undefined` where they were not. */
  readonly correctedAt?: ((quote: Quote) => string | undefined) | undefined;
  /** A deadline that stands in the question. */
  readonly heard?: HeardDeadline | undefined;
};

/** A deadline in a question: its words, when they were said (ISO 8601), and how they are read back. */
export type HeardDeadline = { readonly by: string; readonly at: string; readonly said: string };

const HEADING_LIMIT = 150;

/** Where and when a quote was said: `as stated 19 Nov 2019 · under “…” · paragraph 3 · version 1a2b3c4d5e6f`. */
export function quoteSource(
  quote: Quote,
  { correctedAt }: Pick<AnswerPlace, 'correctedAt'> = {},
): string {
  const { release, passage } = quote;
  const corrected = correctedAt?.(quote);
  const heading = passage.heading.at(-1);
  return [
    release.date === undefined ? 'undated' : `as stated ${dayText(release.date.day)}`,
    ...(heading === undefined ? [] : [`under “${clip(heading, HEADING_LIMIT)}”`]),
    ...(passage.paragraph === undefined ? [] : [`paragraph ${passage.paragraph}`]),
    ...(corrected === undefined
      ? release.status === 'corrected'
        ? ['corrected']
        : []
      : [SAY.correctedAt(corrected)]),
    ...(release.language === 'en' ? [] : [`in ${languageName(release.language)}`]),
    `version ${release.version}`,
  ].join(' · ');
}

const languageName = (code: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;

/** The first line of a reply: what kind of answer it is. */
export function answerLead(answer: Answer): string {
  switch (answer.kind) {
    case 'answered':
      return SAY.answered(new Set(answer.quotes.map(({ release }) => release.id)).size);
    case 'unsure':
      return SAY.unsure;
    case 'contact': {
      const title = answer.contacts[0]?.release.title;
      return title === undefined ? SAY.noContact : SAY.contacts(clip(title, TITLE_LIMIT));
    }
    case 'not-found':
      return notFoundLead(answer.reason);
  }
}

function notFoundLead(reason: NotFoundReason): string {
  switch (reason) {
    case 'nothing-near':
      return SAY.notFound;
    case 'no-contact':
      return SAY.noContact;
    case 'small-talk':
      return SAY.smallTalk;
    case 'thanks':
      return SAY.thanks;
    case 'opinion':
      return SAY.opinion;
    case 'private':
      return SAY.private;
    case 'instructions':
      return SAY.instructions;
    case 'empty':
      return SAY.empty;
  }
}

/** Replies to what is no question of fact: short, and nothing of the releases in them. */
export const isChat = (answer: Answer): boolean =>
  answer.kind === 'not-found' &&
  ['small-talk', 'thanks', 'opinion', 'instructions', 'private', 'empty'].includes(answer.reason);

export const searchedText = (
  { searched: { releases, from, to } }: Answer,
  { reading }: Pick<AnswerPlace, 'reading'>,
): string =>
  (reading === undefined ? '' : `${SAY.stillReading(reading.done, reading.total)} `) +
  SAY.searched(
    releases,
    from === undefined ? undefined : dayText(from),
    to === undefined ? undefined : dayText(to),
  );

/** Whether the quote before this one is of the same release, so that its title need not be said again. */
export const isSameRelease = (quotes: readonly Quote[], place: number): boolean =>
  place > 0 && quotes[place]?.release.id === quotes[place - 1]?.release.id;

const quoteLines = (quotes: readonly Quote[], place: AnswerPlace): string[] =>
  quotes.flatMap((quote, at) => {
    const url = releaseUrl(quote.release, place.site);
    return [
      `“${quote.text}”`,
      isSameRelease(quotes, at)
        ? `— ${SAY.sameRelease}, ${quoteSource(quote, place)}`
        : `— ${clip(quote.release.title, TITLE_LIMIT)}, ${quoteSource(quote, place)}${url === undefined ? '' : `, ${url}`}`,
    ];
  });

/** The deadline in the question read back, where a person is still needed. */
export const heardLines = (answer: Answer, { heard }: Pick<AnswerPlace, 'heard'>): string[] =>
  heard === undefined || answer.kind === 'answered' || answer.kind === 'contact'
    ? []
    : [heard.said];

/** The whole reply as plain text, just as a screen reader would get it: nothing that is seen is missing from it. */
export function answerText(answer: Answer, place: AnswerPlace): string {
  const { site, mobiles } = place;
  if (isChat(answer)) return answerLead(answer);
  const quotes =
    answer.kind === 'answered' || answer.kind === 'unsure' ? quoteLines(answer.quotes, place) : [];
  const later = answer.kind === 'answered' || answer.kind === 'unsure' ? answer.later : [];
  const nearest =
    answer.kind === 'not-found' && answer.nearest !== undefined
      ? [`${SAY.nearest} ${releaseText(answer.nearest, site)}`]
      : [];
  return [
    answerLead(answer),
    ...quotes,
    ...later.map((release) => `${SAY.later} ${releaseText(release, site)}`),
    ...nearest,
    ...answer.contacts.map(
      ({ contact }) =>
        `Contact: ${answer.kind === 'contact' ? contactText(contact, { mobiles }) : shortContactText(contact)}`,
    ),
    searchedText(answer, place),
    ...(answer.kind === 'answered' ? [] : [SAY.askOffer]),
    ...heardLines(answer, place),
  ].join('\n');
}
