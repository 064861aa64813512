import type { App } from '@slack/bolt';
import { noticesIn } from '../work-inbox.ts';

/** A short word when the bot is added to a channel, and none when anybody else is. */
export function registerJoining(app: App, { botUserId }: { readonly botUserId: string }): void {
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user !== botUserId) return;
    noticesIn(context).push({ notice: { kind: 'welcome', channel: event.channel } });
  });
}
