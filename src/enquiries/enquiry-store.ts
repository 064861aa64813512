import type { Enquiry, EnquiryStatus } from './enquiry.ts';
import type { EnquiryEvent, NewEvent } from './event.ts';
import type { Queued } from './notice.ts';

/** What one step saves: all of it, or nothing. */
export type Saving = {
  /** As it is to stand, with `version` one higher than was read (1 for a new one). */
  readonly enquiry: Enquiry;
  readonly event: NewEvent;
  readonly notices: readonly Queued[];
  /** Name of a waiting notice (`noticeKey`) that must not be told any more. */
  readonly cancel?: string;
  /** Removes the details of all earlier events; their digests stay and still hold the chain. */
  readonly erase?: boolean;
};

/**
 * `stale`: somebody saved a newer version first (or, for a new enquiry, the same `key`); read again, decide again.
 * `too-late`: the notice to cancel is being told already; nothing was saved.
 */
export type SaveOutcome = 'saved' | 'stale' | 'too-late';

export type EnquiryFilter = {
  /** Only those that are open, claimed or answered. */
  readonly live?: boolean;
  readonly statuses?: readonly EnquiryStatus[];
  readonly outlet?: string;
  readonly owner?: string;
  readonly askerId?: string;
  /** Only those that were resolved or withdrawn before this instant and are not erased yet. */
  readonly closedBefore?: Date;
  /** Only those that were opened at this instant or later. */
  readonly createdSince?: Date;
  /** Most rows; newest first, but with `live` by deadline, soonest first. */
  readonly limit?: number;
};

/** An enquiry as it is stored, word for word, and everything that led to it: what can be proved. */
export type EnquiryRecord = {
  readonly id: string;
  readonly reference: string;
  /** The stored JSON, parsed and otherwise untouched: its digest stands in the last event. */
  readonly document: unknown;
  readonly events: readonly EnquiryEvent[];
};

/** Where enquiries live. One method is one transaction; no transaction object escapes. */
export type EnquiryStore = {
  find(id: string): Promise<Enquiry | undefined>;
  findByReference(reference: string): Promise<Enquiry | undefined>;
  findByKey(key: string): Promise<Enquiry | undefined>;
  /** The enquiry whose card is this message. */
  findByCard(channel: string, ts: string): Promise<Enquiry | undefined>;
  /** Enquiries that this thread gave rise to, newest first; several people may ask in one thread. */
  findByThread(channel: string, threadTs: string): Promise<Enquiry[]>;
  list(filter: EnquiryFilter): Promise<Enquiry[]>;
  /** Enquiries with a reminder that has come due by `instant`, most urgent first. */
  dueBefore(instant: Date): Promise<Enquiry[]>;
  timeline(id: string): Promise<EnquiryEvent[]>;
  record(id: string): Promise<EnquiryRecord | undefined>;
  /** Ids of all enquiries, in the order in which they were opened. */
  ids(): Promise<string[]>;
  /** The next number of that year for a reference, from 1; a number is never given twice. */
  nextNumber(year: number): Promise<number>;
  save(saving: Saving): Promise<SaveOutcome>;
};
