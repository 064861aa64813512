import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Inbox, InboxItem } from '../enquiries/inbox.ts';
import type { Queued } from '../enquiries/notice.ts';
import type { Log } from '../log.ts';
import { SAY } from './wording.ts';

type Deps = {
  readonly app: Pick<App, 'processEvent'>;
  readonly inbox: Pick<Inbox, 'nextInbox' | 'doneInbox' | 'failInbox' | 'setAside'>;
  readonly now: Clock;
  readonly log: Log;
  /** Takes credentials out of a reason, which is kept. */
  readonly mask: (text: string) => string;
};

/** Longer than any listener takes: another process takes over what a killed one left. */
const LEASE_MS = 30_000;
/** After so many failures an event is poison: it is set aside, so that it blocks nothing. */
const MOST_ATTEMPTS = 5;
const FIRST_WAIT_MS = 1_000;

/**
 * Takes the events that were kept, each lane in its order and the lanes side by side.
 *
 * @returns a job for each, which works it off through Bolt's listeners; none when nothing is due
 */
export async function takeKept(deps: Deps, most: number): Promise<(() => Promise<void>)[]> {
  const { inbox, now } = deps;
  const items = await inbox.nextInbox({ now: now(), leaseMs: LEASE_MS, limit: most });
  return items.map((item) => () => work(deps, item));
}

async function work(deps: Deps, item: InboxItem): Promise<void> {
  try {
    await workOne(deps, item);
  } catch (error) {
    // The store does not answer. When the lease is over the event is worked off anew.
    deps.log.error('event.not-settled', { eventId: item.eventId, error });
  }
}

async function workOne({ app, inbox, now, log, mask }: Deps, item: InboxItem): Promise<void> {
  const notices: Queued[] = [];
  try {
    await app.processEvent({
      body: item.payload as Record<string, unknown>,
      ack: async () => {},
      // Listeners put here what is to be said; it is queued in the transaction that strikes the event off.
      customProperties: { [NOTICES]: notices },
    });
    await inbox.doneInbox(item, { notices }, now());
  } catch (error) {
    log.error('event.failed', { eventId: item.eventId, attempts: item.attempts, error });
    const reason = mask(error instanceof Error ? error.message : String(error));
    if (item.attempts >= MOST_ATTEMPTS) {
      await inbox.setAside(item, { reason, notices: saidOfPoison(item) }, now());
      return;
    }
    const waitMs = FIRST_WAIT_MS * 4 ** (item.attempts - 1);
    await inbox.failInbox(item, { reason, retryAt: new Date(now().getTime() + waitMs) });
  }
}

/** Where a listener finds the list of notices in Bolt's context. */
export const NOTICES = 'notices';

/** The list that a listener adds to, for an event that came through the inbox. */
export const noticesIn = (context: Readonly<Record<string, unknown>>): Queued[] => {
  const notices = context[NOTICES];
  if (!Array.isArray(notices))
    throw new TypeError('Cannot queue a notice: the event did not come through the inbox');
  return notices;
};

const Addressed = z.object({
  event: z.object({
    type: z.string(),
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string(),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** Never silent: whoever addressed the bot is told that it failed, and the desk that somebody should look. */
function saidOfPoison({ eventId, payload }: InboxItem): Queued[] {
  const trouble = (text: string): Queued => ({
    notice: { kind: 'trouble', id: `set-aside:${eventId}`, text },
  });
  const parsed = Addressed.safeParse(payload);
  if (!parsed.success) return [trouble(SAY.eventSetAside)];
  const { type, channel, channel_type, user, ts, thread_ts } = parsed.data.event;
  const told = trouble(SAY.setAside(user, channel));
  if (type !== 'app_mention' && channel_type !== 'im') return [told];
  return [
    {
      notice: { kind: 'apology', eventId, userId: user, channel, threadTs: thread_ts ?? ts },
    },
    told,
  ];
}
