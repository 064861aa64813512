import type { KnownBlock, RichTextElement } from '@slack/types';
import {
  clip,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';

/** A line of words; with `quote`, somebody's own words stand under it; `shown` is the same with a link in it. */
export type Line = {
  readonly text: string;
  readonly quote?: string;
  readonly shown?: readonly RichTextElement[];
};

/** Slack takes 50 blocks a message; room is left for the lead and for buttons. */
const MOST_LINES = 40;
/** So many units a line, that forty fit the text of a message together with their quotes. */
const LINE = 300;
const QUOTE = 700;

/** A lead and lines under it. In rich text, since much of it was typed by people: no line can forge another. */
export function linesMessage(
  lead: string,
  lines: readonly Line[],
  foot: readonly KnownBlock[] = [],
): Message {
  const shown = lines.slice(0, MOST_LINES).map(({ text, quote, shown: given }) => {
    const flattened = flat(text, LINE);
    return {
      text: flattened,
      quote: quote && flat(quote, QUOTE),
      elements: given === undefined ? [words(flattened)] : [...given],
    };
  });
  return {
    text: messageText(
      [
        lead,
        ...shown.map(({ text, quote }) => (quote === undefined ? text : `${text}\n“${quote}”`)),
      ].join('\n'),
    ),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...shown.map(({ quote, elements }) =>
        quote === undefined
          ? richText(line(...elements))
          : richText(line(...elements), quoted(words(quote))),
      ),
      ...foot,
    ],
  };
}

const flat = (text: string, limit: number): string => clip(text.replace(/\s+/g, ' ').trim(), limit);
