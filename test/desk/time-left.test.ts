import { expect, test } from 'vitest';
import { timeBetween } from '../../src/desk/time-left.ts';

const from = new Date('2026-11-27T19:05:00+08:00');
const after = (seconds: number) => new Date(from.getTime() + seconds * 1000);

test.each([
  [0, 'under a minute'],
  [59, 'under a minute'],
  [60, '1 minute'],
  [25 * 60 + 59, '25 minutes'],
  [3600, '1 hour'],
  [2 * 3600 + 10 * 60, '2 hours 10 minutes'],
  [24 * 3600, '1 day'],
  [24 * 3600 + 5 * 60, '1 day'],
  [3 * 24 * 3600 + 4 * 3600, '3 days 4 hours'],
  [-90 * 60, '1 hour 30 minutes'],
])('%i seconds are told as “%s”', (seconds, words) => {
  expect(timeBetween(from, after(seconds))).toBe(words);
});
