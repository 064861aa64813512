import { escapeMrkdwn, type Message, messageText, section } from '../block-kit.ts';
import { SAY } from '../wording.ts';

/** What the bot does and three things to try. */
export const helpMessage = (): Message => ({
  text: messageText(SAY.help.join('\n')),
  blocks: [section(escapeMrkdwn(SAY.help.join('\n')))],
});
