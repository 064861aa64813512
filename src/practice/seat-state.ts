import type { KnownBlock, View } from '@slack/types';
import { INVITE } from './act-command.ts';
import {
  canRead,
  channelType,
  isExternal,
  isMember,
  isShared,
  isStranger,
  personOf,
  workspaceOf,
} from './people.ts';
import type { Conversation, Message, Person, SeatId, SeatState } from './seat-api.ts';
import type { SlackCore } from './slack-core.ts';
import type { StoredChannel, StoredMessage } from './slack-state.ts';
import type { WorldPerson } from './world.ts';

/** All that the person in a seat would see in their Slack, and nothing that they would not. */
export function seatState(core: SlackCore, seat: SeatId): SeatState {
  const me = sitter(core, seat);
  const external = isExternal(core, me);
  const { app } = core.world;
  const readable = Object.values(core.state.channels).filter((channel) => canRead(channel, me));
  const channels = readable.filter((channel) => isMember(channel, me.id));
  return {
    seat,
    me: shownPerson(core, me, me),
    workspace: workspaceOf(core, me.workspaceId).name,
    people: visiblePeople(core, me, readable).map((person) => shownPerson(core, person, me)),
    channelNames: readable.flatMap(({ id, name, kind }) => (kind === 'im' ? [] : [{ id, name }])),
    conversations: channels.map((channel) => conversation(core, channel, me)),
    commands: external
      ? []
      : [
          ...app.commands.map(({ command, description, usageHint }) => ({
            command,
            description,
            usageHint,
          })),
          { command: INVITE, description: 'Add somebody to this channel', usageHint: '@name' },
        ],
    messageShortcuts: external
      ? []
      : app.shortcuts
          .filter(({ type }) => type === 'message')
          .map(({ callbackId, name }) => ({ callbackId, name })),
    modals: (core.state.modals[me.id] ?? []).map(({ id, view, values }) => ({
      id,
      view,
      state: values,
    })),
    home: external ? null : homeOf(core, me),
    homeViewId: core.state.homes[me.id]?.id ?? null,
    now: core.now().toISOString(),
  };
}

/** The Home tab as published; Slack is reported to draw none for people of other workspaces. */
const homeOf = (core: SlackCore, me: WorldPerson): View | null =>
  core.state.homes[me.id]?.view ?? null;

export function sitter(core: SlackCore, seat: SeatId): WorldPerson {
  const person = personOf(core, core.world.seats[seat]);
  if (person === undefined) throw new Error(`nobody sits in the seat "${seat}"`);
  return person;
}

function visiblePeople(
  core: SlackCore,
  me: WorldPerson,
  channels: readonly StoredChannel[],
): WorldPerson[] {
  const met = new Set(channels.flatMap(({ memberIds }) => memberIds));
  return Object.values(core.state.people).filter(
    (person) =>
      met.has(person.id) ||
      (person.workspaceId === me.workspaceId &&
        !isStranger(core, person) &&
        person.kind !== 'bot') ||
      (person.kind === 'bot' && person.workspaceId === me.workspaceId),
  );
}

const shownPerson = (core: SlackCore, person: WorldPerson, viewer: WorldPerson): Person => ({
  id: person.id,
  name: person.name,
  title: person.title,
  workspace: workspaceOf(core, person.workspaceId).name,
  isBot: person.kind === 'bot',
  isExternal: person.workspaceId !== viewer.workspaceId,
  zone: person.zone,
});

function conversation(core: SlackCore, channel: StoredChannel, me: WorldPerson): Conversation {
  const kept = core.state.messages[channel.id] ?? [];
  const mine = (core.state.ephemerals[channel.id] ?? []).filter(
    (message) => message.own.for === me.id,
  );
  const all = [...kept, ...mine].sort((a, b) => Number(a.ts) - Number(b.ts));
  const readTo = Number(core.state.read[me.id]?.[channel.id] ?? 0);
  const replies = new Map<string, number>();
  for (const { ts, thread_ts: root } of kept) {
    if (root !== undefined && root !== ts) replies.set(root, (replies.get(root) ?? 0) + 1);
  }
  return {
    id: channel.id,
    name: channel.kind === 'im' ? otherName(core, channel, me) : channel.name,
    kind: kindOf(channel),
    topic: channel.topic,
    memberIds: channel.memberIds,
    unread: all.filter(({ ts, user }) => Number(ts) > readTo && user !== me.id).length,
    messages: all.map((message) => shownMessage(message, replies.get(message.ts) ?? 0)),
  };
}

const kindOf = (channel: StoredChannel): Conversation['kind'] => {
  if (channel.kind === 'im') return 'im';
  if (isShared(channel)) return 'shared';
  return channelType(channel) === 'group' ? 'private' : 'channel';
};

const otherName = (core: SlackCore, channel: StoredChannel, me: WorldPerson) =>
  personOf(core, channel.memberIds.find((id) => id !== me.id) ?? '')?.name ?? me.name;

function shownMessage(message: StoredMessage, replyCount: number): Message {
  const { ts, thread_ts: root } = message;
  return {
    ts,
    threadTs: root === undefined || root === ts ? null : root,
    authorId: message.user,
    text: message.text,
    blocks: message.blocks ?? [],
    attachments: ((message.attachments ?? []) as { blocks?: KnownBlock[] }[]).map((each) => ({
      blocks: each.blocks ?? [],
    })),
    ephemeral: message.own.for !== undefined,
    edited: message.edited !== undefined,
    files: (message.files ?? []).map(({ id, name, size, title, alt }) => ({
      name,
      size,
      ...(/\.png$/i.test(name) && {
        picture: { url: `/files/${id}/${encodeURIComponent(name)}`, alt: alt ?? title ?? name },
      }),
    })),
    reactions: (message.reactions ?? []).map(({ name, users }) => ({ name, count: users.length })),
    replyCount,
    faults: message.own.faults,
  };
}
