import type { Envelope } from './delivery.ts';
import { channelType, isExternal, isShared, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { newId, type StoredChannel, type StoredFile, type StoredMessage } from './slack-state.ts';

type Event = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * An event in the envelope of the Events API. In a shared channel the envelope's `team_id` may be the other workspace's;
 * whose installation is meant stands in `authorizations` (docs, *Slack Connect*).
 */
export function eventEnvelope(
  core: SlackCore,
  event: Event,
  where?: { readonly channel: StoredChannel; readonly actorId: string },
): Envelope {
  const { app, homeId } = core.world;
  const actor = where === undefined ? undefined : personOf(core, where.actorId);
  const shared = where !== undefined && isShared(where.channel);
  return {
    type: 'events_api',
    name: typeof event.subtype === 'string' ? `${event.type}.${event.subtype}` : event.type,
    payload: {
      token: 'practice-verification-token',
      team_id: shared && actor !== undefined ? actor.workspaceId : homeId,
      context_team_id: homeId,
      context_enterprise_id: null,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(core.now().getTime() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: homeId,
          user_id: app.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: shared,
      event_context: `4-${event.type}-${homeId}`,
    },
  };
}

/** A message as apps are given it, without what only the stand-in knows. */
export function publicMessage(
  core: SlackCore,
  channel: StoredChannel,
  { own: _, files, ...message }: StoredMessage,
): Readonly<Record<string, unknown>> {
  const author = personOf(core, message.user);
  return {
    ...message,
    ...(author !== undefined &&
      isExternal(core, author) && {
        user_team: author.workspaceId,
        source_team: author.workspaceId,
      }),
    ...(files !== undefined && { files: files.map((file) => publicFile(core, channel, file)) }),
  };
}

/** Files in a shared channel come as a stub, to be asked for with `files.info`. */
export function publicFile(core: SlackCore, channel: StoredChannel | undefined, file: StoredFile) {
  if (channel !== undefined && isShared(channel)) {
    return {
      id: file.id,
      mode: 'file_access',
      file_access: 'check_file_info',
      created: 0,
      timestamp: 0,
    };
  }
  const url = `${core.origin}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.name,
    size: file.size,
    mode: 'hosted',
    filetype: file.name.split('.').at(-1) ?? '',
    url_private: url,
    url_private_download: url,
    permalink: url,
  };
}

/** `message`, with the fields that only the event has. */
export function messageEvent(
  core: SlackCore,
  channel: StoredChannel,
  message: StoredMessage,
): Event {
  return {
    ...publicMessage(core, channel, message),
    type: 'message',
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channelType(channel),
  };
}

export function changedEvent(
  core: SlackCore,
  channel: StoredChannel,
  { before, after, ts }: { before: StoredMessage; after: StoredMessage; ts: string },
): Event {
  return {
    type: 'message',
    subtype: 'message_changed',
    message: publicMessage(core, channel, after),
    previous_message: publicMessage(core, channel, before),
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

export function deletedEvent(
  core: SlackCore,
  channel: StoredChannel,
  { before, ts }: { before: StoredMessage; ts: string },
): Event {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: publicMessage(core, channel, before),
    channel: channel.id,
    hidden: true,
    deleted_ts: before.ts,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

/** `app_mention`: the message without a channel type. */
export function mentionEvent(
  core: SlackCore,
  channel: StoredChannel,
  message: StoredMessage,
): Event {
  const { subtype: _, ...rest } = publicMessage(core, channel, message);
  return { ...rest, type: 'app_mention', channel: channel.id, event_ts: message.ts };
}

/** `link_shared`: somebody posted a link to one of the app's domains. */
export function linkEvent(
  core: SlackCore,
  channel: StoredChannel,
  { message, links }: { message: StoredMessage; links: readonly { domain: string; url: string }[] },
): Event {
  return {
    type: 'link_shared',
    user: message.user,
    channel: channel.id,
    message_ts: message.ts,
    ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    links,
    is_bot_user_member: channel.memberIds.includes(core.world.app.userId),
    source: 'conversations_history',
    unfurl_id: `${channel.id}-${message.ts}`,
    event_ts: message.ts,
  };
}

/** What the app must be subscribed to, to be told of messages in such a channel. */
export const subscriptionFor = (channel: StoredChannel): string =>
  ({ im: 'message.im', group: 'message.groups', channel: 'message.channels' })[
    channelType(channel)
  ];
