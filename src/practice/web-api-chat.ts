import type { KnownBlock } from '@slack/types';
import { messageRejection } from './check-payload.ts';
import { publicMessage } from './event-payload.ts';
import {
  addEphemeral,
  addMessage,
  changeMessage,
  type Draft,
  findMessage,
  removeMessage,
  tellOfMessage,
} from './messages.ts';
import { isMember, workspaceOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { newId, type StoredChannel, type StoredMessage } from './slack-state.ts';
import {
  type Answer,
  type Args,
  failure,
  flagOf,
  knownChannel,
  type Method,
  missing,
  ok,
  textOf,
  writableChannel,
} from './web-api-method.ts';

const write = ['chat:write'];

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': { scopes: write, run: postMessage },
  'chat.postEphemeral': { scopes: write, run: postEphemeral },
  'chat.update': { scopes: write, run: update },
  'chat.delete': { scopes: write, run: remove },
  'chat.getPermalink': { scopes: [], run: permalink },
  'chat.unfurl': { scopes: ['links:write'], run: unfurl },
};

function postMessage(core: SlackCore, args: Args): Answer {
  const channel = target(core, args);
  if ('error' in channel) return channel;
  const wait = paceLeft(core, channel.id);
  if (wait > 0) return { kind: 'rate-limited', seconds: Math.ceil(wait / 1000) };
  const posted = post(core, channel, args);
  if ('error' in posted) return posted;
  const message = publicMessage(core, channel, posted);
  return ok({ channel: channel.id, ts: posted.ts, message, ...warningOf(args) });
}

/** Posts for the app, without the pace. Also for scheduled messages and `response_url`. */
export function post(
  core: SlackCore,
  channel: StoredChannel,
  args: Args,
): StoredMessage | Extract<Answer, { kind: 'error' }> {
  const rejection = messageRejection(args, 40_000);
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const thread = textOf(args, 'thread_ts');
  const parent = thread === undefined ? undefined : findMessage(core, channel.id, thread);
  if (thread !== undefined && parent === undefined)
    return { kind: 'error', error: 'thread_not_found' };
  if (parent?.subtype === 'tombstone') return { kind: 'error', error: 'cannot_reply_to_message' };
  if (parent?.thread_ts !== undefined && parent.thread_ts !== parent.ts) {
    const problems = ['thread_ts is that of a reply: use the first message of the thread'];
    core.faults.push({
      at: core.now().toISOString(),
      method: 'chat.postMessage',
      problems,
      payload: args,
    });
  }
  const root = parent?.thread_ts ?? parent?.ts;
  if (parent !== undefined && parent.thread_ts === undefined) {
    void changeMessage(core, channel, parent, { ...parent, thread_ts: parent.ts }, true);
  }
  const message = addMessage(core, channel, {
    ...draftOf(core, args),
    ...(root !== undefined && { thread_ts: root }),
    ...(root !== undefined && flagOf(args, 'reply_broadcast') && { subtype: 'thread_broadcast' }),
  });
  void tellOfMessage(core, channel, message);
  return message;
}

function postEphemeral(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'user');
  if (lacking !== undefined) return lacking;
  const channel = target(core, args);
  if ('error' in channel) return channel;
  const user = textOf(args, 'user') ?? '';
  if (!isMember(channel, user)) return failure('user_not_in_channel');
  const rejection = messageRejection(args, 4_000);
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const thread = textOf(args, 'thread_ts');
  const message = addEphemeral(core, channel, user, {
    ...draftOf(core, args),
    ...(thread !== undefined && { thread_ts: thread }),
  });
  return ok({ message_ts: message.ts, ...warningOf(args) });
}

function update(core: SlackCore, args: Args): Answer {
  const found = own(core, args, 'cant_update_message');
  if ('error' in found) return found;
  const { channel, message } = found;
  const rejection = messageRejection(args, 4_000);
  if (rejection !== undefined) return { kind: 'error', ...rejection };
  const { blocks: _, attachments: __, edited: ___, ...kept } = message;
  const { text, blocks, attachments, metadata } = draftOf(core, args);
  const withText = args.text !== undefined || args.markdown_text !== undefined;
  const after: StoredMessage = {
    ...kept,
    text: withText ? text : message.text,
    ...(blocks !== undefined
      ? { blocks }
      : !withText && message.blocks
        ? { blocks: message.blocks }
        : {}),
    ...(attachments !== undefined && { attachments }),
    ...(metadata !== undefined && { metadata }),
    // An update of the blocks alone shows no "edited".
    ...(withText && {
      edited: {
        user: core.world.app.userId,
        ts: `${Math.floor(core.now().getTime() / 1000)}.000000`,
      },
    }),
  };
  void changeMessage(core, channel, message, after);
  return ok({
    channel: channel.id,
    ts: after.ts,
    text: after.text,
    message: publicMessage(core, channel, after),
    ...warningOf(args),
  });
}

function remove(core: SlackCore, args: Args): Answer {
  const found = own(core, args, 'cant_delete_message');
  if ('error' in found) return found;
  void removeMessage(core, found.channel, found.message);
  return ok({ channel: found.channel.id, ts: found.message.ts });
}

function permalink(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'channel', 'message_ts');
  if (lacking !== undefined) return lacking;
  const channel = knownChannel(core, textOf(args, 'channel'));
  if (channel === undefined) return failure('channel_not_found');
  const message = findMessage(core, channel.id, textOf(args, 'message_ts') ?? '');
  if (message === undefined) return failure('message_not_found');
  const { domain } = workspaceOf(core, core.world.homeId);
  const thread =
    message.thread_ts === undefined || message.thread_ts === message.ts
      ? ''
      : `?thread_ts=${message.thread_ts}&cid=${channel.id}`;
  const link = `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return ok({ channel: channel.id, permalink: link });
}

/** Hangs previews of links on the message that has them, whoever wrote it. */
function unfurl(core: SlackCore, args: Args): Answer {
  const [channelId = '', ts = ''] = (textOf(args, 'unfurl_id') ?? '').split('-');
  const lacking = missing({ channel: channelId, ts, ...args }, 'unfurls', 'channel', 'ts');
  if (lacking !== undefined) return lacking;
  const channel = knownChannel(core, textOf(args, 'channel') ?? channelId);
  const message = channel && findMessage(core, channel.id, textOf(args, 'ts') ?? ts);
  if (channel === undefined || message === undefined) return failure('cannot_unfurl_message');
  if (typeof args.unfurls !== 'object') return failure('invalid_unfurls_format');
  const previews = Object.entries(args.unfurls as Readonly<Record<string, object>>).map(
    ([url, preview]) => ({ ...preview, from_url: url }),
  );
  const strays = previews.filter(
    ({ from_url: url }) => !message.text.includes(url.replaceAll('&', '&amp;')),
  );
  if (strays.length > 0) return failure('cannot_unfurl_url');
  const rejection = messageRejection({ attachments: previews }, 40_000);
  if (rejection !== undefined)
    return { kind: 'error', error: 'invalid_unfurls_format', problems: rejection.problems };
  void changeMessage(core, channel, message, { ...message, attachments: previews }, true);
  return ok();
}

type Failed = Extract<Answer, { kind: 'error' }>;

/** Where a message is to go, or why it cannot. */
export function target(core: SlackCore, args: Args): StoredChannel | Failed {
  const lacking = missing(args, 'channel');
  if (lacking !== undefined) return lacking as Failed;
  const channel = writableChannel(core, textOf(args, 'channel'));
  return typeof channel === 'string' ? { kind: 'error', error: channel } : channel;
}

function own(
  core: SlackCore,
  args: Args,
  refusal: string,
): { channel: StoredChannel; message: StoredMessage } | Failed {
  const lacking = missing(args, 'channel', 'ts');
  if (lacking !== undefined) return lacking as Failed;
  const channel = knownChannel(core, textOf(args, 'channel'));
  if (channel === undefined) return { kind: 'error', error: 'channel_not_found' };
  const message = findMessage(core, channel.id, textOf(args, 'ts') ?? '');
  if (message === undefined) return { kind: 'error', error: 'message_not_found' };
  if (message.bot_id !== core.world.app.botId) return { kind: 'error', error: refusal };
  return { channel, message };
}

/** What the app sent, as a message of the app. Slack names the blocks that the app did not. */
export function draftOf(core: SlackCore, args: Args): Draft {
  const { app, homeId } = core.world;
  const blocks = args.blocks as readonly KnownBlock[] | undefined;
  const username = textOf(args, 'username');
  return {
    user: app.userId,
    bot_id: app.botId,
    app_id: app.id,
    team: homeId,
    text: textOf(args, 'text') ?? textOf(args, 'markdown_text') ?? '',
    ...(blocks !== undefined && blocks.length > 0 && { blocks: named(blocks) }),
    ...(Array.isArray(args.attachments) && { attachments: args.attachments }),
    ...(args.metadata !== undefined && { metadata: args.metadata }),
    ...(username !== undefined && { username }),
  };
}

export const named = (blocks: readonly KnownBlock[]): readonly KnownBlock[] =>
  blocks.map((block) => ({ ...block, block_id: block.block_id ?? newId('').slice(0, 5) }));

/** Screen readers and notifications read `text`, so Slack warns where there is none. */
const warningOf = ({ text, markdown_text: markdown }: Args) =>
  text || markdown ? {} : { warning: 'missing_text_in_message' };

/** Milliseconds until the channel takes another message of the app's. */
function paceLeft(core: SlackCore, channelId: string): number {
  const { messagePaceMs, messageBurst } = core.options;
  if (messagePaceMs === 0) return 0;
  const now = core.now().getTime();
  const times = (core.posted.get(channelId) ?? []).filter(
    (time) => time > now - messagePaceMs * messageBurst && time <= now,
  );
  if (times.length >= messageBurst) return (times[0] ?? now) + messagePaceMs * messageBurst - now;
  core.posted.set(channelId, [...times, now]);
  return 0;
}
