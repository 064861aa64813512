import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { type Answered, type Claimed, type Enquiry, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';
import { giveTo, personal } from './take-over-enquiry.ts';

type Deps = EnquiryDeps;
type Input = { readonly enquiryId: string; readonly actor: Actor };

export type HandOverOutcome =
  | { readonly kind: 'offered'; readonly to: string; readonly enquiry: Enquiry }
  /** Offered to oneself, or to the asker. */
  | { readonly kind: 'not-suitable'; readonly to: string }
  | Refused
  | Unknown;

/** Offers an enquiry to a named person. Until that person accepts, both own it. A later offer replaces an earlier. */
export const handOver = (
  deps: Deps,
  { enquiryId, actor, to, why }: Input & { readonly to: string; readonly why?: string },
): Promise<HandOverOutcome> =>
  makeMove<HandOverOutcome>(deps, 'hand-over', enquiryId, actor, (enquiry, at) => {
    if (to === actor.userId || to === enquiry.asker.userId || !('owner' in enquiry))
      return { kind: 'stop', outcome: { kind: 'not-suitable', to } };
    const offered = { ...enquiry, version: enquiry.version + 1, offer: { to, at } };
    const before = enquiry.offer?.to;
    return {
      kind: 'change',
      enquiry: offered,
      what: 'hand-over offered',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      about: { to },
      notices: [
        ...cardsOf(offered),
        ...(before === undefined || before === to
          ? []
          : [{ notice: { kind: 'contact-card', enquiryId, userId: before } } as const]),
        personal(offered, 'offered', to, actor.userId),
      ],
      outcome: { kind: 'offered', to, enquiry: offered },
    };
  });

export type AcceptOutcome =
  | { readonly kind: 'accepted'; readonly from: string; readonly enquiry: Enquiry }
  | { readonly kind: 'sending'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Takes up an offer: from now on the one who accepts owns it alone. */
export const acceptHandOver = (deps: Deps, { enquiryId, actor }: Input): Promise<AcceptOutcome> =>
  makeMove<AcceptOutcome>(deps, 'accept', enquiryId, actor, (enquiry, at) => {
    if (waitingReply(enquiry) !== undefined || !('owner' in enquiry))
      return { kind: 'stop', outcome: { kind: 'sending', enquiry } };
    const from = enquiry.owner;
    const accepted = giveTo(enquiry, actor.userId, at);
    return {
      kind: 'change',
      enquiry: accepted,
      what: 'hand-over accepted',
      who: actor.userId,
      about: { from },
      notices: [
        ...cardsOf(accepted),
        { notice: { kind: 'contact-card', enquiryId, userId: from } },
        personal(accepted, 'accepted', from, actor.userId),
      ],
      outcome: { kind: 'accepted', from, enquiry: accepted },
    };
  });

export type DeclineOutcome =
  | { readonly kind: 'declined'; readonly owner: string; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Turns an offer down: the owner keeps it and is told. */
export const declineHandOver = (
  deps: Deps,
  { enquiryId, actor, why }: Input & { readonly why?: string },
): Promise<DeclineOutcome> =>
  makeMove<DeclineOutcome>(deps, 'decline', enquiryId, actor, (enquiry) => {
    const { offer: _, ...rest } = enquiry as Claimed | Answered;
    const kept = { ...rest, version: rest.version + 1 };
    return {
      kind: 'change',
      enquiry: kept,
      what: 'hand-over declined',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      notices: [
        ...cardsOf(kept),
        { notice: { kind: 'contact-card', enquiryId, userId: actor.userId } },
        personal(kept, 'declined', kept.owner, actor.userId),
      ],
      outcome: { kind: 'declined', owner: kept.owner, enquiry: kept },
    };
  });
