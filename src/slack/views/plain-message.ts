import { escapeMrkdwn, type Message, messageText, section } from '../block-kit.ts';

/** A message of words only. */
export const plainMessage = (text: string): Message => ({
  text: messageText(text),
  blocks: [section(escapeMrkdwn(text))],
});
