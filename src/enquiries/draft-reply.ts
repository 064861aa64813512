import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import type { Draft, Enquiry } from './enquiry.ts';
import type { Actor } from './moves.ts';
import { markedAs, type ReplyOutcome, unfitFor, type Wording } from './reply-to-enquiry.ts';

export type DraftOutcome =
  | { readonly kind: 'drafted'; readonly draft: Draft; readonly enquiry: Enquiry }
  | Extract<ReplyOutcome, { kind: 'empty' | 'sending' | 'terms-not-agreed' }>
  | Refused
  | Unknown;

/**
 * Keeps the words of a reply while whoever wrote them looks at exactly what will be posted: the first of two keys. A
 * window of Slack's cannot hold them, since what it remembers is shorter than a reply may be. Each person has one
 * draft; a newer one takes its place.
 */
export const draftReply = (
  deps: EnquiryDeps,
  { enquiryId, actor, ...wording }: Wording & { readonly enquiryId: string; readonly actor: Actor },
): Promise<DraftOutcome> => {
  const id = deps.newId();
  return makeMove<DraftOutcome>(deps, 'reply', enquiryId, actor, (enquiry, at) => {
    const unfit = unfitFor(enquiry, wording);
    if (unfit !== undefined) return { kind: 'stop', outcome: unfit };
    const { text, attribution = 'on-the-record' } = wording;
    const draft: Draft = { id, by: actor.userId, at, text, attribution, ...markedAs(wording) };
    const others = (enquiry.drafts ?? []).filter(({ by }) => by !== actor.userId);
    const drafted: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      drafts: [...others, draft],
    };
    return {
      kind: 'change',
      enquiry: drafted,
      what: 'reply drafted',
      who: actor.userId,
      about: { draft: id, text, attribution },
      notices: [],
      outcome: { kind: 'drafted', draft, enquiry: drafted },
    };
  });
};

/** The draft that somebody is about to send: their own, and the one they were shown last. */
export const draftOf = (
  enquiry: Pick<Enquiry, 'drafts'>,
  { userId }: Pick<Actor, 'userId'>,
  draftId: string,
): Draft | undefined => enquiry.drafts?.find(({ id, by }) => id === draftId && by === userId);
