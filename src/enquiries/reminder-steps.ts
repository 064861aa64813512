import { type Enquiry, type EnquiryDeadline, isLive, type Step } from './enquiry.ts';
import { promiseStepsAhead } from './promises.ts';

/** When a reminder is due, as a fraction of the time from when the deadline was known to the deadline. */
const fractions: readonly (readonly [Step, number])[] = [
  ['half', 0.5],
  ['three-quarters', 0.75],
  ['nine-tenths', 0.9],
  ['overdue', 1],
];

export type StepTime = { readonly step: Step; readonly at: Date };

/** All reminders of a deadline, first to last. */
export const stepsOf = ({ setAt, at }: EnquiryDeadline): StepTime[] =>
  fractions.map(([step, fraction]) => ({
    step,
    at: new Date(setAt.getTime() + Math.max(0, at.getTime() - setAt.getTime()) * fraction),
  }));

/** Somebody still waits for a first answer, and none is on its way. A holding line answers nothing. */
const isAwaited = (enquiry: Enquiry): boolean =>
  isLive(enquiry) &&
  enquiry.status !== 'answered' &&
  enquiry.replies.every(
    ({ delivery, holding }) =>
      delivery.kind === 'failed' || (delivery.kind === 'sent' && holding === true),
  );

/** The reminders that are still to come or are due, snoozing reckoned in. None once a reply was given. */
export function stepsAhead(enquiry: Enquiry): StepTime[] {
  const { deadline, steps, snoozedUntil } = enquiry;
  if (deadline === undefined || !isAwaited(enquiry)) return [];
  const last = Math.max(-1, ...steps.map((step) => fractions.findIndex(([name]) => name === step)));
  return stepsOf(deadline)
    .slice(last + 1)
    .map(({ step, at }) => ({
      step,
      at:
        snoozedUntil !== undefined &&
        at < snoozedUntil &&
        step !== 'nine-tenths' &&
        step !== 'overdue'
          ? snoozedUntil
          : at,
    }));
}

/** When the next reminder falls due, of the deadline or of a promised update; the store looks for enquiries by it. */
export const nextStepAt = (enquiry: Enquiry): Date | undefined =>
  [...stepsAhead(enquiry), ...promiseStepsAhead(enquiry)].reduce<Date | undefined>(
    (soonest, { at }) => (soonest === undefined || at < soonest ? at : soonest),
    undefined,
  );

/**
 * The one reminder to send now. After a long silence (the bot was down, the clock jumped) that is only the latest of
 * those that came due: nobody is helped by three at once.
 */
export const stepDue = (enquiry: Enquiry, now: Date): Step | undefined =>
  stepsAhead(enquiry).findLast(({ at }) => at <= now)?.step;
