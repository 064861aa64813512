import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { type Attribution, type Enquiry, type Reply, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';

/** How long a reply waits after *Send*, so that it can be undone. */
export const undoMs = 10_000;

export type ReplyOutcome =
  /** It goes out at `reply.sendAt` unless undone. */
  | { readonly kind: 'waiting'; readonly reply: Reply; readonly enquiry: Enquiry }
  /** Another reply is still on its way. */
  | { readonly kind: 'sending'; readonly reply: Reply; readonly enquiry: Enquiry }
  | { readonly kind: 'empty' }
  /** Other terms than on the record, to which the asker has not agreed. */
  | { readonly kind: 'terms-not-agreed'; readonly attribution: Attribution }
  | Refused
  | Unknown;

type Input = {
  readonly enquiryId: string;
  readonly actor: Actor;
  readonly text: string;
  readonly attribution?: Attribution;
  /** Id of a reply sent earlier that this one puts right. */
  readonly corrects?: string;
  /**
   * What pressed *Send*, such as the modal's id: pressed again, it is the same reply. Absent: each call is a new one.
   */
  readonly key?: string;
};

/** Saves a reply, to be posted in the asker's thread in ten seconds. Nothing else ever posts words there. */
export const replyToEnquiry = (
  deps: EnquiryDeps,
  { enquiryId, actor, text, attribution = 'on-the-record', corrects, key }: Input,
): Promise<ReplyOutcome> => {
  const replyId = key ?? deps.newId();
  return makeMove<ReplyOutcome>(deps, 'reply', enquiryId, actor, (enquiry, at) => {
    const twin = enquiry.replies.find(({ id }) => id === replyId);
    if (twin !== undefined)
      return { kind: 'stop', outcome: { kind: 'waiting', reply: twin, enquiry } };
    if (text.trim() === '') return { kind: 'stop', outcome: { kind: 'empty' } };
    const other = waitingReply(enquiry);
    if (other !== undefined)
      return { kind: 'stop', outcome: { kind: 'sending', reply: other, enquiry } };
    if (!mayBeSaidOn(enquiry, attribution))
      return { kind: 'stop', outcome: { kind: 'terms-not-agreed', attribution } };

    const sendAt = new Date(at.getTime() + undoMs);
    const reply: Reply = {
      id: replyId,
      by: actor.userId,
      at,
      sendAt,
      text,
      attribution,
      ...(corrects === undefined ? {} : { corrects }),
      delivery: { kind: 'waiting' },
    };
    const replied: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      replies: [...enquiry.replies, reply],
    };
    const { channel, threadTs } = enquiry.origin;
    return {
      kind: 'change',
      enquiry: replied,
      what: 'reply prepared',
      who: actor.userId,
      about: { reply: replyId, text, attribution },
      notices: [
        { notice: { kind: 'reply', enquiryId, replyId, channel, threadTs }, due: sendAt },
        ...cardsOf(replied),
      ],
      outcome: { kind: 'waiting', reply, enquiry: replied },
    };
  });
};

/** On the record needs no agreement; anything else needs the asker's, given before the words are shown. */
export const mayBeSaidOn = (enquiry: Enquiry, attribution: Attribution): boolean =>
  attribution === 'on-the-record' ||
  (enquiry.terms?.attribution === attribution && enquiry.terms.agreedAt !== undefined);
