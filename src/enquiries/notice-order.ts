import { laneOf, type Notice } from './notice.ts';

/**
 * What is told in the order in which it arose: a thread, or one enquiry, of one place. A notice that Slack does not
 * take holds up what follows it there, and nothing else.
 *
 * @returns the place (`laneOf`) and, after a blank, what it is about there
 */
export function orderOf(notice: Notice): string {
  const place = laneOf(notice);
  const subject = subjectOf(notice);
  return subject === undefined ? place : `${place} ${subject}`;
}

/** `undefined` for the few that are about nothing in particular: those of a place wait for one another. */
function subjectOf(notice: Notice): string | undefined {
  if ('threadTs' in notice && notice.threadTs !== '') return notice.threadTs;
  if ('enquiryId' in notice) return notice.enquiryId;
  return 'releaseId' in notice ? notice.releaseId : undefined;
}

/** The place of an order: what Slack's pace is kept for. */
export const placeOf = (order: string): string => order.split(' ', 1)[0] ?? order;
