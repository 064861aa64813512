import type { webApi } from '@slack/bolt';

/** Whether people of other organisations read a channel, or soon will. Where Slack does not say: yes. */
export async function isReadOutside(client: webApi.WebClient, channel: string): Promise<boolean> {
  if (channel.startsWith('D')) return false;
  try {
    const { channel: found } = await client.conversations.info({ channel });
    return found?.is_ext_shared === true || found?.is_pending_ext_shared === true;
  } catch {
    return true;
  }
}
