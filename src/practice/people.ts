import type { SlackCore } from './slack-core.ts';
import { newId, type StoredChannel } from './slack-state.ts';
import type { Workspace, WorldPerson } from './world.ts';

/** Questions about who and where, asked of the present state. */

export const personOf = ({ state }: SlackCore, id: string): WorldPerson | undefined =>
  state.people[id];

export const workspaceOf = ({ world }: SlackCore, id: string): Workspace => {
  const found = world.workspaces.find((workspace) => workspace.id === id);
  if (found === undefined) throw new Error(`no workspace "${id}" in this world`);
  return found;
};

export const isExternal = ({ world }: SlackCore, person: WorldPerson): boolean =>
  person.workspaceId !== world.homeId;

export const isShared = (channel: StoredChannel): boolean =>
  channel.connectedIds.length > 0 || (channel.pendingIds ?? []).length > 0;

/** Slack's slug of a person, `mei.tan`. */
export const handleOf = (person: WorldPerson): string =>
  person.name
    .normalize('NFD')
    .replace(/[^\w .-]/g, '')
    .toLowerCase()
    .replace(/\s+/g, '.');

export const isMember = (channel: StoredChannel, userId: string): boolean =>
  channel.memberIds.includes(userId);

/** Who can open a channel and read it: its members, and for a public one everybody of its host but guests. */
export function canRead(channel: StoredChannel, person: WorldPerson): boolean {
  if (isMember(channel, person.id)) return true;
  return !channel.isPrivate && channel.hostId === person.workspaceId && person.kind === 'member';
}

/** Whether the app sees a person at all: of its workspace, or in a channel that both are in. */
export function isStranger(core: SlackCore, person: WorldPerson): boolean {
  if (!isExternal(core, person)) return false;
  const { userId } = core.world.app;
  return !Object.values(core.state.channels).some(
    (channel) =>
      channel.kind === 'channel' && isMember(channel, person.id) && isMember(channel, userId),
  );
}

/** The direct-message channel of two people (one may be the app), made when there is none. */
export function directChannel(core: SlackCore, one: string, other: string): StoredChannel {
  const found = Object.values(core.state.channels).find(
    (channel) => channel.kind === 'im' && isMember(channel, one) && isMember(channel, other),
  );
  if (found !== undefined) return found;
  const person = personOf(core, one === core.world.app.userId ? other : one);
  const made: StoredChannel = {
    id: newId('D'),
    kind: 'im',
    name: '',
    topic: '',
    isPrivate: true,
    hostId: core.world.homeId,
    connectedIds: person !== undefined && isExternal(core, person) ? [person.workspaceId] : [],
    memberIds: [one, other],
  };
  core.state.channels[made.id] = made;
  return made;
}

/** The word that the Events API uses in `channel_type`. */
export const channelType = (channel: StoredChannel): 'im' | 'group' | 'channel' =>
  channel.kind === 'im' ? 'im' : channel.isPrivate ? 'group' : 'channel';

/** A channel by id or `#name`. @throws {RangeError} where there is none */
export function channelIdOf({ state }: SlackCore, name: string): string {
  if (state.channels[name] !== undefined) return name;
  const found = Object.values(state.channels).find((channel) => `#${channel.name}` === name);
  if (found === undefined) throw new RangeError(`no channel "${name}"`);
  return found.id;
}

/** A person by id or name. @throws {RangeError} where there is none */
export function personIdOf({ state }: SlackCore, name: string): string {
  if (state.people[name] !== undefined) return name;
  const found = Object.values(state.people).find((person) => person.name === name);
  if (found === undefined) throw new RangeError(`nobody called "${name}"`);
  return found.id;
}
