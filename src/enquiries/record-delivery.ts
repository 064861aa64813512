import { cardsOf } from './cards-of.ts';
import {
  type Change,
  changeEnquiry,
  type Decision,
  type EnquiryDeps,
  type Unknown,
} from './change-enquiry.ts';
import type { Answered, Enquiry, MessagePlace, Reply } from './enquiry.ts';
import { type Notice, noticeKey } from './notice.ts';

/** What Slack made of a notice in the end. */
export type Delivered =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  /** Slack will never take it; `reason` is Slack's own word, such as `channel_not_found`. */
  | { readonly kind: 'refused'; readonly reason: string };

export type RecordOutcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'nothing-to-record' }
  | Unknown;

/**
 * Writes down what became of a notice: where a card stands, that a reply was posted, that something could not be
 * delivered and stands on the card instead. Called before the notice is struck off the outbox; a second call for the
 * same notice changes nothing.
 */
export async function recordDelivery(
  deps: EnquiryDeps,
  { notice, delivered }: { readonly notice: Notice; readonly delivered: Delivered },
): Promise<RecordOutcome> {
  if (!('enquiryId' in notice)) return { kind: 'nothing-to-record' };
  return changeEnquiry<RecordOutcome>(deps, notice.enquiryId, (enquiry, at) =>
    notice.kind === 'reply'
      ? replyDelivered(enquiry, notice.replyId, delivered, at)
      : delivered.kind === 'refused'
        ? notDelivered(enquiry, notice, delivered.reason, at)
        : placed(enquiry, notice, delivered),
  );
}

const nothing = { kind: 'stop', outcome: { kind: 'nothing-to-record' } } as const;

const change = (
  enquiry: Enquiry,
  rest: Omit<Change<RecordOutcome>, 'enquiry' | 'outcome' | 'who'>,
): Decision<RecordOutcome> => ({
  kind: 'change',
  enquiry,
  who: 'desk',
  ...rest,
  outcome: { kind: 'recorded' },
});

function placed(
  enquiry: Enquiry,
  notice: Notice,
  { channel, ts }: Extract<Delivered, { kind: 'sent' }>,
): Decision<RecordOutcome> {
  const version = enquiry.version + 1;
  const about = { channel, ts };
  // What could not be told before has been told now.
  const troubles = enquiry.troubles.filter(({ what }) => what !== noticeKey(notice));
  const isThere = (place: MessagePlace | undefined) =>
    place?.ts === ts && place.channel === channel && troubles.length === enquiry.troubles.length;
  switch (notice.kind) {
    case 'card':
      if (isThere(enquiry.card)) return nothing;
      return change(
        { ...enquiry, version, troubles, card: { channel, ts } },
        { what: 'card posted', about, notices: [] },
      );
    case 'receipt':
      if (isThere(enquiry.receipt)) return nothing;
      return change(
        { ...enquiry, version, troubles, receipt: { channel, ts }, ...begun(enquiry, about) },
        { what: 'receipt posted', about, notices: [] },
      );
    case 'contact-card': {
      const { userId } = notice;
      const others = enquiry.copies.filter((copy) => copy.userId !== userId);
      if (isThere(enquiry.copies.find((copy) => copy.userId === userId))) return nothing;
      return change(
        { ...enquiry, version, troubles, copies: [...others, { userId, channel, ts }] },
        { what: 'contact told', about: { ...about, userId }, notices: [] },
      );
    }
    case 'now-released': {
      const told: Enquiry = { ...enquiry, version, troubles };
      return change(told, {
        what: 'told of a release',
        about: { ...about, release: notice.releaseId },
        notices: [
          ...cardsOf(told),
          {
            notice: {
              kind: 'card-note',
              enquiryId: enquiry.id,
              event: 'told of a release',
              version,
              by: 'desk',
              text: '',
            },
          },
        ],
      });
    }
    default:
      return nothing;
  }
}

/** A question that was put in private has no thread: its receipt begins one. */
const begun = ({ origin }: Enquiry, { channel, ts }: MessagePlace): Pick<Enquiry, 'origin'> => ({
  origin: origin.threadTs === '' ? { ...origin, channel, threadTs: ts } : origin,
});

function replyDelivered(
  enquiry: Enquiry,
  replyId: string,
  delivered: Delivered,
  at: Date,
): Decision<RecordOutcome> {
  const reply = enquiry.replies.find(({ id }) => id === replyId);
  if (reply?.delivery.kind !== 'waiting') return nothing;
  const version = enquiry.version + 1;
  const replies = (delivery: Reply['delivery']): Reply[] =>
    enquiry.replies.map((one) => (one.id === replyId ? { ...one, delivery } : one));
  const note = (event: 'reply sent' | 'reply failed') => ({
    notice: {
      kind: 'card-note' as const,
      enquiryId: enquiry.id,
      event,
      version,
      by: reply.by,
      text: reply.text,
    },
  });

  if (delivered.kind === 'refused') {
    const failed: Enquiry = {
      ...enquiry,
      version,
      replies: replies({ kind: 'failed', reason: delivered.reason, at }),
    };
    return change(failed, {
      what: 'reply failed',
      why: delivered.reason,
      about: { reply: replyId },
      notices: [...cardsOf(failed), note('reply failed')],
    });
  }

  const { channel, ts } = delivered;
  const posted: Enquiry = {
    ...enquiry,
    version,
    replies: replies({ kind: 'sent', channel, ts, at }),
  };
  const sent = reply.holding === true ? posted : answered(posted, at);
  return change(sent, {
    what: 'reply sent',
    about: { reply: replyId, by: reply.by, channel, ts },
    notices: [...cardsOf(sent), note('reply sent')],
  });
}

/** A first answer makes a claimed enquiry answered; later ones leave it so, and a holding line never does. */
const answered = (enquiry: Enquiry, at: Date): Enquiry => {
  if (enquiry.status !== 'claimed') return enquiry;
  const first: Answered = { ...enquiry, status: 'answered', answeredAt: at };
  return first;
};

function notDelivered(
  enquiry: Enquiry,
  notice: Notice,
  reason: string,
  at: Date,
): Decision<RecordOutcome> {
  const what = noticeKey(notice);
  // Known already: telling again would refuse again, without end.
  if (enquiry.troubles.some((trouble) => trouble.what === what)) return nothing;
  const troubled: Enquiry = {
    ...enquiry,
    version: enquiry.version + 1,
    troubles: [...enquiry.troubles, { what, reason, at }],
  };
  return change(troubled, {
    what: 'not delivered',
    why: reason,
    about: { notice: what },
    notices: notice.kind === 'card' ? [] : cardsOf(troubled),
  });
}
