import { type App, AuthorizationError, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Incoming } from '../enquiries/inbox.ts';
import type { Reception } from './reception.ts';

/** The part of an Events API envelope that decides whether and where it is kept. */
const Envelope = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.looseObject({
    type: z.string(),
    subtype: z.string().optional(),
    channel: z.unknown().optional(),
    channel_type: z.string().optional(),
    ts: z.string().optional(),
    event_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    bot_id: z.string().optional(),
    previous_message: z
      .looseObject({ ts: z.string().optional(), thread_ts: z.string().optional() })
      .optional()
      .catch(undefined),
  }),
});

/** Marks a request whose signature is dated in the future: Bolt itself refuses only those of the past. */
export const FROM_THE_FUTURE = 'isFromTheFuture';

/**
 * A receiver that keeps each event before Slack is told that it arrived. Bolt itself acknowledges events before any
 * listener has run, so that a crash would lose them. If keeping fails, Slack is not told "received" and delivers anew.
 *
 * @param keep resolves when the event is safe; it is worked off later, through Bolt's listeners
 */
export function keepEvents(
  reception: Pick<Reception, 'receivers' | 'start' | 'stop'>,
  keep: (incoming: Incoming) => Promise<void>,
): {
  readonly receiver: Receiver;
  /** Resolves when nothing is being kept or answered. */
  readonly idle: () => Promise<void>;
} {
  const underWay = new Set<Promise<unknown>>();
  const tracked = async (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    try {
      await work;
    } finally {
      underWay.delete(work);
    }
  };
  return {
    receiver: {
      init: (app: App) => {
        const keeping: App = Object.create(app, {
          processEvent: {
            value: (event: ReceiverEvent) => tracked(keepOrPass(app, event, keep)),
          },
        });
        for (const receiver of reception.receivers) receiver.init(keeping);
      },
      start: reception.start,
      stop: reception.stop,
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

async function keepOrPass(
  app: App,
  event: ReceiverEvent,
  keep: (incoming: Incoming) => Promise<void>,
): Promise<void> {
  if (event.customProperties?.[FROM_THE_FUTURE] === true)
    throw new AuthorizationError('Signed in the future', new Error('replayed, or clocks differ'));
  const kept = incomingOf(event.body);
  if (kept === 'not-an-event' && isForBolt(event.body)) {
    await app.processEvent(event);
    return;
  }
  if (typeof kept === 'object')
    try {
      await keep(kept);
    } catch (error) {
      if (!isHomeOpened(event.body)) throw error;
      // Drawn anew each time, it need not be kept; and it is where staff look when nothing can be.
      await app.processEvent(event);
      return;
    }
  await event.ack();
}

const isHomeOpened = (body: unknown): boolean =>
  Envelope.safeParse(body).data?.event.type === 'app_home_opened';

const Person = z.looseObject({ id: z.string() });

/** Commands, clicks and forms, as far as Bolt itself and every listener rely on their shape. */
const ForBolt = z.union([
  z.looseObject({ command: z.string(), user_id: z.string() }),
  z.looseObject({
    type: z.literal('block_actions'),
    user: Person,
    actions: z.array(z.looseObject({ action_id: z.string() })).min(1),
  }),
  z.looseObject({ type: z.enum(['shortcut', 'message_action', 'block_suggestion']), user: Person }),
  z.looseObject({
    type: z.enum(['view_submission', 'view_closed']),
    user: Person,
    view: z.looseObject({ id: z.string() }),
  }),
]);

/**
 * Whether a body is one that the app can do something with. Anything else is taken and left, such as what old kinds
 * of apps are sent: Bolt would stumble over it, and Slack would send it again.
 */
const isForBolt = (body: unknown): boolean => ForBolt.safeParse(body).success;

/**
 * What an envelope is kept as. Talk in channels that is neither in a thread nor a mention is none of the bot's
 * business, and so is not kept at all.
 */
export function incomingOf(body: unknown): Incoming | 'not-an-event' | 'of-no-interest' {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return 'not-an-event';
  const { event_id: eventId, event } = parsed.data;
  if (event.type === 'message' && isTalk(event)) return 'of-no-interest';

  const channel = typeof event.channel === 'string' ? event.channel : '';
  const order = event.event_ts ?? event.ts ?? eventId;
  const isNewMessage =
    (event.type === 'message' || event.type === 'app_mention') &&
    (event.subtype === undefined || event.subtype === 'file_share');
  return {
    eventId,
    ...(isNewMessage && event.ts !== undefined ? { messageKey: `${channel}:${event.ts}` } : {}),
    lane: channel === '' ? eventId : `${channel}:${threadOf(event)}`,
    order,
    payload: body,
  };
}

type Event = z.infer<typeof Envelope>['event'];

/** An edit or a deletion has a `ts` of its own, and belongs behind the message that it changes. */
const threadOf = ({ previous_message: changed, thread_ts, ts }: Event): string =>
  changed?.thread_ts ?? changed?.ts ?? thread_ts ?? ts ?? '';

const isTalk = ({ channel_type, thread_ts, subtype, bot_id }: Event): boolean =>
  bot_id !== undefined ||
  (channel_type !== 'im' &&
    thread_ts === undefined &&
    subtype !== 'message_changed' &&
    subtype !== 'message_deleted');
