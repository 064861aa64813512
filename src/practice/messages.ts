import {
  changedEvent,
  deletedEvent,
  eventEnvelope,
  linkEvent,
  mentionEvent,
  messageEvent,
  subscriptionFor,
} from './event-payload.ts';
import { isExternal, isMember } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import { nextTs, type StoredChannel, type StoredMessage } from './slack-state.ts';

/** What a new message is made of; the rest is given by Slack. */
export type Draft = Omit<StoredMessage, 'type' | 'ts' | 'own'> & {
  readonly faults?: readonly string[];
};

/** Puts a message into a channel. The app is told of it by `tellOfMessage`. */
export function addMessage(
  core: SlackCore,
  channel: StoredChannel,
  { faults = [], ...draft }: Draft,
): StoredMessage {
  const message: StoredMessage = {
    type: 'message',
    ts: nextTs(core.state, core.now()),
    ...draft,
    own: { faults },
  };
  core.state.messages[channel.id] = [...(core.state.messages[channel.id] ?? []), message];
  markRead(core, draft.user, channel.id, message.ts);
  core.changed();
  return message;
}

/** Shows a message to one person only. It is not kept and cannot be changed later. */
export function addEphemeral(
  core: SlackCore,
  channel: StoredChannel,
  person: string,
  { faults = [], ...draft }: Draft,
): StoredMessage {
  const message: StoredMessage = {
    type: 'message',
    ts: nextTs(core.state, core.now()),
    ...draft,
    own: { faults, for: person },
  };
  if (core.state.people[person]?.active !== false) {
    core.state.ephemerals[channel.id] = [...(core.state.ephemerals[channel.id] ?? []), message];
  }
  core.changed();
  return message;
}

export const findMessage = (
  { state }: SlackCore,
  channelId: string,
  ts: string,
): StoredMessage | undefined => state.messages[channelId]?.find((message) => message.ts === ts);

export const findEphemeral = (
  { state }: SlackCore,
  channelId: string,
  ts: string,
): StoredMessage | undefined => state.ephemerals[channelId]?.find((message) => message.ts === ts);

export const threadOf = ({ state }: SlackCore, channelId: string, ts: string): StoredMessage[] =>
  (state.messages[channelId] ?? []).filter(
    (message) => message.ts === ts || message.thread_ts === ts,
  );

export const repliesTo = (core: SlackCore, channelId: string, ts: string): StoredMessage[] =>
  threadOf(core, channelId, ts).filter((message) => message.ts !== ts);

/** Replaces a message and tells the app, as an edit, unless `quietly` (reactions). */
export function changeMessage(
  core: SlackCore,
  channel: StoredChannel,
  before: StoredMessage,
  after: StoredMessage,
  quietly = false,
): Promise<void> {
  core.state.messages[channel.id] = (core.state.messages[channel.id] ?? []).map((message) =>
    message.ts === before.ts ? after : message,
  );
  core.changed();
  if (quietly) return Promise.resolve();
  const ts = nextTs(core.state, core.now());
  return tell(
    core,
    channel,
    after.user,
    subscriptionFor(channel),
    changedEvent(core, channel, { before, after, ts }),
  );
}

/** Takes a message away. Where it has replies, a tombstone stays in its place. */
export function removeMessage(
  core: SlackCore,
  channel: StoredChannel,
  before: StoredMessage,
): Promise<void> {
  if (repliesTo(core, channel.id, before.ts).length > 0) {
    const { blocks: _, attachments: __, files: ___, metadata: ____, ...rest } = before;
    return changeMessage(core, channel, before, {
      ...rest,
      subtype: 'tombstone',
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      thread_ts: before.ts,
    });
  }
  core.state.messages[channel.id] = (core.state.messages[channel.id] ?? []).filter(
    ({ ts }) => ts !== before.ts,
  );
  core.changed();
  const ts = nextTs(core.state, core.now());
  return tell(
    core,
    channel,
    before.user,
    subscriptionFor(channel),
    deletedEvent(core, channel, { before, ts }),
  );
}

/** Tells the app of a new message: as `message.*`, and as `app_mention` where it is mentioned, in no promised order. */
export async function tellOfMessage(
  core: SlackCore,
  channel: StoredChannel,
  message: StoredMessage,
): Promise<void> {
  const { userId } = core.world.app;
  const told = [
    tell(
      core,
      channel,
      message.user,
      subscriptionFor(channel),
      messageEvent(core, channel, message),
    ),
  ];
  if (message.user !== userId && message.text.includes(`<@${userId}>`) && channel.kind !== 'im') {
    told.push(
      tell(core, channel, message.user, 'app_mention', mentionEvent(core, channel, message)),
    );
  }
  const links = linksIn(core, message);
  if (links.length > 0) {
    const event = linkEvent(core, channel, { message, links });
    told.push(tell(core, channel, message.user, 'link_shared', event));
  }
  await Promise.all(told);
}

/** Links to the app's own domains. Where an outsider posts them, their workspace has no such app, and none is told. */
function linksIn(
  core: SlackCore,
  { user, text }: StoredMessage,
): { domain: string; url: string }[] {
  const author = core.state.people[user];
  if (author === undefined || author.kind === 'bot' || isExternal(core, author)) return [];
  return [...text.matchAll(/<(https?:\/\/([^/|>:]+)[^|>]*)/g)].flatMap(
    ([, url = '', host = '']) => {
      const domain = core.world.app.unfurlDomains.find(
        (each) => host === each || host.endsWith(`.${each}`),
      );
      return domain === undefined ? [] : [{ domain, url: url.replaceAll('&amp;', '&') }];
    },
  );
}

/** Hands an event to the app if it is subscribed to it and in the channel. */
export async function tell(
  core: SlackCore,
  channel: StoredChannel,
  actorId: string,
  subscription: string,
  event: Readonly<Record<string, unknown>> & { readonly type: string },
): Promise<void> {
  const { app } = core.world;
  if (!app.events.includes(subscription) || !isMember(channel, app.userId)) return;
  await core.deliver(eventEnvelope(core, event, { channel, actorId }));
}

export function markRead(core: SlackCore, person: string, channelId: string, ts: string): void {
  core.state.read[person] = { ...core.state.read[person], [channelId]: ts };
}
