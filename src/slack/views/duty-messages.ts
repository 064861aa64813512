import { DateTime } from 'luxon';
import { dayWords, timeWords } from '../../desk/deadline-words.ts';
import type { DutyTurn } from '../../desk/duty-ahead.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { Shift } from '../../enquiries/shifts.ts';
import { actions, button, type Message } from '../block-kit.ts';
import { ID, ShiftValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { deadlineText, statusText } from './enquiry-card.ts';
import { type Line, linesMessage } from './lines-message.ts';

const DUE_SOON_MS = 12 * 60 * 60_000;
/** So many of the open enquiries are listed one by one. */
const LISTED = 25;

/** Who is on duty now, and who comes next. */
export function dutyMessage(turns: readonly DutyTurn[]): Message {
  if (turns.every(({ officer }) => officer === undefined)) return linesMessage(SAY.dutyNobody, []);
  return linesMessage(
    SAY.dutyTitle,
    turns.map(({ from, to, officer }, place) => {
      const days = from === to ? dayOf(from) : `${dayOf(from)} to ${dayOf(to)}`;
      const swapped = officer?.insteadOf ?? null;
      const who = officer === undefined ? SAY.dutyUnnamed : officer.name;
      return {
        text: `${place === 0 ? SAY.dutyNow : days}: ${who}${swapped === null ? '' : SAY.dutySwap(swapped)}${place === 0 ? ` (${SAY.dutyUntil(dayOf(to))})` : ''}`,
      };
    }),
  );
}

/** What is open, most urgent first, for whoever asks in private. */
export const openMessage = (enquiries: readonly Enquiry[], zone: string): Message =>
  linesMessage(
    enquiries.length === 0 ? SAY.digestNone : SAY.openTitle(enquiries.length),
    openLines(enquiries, zone),
  );

type Place = { readonly zone: string; readonly now: Date };

/** What a change of duty says to somebody; only the list to the new officer has a button. */
export function shiftMessage(
  shift: Shift,
  event: 'began' | 'not-accepted' | 'accepted',
  enquiries: readonly Enquiry[],
  { zone, now }: Place,
): Message {
  const { officer, before, seq } = shift;
  const at = timeWords(DateTime.fromJSDate(shift.at, { zone }));
  if (event === 'accepted') return linesMessage(SAY.shiftAccepted(officer.name), []);
  if (event === 'not-accepted')
    return linesMessage(SAY.shiftNotAccepted(officer.name, at, before?.name), []);
  const soon = enquiries.filter(({ deadline }) => isSoon(deadline?.at, now));
  return linesMessage(
    SAY.shiftBegan(officer.name, before?.name),
    [{ text: SAY.shiftOpen(enquiries.length, soon.length) }, ...openLines(enquiries, zone)],
    [
      actions('duty', [
        button({
          id: ID.acceptShiftButton,
          text: SAY.shiftAccept,
          value: ShiftValue.encode({ seq }),
          style: 'primary',
        }),
      ]),
    ],
  );
}

const isSoon = (at: Date | undefined, now: Date): boolean =>
  at !== undefined && at.getTime() - now.getTime() <= DUE_SOON_MS;

const openLines = (enquiries: readonly Enquiry[], zone: string): Line[] => [
  ...enquiries.slice(0, LISTED).map((enquiry) => ({
    text: [
      enquiry.reference,
      statusText(enquiry),
      deadlineText(enquiry, zone),
      ...(enquiry.outlet === '' ? [] : [enquiry.outlet]),
      enquiry.question,
    ].join(' · '),
  })),
  ...(enquiries.length > LISTED ? [{ text: SAY.reportOthers(enquiries.length - LISTED) }] : []),
];

const dayOf = (day: string): string => dayWords(DateTime.fromISO(day, { zone: 'UTC' }));
