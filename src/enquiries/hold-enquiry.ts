import { cardsOf } from './cards-of.ts';
import { changeEnquiry, type EnquiryDeps } from './change-enquiry.ts';
import { type Enquiry, type Reply, waitingReply } from './enquiry.ts';
import { barredFrom } from './moves.ts';

export type HoldOutcome =
  | 'held'
  /** This very line is on it already. */
  | 'held-before'
  /** Nobody waits any more: it was answered, closed or withdrawn. */
  | 'not-waiting'
  /** Another reply is on its way; what comes of it decides. */
  | 'replying';

/**
 * Sends a signed holding line in answer to one of many enquiries, for somebody of the desk who has previewed it and
 * pressed *Send*. The same `replyId` again is the same reply: called twice, it is sent once. The enquiry goes on
 * waiting for its answer, whoever has it.
 */
export async function holdEnquiry(
  deps: EnquiryDeps,
  given: {
    readonly enquiryId: string;
    readonly replyId: string;
    /** Slack id of the member of staff who sent it. */
    readonly by: string;
    readonly text: string;
    readonly line: string;
  },
): Promise<HoldOutcome> {
  const { enquiryId, replyId, by, text, line } = given;
  const outcome = await changeEnquiry<HoldOutcome>(deps, enquiryId, (enquiry, at) => {
    if (enquiry.replies.some(({ id }) => id === replyId))
      return { kind: 'stop', outcome: 'held-before' };
    if (barredFrom('hold', enquiry, { userId: by, isStaff: true }) !== undefined)
      return { kind: 'stop', outcome: 'not-waiting' };
    if (waitingReply(enquiry) !== undefined) return { kind: 'stop', outcome: 'replying' };
    const reply: Reply = {
      id: replyId,
      by,
      at,
      sendAt: at,
      text,
      attribution: 'on-the-record',
      line,
      holding: true,
      delivery: { kind: 'waiting' },
    };
    const held: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      replies: [...enquiry.replies, reply],
    };
    const { channel, threadTs } = enquiry.origin;
    return {
      kind: 'change',
      enquiry: held,
      what: 'reply prepared',
      who: by,
      why: 'sent to all who wait',
      about: { reply: replyId, text, attribution: 'on-the-record', line },
      notices: [
        { notice: { kind: 'reply', enquiryId, replyId, channel, threadTs } },
        ...cardsOf(held),
      ],
      outcome: 'held',
    };
  });
  return typeof outcome === 'string' ? outcome : 'not-waiting';
}
