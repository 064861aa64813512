import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { AnswerLog } from '../enquiries/answer-log.ts';
import type { Inbox, Incoming } from '../enquiries/inbox.ts';
import type { Leases } from '../enquiries/leases.ts';
import type { Log } from '../log.ts';
import { slackFailure } from './slack-outcome.ts';

type Deps = {
  readonly client: webApi.WebClient;
  readonly store: Pick<AnswerLog, 'servedThreads'> &
    Pick<Inbox, 'receive'> &
    Pick<Leases, 'takeLease'>;
  readonly botUserId: string;
  /** Names this process. */
  readonly holder: string;
  readonly now: Clock;
  readonly log: Log;
};

const DAY_MS = 24 * 60 * 60_000;
/** Threads in which something was said in this time are read again. */
const SERVED_MS = 7 * DAY_MS;
/** Nothing older is taken up. Events are remembered for twice this, so what was heard before is known. */
const MISSED_MS = DAY_MS;
/** Slack answers fifty such calls a minute. */
const MOST_PLACES = 200;
const MOST_PAGES = 5;
const LEASE_MS = 60_000;

const Missed = z.looseObject({
  type: z.literal('message'),
  user: z.string(),
  ts: z.string(),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  thread_ts: z.string().optional(),
  bot_id: z.undefined().optional(),
});
type Missed = z.infer<typeof Missed>;

/** A thread, or a conversation of one person with the bot. */
type Place = { readonly channel: string; readonly threadTs: string | undefined };

/**
 * Reads again what people wrote where the bot has a part, since Slack gives up telling a process that is not there.
 * What was heard before is known by its channel and `ts`, and so is not heard twice. One process does this at a time.
 *
 * @returns how many messages had been missed
 */
export async function catchUp(deps: Deps): Promise<number> {
  const { store, holder, now, log } = deps;
  const at = now();
  if (!(await store.takeLease({ name: 'catch-up', holder, now: at, forMs: LEASE_MS }))) return 0;
  const threads = await store.servedThreads(new Date(at.getTime() - SERVED_MS));
  const direct = new Set(threads.map(({ channel }) => channel).filter((id) => id.startsWith('D')));
  const places: Place[] = [
    ...[...direct].map((channel) => ({ channel, threadTs: undefined })),
    ...threads.map(({ channel, threadTs }) => ({ channel, threadTs })),
  ];
  let missed = 0;
  for (const place of places.slice(0, MOST_PLACES)) {
    for (const message of await readPlace(deps, place)) {
      const heard = await store.receive(incomingOf(place.channel, message), now());
      if (heard === 'new') missed += 1;
    }
  }
  if (missed > 0) log.info('messages.caught-up', { missed });
  return missed;
}

/** What people wrote there lately; in a thread, after the bot had come to it. */
async function readPlace(deps: Deps, { channel, threadTs }: Place): Promise<Missed[]> {
  const { client, botUserId, now, log } = deps;
  const oldest = String((now().getTime() - MISSED_MS) / 1000);
  const read: { user?: string | undefined; ts?: string | undefined }[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked = { channel, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await patiently(() =>
      threadTs === undefined
        ? client.conversations.history({ ...asked, oldest })
        : client.conversations.replies({ ...asked, ts: threadTs }),
    ).catch((error: unknown) => {
      log.info('messages.not-read-again', { error });
      return undefined;
    });
    read.push(...(answer?.messages ?? []));
    cursor = answer?.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  const begun = threadTs === undefined ? '0' : read.find(({ user }) => user === botUserId)?.ts;
  if (begun === undefined) return [];
  return read
    .flatMap((message) => Missed.safeParse(message).data ?? [])
    .filter(({ user, ts }) => user !== botUserId && ts > begun && Number(ts) >= Number(oldest));
}

/** Once more after as long as Slack asks for. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'try-later') throw error;
    await pause(failure.afterMs, undefined, { ref: false });
    return call();
  }
}

/** As Slack would have told it. */
function incomingOf(channel: string, message: Missed): Incoming {
  const { ts, thread_ts = ts } = message;
  const eventId = `missed:${channel}:${ts}`;
  const channelType = channel.startsWith('D') ? 'im' : 'channel';
  return {
    eventId,
    messageKey: `${channel}:${ts}`,
    lane: `${channel}:${thread_ts}`,
    order: ts,
    payload: {
      type: 'event_callback',
      event_id: eventId,
      event: { ...message, channel, channel_type: channelType, event_ts: ts },
    },
  };
}
