import { randomUUID } from 'node:crypto';
import { type ActCore, placeOf, refused, type Shown, slackIsDown } from './act.ts';
import { eventEnvelope } from './event-payload.ts';
import { publicView } from './interaction-payload.ts';
import {
  addMessage,
  changeMessage,
  findMessage,
  removeMessage,
  tell,
  tellOfMessage,
} from './messages.ts';
import { channelType, directChannel, isMember, personOf } from './people.ts';
import { newId, nextTs, type StoredFile } from './slack-state.ts';
import { richText, storedText } from './typed-text.ts';
import { withReaction } from './web-api-reactions.ts';

export type NewFile = { readonly name: string; readonly text: string };

/** Somebody writes. Resolves when the app was told, not when it has answered. */
export async function say(
  core: ActCore,
  personId: string,
  {
    channel: channelId,
    text: typed,
    threadTs,
    files = [],
  }: { channel: string; text: string; threadTs?: string; files?: readonly NewFile[] },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const { person, channel } = place;
  if (!isMember(channel, personId)) return refused(`Join #${channel.name} to write there.`);
  const asked = threadTs === undefined ? undefined : findMessage(core, channel.id, threadTs);
  if (threadTs !== undefined && asked === undefined) return refused('That thread is gone.');
  const parent =
    asked?.thread_ts === undefined ? asked : findMessage(core, channel.id, asked.thread_ts);
  if (parent !== undefined && parent.thread_ts === undefined) {
    void changeMessage(core, channel, parent, { ...parent, thread_ts: parent.ts }, true);
  }
  const text = storedText(core, typed);
  const stored = files.map((file): StoredFile => {
    const kept = {
      id: newId('F'),
      name: file.name,
      size: Buffer.byteLength(file.text),
      text: file.text,
    };
    core.state.files[kept.id] = kept;
    return kept;
  });
  const message = addMessage(core, channel, {
    user: personId,
    team: person.workspaceId,
    client_msg_id: randomUUID(),
    text,
    blocks: text === '' ? [] : [richText(text, newId('').slice(0, 5))],
    ...(parent !== undefined && { thread_ts: parent.ts }),
    ...(stored.length > 0 && { files: stored, subtype: 'file_share' }),
  });
  await tellOfMessage(core, channel, message);
  return { kind: 'done', message };
}

export async function edit(
  core: ActCore,
  personId: string,
  { channel: channelId, ts, text: typed }: { channel: string; ts: string; text: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const before = findMessage(core, channelId, ts);
  if (before === undefined || before.user !== personId)
    return refused('Only your own messages can be edited.');
  const text = storedText(core, typed);
  const edited = { user: personId, ts: `${Math.floor(core.now().getTime() / 1000)}.000000` };
  const after = { ...before, text, blocks: [richText(text, newId('').slice(0, 5))], edited };
  await changeMessage(core, place.channel, before, after);
  return { kind: 'done', message: after };
}

export async function remove(
  core: ActCore,
  personId: string,
  { channel: channelId, ts }: { channel: string; ts: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const before = findMessage(core, channelId, ts);
  if (before === undefined || before.user !== personId)
    return refused('Only your own messages can be deleted.');
  await removeMessage(core, place.channel, before);
  return { kind: 'done' };
}

export async function addReaction(
  core: ActCore,
  personId: string,
  { channel: channelId, ts, name }: { channel: string; ts: string; name: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const message = findMessage(core, channelId, ts);
  const after = message && withReaction(message, name, personId, true);
  if (message === undefined || after === undefined) return refused('Nothing to react to.');
  await changeMessage(core, place.channel, message, after, true);
  const eventTs = nextTs(core.state, core.now());
  const item = { type: 'message', channel: channelId, ts };
  await tell(core, place.channel, personId, 'reaction_added', {
    type: 'reaction_added',
    user: personId,
    reaction: name,
    item_user: message.user,
    item,
    event_ts: eventTs,
  });
  return { kind: 'done', message: after };
}

/** Somebody adds a person or the app to a channel. */
export async function invite(
  core: ActCore,
  personId: string,
  { channel: channelId, user }: { channel: string; user: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const { channel } = place;
  if (isMember(channel, user)) return refused('They are in this channel already.');
  const joined = { ...channel, memberIds: [...channel.memberIds, user] };
  core.state.channels[channelId] = joined;
  core.changed();
  await tell(core, joined, user, 'member_joined_channel', {
    type: 'member_joined_channel',
    user,
    channel: channelId,
    channel_type: channelType(channel) === 'group' ? 'G' : 'C',
    team: channel.hostId,
    inviter: personId,
    event_ts: nextTs(core.state, core.now()),
  });
  return { kind: 'done' };
}

/** Somebody opens the app: its Home tab or the messages with it. The app answers with `views.publish`. */
export async function openHome(
  core: ActCore,
  personId: string,
  tab: 'home' | 'messages' = 'home',
): Promise<Shown> {
  if (core.fault === 'down') return slackIsDown;
  const person = personOf(core, personId);
  if (person === undefined) return refused('That person cannot be found.');
  if (!core.world.app.events.includes('app_home_opened')) return { kind: 'done' };
  const home = core.state.homes[personId];
  const event = {
    type: 'app_home_opened',
    user: personId,
    channel: directChannel(core, core.world.app.userId, personId).id,
    tab,
    ...(tab === 'home' && home !== undefined && { view: publicView(core, home) }),
    event_ts: nextTs(core.state, core.now()),
  };
  await core.deliver(eventEnvelope(core, event));
  return { kind: 'done' };
}
