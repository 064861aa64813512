import { type EnquiryDeps, makeMove, type Refused, type Unknown } from './change-enquiry.ts';
import type { Enquiry } from './enquiry.ts';
import type { Actor } from './moves.ts';

export type SnoozeOutcome =
  | { readonly kind: 'snoozed'; readonly until: Date; readonly enquiry: Enquiry }
  | Refused
  | Unknown;

/** No reminder before `until`; the last one, and that the deadline has passed, are said all the same. */
export const snoozeReminders = (
  deps: EnquiryDeps,
  {
    enquiryId,
    actor,
    until,
  }: { readonly enquiryId: string; readonly actor: Actor; readonly until: Date },
): Promise<SnoozeOutcome> =>
  makeMove<SnoozeOutcome>(deps, 'snooze', enquiryId, actor, (enquiry) => {
    const snoozed: Enquiry = { ...enquiry, version: enquiry.version + 1, snoozedUntil: until };
    return {
      kind: 'change',
      enquiry: snoozed,
      what: 'snoozed',
      who: actor.userId,
      about: { until: until.toISOString() },
      notices: [],
      outcome: { kind: 'snoozed', until, enquiry: snoozed },
    };
  });
