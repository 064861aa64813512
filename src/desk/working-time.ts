import { DateTime } from 'luxon';
import { type Desk, WEEKDAYS } from './desk.ts';

type Shift = { readonly opens: DateTime; readonly closes: DateTime };

/** Further ahead no desk has all its days off. */
const LOOK_AHEAD_DAYS = 60;

/** Whether the desk works at an instant: inside its hours, and no public holiday. */
export const isWorkingTime = (desk: Desk, now: Date): boolean => {
  const shift = shiftOn(desk, DateTime.fromJSDate(now, { zone: desk.zone }));
  return (
    shift !== undefined &&
    shift.opens.toMillis() <= now.getTime() &&
    now.getTime() < shift.closes.toMillis()
  );
};

/**
 * The first instant from `now` on when the desk works: `now` itself within its hours.
 *
 * @returns `undefined` where desk.yml has no working hours in the next two months
 */
export function nextWorkingTime(desk: Desk, now: Date): Date | undefined {
  const start = DateTime.fromJSDate(now, { zone: desk.zone });
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const shift = shiftOn(desk, start.startOf('day').plus({ days }));
    if (shift === undefined || shift.closes.toMillis() <= now.getTime()) continue;
    return new Date(Math.max(now.getTime(), shift.opens.toMillis()));
  }
  return undefined;
}

/** The last instant up to `now` when the desk worked, no earlier than `earliest`. */
function lastWorkingTime(desk: Desk, now: Date, earliest: Date): Date | undefined {
  const start = DateTime.fromJSDate(now, { zone: desk.zone });
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const shift = shiftOn(desk, start.startOf('day').minus({ days }));
    if (shift === undefined || shift.opens.toMillis() > now.getTime()) continue;
    // The very end of a shift is no time to begin: a quarter of an hour is left to act.
    const last = Math.min(now.getTime(), shift.closes.toMillis() - 15 * 60_000);
    return last < earliest.getTime() ? undefined : new Date(last);
  }
  return undefined;
}

function shiftOn({ hours, holidays }: Desk, day: DateTime): Shift | undefined {
  const open = hours[WEEKDAYS[day.weekday - 1] ?? 'sunday'];
  if (open === null || holidays.some(({ date }) => date === day.toFormat('yyyy-MM-dd')))
    return undefined;
  return { opens: at(day, open.from), closes: at(day, open.to) };
}

const at = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24
    ? day.startOf('day').plus({ days: 1 })
    : day.startOf('day').set({ hour, minute });
};

/** What is done when a part of the time is gone. */
export type Step = 'remind' | 'tell-desk' | 'duty-officer';

export type ReminderTime = { readonly step: Step; readonly at: Date };

const STEPS = [
  { step: 'remind', part: 1 / 2 },
  { step: 'tell-desk', part: 3 / 4 },
  { step: 'duty-officer', part: 9 / 10 },
] as const;

/**
 * When to remind of an enquiry: at half, three quarters and nine tenths of the time from asking to deadline. Nobody is
 * woken for a deadline inside working hours: a step that falls outside them moves to when the desk next works, or, where
 * that is too late, to the end of the working time before. A deadline outside working hours keeps its steps as they fall.
 *
 * @returns the steps in order, each no earlier than `from` and before `deadline`; none where no time is left
 */
export function reminderTimes({
  from,
  deadline,
  desk,
}: {
  readonly from: Date;
  readonly deadline: Date;
  readonly desk: Desk;
}): ReminderTime[] {
  const total = deadline.getTime() - from.getTime();
  if (!(total > 0)) return [];
  const atNight = !isWorkingTime(desk, deadline);
  let last = from.getTime();
  return STEPS.map(({ step, part }) => {
    const due = new Date(from.getTime() + Math.floor(total * part));
    const moved = atNight ? due : (withinWork(desk, due, from, deadline) ?? due);
    last = Math.max(last, moved.getTime());
    return { step, at: new Date(last) };
  });
}

/** The working time nearest to a step, still before the deadline. */
function withinWork(desk: Desk, due: Date, from: Date, deadline: Date): Date | undefined {
  const next = nextWorkingTime(desk, due);
  return next !== undefined && next.getTime() < deadline.getTime()
    ? next
    : lastWorkingTime(desk, due, from);
}
