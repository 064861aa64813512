import { z } from 'zod';
import {
  Asker,
  Citation,
  Deadline,
  Delivery,
  Origin,
  PersonAsked,
  RoutedTo,
  Trouble,
} from './enquiry-parts.ts';

/** Whom a journalist may name as the source of a reply. `on-the-record` unless the asker agreed to other terms. */
export const Attribution = z.enum(['on-the-record', 'background', 'not-for-quotation']);
export type Attribution = z.infer<typeof Attribution>;

/** A message in Slack. */
export const MessagePlace = z.object({ channel: z.string(), ts: z.string() }).readonly();
export type MessagePlace = z.infer<typeof MessagePlace>;

/** When the next word is promised to the asker, how that is said to them, and as whoever promised it typed it. */
const PromisedUpdate = z
  .object({ at: z.coerce.date(), said: z.string(), typed: z.string() })
  .readonly();
export type PromisedUpdate = z.infer<typeof PromisedUpdate>;

const Reply = z
  .object({
    id: z.string(),
    by: z.string(),
    /** When *Send* was pressed. */
    at: z.coerce.date(),
    /** Not posted before this instant; until then it can be undone. */
    sendAt: z.coerce.date(),
    text: z.string(),
    attribution: Attribution,
    /** Id of an earlier reply that this one puts right. */
    corrects: z.string().optional(),
    /** Id of the line to take that its words are. */
    line: z.string().optional(),
    /** It says only that an answer is being prepared: the enquiry still waits for one. */
    holding: z.boolean().optional(),
    promise: PromisedUpdate.optional(),
    delivery: Delivery,
  })
  .readonly();

/** Words that somebody has previewed and not sent. Nothing of a draft is ever told outside. */
const Draft = z
  .object({
    id: z.string(),
    by: z.string(),
    at: z.coerce.date(),
    text: z.string(),
    attribution: Attribution,
    corrects: z.string().optional(),
    line: z.string().optional(),
    holding: z.boolean().optional(),
    promise: PromisedUpdate.optional(),
  })
  .readonly();

/** Reminders at fractions of the time from `deadline.setAt` to `deadline.at`; `overdue` once when it has passed. */
export const Step = z.enum(['half', 'three-quarters', 'nine-tenths', 'overdue']);
export type Step = z.infer<typeof Step>;

const Terms = z
  .object({
    attribution: Attribution,
    proposedBy: z.string(),
    proposedAt: z.coerce.date(),
    /** Absent until the asker pressed *Agreed*. */
    agreedAt: z.coerce.date().optional(),
  })
  .readonly();

const Facts = z.object({
  id: z.string(),
  /** Such as `ME-26-0007`: two digits of the year in the desk's zone, then a number counted in that year. */
  reference: z.string(),
  /** What opened it, such as the modal's id, so that the same submission never opens two. */
  key: z.string(),
  /** Grows by one with each change; a save of a version that somebody overtook is refused. */
  version: z.int().positive(),
  question: z.string(),
  outlet: z.string(),
  /** How the asker wants to be reached besides the thread, in the asker's words; may be empty. */
  reach: z.string(),
  asker: Asker,
  origin: Origin,
  deadline: Deadline.optional(),
  sectors: z.array(z.string()).readonly(),
  cited: z.array(Citation).readonly(),
  route: RoutedTo,
  recipients: z.array(PersonAsked).readonly(),
  /** Slack ids of people whom somebody asked for help with this one. */
  colleagues: z.array(z.string()).readonly(),
  card: MessagePlace.optional(),
  receipt: MessagePlace.optional(),
  /** Copies of the card in direct messages, once they are posted. */
  copies: z
    .array(z.object({ userId: z.string(), channel: z.string(), ts: z.string() }).readonly())
    .readonly(),
  /** Oldest first. At most one of them is `waiting`. */
  replies: z.array(Reply).readonly(),
  /** The latest of each person. */
  drafts: z.array(Draft).readonly().optional(),
  /** When a holding line was offered, so that it is offered once. */
  holdingOfferedAt: z.coerce.date().optional(),
  terms: Terms.optional(),
  /** Names of the messages in the asker's thread that were passed on, so that none is passed on twice. */
  heard: z.array(z.string()).readonly(),
  /** Reminders that were sent, or that a later one made needless. */
  steps: z.array(Step).readonly(),
  /** Reminders of promised updates that were sent. */
  promiseSteps: z.array(z.string()).readonly().optional(),
  /** The owner wants no reminder before this instant. */
  snoozedUntil: z.coerce.date().optional(),
  /** What could not be delivered, for the card. */
  troubles: z.array(Trouble).readonly(),
  createdAt: z.coerce.date(),
  /** When names, words and addresses were removed at the end of their retention. */
  erasedAt: z.coerce.date().optional(),
});

const Owned = {
  owner: z.string(),
  claimedAt: z.coerce.date(),
  /** A hand-over that awaits acceptance; until then both own the enquiry. */
  offer: z.object({ to: z.string(), at: z.coerce.date() }).readonly().optional(),
};

const State = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('claimed'), ...Owned }),
  z.object({ status: z.literal('answered'), ...Owned, answeredAt: z.coerce.date() }),
  z.object({
    status: z.literal('resolved'),
    resolvedBy: z.string(),
    resolvedAt: z.coerce.date(),
    /** Set where it was closed because another enquiry covers it; never told outside the desk. */
    duplicateOf: z.object({ id: z.string(), reference: z.string() }).readonly().optional(),
  }),
  z.object({ status: z.literal('withdrawn'), withdrawnAt: z.coerce.date() }),
]);

/** The stored form, checked when it is read back. */
export const Enquiry = z.intersection(Facts, State);

/** A question that a person must answer: its facts, and a state that carries exactly its own. */
export type Enquiry = Readonly<z.infer<typeof Facts>> & Readonly<z.infer<typeof State>>;

export type EnquiryStatus = Enquiry['status'];
export type Open = Extract<Enquiry, { status: 'open' }>;
export type Claimed = Extract<Enquiry, { status: 'claimed' }>;
export type Answered = Extract<Enquiry, { status: 'answered' }>;
export type Resolved = Extract<Enquiry, { status: 'resolved' }>;
export type Withdrawn = Extract<Enquiry, { status: 'withdrawn' }>;

export type EnquiryFacts = Readonly<z.infer<typeof Facts>>;
export type Recipient = z.infer<typeof PersonAsked>;
export type Reply = z.infer<typeof Reply>;
export type Draft = z.infer<typeof Draft>;
export type EnquiryDeadline = z.infer<typeof Deadline>;

/** The facts alone, one version on, for a move into another state. */
export function advance(enquiry: Enquiry): EnquiryFacts {
  const facts: Record<string, unknown> = { ...enquiry, version: enquiry.version + 1 };
  for (const name of stateFields) delete facts[name];
  return facts as EnquiryFacts;
}

const stateFields = [
  'status',
  'owner',
  'claimedAt',
  'offer',
  'answeredAt',
  'resolvedBy',
  'resolvedAt',
  'duplicateOf',
  'withdrawnAt',
] as const;

/** Not yet resolved or withdrawn: somebody still has work with it. */
export const isLive = (enquiry: Enquiry): enquiry is Open | Claimed | Answered =>
  enquiry.status === 'open' || enquiry.status === 'claimed' || enquiry.status === 'answered';

/** The person who answers for it, while there is one. */
export const ownerOf = (enquiry: Enquiry): string | undefined =>
  enquiry.status === 'claimed' || enquiry.status === 'answered' ? enquiry.owner : undefined;

/** Whether a reply was posted that answers, and not only says that an answer is being prepared. */
export const isAnswer = ({ delivery, holding }: Reply): boolean =>
  delivery.kind === 'sent' && holding !== true;

/** The reply that is on its way and may still be undone. */
export const waitingReply = (enquiry: EnquiryFacts): Reply | undefined =>
  enquiry.replies.find((reply) => reply.delivery.kind === 'waiting');
