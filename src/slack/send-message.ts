import type { webApi } from '@slack/bolt';
import type { Message } from './block-kit.ts';
import { type SlackFailure, slackFailure } from './slack-outcome.ts';

/** Where a message goes: a channel or a person, and a thread there. */
export type Target = {
  /** Channel id, or a person's id for a direct message. */
  readonly channel: string;
  readonly threadTs?: string | undefined;
};

export type SendOutcome =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  | SlackFailure;

/** The event type under which Slack keeps a notice's name with the message. The name tells nothing in itself. */
const METADATA_TYPE = 'media_desk_notice';

/**
 * Posts a message. What Slack says is sorted into outcomes; nothing is thrown.
 *
 * @param mark a digest that names the notice, by which the message is found again when it is unclear whether Slack acted
 */
export async function sendMessage(
  client: webApi.WebClient,
  { channel, threadTs }: Target,
  message: Message,
  mark: string,
): Promise<SendOutcome> {
  try {
    const sent = await client.chat.postMessage({
      channel,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      text: message.text,
      blocks: message.blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: METADATA_TYPE, event_payload: { notice: mark } },
    });
    return { kind: 'sent', channel: sent.channel ?? channel, ts: sent.ts ?? '' };
  } catch (error) {
    return slackFailure(error);
  }
}

/** Puts new content into a message that stands. */
export async function updateMessage(
  client: webApi.WebClient,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  message: Message,
): Promise<SendOutcome> {
  try {
    await client.chat.update({ channel, ts, text: message.text, blocks: message.blocks });
    return { kind: 'sent', channel, ts };
  } catch (error) {
    return slackFailure(error);
  }
}

/** Messages on a page of history, and most pages that are looked through: ten thousand messages. */
const PAGE = 200;
const MOST_PAGES = 50;
/** As far as our clock may be ahead of Slack's. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Looks whether a message that may have been posted is there, also deep in a busy channel.
 *
 * @param since when the message was queued: it cannot have been posted before
 * @returns the message; `undefined` when it is surely not there; a failure when Slack cannot be asked
 */
export async function findSent(
  client: webApi.WebClient,
  { channel, threadTs }: Target,
  mark: string,
  since: Date,
): Promise<{ channel: string; ts: string } | SlackFailure | undefined> {
  try {
    const place = await channelOf(client, channel);
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const asked = {
        channel: place,
        include_all_metadata: true,
        oldest: ((since.getTime() - CLOCKS_APART_MS) / 1000).toFixed(6),
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const { messages = [], response_metadata } =
        threadTs === undefined
          ? await client.conversations.history(asked)
          : await client.conversations.replies({ ...asked, ts: threadTs });
      const found = messages.find(
        ({ metadata }) =>
          metadata?.event_type === METADATA_TYPE &&
          (metadata.event_payload as { notice?: unknown } | undefined)?.notice === mark,
      );
      if (found?.ts !== undefined) return { channel: place, ts: found.ts };
      cursor = response_metadata?.next_cursor;
      if (!cursor) return undefined;
    }
    return undefined;
  } catch (error) {
    const failure = slackFailure(error);
    // A place that cannot be read any more holds nothing to find; sending will say so itself.
    return failure.kind === 'refused' ? undefined : failure;
  }
}

async function channelOf(client: webApi.WebClient, channel: string): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  const opened = await client.conversations.open({ users: channel });
  return opened.channel?.id ?? channel;
}
