import { publicMessage } from './event-payload.ts';
import { newResponseUrl, newTrigger } from './handles.ts';
import { handleOf, workspaceOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredChannel, StoredMessage, StoredView, Values } from './slack-state.ts';
import type { WorldPerson } from './world.ts';

/** The fields that every interaction has: whose workspace, who, which app. */
function baseOf(core: SlackCore, person: WorldPerson, teamId: string) {
  const { id, domain } = workspaceOf(core, teamId);
  return {
    team: { id, domain },
    user: {
      id: person.id,
      username: handleOf(person),
      name: handleOf(person),
      team_id: person.workspaceId,
    },
    api_app_id: core.world.app.id,
    token: 'practice-verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A view as Slack gives it to apps. */
export function publicView(
  core: SlackCore,
  { id, hash, rootId, previousId, view, values }: StoredView,
  teamId?: string,
) {
  const { app, homeId } = core.world;
  return {
    id,
    team_id: teamId ?? homeId,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...(view.type === 'modal' && {
      clear_on_close: false,
      notify_on_close: false,
      close: null,
      submit: null,
    }),
    ...view,
    state: { values },
    hash,
    root_view_id: rootId,
    previous_view_id: previousId,
    app_id: app.id,
    app_installed_team_id: homeId,
    bot_id: app.botId,
  };
}

/** `block_actions` in a message. `team` is where the app is installed; `user.team_id` is the person's own. */
export function messageActionPayload(
  core: SlackCore,
  of: {
    person: WorldPerson;
    channel: StoredChannel;
    message: StoredMessage;
    action: Readonly<Record<string, unknown>>;
    values: Values;
  },
) {
  const { person, channel, message, action, values } = of;
  const ephemeral = message.own.for !== undefined;
  const thread = message.thread_ts === undefined ? {} : { threadTs: message.thread_ts };
  return {
    type: 'block_actions',
    ...baseOf(core, person, core.world.homeId),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    },
    trigger_id: newTrigger(core, person.id),
    channel: { id: channel.id, name: channelName(channel) },
    ...(!ephemeral && { message: publicMessage(core, channel, message) }),
    state: { values },
    response_url: newResponseUrl(core, {
      channel: channel.id,
      user: person.id,
      messageTs: message.ts,
      ...thread,
    }),
    actions: [action],
  };
}

/** `block_actions` in a modal or on the Home tab. */
export function viewActionPayload(
  core: SlackCore,
  {
    person,
    stored,
    action,
  }: { person: WorldPerson; stored: StoredView; action: Readonly<Record<string, unknown>> },
) {
  return {
    type: 'block_actions',
    ...baseOf(core, person, core.world.homeId),
    container: { type: 'view', view_id: stored.id },
    trigger_id: newTrigger(core, person.id, stored.id),
    view: publicView(core, stored, person.workspaceId),
    actions: [action],
  };
}

/** `view_submission` and `view_closed`: `team` is the person's own workspace, the app's is in the view. */
export function viewPayload(
  core: SlackCore,
  {
    person,
    stored,
    type,
    isCleared,
  }: {
    person: WorldPerson;
    stored: StoredView;
    type: 'view_submission' | 'view_closed';
    isCleared?: boolean;
  },
) {
  return {
    type,
    ...baseOf(core, person, person.workspaceId),
    view: publicView(core, stored, person.workspaceId),
    ...(type === 'view_submission'
      ? { trigger_id: newTrigger(core, person.id, stored.id), response_urls: [] }
      : { is_cleared: isCleared ?? false }),
  };
}

/** A message shortcut, or a global one where `on` is missing. */
export function shortcutPayload(
  core: SlackCore,
  {
    person,
    callbackId,
    on,
  }: {
    person: WorldPerson;
    callbackId: string;
    on?: { channel: StoredChannel; message: StoredMessage };
  },
) {
  const base = { ...baseOf(core, person, core.world.homeId), callback_id: callbackId };
  const actionTs = `${Math.floor(core.now().getTime() / 1000)}.000000`;
  if (on === undefined) {
    return {
      type: 'shortcut',
      ...base,
      action_ts: actionTs,
      trigger_id: newTrigger(core, person.id),
    };
  }
  const { channel, message } = on;
  return {
    type: 'message_action',
    ...base,
    action_ts: actionTs,
    trigger_id: newTrigger(core, person.id),
    channel: { id: channel.id, name: channelName(channel) },
    message_ts: message.ts,
    message: publicMessage(core, channel, message),
    response_url: newResponseUrl(core, {
      channel: channel.id,
      user: person.id,
      messageTs: message.ts,
    }),
  };
}

/** `block_suggestion`: what stands in a menu that the app fills. */
export function suggestionPayload(
  core: SlackCore,
  of: {
    person: WorldPerson;
    actionId: string;
    blockId: string;
    value: string;
    stored?: StoredView;
    on?: { channel: StoredChannel; message: StoredMessage };
  },
) {
  const { person, actionId, blockId, value, stored, on } = of;
  return {
    type: 'block_suggestion',
    ...baseOf(core, person, core.world.homeId),
    action_id: actionId,
    block_id: blockId,
    value,
    ...(stored !== undefined && {
      container: { type: 'view', view_id: stored.id },
      view: publicView(core, stored, person.workspaceId),
    }),
    ...(on !== undefined && {
      container: { type: 'message', message_ts: on.message.ts, channel_id: on.channel.id },
      channel: { id: on.channel.id, name: channelName(on.channel) },
      message: publicMessage(core, on.channel, on.message),
    }),
  };
}

/** A slash command: form fields only, and nothing that tells whether the channel is shared. */
export function commandPayload(
  core: SlackCore,
  {
    person,
    channel,
    command,
    text,
  }: { person: WorldPerson; channel: StoredChannel; command: string; text: string },
) {
  const { id, domain } = workspaceOf(core, person.workspaceId);
  return {
    token: 'practice-verification-token',
    team_id: id,
    team_domain: domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: handleOf(person),
    command,
    text,
    api_app_id: core.world.app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(core, { channel: channel.id, user: person.id }),
    trigger_id: newTrigger(core, person.id),
  };
}

/** What interactions call a channel: a private one's name is not told. */
const channelName = (channel: StoredChannel) =>
  channel.kind === 'im' ? 'directmessage' : channel.isPrivate ? 'privategroup' : channel.name;
