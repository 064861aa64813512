import { cardsOf } from './cards-of.ts';
import { changeEnquiry, type EnquiryDeps } from './change-enquiry.ts';
import { type Enquiry, ownerOf, type Step } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { Queued } from './notice.ts';
import { stepDue } from './reminder-steps.ts';

type Deps = EnquiryDeps & {
  readonly store: Pick<EnquiryStore, 'dueBefore'>;
  /** Slack id of the officer on duty at that instant, if any. */
  readonly dutyOfficer: (at: Date) => string | undefined;
  /**
   * Whether a person (`null`: the desk channel) may be disturbed at `at` about something due at `deadline`: in their
   * working hours, or when the deadline itself lies outside them.
   */
  readonly mayDisturb: (userId: string | null, at: Date, deadline: Date) => boolean;
  /** A holding line that may be sent for it at that instant, if any. */
  readonly holdingLine?: (
    enquiry: Enquiry,
    at: Date,
  ) => { readonly id: string; readonly title: string } | undefined;
};

export type Reminded = { readonly enquiryId: string; readonly step: Step };

/**
 * Sends what reminders have come due: half of the time, the owner (or, unclaimed, the contacts); three quarters, the
 * desk too, and unclaimed the duty officer; nine tenths, the duty officer as well; passed, the same. Each once, none
 * after a first reply, whichever process calls this and however often.
 */
export async function remindOfDeadlines(deps: Deps): Promise<Reminded[]> {
  const reminded: Reminded[] = [];
  for (const { id } of await deps.store.dueBefore(deps.now())) {
    const outcome = await changeEnquiry<Reminded | undefined>(deps, id, (enquiry, at) => {
      const step = stepDue(enquiry, at);
      const { deadline } = enquiry;
      if (step === undefined || deadline === undefined) return { kind: 'stop', outcome: undefined };
      const people = toldAt(step, enquiry, deps.dutyOfficer(at)).filter((userId) =>
        deps.mayDisturb(userId, at, deadline.at),
      );
      // All asleep: looked at again when the loop comes round, until somebody may be told or the next step is due.
      if (people.length === 0) return { kind: 'stop', outcome: undefined };
      const owner = ownerOf(enquiry);
      const line =
        owner !== undefined && people.includes(owner) && isFirstOffer(enquiry)
          ? deps.holdingLine?.(enquiry, at)
          : undefined;
      const told: Enquiry = {
        ...enquiry,
        version: enquiry.version + 1,
        steps: [...enquiry.steps, step],
        ...(line === undefined ? {} : { holdingOfferedAt: at }),
      };
      return {
        kind: 'change',
        enquiry: told,
        what: 'reminded',
        who: 'desk',
        why: step,
        about: {
          step,
          told: people.map((userId) => userId ?? 'desk').join(', '),
          ...(line === undefined ? {} : { offered: line.id }),
        },
        notices: [
          ...people.map(
            (userId): Queued => ({
              notice: {
                kind: 'reminder',
                enquiryId: enquiry.id,
                step,
                userId,
                deadline: deadline.at.toISOString(),
              },
            }),
          ),
          ...(line === undefined || owner === undefined
            ? []
            : [holdingOffer(enquiry.id, owner, line)]),
          ...cardsOf(told),
        ],
        outcome: { enquiryId: id, step },
      };
    });
    if (outcome !== undefined && 'step' in outcome) reminded.push(outcome);
  }
  return reminded;
}

/** A holding line is offered once, and not where anything was sent before. */
const isFirstOffer = ({ holdingOfferedAt, replies }: Enquiry): boolean =>
  holdingOfferedAt === undefined && replies.every(({ delivery }) => delivery.kind === 'failed');

const holdingOffer = (
  enquiryId: string,
  userId: string,
  { id, title }: { readonly id: string; readonly title: string },
): Queued => ({ notice: { kind: 'holding-offer', enquiryId, userId, line: id, title } });

/** Who is told at a step, nobody twice; `null` is the desk channel. With nobody else to tell, it is the desk. */
export function toldAt(
  step: Step,
  enquiry: Enquiry,
  dutyOfficer: string | undefined,
): (string | null)[] {
  const owner = ownerOf(enquiry);
  const offered = 'offer' in enquiry ? enquiry.offer?.to : undefined;
  const contacts = enquiry.recipients.map(({ slackId }) => slackId ?? undefined);
  const holders = owner === undefined ? contacts : [owner, offered];
  const isLate = step === 'nine-tenths' || step === 'overdue';
  const officer =
    isLate || (step === 'three-quarters' && owner === undefined) ? dutyOfficer : undefined;
  const people = [...holders, officer].filter((userId) => userId !== undefined);
  return [...new Set([...people, ...(step === 'half' && people.length > 0 ? [] : [null])])];
}
