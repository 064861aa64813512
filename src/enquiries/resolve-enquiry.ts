import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import { advance, type Enquiry, type Resolved, waitingReply } from './enquiry.ts';
import type { Actor } from './moves.ts';

type Input = { readonly enquiryId: string; readonly actor: Actor; readonly why?: string };

export type ResolveOutcome =
  | { readonly kind: 'resolved'; readonly enquiry: Enquiry }
  /** A reply is on its way; it goes out or is undone first. */
  | { readonly kind: 'sending'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Closes an enquiry: nothing more is owed on it. */
export const resolveEnquiry = (
  deps: EnquiryDeps,
  { enquiryId, actor, why }: Input,
): Promise<ResolveOutcome> =>
  makeMove<ResolveOutcome>(deps, 'resolve', enquiryId, actor, (enquiry, at) => {
    if (waitingReply(enquiry) !== undefined)
      return { kind: 'stop', outcome: { kind: 'sending', enquiry } };
    const resolved = resolve(enquiry, actor.userId, at);
    return {
      kind: 'change',
      enquiry: resolved,
      what: 'resolved',
      who: actor.userId,
      ...(why === undefined ? {} : { why }),
      notices: [...cardsOf(resolved), ...copyOfFormerOwner(enquiry)],
      outcome: { kind: 'resolved', enquiry: resolved },
    };
  });

export type DuplicateOutcome =
  | ResolveOutcome
  /** The other one is this one, or is itself a duplicate. */
  | { readonly kind: 'not-suitable' };

/** Closes an enquiry because another covers it. The link is for the desk only: no outlet learns of another. */
export const markDuplicate = (
  deps: EnquiryDeps,
  { enquiryId, actor, of }: Input & { readonly of: Enquiry },
): Promise<DuplicateOutcome> =>
  makeMove<DuplicateOutcome>(deps, 'mark-duplicate', enquiryId, actor, (enquiry, at) => {
    if (of.id === enquiryId || 'duplicateOf' in of)
      return { kind: 'stop', outcome: { kind: 'not-suitable' } };
    if (waitingReply(enquiry) !== undefined)
      return { kind: 'stop', outcome: { kind: 'sending', enquiry } };
    const resolved: Resolved = {
      ...resolve(enquiry, actor.userId, at),
      duplicateOf: { id: of.id, reference: of.reference },
    };
    return {
      kind: 'change',
      enquiry: resolved,
      what: 'marked duplicate',
      who: actor.userId,
      about: { of: of.reference },
      notices: [...cardsOf(resolved), ...copyOfFormerOwner(enquiry)],
      outcome: { kind: 'resolved', enquiry: resolved },
    };
  });

const resolve = (enquiry: Enquiry, by: string, at: Date): Resolved => ({
  ...advance(enquiry),
  status: 'resolved',
  resolvedBy: by,
  resolvedAt: at,
});

/** The owner's own copy, who may be no recipient and would be forgotten once nobody owns it. */
const copyOfFormerOwner = (enquiry: Enquiry) =>
  'owner' in enquiry
    ? [
        {
          notice: { kind: 'contact-card', enquiryId: enquiry.id, userId: enquiry.owner },
        } as const,
      ]
    : [];
