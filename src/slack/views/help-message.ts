import type { KnownBlock, RichTextElement } from '@slack/types';
import {
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

/** Who is helped: Slack gives commands to members of our workspace only, and some are for staff. */
export type Helped = 'outsider' | 'member' | 'staff';

const waysFor = (whom: Helped): readonly (readonly [string, string])[] => [
  ...(whom === 'outsider' ? [] : SAY.helpCommands),
  ...SAY.helpMentions,
  ...(whom === 'staff' ? SAY.helpStaff : []),
];

/** What the bot does, and words to try it with. */
export const helpMessage = (whom: Helped): Message => ({
  text: messageText(
    [
      SAY.helpLead,
      ...waysFor(whom).map(([typed, does]) => `• “${typed}” ${does}`),
      SAY.helpAsk,
    ].join('\n'),
  ),
  blocks: helpBlocks(whom),
});

export const helpBlocks = (whom: Helped): KnownBlock[] => [
  section(escapeMrkdwn(SAY.helpLead)),
  richText({
    type: 'rich_text_list',
    style: 'bullet',
    elements: waysFor(whom).map(([typed, does]) => line(code(typed), words(` ${does}`))),
  }),
  context(escapeMrkdwn(SAY.helpAsk)),
];

/** Set off from the words around it, since it is meant to be typed as it stands. */
const code = (text: string): RichTextElement => ({ type: 'text', text, style: { code: true } });
