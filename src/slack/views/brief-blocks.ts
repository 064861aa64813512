import type { KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { dayWords } from '../../desk/deadline-words.ts';
import type { Brief } from '../../enquiries/gather-brief.ts';
import { clip, line, plain, quoted, richText, words } from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { quoteSource } from './answer-text.ts';

/** A brief and where its days are told. */
export type BriefPlace = {
  readonly brief: Brief;
  readonly zone: string;
  /** Most characters of a quote or a reply; the whole stands in the release or on the earlier card. */
  readonly limit: number;
};

/** Most characters of what tells where a piece comes from, and of an earlier question. */
const SHORT = 160;

const oneLine = (text: string, limit: number): string =>
  clip(plain(text).replace(/\s+/g, ' ').trim(), limit);

const dayOf = (at: Date, zone: string): string => dayWords(DateTime.fromJSDate(at, { zone }));

type Part = { readonly lead: string; readonly pieces: readonly Piece[] };
type Piece = { readonly said: string; readonly source: string };

function partsOf({ brief, zone, limit }: BriefPlace): Part[] {
  const { quotes, isAnswered, sameOutlet, replies } = brief;
  const parts: Part[] = [
    {
      lead: isAnswered ? SAY.briefReleased : SAY.briefNearest,
      pieces: quotes.map((quote) => ({
        said: oneLine(quote.text, limit),
        source: `${oneLine(quote.release.title, Math.min(limit, SHORT))}, ${oneLine(quoteSource(quote), Math.min(limit, SHORT))}`,
      })),
    },
    {
      lead: SAY.briefReplies,
      pieces: replies.map(({ reference, text, at }) => ({
        said: oneLine(text, limit),
        source: `${reference}, ${dayOf(at, zone)}`,
      })),
    },
    {
      lead: SAY.briefOutlet,
      pieces: sameOutlet.map(({ reference, question, status, at }) => ({
        said: oneLine(question, Math.min(limit, SHORT)),
        source: `${reference}, ${dayOf(at, zone)}, ${status}`,
      })),
    },
  ];
  return parts.filter(({ pieces }) => pieces.length > 0);
}

/** The brief on a card, in rich text, where nothing of it is read as mark-up. */
export const briefBlocks = (place: BriefPlace): KnownBlock[] =>
  partsOf(place).map(({ lead, pieces }) =>
    richText(
      line(words(lead, { bold: true })),
      ...pieces.flatMap(({ said, source }) => [quoted(words(said)), line(words(`— ${source}`))]),
    ),
  );

/** The same as plain lines, for whoever hears the card. */
export const briefLines = (place: BriefPlace): string[] =>
  partsOf(place).flatMap(({ lead, pieces }) => [
    lead,
    ...pieces.map(({ said, source }) => `“${said}” — ${source}`),
  ]);
