import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { type Answered, type Claimed, type Enquiry, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';
import type { Queued } from './notice.ts';

export type TakeOverOutcome =
  | { readonly kind: 'taken-over'; readonly from: string; readonly enquiry: Enquiry }
  | { readonly kind: 'sending'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Takes an enquiry from an owner who went quiet. The former owner is told. */
export const takeOverEnquiry = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    why,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly why?: string },
): Promise<TakeOverOutcome> =>
  makeMove<TakeOverOutcome>(deps, 'take-over', enquiryId, actor, (enquiry, at) => {
    if (waitingReply(enquiry) !== undefined || !('owner' in enquiry))
      return { kind: 'stop', outcome: { kind: 'sending', enquiry } };
    const from = enquiry.owner;
    const taken = giveTo(enquiry, actor.userId, at);
    return {
      kind: 'change',
      enquiry: taken,
      what: 'taken over',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      about: { from },
      notices: [
        ...cardsOf(taken),
        { notice: { kind: 'contact-card', enquiryId, userId: from } },
        personal(taken, 'taken-over', from, actor.userId),
      ],
      outcome: { kind: 'taken-over', from, enquiry: taken },
    };
  });

/** The same state in another's hands; an offer to a third person falls away. */
export function giveTo(
  { offer: _, ...enquiry }: Claimed | Answered,
  owner: string,
  at: Date,
): Claimed | Answered {
  return { ...enquiry, version: enquiry.version + 1, owner, claimedAt: at };
}

/** A word to one person about what `by` did. */
export const personal = (
  { id: enquiryId, version }: Enquiry,
  event: Extract<Queued['notice'], { kind: 'personal' }>['event'],
  userId: string,
  by: string,
): Queued => ({ notice: { kind: 'personal', enquiryId, userId, event, by, version } });
