import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { type Enquiry, type Reply, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';
import { replyKey } from './notice.ts';

export type UndoOutcome =
  /** Nobody outside saw it. `reply.text` is there to go on from. */
  | { readonly kind: 'undone'; readonly reply: Reply; readonly enquiry: Enquiry }
  /** It is being posted, or has been. */
  | { readonly kind: 'too-late'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Takes a reply back before it is posted. Either it is undone or it is posted, never both. */
export const undoReply = (
  deps: EnquiryDeps,
  {
    enquiryId,
    replyId,
    actor,
  }: { readonly enquiryId: string; readonly replyId: string; readonly actor: Actor },
): Promise<UndoOutcome> =>
  makeMove<UndoOutcome>(deps, 'reply', enquiryId, actor, (enquiry, at) => {
    const reply = waitingReply(enquiry);
    if (reply?.id !== replyId || at >= reply.sendAt)
      return { kind: 'stop', outcome: { kind: 'too-late', enquiry } };
    const undone: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      replies: enquiry.replies.filter(({ id }) => id !== replyId),
    };
    return {
      kind: 'change',
      enquiry: undone,
      what: 'reply undone',
      who: actor.userId,
      about: { reply: replyId },
      notices: cardsOf(undone),
      cancel: { key: replyKey(enquiryId, replyId), tooLate: { kind: 'too-late', enquiry } },
      outcome: { kind: 'undone', reply, enquiry: undone },
    };
  });
