import { z } from 'zod';

/** What can happen to an enquiry, as its timeline names it. */
export const Happening = z.enum([
  'opened',
  'card posted',
  'receipt posted',
  'contact told',
  'claimed',
  'taken over',
  'released',
  'hand-over offered',
  'hand-over accepted',
  'hand-over declined',
  'colleague added',
  'reply drafted',
  'reply prepared',
  'reply undone',
  'reply sent',
  'reply failed',
  'deadline set',
  'terms proposed',
  'terms agreed',
  'asker wrote',
  'reminded',
  'holding line offered',
  'told of a release',
  'snoozed',
  'not delivered',
  'resolved',
  'marked duplicate',
  'reopened',
  'withdrawn',
  'erased',
]);
export type Happening = z.infer<typeof Happening>;

/** The part of an event that may name people or repeat their words, and is erased at the end of its retention. */
export const EventDetails = z
  .object({
    /** Slack id of who did it; `desk` for the bot itself. */
    who: z.string(),
    why: z.string().optional(),
    /** The words, the person, or the place that the event is about, by name. */
    about: z.record(z.string(), z.string()),
    /** Random, so that a digest tells nothing about details that were erased. */
    salt: z.string(),
  })
  .readonly();
export type EventDetails = z.infer<typeof EventDetails>;

/** One step in the life of an enquiry, before it takes its place in the chain. */
export type NewEvent = {
  readonly what: Happening;
  readonly at: Date;
  readonly details: EventDetails;
};

/** One step in its place: each names the one before by its hash, so that nothing can be changed or left out unseen. */
export type EnquiryEvent = {
  readonly enquiryId: string;
  /** Counts from 1 without gaps. */
  readonly seq: number;
  readonly what: Happening;
  readonly at: Date;
  /** `null` once erased; `digest` still vouches for what stood here. */
  readonly details: EventDetails | null;
  readonly digest: string;
  /** Digest of the whole enquiry as it stood after this step. */
  readonly enquiryDigest: string;
  /** Hash of the event before; empty for the first. */
  readonly previous: string;
  readonly hash: string;
};
