import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import {
  type Attribution,
  type Enquiry,
  type PromisedUpdate,
  type Reply,
  waitingReply,
} from './enquiry.ts';
import type { Actor } from './moves.ts';

/** How long a reply waits after *Send*, so that it can be undone. */
export const undoMs = 10_000;

export type ReplyOutcome =
  /** It goes out at `reply.sendAt` unless undone. */
  | { readonly kind: 'waiting'; readonly reply: Reply; readonly enquiry: Enquiry }
  /** Another reply is still on its way. */
  | { readonly kind: 'sending'; readonly reply: Reply; readonly enquiry: Enquiry }
  | { readonly kind: 'empty' }
  /** Other terms than on the record, to which the asker has not agreed. */
  | { readonly kind: 'terms-not-agreed'; readonly attribution: Attribution }
  | Refused
  | Unknown;

type Input = Wording & {
  readonly enquiryId: string;
  readonly actor: Actor;
  /**
   * What pressed *Send*, such as the modal's id: pressed again, it is the same reply. Absent: each call is a new one.
   */
  readonly key?: string;
};

/** What is to be said, and on which terms. */
export type Wording = {
  readonly text: string;
  /** `on-the-record` where it is not given. */
  readonly attribution?: Attribution | undefined;
  /** Id of a reply sent earlier that this one puts right. */
  readonly corrects?: string | undefined;
  /** Id of the line to take that the words are. */
  readonly line?: string | undefined;
  /** It only says that an answer is being prepared. */
  readonly holding?: boolean | undefined;
  /** When the next word is promised. */
  readonly promise?: PromisedUpdate | undefined;
};

/** Saves a reply, to be posted in the asker's thread in ten seconds. Nothing else ever posts words there. */
export const replyToEnquiry = (
  deps: EnquiryDeps,
  { enquiryId, actor, key, ...wording }: Input,
): Promise<ReplyOutcome> => {
  const replyId = key ?? deps.newId();
  const { text, attribution = 'on-the-record' } = wording;
  return makeMove<ReplyOutcome>(deps, 'reply', enquiryId, actor, (enquiry, at) => {
    const twin = enquiry.replies.find(({ id }) => id === replyId);
    if (twin !== undefined)
      return { kind: 'stop', outcome: { kind: 'waiting', reply: twin, enquiry } };
    const unfit = unfitFor(enquiry, wording);
    if (unfit !== undefined) return { kind: 'stop', outcome: unfit };

    const sendAt = new Date(at.getTime() + undoMs);
    const reply: Reply = {
      id: replyId,
      by: actor.userId,
      at,
      sendAt,
      text,
      attribution,
      ...markedAs(wording),
      delivery: { kind: 'waiting' },
    };
    const replied: Enquiry = {
      ...enquiry,
      version: enquiry.version + 1,
      replies: [...enquiry.replies, reply],
      ...(enquiry.drafts === undefined
        ? {}
        : { drafts: enquiry.drafts.filter(({ by }) => by !== actor.userId) }),
    };
    const { channel, threadTs } = enquiry.origin;
    return {
      kind: 'change',
      enquiry: replied,
      what: 'reply prepared',
      who: actor.userId,
      about: {
        reply: replyId,
        text,
        attribution,
        ...(wording.line === undefined ? {} : { line: wording.line }),
        ...(wording.promise === undefined ? {} : { promised: wording.promise.at.toISOString() }),
      },
      notices: [
        { notice: { kind: 'reply', enquiryId, replyId, channel, threadTs }, due: sendAt },
        ...cardsOf(replied),
      ],
      outcome: { kind: 'waiting', reply, enquiry: replied },
    };
  });
};

/** On the record needs no agreement; anything else needs the asker's, given before the words are shown. */
export const mayBeSaidOn = (enquiry: Enquiry, attribution: Attribution): boolean =>
  attribution === 'on-the-record' ||
  (enquiry.terms?.attribution === attribution && enquiry.terms.agreedAt !== undefined);

/** Why these words cannot go out as things stand; `undefined` when they can. */
export function unfitFor(
  enquiry: Enquiry,
  { text, attribution = 'on-the-record' }: Wording,
): Extract<ReplyOutcome, { kind: 'empty' | 'sending' | 'terms-not-agreed' }> | undefined {
  if (text.trim() === '') return { kind: 'empty' };
  const other = waitingReply(enquiry);
  if (other !== undefined) return { kind: 'sending', reply: other, enquiry };
  return mayBeSaidOn(enquiry, attribution) ? undefined : { kind: 'terms-not-agreed', attribution };
}

/** What goes along with the words of a draft and of a reply. */
export const markedAs = ({ corrects, line, holding, promise }: Wording) => ({
  ...(corrects === undefined ? {} : { corrects }),
  ...(line === undefined ? {} : { line }),
  ...(holding === true ? { holding } : {}),
  ...(promise === undefined ? {} : { promise }),
});
