import type { AnswerGiven } from './answer-log.ts';
import type { Queued } from './notice.ts';

/** Something that Slack told us, to be kept before Slack hears that it arrived. */
export type Incoming = {
  /** Slack's `event_id`, unique among all events. */
  readonly eventId: string;
  /** `channel:ts` for a message, since one mention arrives as two events; absent for anything else. */
  readonly messageKey?: string;
  /** What must be worked off in order, such as one thread: `channel:thread_ts`. */
  readonly lane: string;
  /** Sorts within the lane: Slack's `event_ts`, such as `1700000000.000200`. */
  readonly order: string;
  /** JSON, as it came. */
  readonly payload: unknown;
};

/** An event that this process may work off now, and nobody else until the lease is over. */
export type InboxItem = {
  readonly id: number;
  readonly eventId: string;
  readonly lane: string;
  readonly payload: unknown;
  /** Starts so far, this one counted: above 1, an earlier one may have got half-way. */
  readonly attempts: number;
  readonly receivedAt: Date;
  /** After this another may take it. */
  readonly leaseUntil: Date;
};

/** Events waiting to be worked off. Each method is one transaction. */
export type Inbox = {
  receive(incoming: Incoming, now: Date): Promise<'new' | 'duplicate'>;
  /** The oldest event of each lane, oldest first, leased to the caller. */
  nextInbox(options: {
    readonly now: Date;
    readonly leaseMs: number;
    /** Most items; 20 unless told. */
    readonly limit?: number;
  }): Promise<InboxItem[]>;
  /**
   * Strikes an event off and, in the same transaction, queues what is to be said about it and keeps what was answered.
   *
   * @returns `lost` when the lease had run out and another took the event; nothing was queued
   */
  doneInbox(
    item: InboxItem,
    made: { readonly notices: readonly Queued[]; readonly answers?: readonly AnswerGiven[] },
    now: Date,
  ): Promise<'done' | 'lost'>;
  /** Leaves an event to be tried again from `retryAt`. */
  failInbox(
    item: InboxItem,
    failure: { readonly retryAt: Date; readonly reason: string },
  ): Promise<'done' | 'lost'>;
  /** Gives an event up for a person to look at, so that it blocks nothing, with an apology to whoever sent it. */
  setAside(
    item: InboxItem,
    failure: { readonly reason: string; readonly notices: readonly Queued[] },
    now: Date,
  ): Promise<'done' | 'lost'>;
};
