import { expect, test } from 'vitest';
import { DeskFile } from '../../src/desk/desk.ts';
import { dutyAhead, dutyTold } from '../../src/desk/duty-ahead.ts';

const desk = DeskFile.parse({
  people: [{ email: 'mei@example.gov.sg', name: 'Mei Tan' }],
  rota: [
    { from: '2026-11-23', to: '2026-11-27', person: 'mei@example.gov.sg' },
    { from: '2026-11-30', to: '2026-12-04', person: 'U012AB3CD' },
  ],
  swaps: [{ from: '2026-11-26', to: '2026-11-26', person: 'U012AB3CD' }],
});

test('dutyAhead() tells turns with swaps and gaps', () => {
  const turns = dutyAhead(desk, new Date('2026-11-25T23:30:00+08:00'), 6);
  expect(turns.map(({ from, to, officer }) => [from, to, officer?.name])).toEqual([
    ['2026-11-25', '2026-11-25', 'Mei Tan'],
    ['2026-11-26', '2026-11-26', 'U012AB3CD'],
    ['2026-11-27', '2026-11-27', 'Mei Tan'],
    ['2026-11-28', '2026-11-29', undefined],
    ['2026-11-30', '2026-11-30', 'U012AB3CD'],
  ]);
  expect(turns[1]?.officer?.insteadOf).toBe('mei@example.gov.sg');
});

test.each([
  ['a working day: when the desk opens', '2026-11-25T00:00:05+08:00', '2026-11-25T09:00:00+08:00'],
  ['a day off: at nine', '2026-11-28T03:00:00+08:00', '2026-11-28T09:00:00+08:00'],
])('a change of duty is told on %s', (_, now, told) => {
  expect(dutyTold(desk, new Date(now))).toEqual(new Date(told));
});
