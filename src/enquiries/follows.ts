import type { Queued } from './notice.ts';

/** A channel or a person that wants to hear of new releases. */
export type Follow = {
  readonly id: string;
  /** Channel or direct message in which the alert is told. */
  readonly channel: string;
  /** Words of a search, or the name of a sector. */
  readonly query: string;
  readonly userId: string;
  readonly createdAt: Date;
};

/** Who follows what, and what they were told of. Each method is one transaction. */
export type Follows = {
  /** `there-already`: this channel follows the same words. */
  follow(follow: Follow): Promise<'following' | 'there-already'>;
  unfollow(channel: string, query: string): Promise<'gone' | 'not-there'>;
  following(channel: string): Promise<Follow[]>;
  allFollows(): Promise<Follow[]>;
  /** Ids of releases that were announced, or that stood there when announcing began. */
  announced(): Promise<ReadonlySet<string>>;
  /** Marks releases as announced without telling anybody, such as those that stood there at the first start. */
  markAnnounced(releaseIds: readonly string[], now: Date): Promise<void>;
  /**
   * Marks a release as announced and queues its alerts, together.
   *
   * @returns `elsewhere` where another process was quicker; nothing was queued then
   */
  announce(
    releaseId: string,
    alerts: readonly Queued[],
    now: Date,
  ): Promise<'announced' | 'elsewhere'>;
};
