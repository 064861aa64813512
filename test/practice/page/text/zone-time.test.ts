import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDays, instantOf, wallTime } from '../../../../src/practice/page/text/zone-time.ts';

const wall = (year: number, month: number, day: number, hour: number, minute: number) => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
});

describe('clocks of zones', () => {
  test.each([
    ['Asia/Singapore', wall(2019, 11, 19, 14, 0), '2019-11-19T06:00:00.000Z'],
    ['Europe/Madrid', wall(2026, 7, 1, 14, 0), '2026-07-01T12:00:00.000Z'],
    ['America/New_York', wall(2026, 1, 1, 0, 0), '2026-01-01T05:00:00.000Z'],
    // The clock goes from 2:00 to 3:00, so 2:30 is never shown; it is read as an hour later.
    ['Europe/Madrid', wall(2026, 3, 29, 2, 30), '2026-03-29T01:30:00.000Z'],
    // The clock shows 2:30 twice; the first is meant.
    ['Europe/Madrid', wall(2026, 10, 25, 2, 30), '2026-10-25T00:30:00.000Z'],
  ])('in %s, %o is %s', (zone, shown, instant) => {
    expect(instantOf(shown, zone).toISOString()).toBe(instant);
  });

  test('what a clock shows is shown again at the instant it is read as', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    const zones = fc.constantFrom('Asia/Singapore', 'Europe/Madrid', 'America/St_Johns', 'UTC');
    fc.assert(
      fc.property(seconds, zones, (epoch, zone) => {
        const shown = wallTime(new Date(epoch * 1000), zone);
        expect(wallTime(instantOf(shown, zone), zone)).toEqual(shown);
      }),
    );
  });

  test('days are counted on the calendar of the zone', () => {
    const late = new Date('2019-11-19T15:59:00Z');
    const later = new Date('2019-11-19T16:01:00Z');
    expect(calendarDays(late, later, 'Asia/Singapore')).toBe(1);
    expect(calendarDays(late, later, 'UTC')).toBe(0);
  });
});
