import { DateTime } from 'luxon';
import { dayWords, timeWords } from '../../desk/deadline-words.ts';
import type { DutyTurn } from '../../desk/duty-ahead.ts';
import type { DutyChange } from '../../desk/duty-change.ts';
import type { Enquiry } from '../../enquiries/enquiry.ts';
import type { Shift } from '../../enquiries/shifts.ts';
import { actions, button, type Message, section } from '../block-kit.ts';
import { DutyChangeValue, ID, ShiftValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { dutyChangeLine } from './duty-change-messages.ts';
import { deadlineText, promiseText, statusText } from './enquiry-card.ts';
import { type Line, linesMessage } from './lines-message.ts';

const DUE_SOON_MS = 12 * 60 * 60_000;
/** So many of the open enquiries are listed one by one. */
const LISTED = 25;

/** What was settled about the rota besides desk.yml, and whether the viewer may call it off. */
export type DutyLine = { readonly change: DutyChange; readonly isViewers: boolean };

/** So many can be called off from one message. */
const MOST_CALLED_OFF = 5;

/** Who is on duty now, who comes next, what was swapped, and what there is to do about it. */
export function dutyMessage(
  turns: readonly DutyTurn[],
  { changes, zone }: { readonly changes: readonly DutyLine[]; readonly zone: string },
): Message {
  const isEmpty = turns.every(({ officer }) => officer === undefined);
  const day = (at: Date) => dayWords(DateTime.fromJSDate(at, { zone }));
  return linesMessage(
    isEmpty ? SAY.dutyNobody : SAY.dutyTitle,
    [
      ...(isEmpty ? [] : turns.map(turnLine)),
      ...changes.map(({ change }) => ({ text: dutyChangeLine(change, day) })),
    ],
    [
      actions('duty.actions', [
        ...(isEmpty ? [] : [button({ id: ID.swapButton, text: SAY.swapButton })]),
        button({ id: ID.leaveButton, text: SAY.leaveButton }),
        ...changes
          .filter(({ isViewers }) => isViewers)
          .slice(0, MOST_CALLED_OFF)
          .map(({ change }, place) =>
            button({
              id: `${ID.callOffButton}.${place}`,
              text: `${SAY.callOff}: ${dutyChangeLine(change, day)}`,
              value: DutyChangeValue.encode({ change: change.id }),
            }),
          ),
      ]),
    ],
  );
}

/** A turn in words; the first is the one that goes on now. */
export function turnLine({ from, to, fromTime, toTime, officer }: DutyTurn, place: number): Line {
  const begins = fromTime === undefined ? dayOf(from) : `${dayOf(from)}, ${fromTime}`;
  const ends = toTime === undefined ? dayOf(to) : `${dayOf(to)}, ${toTime}`;
  const swapped = officer?.insteadOf ?? null;
  const who = officer === undefined ? SAY.dutyUnnamed : officer.name;
  const until = toTime === undefined ? SAY.dutyUntil(dayOf(to)) : SAY.dutyUntilTime(ends);
  return {
    text: `${place === 0 ? SAY.dutyNow : SAY.dutyFromTo(begins, ends)}: ${who}${swapped === null ? '' : SAY.dutySwap(swapped)}${place === 0 ? ` (${until})` : ''}`,
  };
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
  const accept = [
    actions('duty', [
      button({
        id: ID.acceptShiftButton,
        text: SAY.shiftAccept,
        value: ShiftValue.encode({ seq }),
        style: 'primary',
      }),
    ]),
  ];
  if (event === 'not-accepted')
    return linesMessage(SAY.shiftNotAccepted(officer.name, at, before?.name), [], accept);
  return linesMessage(
    SAY.shiftBegan(officer.name, before?.name),
    handedOver(enquiries, { zone, now }),
    accept,
  );
}

/** The list again, once it was accepted: without the button, and with who has the desk. */
export function acceptedShiftMessage(
  { officer, before, acceptedAt, at }: Shift,
  by: string,
  enquiries: readonly Enquiry[],
  { zone, now }: Place,
): Message {
  const time = timeWords(DateTime.fromJSDate(acceptedAt ?? at, { zone }));
  return linesMessage(
    SAY.shiftBegan(officer.name, before?.name),
    handedOver(enquiries, { zone, now }),
    [section(SAY.shiftTaken(by, time))],
  );
}

/** What is open, what is due in the next twelve hours, and what was promised. */
const handedOver = (enquiries: readonly Enquiry[], { zone, now }: Place): Line[] => [
  {
    text: SAY.shiftOpen(
      enquiries.length,
      enquiries.filter(({ deadline }) => isSoon(deadline?.at, now)).length,
    ),
  },
  ...openLines(enquiries, zone, now),
];

const isSoon = (at: Date | undefined, now: Date): boolean =>
  at !== undefined && at.getTime() - now.getTime() <= DUE_SOON_MS;

const openLines = (enquiries: readonly Enquiry[], zone: string, now?: Date): Line[] => [
  ...enquiries.slice(0, LISTED).map((enquiry) => ({
    text: [
      enquiry.reference,
      statusText(enquiry),
      deadlineText(enquiry, zone),
      ...(now === undefined ? [] : [promiseText(enquiry, { zone, now })]),
      ...(enquiry.outlet === '' ? [] : [enquiry.outlet]),
      enquiry.question,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
  })),
  ...(enquiries.length > LISTED ? [{ text: SAY.reportOthers(enquiries.length - LISTED) }] : []),
];

const dayOf = (day: string): string => dayWords(DateTime.fromISO(day, { zone: 'UTC' }));
