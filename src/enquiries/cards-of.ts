import type { Enquiry } from './enquiry.ts';
import { noticeKey, type Queued } from './notice.ts';

/** Slack ids of everybody who has, or should have, a copy of the card. Nobody twice. */
export const copyHolders = (enquiry: Enquiry): string[] => [
  ...new Set([
    ...enquiry.recipients.flatMap(({ slackId }) => (slackId === null ? [] : [slackId])),
    ...enquiry.colleagues,
    ...('owner' in enquiry ? [enquiry.owner] : []),
    ...('offer' in enquiry && enquiry.offer !== undefined ? [enquiry.offer.to] : []),
  ]),
];

/**
 * The notices by which every card comes to show the present state. People who could not be reached before are left
 * out: what Slack refused once for good is on the card already.
 */
export function cardsOf(enquiry: Enquiry): Queued[] {
  const { id: enquiryId } = enquiry;
  const unreachable = new Set(enquiry.troubles.map(({ what }) => what));
  return [
    { notice: { kind: 'card', enquiryId } } satisfies Queued,
    ...copyHolders(enquiry).map(
      (userId): Queued => ({ notice: { kind: 'contact-card', enquiryId, userId } }),
    ),
  ].filter(({ notice }) => notice.kind === 'card' || !unreachable.has(noticeKey(notice)));
}
