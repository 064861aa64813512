import type { Conversation, SeatId, SeatState } from '../../seat-api.ts';

/** What one seat is looking at. */
export type Place = {
  readonly conversation: string;
  /** App Home stands beside the messages of an app's DM. */
  readonly tab: 'messages' | 'home';
  readonly threadTs: string | null;
};

/** The app that one talks to in this DM, if it is one. */
export const appOf = (conversation: Conversation, state: SeatState) =>
  conversation.kind === 'im'
    ? state.people.find(({ id, isBot }) => isBot && conversation.memberIds.includes(id))
    : undefined;

/** What a conversation is called in lists and headings; DMs bear the other person's name. */
export function titleOf(conversation: Conversation, state: SeatState): string {
  if (conversation.kind !== 'im') return conversation.name;
  const others = conversation.memberIds.filter((id) => id !== state.me.id);
  const names = others.map((id) => state.people.find((person) => person.id === id)?.name);
  return names.filter((name) => name !== undefined).join(', ') || conversation.name;
}

/** Where a seat looks first: staff at their channel, the journalist at the shared one, the contact at what the app sent. */
export function firstPlace(seat: SeatId, state: SeatState): Place {
  const { conversations } = state;
  const find = (test: (conversation: Conversation) => boolean) => conversations.find(test);
  const wanted = {
    staff: () => find(({ kind }) => kind === 'channel'),
    journalist: () => find(({ kind }) => kind === 'shared'),
    contact: () =>
      find((each) => appOf(each, state) !== undefined && each.messages.length > 0) ??
      find(({ kind }) => kind === 'private'),
  }[seat]();
  const conversation = wanted ?? conversations[0];
  return { conversation: conversation?.id ?? '', tab: 'messages', threadTs: null };
}

/** The messages of the channel itself, without what stands only in threads. */
export const topLevel = (conversation: Conversation) =>
  conversation.messages.filter(({ ts, threadTs }) => threadTs === null || threadTs === ts);

/** A thread: its first message and the replies. */
export const threadOf = (conversation: Conversation, threadTs: string) =>
  conversation.messages.filter(
    (message) => message.ts === threadTs || message.threadTs === threadTs,
  );
