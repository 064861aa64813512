import { DateTime } from 'luxon';
import type { Desk } from './desk.ts';

/**
 * Warns when public holidays are missing: this year's at any time, next year's from July on, since they are announced by
 * then. A year counts as there when desk.yml has at least one holiday in it.
 *
 * @returns a sentence with what to do for each year that is missing
 */
export function missingHolidays(desk: Desk, now: Date): string[] {
  const today = DateTime.fromJSDate(now, { zone: desk.zone });
  const years = today.month >= 7 ? [today.year, today.year + 1] : [today.year];
  return years
    .filter((year) => !desk.holidays.some(({ date }) => date.startsWith(`${year}-`)))
    .map((year) => `desk.yml has no public holidays of ${year}: add them under "holidays"`);
}
