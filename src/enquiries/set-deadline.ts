import { cardsOf } from './cards-of.ts';
import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import type { Enquiry } from './enquiry.ts';
import type { Actor } from './moves.ts';

export type SetDeadlineOutcome =
  | { readonly kind: 'set'; readonly enquiry: Enquiry }
  | { readonly kind: 'unchanged'; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** Gives an enquiry a deadline, or another one. Reminders begin anew from this moment. */
export const setDeadline = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    deadline,
  }: {
    readonly enquiryId: string;
    readonly actor: Actor;
    readonly deadline: { readonly at: Date; readonly words: string; readonly zone: string };
  },
): Promise<SetDeadlineOutcome> =>
  makeMove<SetDeadlineOutcome>(deps, 'set-deadline', enquiryId, actor, (enquiry, at) => {
    if (enquiry.deadline?.at.getTime() === deadline.at.getTime())
      return { kind: 'stop', outcome: { kind: 'unchanged', enquiry } };
    const { snoozedUntil: _, ...rest } = enquiry;
    const version = enquiry.version + 1;
    const set: Enquiry = { ...rest, version, deadline: { ...deadline, setAt: at }, steps: [] };
    const { channel, threadTs } = enquiry.origin;
    const common = { enquiryId, version } as const;
    return {
      kind: 'change',
      enquiry: set,
      what: 'deadline set',
      who: actor.userId,
      about: { deadline: deadline.at.toISOString(), words: deadline.words },
      notices: [
        ...cardsOf(set),
        {
          notice: {
            kind: 'card-note',
            ...common,
            event: 'deadline set',
            by: actor.userId,
            text: deadline.words,
          },
        },
        { notice: { kind: 'asker-told', ...common, event: 'deadline', channel, threadTs } },
      ],
      outcome: { kind: 'set', enquiry: set },
    };
  });
