import type { App } from '@slack/bolt';
import { plainMessage } from '../views/plain-message.ts';
import { SAY } from '../wording.ts';

/** A short word when the bot is added to a channel, and none when anybody else is. */
export function registerJoining(app: App, { botUserId }: { readonly botUserId: string }): void {
  app.event('member_joined_channel', async ({ event, client }) => {
    if (event.user !== botUserId) return;
    await client.chat.postMessage({ channel: event.channel, ...plainMessage(SAY.welcome) });
  });
}
