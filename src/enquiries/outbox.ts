import type { Notice, Queued } from './notice.ts';

/** A notice that this process may tell now, and nobody else until the lease is over. */
export type OutboxItem = {
  readonly id: number;
  /** `noticeKey`: also the name by which Slack can be asked whether it has the message already. */
  readonly key: string;
  /** `orderOf`: what is told in the order in which it arose. */
  readonly lane: string;
  /** `placeOf` the lane: what Slack's pace is kept for. */
  readonly place: string;
  readonly notice: Notice;
  /** Starts so far, this one counted: above 1, an earlier one may have reached Slack. */
  readonly attempts: number;
  /** Counts how often a card was asked for, so that a change during the telling is told too. */
  readonly revision: number;
  readonly queuedAt: Date;
  /** After this another may take it. */
  readonly leaseUntil: Date;
};

/** What came of telling. */
export type Settlement =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  /** Nothing had to be said any more. */
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'try-later'; readonly at: Date; readonly reason: string }
  /** It will never be taken; `recordDelivery` has put the reason on the card. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Where a told notice stands in Slack. */
export type Posted = {
  readonly key: string;
  readonly channel: string;
  readonly ts: string;
  readonly at: Date;
};

/** Notices on their way to Slack. Each method is one transaction. */
export type Outbox = {
  /** Queues notices that belong to no change of an enquiry. A name that was queued before is not queued again. */
  queue(notices: readonly Queued[], now: Date): Promise<void>;
  /**
   * The oldest due notice of each lane, most urgent first, leased to the caller. A lane gives one at a time, and none
   * while its oldest waits to be tried again, so that what is told there stays in order. Of the lanes of one place only
   * one gives where a pace is kept, and then none for `paceMs`.
   */
  nextOutbox(options: {
    readonly now: Date;
    readonly leaseMs: number;
    /** How long a place rests after each notice; 0 unless told. */
    readonly paceMs?: number;
    /** Most items; 20 unless told. */
    readonly limit?: number;
  }): Promise<OutboxItem[]>;
  /**
   * Ends a telling. After `sent` the place rests for `paceMs`.
   *
   * @returns `lost` when the lease had run out and another took the notice; it is the other's then
   */
  settle(
    item: OutboxItem,
    settlement: Settlement,
    options: { readonly now: Date; readonly paceMs?: number },
  ): Promise<'settled' | 'lost'>;
  /** Lets a place rest until `until`, as Slack's `Retry-After` asks. */
  restPlace(place: string, until: Date): Promise<void>;
  /** Whether a notice of this name was ever queued, told or not. */
  hasNotice(key: string): Promise<boolean>;
  /** Strikes a notice off that nobody has begun to tell. False if it is too late for that, or there is none. */
  withdrawNotice(key: string): Promise<boolean>;
  findPosted(key: string): Promise<Posted | undefined>;
  /** The notice that this message tells, if it is one of ours. */
  findPostedAt(channel: string, ts: string): Promise<Posted | undefined>;
};
