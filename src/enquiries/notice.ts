import { z } from 'zod';
import { embargoNoticeKey, embargoNotices } from './embargo-notice.ts';
import { Attribution, Step } from './enquiry.ts';
import { Happening } from './event.ts';
import { surgeLaneOf, surgeNoticeKey, surgeNotices } from './surge-notice.ts';

/** The asker's thread. */
const Thread = { channel: z.string(), threadTs: z.string() };
const enquiryId = z.string();

/**
 * What somebody else must be told. A notice says what happened and to whom it matters; it is turned into blocks when
 * it is sent, so that wording can change without touching what is stored. It is kept until Slack has it.
 */
export const Notice = z.discriminatedUnion('kind', [
  /** To the asker's thread: reference, and the deadline read back in both zones. */
  z.object({ kind: z.literal('receipt'), enquiryId, ...Thread }),
  /** To the desk channel: posted once, then updated in place to the present state. */
  z.object({ kind: z.literal('card'), enquiryId }),
  /** To one contact or colleague: posted once, then updated in place to the present state. */
  z.object({ kind: z.literal('contact-card'), enquiryId, userId: z.string() }),
  /** To the asker's thread: a reply that the 10 s for undoing have passed for. */
  z.object({ kind: z.literal('reply'), enquiryId, replyId: z.string(), ...Thread }),
  /** To the asker's thread: terms other than on the record, with *Agreed*. */
  z.object({
    kind: z.literal('terms'),
    enquiryId,
    attribution: Attribution,
    proposedAt: z.string(),
    ...Thread,
  }),
  /** To the asker's thread: the enquiry is withdrawn, reopened, or has a new deadline, as they asked. */
  z.object({
    kind: z.literal('asker-told'),
    enquiryId,
    event: z.enum(['withdrawn', 'reopened', 'deadline', 'passed-on']),
    version: z.int(),
    ...Thread,
  }),
  /** To the card's thread: what the asker wrote later, changed or deleted. */
  z.object({
    kind: z.literal('asker-wrote'),
    enquiryId,
    /** `ts` of the asker's message. */
    messageTs: z.string(),
    change: z.enum(['new', 'edited', 'deleted']),
    /** Distinguishes the edits of one message; empty for a new one. */
    changeTs: z.string(),
    text: z.string(),
    /** Who wrote it: the asker, or somebody else in the asker's thread. */
    userId: z.string(),
    /** Names of attached files. */
    files: z.array(z.string()),
  }),
  /** To the card's thread: a step that the desk should see as it happens. */
  z.object({
    kind: z.literal('card-note'),
    enquiryId,
    event: Happening,
    /** Version of the enquiry that this step made. */
    version: z.int(),
    by: z.string(),
    /** The words that belong to it, such as the reply that was sent; may be empty. */
    text: z.string(),
  }),
  /** To one person: the enquiry is offered, was accepted, declined, taken over, or somebody wants help with it. */
  z.object({
    kind: z.literal('personal'),
    enquiryId,
    userId: z.string(),
    event: z.enum([
      'offered',
      'accepted',
      'declined',
      'taken-over',
      'asked-to-help',
      'withdrawn',
      'reopened',
    ]),
    by: z.string(),
    version: z.int(),
  }),
  /** To one person (`userId`) or, where it is null, to the card's thread in the desk channel. */
  z.object({
    kind: z.literal('reminder'),
    enquiryId,
    step: Step,
    userId: z.string().nullable(),
    deadline: z.string(),
  }),
  /** To whoever has the enquiry, once: a signed holding line that may be sent. */
  z.object({
    kind: z.literal('holding-offer'),
    enquiryId,
    userId: z.string(),
    /** Id of the line to take, and what it is called. */
    line: z.string(),
    title: z.string(),
  }),
  /** To one person or (`null`) to the card's thread: an update that was promised to the asker is near, or due. */
  z.object({
    kind: z.literal('promise'),
    enquiryId,
    replyId: z.string(),
    step: z.enum(['soon', 'due']),
    userId: z.string().nullable(),
  }),
  /** To whoever keeps a line to take, or (`null`) to the card's thread: it is wanted and not signed off. */
  z.object({
    kind: z.literal('signature'),
    enquiryId,
    line: z.string(),
    title: z.string(),
    owner: z.string(),
    signer: z.string().nullable(),
    by: z.string(),
  }),
  /** To where a question was asked: its answer, made anew from the releases when it is sent. */
  z.object({
    kind: z.literal('answer'),
    /** The inbox event that asked, or the command's trigger. */
    eventId: z.string(),
    question: z.string(),
    userId: z.string(),
    teamId: z.string(),
    isStaff: z.boolean(),
    /** IANA zone of whoever asked, and when (ISO 8601): a deadline in the question is read by them. */
    zone: z.string().optional(),
    askedAt: z.string().optional(),
    ...Thread,
  }),
  /** To where somebody wrote to the bot and the bot failed: an apology, and a person to turn to. */
  z.object({ kind: z.literal('apology'), eventId: z.string(), userId: z.string(), ...Thread }),
  /** To where somebody asked more than the bot takes at once: said once. */
  z.object({ kind: z.literal('too-many'), eventId: z.string(), userId: z.string(), ...Thread }),
  /** To a channel that the bot was added to: what it is for, said once, however often it is added. */
  z.object({ kind: z.literal('welcome'), channel: z.string() }),
  /** To where a quote was given: its words no longer stand in the release. */
  z.object({
    kind: z.literal('correction'),
    answerKey: z.string(),
    releaseId: z.string(),
    title: z.string(),
    /** Version that the words are gone from; `withdrawn` where nothing is left to be shown. */
    version: z.string(),
    userId: z.string(),
    /** The words as they were given. */
    before: z.string(),
    /** The sentence that stands in their place, where one does. */
    after: z.string().nullable(),
    /** Further words that they were given and that changed with them. */
    more: z.array(z.object({ before: z.string(), after: z.string().nullable() })).default([]),
    /** The correction that it belongs to. */
    correctionId: z.string().optional(),
    ...Thread,
  }),
  /** To the desk channel: a change of words that people were given. Posted once, then updated in place. */
  z.object({ kind: z.literal('correction-card'), correctionId: z.string() }),
  /** To one person or (`null`) to the thread of its card: a correction waits to be classed or signed off. */
  z.object({
    kind: z.literal('correction-waits'),
    correctionId: z.string(),
    /** Counts the reminders from 1. */
    reminder: z.int(),
    userId: z.string().nullable(),
  }),
  /** To the thread of its card, and updated in place: who has not seen their note. */
  z.object({ kind: z.literal('correction-unseen'), correctionId: z.string() }),
  /** To a channel that follows releases: a new one. */
  z.object({
    kind: z.literal('alert'),
    followId: z.string(),
    releaseId: z.string(),
    query: z.string(),
    channel: z.string(),
  }),
  /** To the desk channel: what is open, each working morning. */
  z.object({ kind: z.literal('digest'), day: z.string() }),
  /** To the desk channel, each week (`2026-W48`): what came of the enquiries, and what people asked in vain. */
  z.object({ kind: z.literal('report'), week: z.string() }),
  z.object({ kind: z.literal('gaps'), week: z.string() }),
  /** To the desk channel: the report as a picture. */
  z.object({ kind: z.literal('report-chart'), week: z.string() }),
  /** To one person or, where Slack does not know them, to the desk channel: a change of duty. */
  z.object({
    kind: z.literal('shift'),
    seq: z.int(),
    event: z.enum(['began', 'not-accepted', 'accepted']),
    userId: z.string().nullable(),
  }),
  /** To one person or (`null`) to the desk channel: a shift is offered, swapped or not, or somebody is away. */
  z.object({
    kind: z.literal('duty-change'),
    changeId: z.string(),
    event: z.enum(['offered', 'agreed', 'declined', 'called-off', 'leave']),
    userId: z.string().nullable(),
  }),
  /** To the desk channel: the bot is in trouble that a person should know of. */
  z.object({ kind: z.literal('trouble'), id: z.string(), text: z.string() }),
  ...surgeNotices,
  ...embargoNotices,
]);
export type Notice = z.infer<typeof Notice>;

export type NoticeKind = Notice['kind'];

/**
 * Names a notice so that it is told once, whatever is retried. Cards are told again under the same name: they are
 * always rendered from the present state, so two changes in a row need one update.
 */
export function noticeKey(notice: Notice): string {
  switch (notice.kind) {
    case 'receipt':
    case 'card':
      return `${notice.kind}:${notice.enquiryId}`;
    case 'contact-card':
      return `contact-card:${notice.enquiryId}:${notice.userId}`;
    case 'reply':
      return replyKey(notice.enquiryId, notice.replyId);
    case 'terms':
      return `terms:${notice.enquiryId}:${notice.proposedAt}`;
    case 'asker-told':
      return `asker-told:${notice.enquiryId}:${notice.event}:${notice.version}`;
    case 'asker-wrote':
      return `asker-wrote:${notice.enquiryId}:${notice.messageTs}:${notice.change}:${notice.changeTs}`;
    case 'card-note':
      return `card-note:${notice.enquiryId}:${notice.event}:${notice.version}`;
    case 'personal':
      return `personal:${notice.enquiryId}:${notice.event}:${notice.userId}:${notice.version}`;
    case 'reminder':
      return `reminder:${notice.enquiryId}:${notice.step}:${notice.userId ?? 'desk'}:${notice.deadline}`;
    case 'holding-offer':
      return `holding-offer:${notice.enquiryId}`;
    case 'promise':
      return `promise:${notice.enquiryId}:${notice.replyId}:${notice.step}:${notice.userId ?? 'desk'}`;
    case 'signature':
      return `signature:${notice.enquiryId}:${notice.line}`;
    case 'answer':
    case 'apology':
    case 'too-many':
      return `${notice.kind}:${notice.eventId}`;
    case 'welcome':
      return `welcome:${notice.channel}`;
    case 'correction':
      return `correction:${notice.answerKey}:${notice.releaseId}:${notice.version}`;
    case 'correction-card':
    case 'correction-unseen':
      return `${notice.kind}:${notice.correctionId}`;
    case 'correction-waits':
      return `correction-waits:${notice.correctionId}:${notice.reminder}:${notice.userId ?? 'desk'}`;
    case 'alert':
      return `alert:${notice.followId}:${notice.releaseId}`;
    case 'digest':
      return `digest:${notice.day}`;
    case 'report':
    case 'gaps':
    case 'report-chart':
      return `${notice.kind}:${notice.week}`;
    case 'shift':
      return `shift:${notice.seq}:${notice.event}:${notice.userId ?? 'desk'}`;
    case 'duty-change':
      return `duty-change:${notice.changeId}:${notice.event}:${notice.userId ?? 'desk'}`;
    case 'trouble':
      return `trouble:${notice.id}`;
    case 'surge-line':
    case 'surge-word':
    case 'surge-task':
    case 'now-released':
      return surgeNoticeKey(notice);
    case 'embargoed':
    case 'advance-offer':
    case 'advance-word':
      return embargoNoticeKey(notice);
  }
}

/** The name under which a reply waits in the outbox, where undoing looks for it. */
export const replyKey = (enquiryId: string, replyId: string) => `reply:${enquiryId}:${replyId}`;

/** A card that was told already is told again; any other notice is told once. */
export const isRepeated = ({ kind }: Notice): boolean =>
  kind === 'card' ||
  kind === 'contact-card' ||
  kind === 'correction-card' ||
  kind === 'correction-unseen' ||
  kind === 'surge-line' ||
  kind === 'surge-task';

/**
 * Where a notice goes, as far as order and pace are concerned: notices of one lane are told in the order they arose,
 * and a lane that is stuck delays no other. A Slack channel, a person, or `desk`.
 */
export function laneOf(notice: Notice): string {
  switch (notice.kind) {
    case 'card':
    case 'asker-wrote':
    case 'card-note':
    case 'digest':
    case 'report':
    case 'gaps':
    case 'trouble':
    case 'correction-card':
    case 'correction-unseen':
      return 'desk';
    case 'contact-card':
    case 'personal':
    case 'holding-offer':
      return notice.userId;
    case 'report-chart':
      // A picture that Slack does not take must hold nothing up.
      return 'desk-files';
    case 'signature':
      return notice.signer ?? 'desk';
    case 'reminder':
    case 'promise':
    case 'duty-change':
    case 'shift':
    case 'correction-waits':
      return notice.userId ?? 'desk';
    case 'receipt':
    case 'reply':
    case 'terms':
    case 'asker-told':
    case 'answer':
    case 'apology':
    case 'welcome':
    case 'too-many':
    case 'correction':
    case 'alert':
      return notice.channel;
    case 'surge-line':
    case 'surge-word':
    case 'surge-task':
    case 'now-released':
      return surgeLaneOf(notice);
    case 'embargoed':
    case 'advance-word':
    case 'advance-offer':
      return notice.userId;
  }
}

/** A notice and, where it must not be told at once, the instant before which it is not. */
export type Queued = { readonly notice: Notice; readonly due?: Date };
