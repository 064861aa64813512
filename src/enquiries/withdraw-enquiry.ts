import { cardsOf, copyHolders } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { advance, type Enquiry, ownerOf, type Withdrawn, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';
import { replyKey } from './notice.ts';
import { personal } from './take-over-enquiry.ts';

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly enquiry: Enquiry }
  /** A reply is being posted this very moment. */
  | { readonly kind: 'replying'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** The asker needs no reply any more. One that waits is not posted; whoever had the enquiry is told. */
export const withdrawEnquiry = (
  deps: EnquiryDeps,
  { enquiryId, actor }: { readonly enquiryId: string; readonly actor: Actor },
): Promise<WithdrawOutcome> =>
  makeMove<WithdrawOutcome>(deps, 'withdraw', enquiryId, actor, (enquiry, at) => {
    const waiting = waitingReply(enquiry);
    const facts = advance(enquiry);
    const withdrawn: Withdrawn = {
      ...facts,
      replies: facts.replies.filter((reply) => reply !== waiting),
      status: 'withdrawn',
      withdrawnAt: at,
    };
    const owner = ownerOf(enquiry);
    const { channel, threadTs } = enquiry.origin;
    const version = withdrawn.version;
    return {
      kind: 'change',
      enquiry: withdrawn,
      what: 'withdrawn',
      who: actor.userId,
      notices: [
        ...cardsOf(withdrawn),
        ...(owner === undefined || copyHolders(withdrawn).includes(owner)
          ? []
          : [{ notice: { kind: 'contact-card', enquiryId, userId: owner } } as const]),
        ...(owner === undefined ? [] : [personal(withdrawn, 'withdrawn', owner, actor.userId)]),
        {
          notice: {
            kind: 'card-note',
            enquiryId,
            event: 'withdrawn',
            version,
            by: actor.userId,
            text: '',
          },
        },
        {
          notice: {
            kind: 'asker-told',
            enquiryId,
            event: 'withdrawn',
            version,
            channel,
            threadTs,
          },
        },
      ],
      ...(waiting === undefined
        ? {}
        : {
            cancel: {
              key: replyKey(enquiryId, waiting.id),
              tooLate: { kind: 'replying', enquiry },
            },
          }),
      outcome: { kind: 'withdrawn', enquiry: withdrawn },
    };
  });
