import { eventEnvelope, publicMessage } from './event-payload.ts';
import { findMessage, repliesTo, threadOf } from './messages.ts';
import { channelType, directChannel, isMember, isShared, isStranger, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredChannel, StoredMessage } from './slack-state.ts';
import {
  type Answer,
  type Args,
  failure,
  flagOf,
  knownChannel,
  type Method,
  missing,
  ok,
  paged,
  textOf,
} from './web-api-method.ts';

const read = ['channels:read|groups:read|im:read|mpim:read'];
const history = ['channels:history|groups:history|im:history|mpim:history'];

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': {
    scopes: read,
    run: (core, args) =>
      within(core, args, 'read', (channel) => ok({ channel: channelObject(core, channel) })),
  },
  'conversations.members': {
    scopes: read,
    run: (core, args) =>
      within(core, args, 'read', (channel) => {
        const { page, next } = paged(channel.memberIds, args, 100);
        return ok({ members: page, response_metadata: { next_cursor: next } });
      }),
  },
  'conversations.list': { scopes: read, run: list },
  'conversations.open': { scopes: ['im:write'], run: open },
  'conversations.join': { scopes: ['channels:join'], run: join },
  'conversations.history': {
    scopes: history,
    run: (core, args) =>
      within(core, args, 'history', (channel) => messagesOf(core, channel, args)),
  },
  'conversations.replies': { scopes: history, run: replies },
};

/** Runs on the channel asked for, if the app may: each kind of channel has a scope of its own. */
export function within(
  core: SlackCore,
  args: Args,
  need: 'read' | 'history' | undefined,
  run: (channel: StoredChannel) => Answer,
): Answer {
  const lacking = missing(args, 'channel');
  if (lacking !== undefined) return lacking;
  const channel = knownChannel(core, textOf(args, 'channel'));
  if (channel === undefined) return failure('channel_not_found');
  const kind = { im: 'im', group: 'groups', channel: 'channels' }[channelType(channel)];
  const scope = `${kind}:${need}`;
  const { scopes } = core.world.app;
  if (need === undefined || scopes.includes(scope)) return run(channel);
  return {
    kind: 'error',
    error: 'missing_scope',
    more: { needed: scope, provided: scopes.join(',') },
  };
}

/** A channel as `conversations.info` gives it. `is_shared` says little: any sharing; `is_ext_shared` is with others. */
export function channelObject(
  core: SlackCore,
  channel: StoredChannel,
): Readonly<Record<string, unknown>> {
  const { app, homeId } = core.world;
  const pending = channel.pendingIds ?? [];
  if (channel.kind === 'im') {
    const user = channel.memberIds.find((id) => id !== app.userId);
    return {
      id: channel.id,
      created: 0,
      is_im: true,
      is_archived: false,
      user,
      is_org_shared: false,
      context_team_id: homeId,
    };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: 0,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_archived: channel.isArchived ?? false,
    is_general: false,
    is_member: isMember(channel, app.userId),
    is_shared: channel.connectedIds.length > 0,
    is_ext_shared: channel.connectedIds.length > 0,
    is_org_shared: false,
    is_pending_ext_shared: pending.length > 0,
    pending_shared: pending,
    pending_connected_team_ids: pending,
    connected_team_ids: channel.connectedIds,
    shared_team_ids: isShared(channel) ? [channel.hostId, ...channel.connectedIds] : [homeId],
    conversation_host_id: channel.hostId,
    context_team_id: homeId,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.memberIds.length,
  };
}

function list(core: SlackCore, args: Args): Answer {
  const types = (textOf(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const typeOf = ({ kind, isPrivate }: StoredChannel) =>
    kind === 'im' ? 'im' : isPrivate ? 'private_channel' : 'public_channel';
  const all = Object.values(core.state.channels)
    .filter(
      (channel) => knownChannel(core, channel.id) !== undefined && types.includes(typeOf(channel)),
    )
    .filter((channel) => !(flagOf(args, 'exclude_archived') && channel.isArchived));
  const { page, next } = paged(all, args, 100);
  return ok({
    channels: page.map((channel) => channelObject(core, channel)),
    response_metadata: { next_cursor: next },
  });
}

function open(core: SlackCore, args: Args): Answer {
  const id = textOf(args, 'channel');
  if (id !== undefined)
    return within(core, args, undefined, (channel) => ok({ channel: { id: channel.id } }));
  const users = (textOf(args, 'users') ?? '').split(',').filter((user) => user !== '');
  const [user, ...more] = users;
  if (user === undefined) return failure('users_list_not_supplied');
  if (users.length > 8) return failure('too_many_users');
  if (more.length > 0) return failure('method_not_supported_for_channel_type');
  const person = personOf(core, user);
  if (person === undefined) return failure('user_not_found');
  if (person.deleted) return failure('user_disabled');
  if (isStranger(core, person)) return failure('user_not_visible');
  const channel = directChannel(core, core.world.app.userId, user);
  return ok({
    channel: flagOf(args, 'return_im') ? channelObject(core, channel) : { id: channel.id },
  });
}

function join(core: SlackCore, args: Args): Answer {
  return within(core, args, undefined, (channel) => {
    const { userId } = core.world.app;
    if (channel.isPrivate || channel.kind === 'im')
      return failure('method_not_supported_for_channel_type');
    if (channel.isArchived) return failure('is_archived');
    if (isMember(channel, userId))
      return ok({ channel: channelObject(core, channel), warning: 'already_in_channel' });
    const joined = { ...channel, memberIds: [...channel.memberIds, userId] };
    core.state.channels[channel.id] = joined;
    core.changed();
    if (core.world.app.events.includes('member_joined_channel')) {
      const event = {
        type: 'member_joined_channel',
        user: userId,
        channel: channel.id,
        channel_type: 'C',
        team: channel.hostId,
      };
      void core.deliver(eventEnvelope(core, event, { channel: joined, actorId: userId }));
    }
    return ok({ channel: channelObject(core, joined) });
  });
}

function messagesOf(core: SlackCore, channel: StoredChannel, args: Args): Answer {
  if (!isMember(channel, core.world.app.userId)) return failure('not_in_channel');
  const top = (core.state.messages[channel.id] ?? []).filter(
    ({ thread_ts: thread, ts, subtype }) =>
      thread === undefined || thread === ts || subtype === 'thread_broadcast',
  );
  return messagePage(core, channel, between(top, args).reverse(), args);
}

function replies(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'ts');
  if (lacking !== undefined) return lacking;
  return within(core, args, 'history', (channel) => {
    if (!isMember(channel, core.world.app.userId)) return failure('not_in_channel');
    const asked = findMessage(core, channel.id, textOf(args, 'ts') ?? '');
    if (asked === undefined) return failure('thread_not_found');
    const [parent, ...rest] = threadOf(core, channel.id, asked.thread_ts ?? asked.ts);
    return messagePage(core, channel, [...(parent ? [parent] : []), ...between(rest, args)], args);
  });
}

function between(messages: readonly StoredMessage[], args: Args): StoredMessage[] {
  const oldest = Number(args.oldest ?? 0);
  const latest = Number(args.latest ?? Number.POSITIVE_INFINITY);
  const inclusive = flagOf(args, 'inclusive');
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function messagePage(
  core: SlackCore,
  channel: StoredChannel,
  found: readonly StoredMessage[],
  args: Args,
): Answer {
  const { page, hasMore, next } = paged(found, args, 100);
  const withMetadata = flagOf(args, 'include_all_metadata');
  const messages = page.map((message) => {
    const { metadata, ...shown } = publicMessage(core, channel, message);
    const answers = message.thread_ts === message.ts ? repliesTo(core, channel.id, message.ts) : [];
    return {
      ...shown,
      ...(withMetadata && metadata !== undefined && { metadata }),
      ...(answers.length > 0 && {
        reply_count: answers.length,
        reply_users: [...new Set(answers.map(({ user }) => user))],
        latest_reply: answers.at(-1)?.ts,
      }),
    };
  });
  return ok({ messages, has_more: hasMore, response_metadata: { next_cursor: next } });
}
