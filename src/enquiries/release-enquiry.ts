import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { advance, type Enquiry, type Open, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';

export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly enquiry: Enquiry }
  /** A reply is on its way; undo it or let it go out first. */
  | { readonly kind: 'sending'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Gives a claimed enquiry back to the desk, for anybody to claim. */
export const releaseEnquiry = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    why,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly why?: string },
): Promise<ReleaseOutcome> =>
  makeMove<ReleaseOutcome>(deps, 'release', enquiryId, actor, (enquiry) => {
    if (waitingReply(enquiry) !== undefined)
      return { kind: 'stop', outcome: { kind: 'sending', enquiry } };
    const released: Open = { ...advance(enquiry), status: 'open' };
    return {
      kind: 'change',
      enquiry: released,
      what: 'released',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      notices: [
        ...cardsOf(released),
        {
          notice: {
            kind: 'card-note',
            enquiryId,
            event: 'released',
            version: released.version,
            by: actor.userId,
            text: why ?? '',
          },
        },
        // The copy of whoever gave it back must stop showing it as theirs.
        { notice: { kind: 'contact-card', enquiryId, userId: actor.userId } },
      ],
      outcome: { kind: 'released', enquiry: released },
    };
  });
