import { expect, test } from 'vitest';
import { readEmbargo } from '../../src/releases/embargo.ts';

test.each([
  ['2026-03-01T10:00:00+08:00', '2026-03-01T02:00:00.000Z'],
  ['2026-03-01T10:00+0800', '2026-03-01T02:00:00.000Z'],
  ['2026-03-01T02:00:00Z', '2026-03-01T02:00:00.000Z'],
  ['2026-03-01 10:00', '2026-03-01T02:00:00.000Z'],
  ['2026-03-01 9:05', '2026-03-01T01:05:00.000Z'],
  ['2026-03-01', '2026-02-28T16:00:00.000Z'],
  ['2026-03-01T10:00:00.000+08:00', '2026-03-01T02:00:00.000Z'],
])('%s is %s in Singapore', (text, instant) => {
  expect(readEmbargo(text, 'Asia/Singapore')?.toISOString()).toBe(instant);
});

test.each([
  '',
  'tomorrow',
  '10:00',
  '2026-02-30',
  '2026-03-01T25:00',
  '1 March 2026',
  '2026-03-01 10am',
  '20260301',
])('“%s” is no instant', (text) => {
  expect(readEmbargo(text, 'Asia/Singapore')).toBeUndefined();
});

test('a wall time that a clock change skips is no instant', () => {
  expect(readEmbargo('2026-03-08 02:30', 'America/New_York')).toBeUndefined();
});
