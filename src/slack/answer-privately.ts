import type { BlockAction, RespondFn, webApi } from '@slack/bolt';
import type { Message } from './block-kit.ts';

/**
 * Says something to whoever pressed a button, and to nobody else. A button in a thread is answered in that thread, where
 * its presser looks: what Slack posts to a `response_url` goes to the channel instead.
 */
export async function answerPrivately(
  {
    body: { channel, message, user },
    client,
    respond,
  }: {
    readonly body: BlockAction;
    readonly client: webApi.WebClient;
    readonly respond: RespondFn;
  },
  said: Message,
): Promise<void> {
  const threadTs: unknown = message?.thread_ts;
  if (channel !== undefined && typeof threadTs === 'string') {
    const posted = await client.chat
      .postEphemeral({ channel: channel.id, user: user.id, thread_ts: threadTs, ...said })
      .then(() => true)
      // Slack may refuse where the presser is of another workspace: the other way is open to everybody.
      .catch(() => false);
    if (posted) return;
  }
  await respond({ ...said, response_type: 'ephemeral', replace_original: false });
}
