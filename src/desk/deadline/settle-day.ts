import { DateTime } from 'luxon';
import type { Desk } from '../desk.ts';
import type { SaidDay } from './time-token.ts';
import { writesMonthFirst } from './zones.ts';

/** The start of a day in the asker's calendar; or why there is no telling which day is meant. */
export type SettledDay =
  | { readonly kind: 'day'; readonly day: DateTime; readonly confirm: boolean }
  | { readonly kind: 'unclear'; readonly question: string };

/** A date without a year that lies further ahead than this is a slip, or long past. */
const FAR_DAYS = 200;

const found = (day: DateTime, confirm = false): SettledDay => ({ kind: 'day', day, confirm });
const unclear = (question: string): SettledDay => ({ kind: 'unclear', question });
const words = (day: DateTime) => day.setLocale('en-GB').toFormat('cccc d LLLL');

/** Which day was said. Days said together must agree: "Friday 27 Nov" is one, "Friday 26 Nov" is asked about. */
export function settleDays(
  days: readonly SaidDay[],
  now: DateTime,
  context: { readonly askerZone: string; readonly desk: Desk },
): SettledDay {
  const fixed = days.filter(
    ({ kind }) => kind === 'date' || kind === 'numbers' || kind === 'offset',
  );
  const settled = days.map((day) =>
    // Beside a date or "today", a weekday only checks it.
    day.kind === 'weekday' && fixed.length > 0 && days.length > 1 && day.which !== 'next-week'
      ? undefined
      : settleDay(day, now, context),
  );
  const known = settled.filter((day) => day !== undefined);
  const [first] = known;
  if (first === undefined) return unclear('Which day do you need this by?');
  const doubt = known.find((day) => day.kind === 'unclear');
  if (doubt !== undefined) return doubt;
  const certain = known.filter((day) => day.kind === 'day');
  const day = certain[0]?.day ?? now;
  const agrees =
    certain.every((other) => other.day.toISODate() === day.toISODate()) &&
    days.every((said) => said.kind !== 'weekday' || said.weekday === day.weekday);
  return agrees
    ? found(
        day,
        certain.some(({ confirm }) => confirm),
      )
    : unclear(
        `${words(day)} is another day of the week than you wrote. Which day do you need this by?`,
      );
}

function settleDay(
  said: SaidDay,
  now: DateTime,
  { askerZone, desk }: { readonly askerZone: string; readonly desk: Desk },
): SettledDay {
  const today = now.startOf('day');
  switch (said.kind) {
    case 'offset':
      // Before four in the morning, "tomorrow" is often the day that has just begun.
      return found(today.plus({ days: said.days }), said.days === 1 && now.hour < 4);
    case 'weekday':
      return settleWeekday(said, today);
    case 'date':
      return settleDate(said, today);
    case 'numbers':
      return settleNumbers(said, today, askerZone);
    case 'day-of-month': {
      const next = [0, 1]
        .map((months) => today.startOf('month').plus({ months }))
        .filter((month) => said.day >= 1 && said.day <= (month.daysInMonth ?? 0))
        .map((month) => month.set({ day: said.day }))
        .find((day) => day >= today);
      if (next === undefined) return unclear(`Which month do you mean by "the ${said.day}"?`);
      return found(next, next.diff(today, 'days').days > 20);
    }
    case 'holiday': {
      const date = desk.holidays
        .filter(({ name }) => name.toLowerCase().replace(/[’‘]/g, "'").startsWith(said.name))
        .map((holiday) => holiday.date)
        .toSorted()
        .find((day) => day >= (today.toISODate() ?? ''));
      return date === undefined
        ? unclear('Which date is that?')
        : found(DateTime.fromISO(date, { zone: today.zone }), true);
    }
    case 'vague':
      return unclear('Which day, and what time, do you need this by?');
  }
}

/**
 * The weekday ahead. Asked about: today's own name, "this Monday" on a Wednesday, and "next Friday" on a Wednesday,
 * which half of the people take for this week's.
 */
function settleWeekday(
  { weekday, which }: Extract<SaidDay, { kind: 'weekday' }>,
  today: DateTime,
): SettledDay {
  const monday = today.startOf('week');
  const thisWeek = monday.plus({ days: weekday - 1 });
  const nextWeek = thisWeek.plus({ weeks: 1 });
  const coming = thisWeek > today ? thisWeek : nextWeek;
  const isToday = thisWeek.hasSame(today, 'day');
  switch (which) {
    case 'coming':
      return isToday
        ? unclear(`Do you mean today, ${words(today)}, or ${words(nextWeek)}?`)
        : found(coming);
    case 'this':
    case 'this-week':
      return isToday
        ? unclear(`Do you mean today, ${words(today)}, or ${words(nextWeek)}?`)
        : thisWeek > today
          ? found(thisWeek)
          : unclear(`Do you mean ${words(nextWeek)}?`);
    case 'next':
      return thisWeek > today
        ? unclear(`Do you mean ${words(thisWeek)} or ${words(nextWeek)}?`)
        : found(nextWeek, nextWeek.diff(today, 'days').days <= 2);
    case 'next-week':
      return found(nextWeek);
    case 'week-after':
      return isToday ? found(nextWeek, true) : found(coming.plus({ weeks: 1 }), true);
    case 'last':
      return unclear('Which day do you need this by?');
  }
}

function settleDate(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year?: number },
  today: DateTime,
): SettledDay {
  const on = (inYear: number) =>
    DateTime.fromObject({ year: inYear, month, day }, { zone: today.zone });
  const said = on(year ?? today.year);
  if (year !== undefined) {
    if (!said.isValid) return unclear('There is no such date. Which day do you need this by?');
    return said < today || said.diff(today, 'days').days > 2 * FAR_DAYS
      ? unclear(`${words(said)} ${year} cannot be right. Which day do you need this by?`)
      : found(said);
  }
  const next = said.isValid && said >= today ? said : on(today.year + 1);
  if (!next.isValid || (!said.isValid && next.diff(today, 'days').days > FAR_DAYS))
    return unclear('There is no such date this year. Which day do you need this by?');
  return next.diff(today, 'days').days > FAR_DAYS
    ? unclear(`${words(said.isValid ? said : next)} is past. Which day do you need this by?`)
    : found(next, next.year !== today.year);
}

/** Day before month, as Singapore writes; an American may mean the other, and is asked. */
function settleNumbers(
  { first, second, year }: Extract<SaidDay, { kind: 'numbers' }>,
  today: DateTime,
  askerZone: string,
): SettledDay {
  const more = year === undefined ? {} : { year };
  const dayFirst = { day: first, month: second, ...more };
  const monthFirst = { day: second, month: first, ...more };
  if (first > 12 && second <= 12) return settleDate(dayFirst, today);
  if (second > 12 && first <= 12) {
    const settled = settleDate(monthFirst, today);
    return settled.kind === 'day' && !writesMonthFirst(askerZone)
      ? { ...settled, confirm: true }
      : settled;
  }
  if (first === second || !writesMonthFirst(askerZone)) return settleDate(dayFirst, today);
  const name = ({ day, month }: { day: number; month: number }) => {
    const date = DateTime.fromObject({ year: 2000, month, day });
    return date.isValid ? date.setLocale('en-GB').toFormat('d LLLL') : `${day}/${month}`;
  };
  return unclear(`Do you mean ${name(dayFirst)} or ${name(monthFirst)}?`);
}
