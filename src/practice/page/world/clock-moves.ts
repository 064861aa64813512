import { instantOf, wallTime } from '../text/zone-time.ts';

/** The next eight o'clock in the morning of a zone that is not today's. */
export function tomorrowMorning(now: Date, zone: string): Date {
  const { year, month, day } = wallTime(now, zone);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return instantOf(
    {
      year: next.getUTCFullYear(),
      month: next.getUTCMonth() + 1,
      day: next.getUTCDate(),
      hour: 8,
      minute: 0,
      second: 0,
    },
    zone,
  );
}

/** One hour on. */
export const hourLater = (now: Date): Date => new Date(now.getTime() + 3_600_000);
