import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { advance, type Enquiry, type Open } from './enquiry.ts';
import type { Actor } from './moves.ts';

export type ReopenOutcome =
  | { readonly kind: 'reopened'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Opens a closed enquiry again, for anybody to claim. Reminders begin anew if its deadline is still ahead. */
export const reopenEnquiry = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    why,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly why?: string },
): Promise<ReopenOutcome> =>
  makeMove<ReopenOutcome>(deps, 'reopen', enquiryId, actor, (enquiry, at) => {
    const facts = advance(enquiry);
    const { deadline } = facts;
    const reopened: Open = {
      ...facts,
      ...(deadline !== undefined && deadline.at > at
        ? { deadline: { ...deadline, setAt: at }, steps: [] }
        : {}),
      status: 'open',
    };
    return {
      kind: 'change',
      enquiry: reopened,
      what: 'reopened',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      notices: [
        ...cardsOf(reopened),
        {
          notice: {
            kind: 'card-note',
            enquiryId,
            event: 'reopened',
            version: reopened.version,
            by: actor.userId,
            text: why ?? '',
          },
        },
      ],
      outcome: { kind: 'reopened', enquiry: reopened },
    };
  });
