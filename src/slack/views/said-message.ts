import {
  clip,
  clipEscaped,
  escapeMrkdwn,
  LIMIT,
  type Message,
  plain,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';

/**
 * A line of the bot's own, with the words of a person under it. The lead is mrkdwn and may mention people, so that
 * nothing that was typed belongs in it unescaped.
 */
export const saidMessage = (lead: string, said = ''): Message => ({
  text: clipEscaped(
    [plain(lead), ...(said === '' ? [] : [escapeMrkdwn(plain(said))])].join('\n'),
    LIMIT.messageText,
  ),
  blocks: [
    section(lead),
    ...(said === '' ? [] : [richText(quoted(words(clip(said, LIMIT.richText))))]),
  ],
});
