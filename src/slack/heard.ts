import { z } from 'zod';

const Text = z.object({
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  files: z.array(z.object({ name: z.string().nullish() })).optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
});

const New = Text.extend({
  type: z.enum(['message', 'app_mention']),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
});

const Changed = z.object({
  type: z.literal('message'),
  subtype: z.enum(['message_changed', 'message_deleted']),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  message: Text.extend({ subtype: z.string().optional() }).optional().catch(undefined),
  previous_message: Text,
});

/** Something that a person wrote, changed or deleted where the bot is. */
export type Heard = {
  readonly channel: string;
  /** First message of the thread; the message itself where it begins one. */
  readonly threadTs: string;
  readonly isRoot: boolean;
  readonly ts: string;
  readonly user: string;
  /** The writer's own workspace, as far as the event says. */
  readonly team: string;
  /** As Slack sent it, escapes and mentions among it. */
  readonly text: string;
  readonly files: readonly string[];
  readonly change: 'new' | 'edited' | 'deleted';
  /** `ts` of the edit or deletion; empty for a new message. */
  readonly changeTs: string;
  readonly isMention: boolean;
  /** A mention or a direct message: it must be answered. */
  readonly isAddressed: boolean;
};

/**
 * Reads a `message` or `app_mention` event.
 *
 * @returns `undefined` for what no person wrote or what changes nothing to read: bots, joins, unfurls
 */
export function readHeard(event: unknown, botUserId: string): Heard | undefined {
  const fresh = New.safeParse(event);
  if (fresh.success) {
    const { channel, channel_type, type } = fresh.data;
    return heardOf(fresh.data, { channel, change: 'new', changeTs: '' }, botUserId, {
      isIm: channel_type === 'im',
      isMention: type === 'app_mention',
    });
  }
  const changed = Changed.safeParse(event);
  if (!changed.success) return undefined;
  const { subtype, channel, channel_type, ts, message, previous_message } = changed.data;
  // A message with replies is not taken away: what stood there becomes a tombstone, of Slack's own words.
  const isDeleted = subtype === 'message_deleted' || message?.subtype === 'tombstone';
  if (!isDeleted && (message === undefined || message.text === previous_message.text))
    return undefined;
  return heardOf(
    isDeleted ? { ...previous_message, text: '' } : (message ?? previous_message),
    { channel, change: isDeleted ? 'deleted' : 'edited', changeTs: ts },
    botUserId,
    { isIm: channel_type === 'im', isMention: false },
  );
}

function heardOf(
  { user, text, ts, thread_ts, bot_id, files = [], team, user_team }: z.infer<typeof Text>,
  about: Pick<Heard, 'channel' | 'change' | 'changeTs'>,
  botUserId: string,
  { isIm, isMention }: { isIm: boolean; isMention: boolean },
): Heard | undefined {
  if (bot_id !== undefined || user === botUserId) return undefined;
  const mentions =
    isMention || text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`);
  return {
    ...about,
    threadTs: thread_ts ?? ts,
    isRoot: thread_ts === undefined || thread_ts === ts,
    ts,
    user,
    team: user_team ?? team ?? '',
    text,
    files: files.map(({ name }) => name ?? 'file'),
    isMention: mentions,
    isAddressed: mentions || isIm,
  };
}

/** What an answer to a message is kept under: the message, so that an edit finds the answer to change. */
export const answerKey = ({ channel, ts }: Pick<Heard, 'channel' | 'ts'>): string =>
  `${channel}:${ts}`;
