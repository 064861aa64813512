import { expect, test } from 'vitest';
import { tomorrowMorning } from '../../../../src/practice/page/world/clock-moves.ts';

test.each([
  ['2019-11-19T06:00:00Z', 'Asia/Singapore', '2019-11-20T00:00:00.000Z'],
  // Already the 20th in Singapore.
  ['2019-11-19T17:00:00Z', 'Asia/Singapore', '2019-11-21T00:00:00.000Z'],
  ['2019-12-31T12:00:00Z', 'Europe/Madrid', '2020-01-01T07:00:00.000Z'],
  // The night in which the clock goes forward.
  ['2026-03-28T12:00:00Z', 'Europe/Madrid', '2026-03-29T06:00:00.000Z'],
])('after %s in %s it is morning at %s', (now, zone, morning) => {
  expect(tomorrowMorning(new Date(now), zone).toISOString()).toBe(morning);
});
