import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import type { Attribution, Enquiry } from './enquiry.ts';
import type { Actor } from './moves.ts';

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly enquiry: Enquiry }
  /** Agreed or proposed before; on the record needs nobody's agreement. */
  | { readonly kind: 'not-needed'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Asks the asker to accept other terms than on the record, before any words are shown. */
export const proposeTerms = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    attribution,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly attribution: Attribution },
): Promise<ProposeOutcome> =>
  makeMove<ProposeOutcome>(deps, 'propose-terms', enquiryId, actor, (enquiry, at) => {
    if (attribution === 'on-the-record' || enquiry.terms?.attribution === attribution)
      return { kind: 'stop', outcome: { kind: 'not-needed', enquiry } };
    const proposed: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      terms: { attribution, proposedBy: actor.userId, proposedAt: at },
    };
    const { channel, threadTs } = enquiry.origin;
    return {
      kind: 'change',
      enquiry: proposed,
      what: 'terms proposed',
      who: actor.userId,
      about: { attribution },
      notices: [
        {
          notice: {
            kind: 'terms',
            enquiryId,
            attribution,
            proposedAt: at.toISOString(),
            channel,
            threadTs,
          },
        },
        ...cardsOf(proposed),
      ],
      outcome: { kind: 'proposed', enquiry: proposed },
    };
  });

export type AgreeOutcome =
  | { readonly kind: 'agreed'; readonly enquiry: Enquiry }
  /** Other terms stand by now, or none. */
  | { readonly kind: 'not-proposed'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** The asker accepts the terms that were proposed; pressing again changes nothing. */
export const agreeTerms = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    attribution,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly attribution: Attribution },
): Promise<AgreeOutcome> =>
  makeMove<AgreeOutcome>(deps, 'agree', enquiryId, actor, (enquiry, at) => {
    const { terms } = enquiry;
    if (terms?.attribution !== attribution)
      return { kind: 'stop', outcome: { kind: 'not-proposed', enquiry } };
    if (terms.agreedAt !== undefined) return { kind: 'stop', outcome: { kind: 'agreed', enquiry } };
    const agreed: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      terms: { ...terms, agreedAt: at },
    };
    return {
      kind: 'change',
      enquiry: agreed,
      what: 'terms agreed',
      who: actor.userId,
      about: { attribution },
      notices: [
        ...cardsOf(agreed),
        {
          notice: {
            kind: 'card-note',
            enquiryId,
            event: 'terms agreed',
            version: agreed.version,
            by: actor.userId,
            text: attribution,
          },
        },
      ],
      outcome: { kind: 'agreed', enquiry: agreed },
    };
  });
