import { randomBytes } from 'node:crypto';
import type { KnownBlock, View } from '@slack/types';
import type { Delivery } from './delivery.ts';
import type { TransportName } from './seat-api.ts';
import type { World, WorldChannel, WorldPerson } from './world.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly text: string;
  /** The bytes of what is no text, such as a picture; kept with the file only, not with each message. */
  readonly base64?: string;
  readonly title?: string;
  /** What a picture shows, for whoever does not see it. */
  readonly alt?: string;
};

/** A message as Slack keeps it and gives it to apps; what only the stand-in needs stands under `own`. */
export type StoredMessage = {
  readonly type: 'message';
  readonly ts: string;
  readonly user: string;
  readonly team: string;
  readonly text: string;
  readonly subtype?: string;
  readonly thread_ts?: string;
  readonly client_msg_id?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly username?: string;
  readonly blocks?: readonly KnownBlock[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: unknown;
  readonly files?: readonly StoredFile[];
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly own: {
    /** What Slack's checks say against it. */
    readonly faults: readonly string[];
    /** Ephemeral: the one person who sees it. */
    readonly for?: string;
  };
};

export type StoredChannel = WorldChannel & {
  readonly kind: 'channel' | 'im';
  readonly isArchived?: boolean;
};

export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type StoredView = {
  readonly id: string;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly view: View;
  /** What stands in its fields, `view.state.values`. */
  readonly values: Values;
};

/** Where an app may answer an interaction: five times within half an hour. */
export type ResponseUrl = {
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  readonly until: number;
  readonly used: number;
  /** The message whose button was pressed. */
  readonly messageTs?: string;
  readonly threadTs?: string;
};

/** All that changes in the local Slack. Plain JSON, so that it can be kept in a file. */
export type SlackState = {
  /** How far this Slack's clock runs before the one it was given, in milliseconds. */
  clockAheadMs: number;
  lastTs: number;
  people: Record<string, WorldPerson>;
  channels: Record<string, StoredChannel>;
  /** By channel, oldest first. */
  messages: Record<string, StoredMessage[]>;
  ephemerals: Record<string, StoredMessage[]>;
  scheduled: { id: string; channel: string; postAt: number; args: Record<string, unknown> }[];
  files: Record<string, StoredFile>;
  /** By person, bottom first. */
  modals: Record<string, StoredView[]>;
  homes: Record<string, StoredView>;
  /** By person and channel: the `ts` read last. */
  read: Record<string, Record<string, string>>;
  triggers: Record<string, { user: string; until: number; used: boolean; viewId?: string }>;
  responseUrls: Record<string, ResponseUrl>;
  /** Chosen on the page; absent: as this Slack was opened. */
  transport?: TransportName;
  /** The app was taken out of the workspace: its token is worth nothing. */
  uninstalled: boolean;
  /** Deliveries that the app did not take and that are due again. */
  retries: { due: number; delivery: Delivery }[];
};

export function newState(world: World): SlackState {
  return {
    clockAheadMs: 0,
    lastTs: 0,
    people: Object.fromEntries(world.people.map((person) => [person.id, person])),
    channels: Object.fromEntries([
      ...world.channels.map((channel) => [channel.id, { ...channel, kind: 'channel' as const }]),
      ...Object.values(world.seats).map((id) => [directId(id), directMessages(world, id)]),
    ]),
    messages: {},
    ephemerals: {},
    scheduled: [],
    files: {},
    modals: {},
    homes: {},
    read: {},
    triggers: {},
    responseUrls: {},
    uninstalled: false,
    retries: [],
  };
}

const directId = (personId: string) => `D${personId.slice(1)}`;

/** Apps stand in everybody's list of direct messages from the start. */
function directMessages(world: World, personId: string): StoredChannel {
  const workspaceId = world.people.find(({ id }) => id === personId)?.workspaceId ?? world.homeId;
  return {
    id: directId(personId),
    kind: 'im',
    name: '',
    topic: '',
    isPrivate: true,
    hostId: world.homeId,
    connectedIds: workspaceId === world.homeId ? [] : [workspaceId],
    memberIds: [world.app.userId, personId],
  };
}

/** An id that looks like Slack's and is never given twice, not even after a fresh start. */
export function newId(prefix: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return `${prefix}0${[...randomBytes(9)].map((byte) => letters[byte % letters.length]).join('')}`;
}

/** The next message timestamp, later than all before even when the clock stands still or went back. */
export function nextTs(state: SlackState, now: Date): string {
  state.lastTs = Math.max(now.getTime() * 1000, state.lastTs + 100);
  return `${Math.floor(state.lastTs / 1e6)}.${String(state.lastTs % 1e6).padStart(6, '0')}`;
}
