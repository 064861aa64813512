import { DateTime } from 'luxon';

/**
 * An instant for people in two places: "Wed 25 Nov 2026, 5:00 pm London time (Thu 26 Nov, 1:00 am Singapore)". The
 * day is repeated only where it differs; where both live by the same clock, it is said once.
 *
 * @param zones IANA names; `asker` comes first and `desk` in brackets
 */
export function readBack(
  at: Date,
  { asker, desk }: { readonly asker: string; readonly desk: string },
): string {
  const there = DateTime.fromJSDate(at, { zone: asker });
  const here = DateTime.fromJSDate(at, { zone: desk });
  const said = `${dayWords(dayOf(there))}, ${timeWords(there)} ${placeName(asker)}`;
  const first = asker.startsWith('UTC') ? said : `${said} time`;
  if (asker === desk) return first;
  const sameDay = dayOf(there).toISODate() === dayOf(here).toISODate();
  const day = sameDay ? '' : `${dayMonth(dayOf(here))}, `;
  return `${first} (${day}${timeWords(here)} ${placeName(desk)})`;
}

/** Midnight ends the day before: "Thursday, midnight" would be read both ways. */
const dayOf = (time: DateTime): DateTime =>
  time.hour === 0 && time.minute === 0 ? time.minus({ minutes: 1 }) : time;

/** "Wed 25 Nov 2026" in the time's own zone. */
export const dayWords = (time: DateTime): string =>
  time.setLocale('en-GB').toFormat('ccc d LLL yyyy');

/** "5:00 pm"; noon and midnight are said as such, since "12:00" is read both ways. */
export const timeWords = (time: DateTime): string =>
  time.minute === 0 && time.hour % 12 === 0
    ? time.hour === 0
      ? 'midnight at the end of the day'
      : '12 noon'
    : `${time.hour % 12 === 0 ? 12 : time.hour % 12}:${String(time.minute).padStart(2, '0')} ${time.hour < 12 ? 'am' : 'pm'}`;

/** "10:31 am Singapore time, Wed 25 Nov 2026": when something happened, the time first. */
export function momentWords(at: Date, zone: string): string {
  const time = DateTime.fromJSDate(at, { zone });
  return `${timeWords(time)} ${placeName(zone)} time, ${dayWords(dayOf(time))}`;
}

/** "New York" for `America/New_York`. */
export const placeName = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const dayMonth = (time: DateTime): string => time.setLocale('en-GB').toFormat('ccc d LLL');
