import { cardsOf, copyHolders } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import type { Enquiry } from './enquiry.ts';
import type { Actor } from './moves.ts';
import { personal } from './take-over-enquiry.ts';

export type AddColleagueOutcome =
  | { readonly kind: 'added'; readonly enquiry: Enquiry }
  /** That person has the card already. */
  | { readonly kind: 'there-already'; readonly enquiry: Enquiry }
  /** The asker is never let in. */
  | { readonly kind: 'not-suitable' }
  | Refused
  | Unknown;

/** Asks one more person for help, in private. The caller has made sure that the person is of our own side. */
export const addColleague = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    userId,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly userId: string },
): Promise<AddColleagueOutcome> =>
  makeMove<AddColleagueOutcome>(deps, 'add-colleague', enquiryId, actor, (enquiry) => {
    if (userId === enquiry.asker.userId) return { kind: 'stop', outcome: { kind: 'not-suitable' } };
    if (copyHolders(enquiry).includes(userId))
      return { kind: 'stop', outcome: { kind: 'there-already', enquiry } };
    const joined: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      colleagues: [...enquiry.colleagues, userId],
    };
    return {
      kind: 'change',
      enquiry: joined,
      what: 'colleague added',
      who: actor.userId,
      about: { colleague: userId },
      notices: [...cardsOf(joined), personal(joined, 'asked-to-help', userId, actor.userId)],
      outcome: { kind: 'added', enquiry: joined },
    };
  });
