import { cardsOf } from './cards-of.ts';
import { changeEnquiry, type EnquiryDeps, type Unknown } from './change-enquiry.ts';
import {
  advance,
  type Claimed,
  type Enquiry,
  type EnquiryStatus,
  isLive,
  type Open,
  ownerOf,
} from './enquiry.ts';
import { type Actor, type Role, rolesOf } from './moves.ts';

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly enquiry: Enquiry }
  /** The one who clicked has it already. */
  | { readonly kind: 'yours'; readonly enquiry: Enquiry }
  | { readonly kind: 'taken'; readonly by: string; readonly enquiry: Enquiry }
  | { readonly kind: 'closed'; readonly status: EnquiryStatus }
  | { readonly kind: 'not-allowed' }
  | Unknown;

/** Gives an open enquiry to one person. Of two who click together, the first saved wins. */
export const claimEnquiry = (
  deps: EnquiryDeps,
  { enquiryId, actor }: { readonly enquiryId: string; readonly actor: Actor },
): Promise<ClaimOutcome> =>
  changeEnquiry<ClaimOutcome>(deps, enquiryId, (enquiry, at) => {
    const roles = rolesOf(enquiry, actor);
    // Asked first: who has it is nobody's business outside the desk.
    if (!['owner', 'contact', 'staff'].some((role) => roles.has(role as Role)))
      return { kind: 'stop', outcome: { kind: 'not-allowed' } };
    if (ownerOf(enquiry) === actor.userId)
      return { kind: 'stop', outcome: { kind: 'yours', enquiry } };
    if (!isLive(enquiry))
      return { kind: 'stop', outcome: { kind: 'closed', status: enquiry.status } };
    if (enquiry.status !== 'open')
      return { kind: 'stop', outcome: { kind: 'taken', by: enquiry.owner, enquiry } };

    const claimed = claim(enquiry, actor.userId, at);
    return {
      kind: 'change',
      enquiry: claimed,
      what: 'claimed',
      who: actor.userId,
      notices: cardsOf(claimed),
      outcome: { kind: 'claimed', enquiry: claimed },
    };
  });

/** The move itself. An enquiry that was answered before it was reopened begins anew. */
export const claim = (open: Open, owner: string, at: Date): Claimed => ({
  ...advance(open),
  status: 'claimed',
  owner,
  claimedAt: at,
});
