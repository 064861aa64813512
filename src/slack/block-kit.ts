import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  RichTextQuote,
  RichTextSection,
  SectionBlock,
} from '@slack/types';

/** What is posted: `text` is complete by itself, since screen readers and notifications use nothing else. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] };

/** Most characters (or items) that Slack accepts, by field. https://docs.slack.dev/reference/block-kit */
export const LIMIT = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** chat.update refuses longer ones, so that no message of ours is longer. */
  messageText: 4000,
  headerText: 150,
  sectionText: 3000,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  optionText: 75,
  /** Sources disagree on 75 and 150: the smaller is safe. */
  optionValue: 75,
  modalTitle: 24,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  placeholder: 150,
  privateMetadata: 3000,
  url: 3000,
  /** Not documented for rich text; kept to what a section takes. */
  richText: 3000,
} as const;

/** Makes text from outside safe to place in mrkdwn: it cannot mention anyone or form a link. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Undoes Slack's own escaping of what a person typed. */
export const unescapeSlack = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A family of emoji takes some thirty units; what takes more is no character but an attack. */
const LONGEST_CHARACTER = 64;

/** Shortens to at most `limit` UTF-16 units, ending in '…', never inside a character that people see as one. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  // One unit is kept for the '…'. The slice bounds the work on hostile text, and leaves the last character whole.
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + LONGEST_CHARACTER))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

/**
 * Takes out what would make text lie about itself or break a message: control characters but line breaks and tabs,
 * bidirectional overrides, and lone surrogates.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

/** Clips before escaping, so that no entity is cut; the escaped text can be up to five times longer than `limit`. */
export const safe = (text: string, limit: number): string => escapeMrkdwn(clip(plain(text), limit));

/** A last guard for text that is escaped already: never longer than `limit`, no entity and no character cut. */
export const clipEscaped = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text.slice(0, limit - 1).replace(/&[a-z]{0,3}$|[\ud800-\udbff]$/, '')}…`;

/** Plain lines → the top-level `text` of a message: escaped, and within what Slack lets a message be edited to. */
export const messageText = (text: string): string =>
  clipEscaped(escapeMrkdwn(plain(text)), LIMIT.messageText);

export const section = (mrkdwn: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clipEscaped(plain(mrkdwn), LIMIT.sectionText) },
});

export const context = (mrkdwn: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clipEscaped(plain(mrkdwn), LIMIT.sectionText) }],
});

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: {
    type: 'plain_text',
    // Slack refuses an empty one, and with it the whole view.
    text: clip(plain(text), LIMIT.headerText).trim() || 'Untitled',
    emoji: false,
  },
});

/** Words shown as they are: in rich text nothing is read as mark-up, mention or link. */
export const words = (
  text: string,
  style?: { bold?: boolean; italic?: boolean },
): RichTextElement => ({
  type: 'text',
  text: plain(text),
  ...(style === undefined ? {} : { style }),
});

/** Words that lead to an address; the words alone where the address is longer than Slack takes, since a part of it leads elsewhere. */
export const link = (url: string, text: string, style?: { bold?: boolean }): RichTextElement =>
  url.length > LIMIT.url
    ? words(text, style)
    : { type: 'link', url, text: plain(text) || url, ...(style === undefined ? {} : { style }) };

/** Slack's checks stumble over empty texts, and nobody sees them. */
const filled = (elements: RichTextElement[]): RichTextElement[] =>
  elements.filter((element) => element.type !== 'text' || element.text !== '');

export const line = (...elements: RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: filled(elements),
});

export const quoted = (...elements: RichTextElement[]): RichTextQuote => ({
  type: 'rich_text_quote',
  elements: filled(elements),
});

export const richText = (...elements: RichTextBlock['elements']): RichTextBlock => ({
  type: 'rich_text',
  elements,
});

export type ButtonOptions = {
  readonly id: string;
  readonly text: string;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says where the text alone would be unclear. */
  readonly label?: string;
};

export const button = ({ id, text, value, url, style, label }: ButtonOptions): Button => ({
  type: 'button',
  action_id: id,
  text: { type: 'plain_text', text: clip(plain(text), LIMIT.buttonText), emoji: false },
  ...(value === undefined ? {} : { value }),
  ...(url === undefined ? {} : { url: clip(url, LIMIT.url) }),
  ...(style === undefined ? {} : { style }),
  ...(label === undefined
    ? {}
    : { accessibility_label: clip(plain(label), LIMIT.accessibilityLabel) }),
});

export const actions = (blockId: string, elements: ActionsBlock['elements']): ActionsBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
});
