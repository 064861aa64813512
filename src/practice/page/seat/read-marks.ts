import type { Conversation, Message, SeatState } from '../../seat-api.ts';
import type { Standing } from './message.ts';
import { threadOf, topLevel } from './place.ts';
import { firstUnread } from './timeline.ts';

export type ReadMarks = {
  /** Notes what is new when somebody comes to look, before it is read. */
  readonly note: (state: SeatState, conversation: Conversation) => void;
  /** The message above which the line *New* stands. */
  readonly newFrom: (conversation: string) => string | null;
  readonly readThread: (conversation: Conversation, threadTs: string) => void;
  readonly threadStanding: (
    conversation: Conversation,
    message: Message,
    me: string,
  ) => Omit<Standing, 'continued'>;
};

/** Remembers for one seat what it has seen; what was there before the page was opened counts as seen. */
export function createReadMarks(atFirst: readonly Conversation[]): ReadMarks {
  const lines = new Map<string, string>();
  const threads = new Map<string, number>();
  const start = Math.max(
    0,
    ...atFirst.flatMap(({ messages }) => messages.map(({ ts }) => Number(ts))),
  );
  return {
    note: (state, conversation) => {
      const from = firstUnread(topLevel(conversation), conversation.unread, state.me.id);
      if (from === null) lines.delete(conversation.id);
      else lines.set(conversation.id, from);
    },
    newFrom: (conversation) => lines.get(conversation) ?? null,
    readThread: (conversation, threadTs) => {
      const newest = threadOf(conversation, threadTs).at(-1);
      if (newest !== undefined) threads.set(threadTs, Number(newest.ts));
    },
    threadStanding: (conversation, message, me) => {
      if (message.replyCount === 0) return { newReplies: 0, lastReplyTs: null };
      const seen = threads.get(message.ts) ?? start;
      const replies = threadOf(conversation, message.ts).slice(1);
      const fresh = replies.filter(({ ts, authorId }) => authorId !== me && Number(ts) > seen);
      return { newReplies: fresh.length, lastReplyTs: replies.at(-1)?.ts ?? null };
    },
  };
}
