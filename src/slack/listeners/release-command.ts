import type { App } from '@slack/bolt';
import type { Follows } from '../../enquiries/follows.ts';
import type { Message } from '../block-kit.ts';
import { latestReleases, type SlackDeps } from '../deps.ts';
import { changeFollows, readFollow } from '../follow-words.ts';
import { ID } from '../ids.ts';
import { typedText } from '../typed-text.ts';
import { helpMessage } from '../views/help-message.ts';
import { plainMessage } from '../views/plain-message.ts';
import { latestMessage, searchMessage } from '../views/search-message.ts';

/** Enough to choose from, and few enough to read on a phone. */
const HITS = 5;

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'now' | 'newId'> & {
  readonly store: Pick<Follows, 'follow' | 'unfollow' | 'following'>;
};

/** `/release WORDS`, `/release latest`, `/release help`. Slack offers it to members of our workspace only. */
export function registerReleaseCommand(app: App, deps: Deps): void {
  app.command(ID.command, async ({ ack, command }) => {
    const text = typedText(command.text);
    const follow = readFollow(text);
    const { channel_id: channel, user_id: userId } = command;
    const reply =
      follow === undefined
        ? replyTo(deps, text)
        : plainMessage(await changeFollows(deps, follow, { channel, userId }));
    await ack({ ...reply, response_type: 'ephemeral' });
  });
}

function replyTo(deps: Pick<Deps, 'index' | 'desk' | 'now'>, text: string): Message {
  const { site } = deps.desk();
  if (text === '' || /^help$/i.test(text)) return helpMessage();
  if (/^(latest|newest|recent)$/i.test(text))
    return latestMessage(latestReleases(deps, HITS), { site });
  return searchMessage(deps.index().search({ text, limit: HITS }, deps.now()), { site });
}
